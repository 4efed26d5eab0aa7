// A PDF file in the making: numbered objects, streams, the cross-reference (ISO 32000-1, 7.5).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct libdeflate_compressor;

namespace saraban::render {

enum class Compression {
  none,
  streams, ///< Streams only: a program reads the file at once.
  deflate  ///< All objects.
};
enum class Filter {
  automatic, ///< As the file is compressed or not.
  none,      ///< Never compressed.
  ready      ///< The data is encoded already and the dictionary names its filter.
};

/// An object by itself, for those who put it into a file of their own.
struct LooseObject {
  std::string body;   ///< Of a stream: its dictionary, with /Length.
  std::string stream; ///< Encoded as the dictionary says.
  bool is_stream = false;
};

class Objects {
public:
  static constexpr int small = 6; ///< A level of compression.

  /// `first` > 0: objects that become no file of their own, the first reserved having that number.
  explicit Objects(Compression compression, int first = 0, int level = small);
  ~Objects();
  Objects(const Objects&) = delete;
  Objects& operator=(const Objects&) = delete;

  /// "2.0"; without it a file is 1.7.
  void set_version(std::string_view version);
  /// A number for an object that is written later.
  int reserve();
  void set(int number, std::string_view body);
  int add(std::string_view body);
  /// `entries` are the dictionary's, without /Length, /Filter and brackets.
  void set_stream(int number, std::string_view entries, std::string_view data,
                  Filter filter = Filter::automatic);
  int add_stream(std::string_view entries, std::string_view data,
                 Filter filter = Filter::automatic);
  bool compressed() const { return compressor_ != nullptr; }
  /// An object of another's making, or from before.
  void set_loose(int number, const LooseObject& object);
  std::string deflated(std::string_view data);

  /// The file; the identifier comes from its content. Nothing can be added afterwards.
  std::string finish(int catalog, int information);
  /// The same with all of the trailer but /Size and /ID: "/Root 1 0 R". `first_id` is the file's
  /// own from before, as it stands in the array; empty: it has none.
  std::string finish(std::string_view trailer, std::string_view first_id);
  /// Of objects that become no file: all of them, in the order of their numbers.
  std::vector<LooseObject> take_loose() { return std::move(loose_); }

private:
  struct Place {
    std::size_t offset = 0; ///< In the file, or the index in the object stream.
    int stream = 0;         ///< Number of the object stream that it is in.
  };
  struct Release {
    void operator()(libdeflate_compressor* compressor) const;
  };
  void write_packed();
  std::string cross_reference_stream(std::string_view trailer);
  std::string cross_reference_table(std::string_view trailer) const;

  std::string out_;
  std::vector<Place> places_; ///< By number - 1.
  std::string packed_, packed_index_;
  std::size_t packed_count_ = 0;
  int packed_number_ = 0; ///< Of the object stream under way.
  std::uint64_t packed_hash_;
  std::vector<LooseObject> loose_; ///< By number - first_.
  int first_ = 0;                  ///< 0: objects of a file.
  bool packs_;
  std::unique_ptr<libdeflate_compressor, Release> compressor_;
};

} // namespace saraban::render
