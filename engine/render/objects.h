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

class Objects {
public:
  explicit Objects(Compression compression);
  ~Objects();
  Objects(const Objects&) = delete;
  Objects& operator=(const Objects&) = delete;

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
  std::string deflated(std::string_view data);

  /// The file; the identifier comes from its content. Nothing can be added afterwards.
  std::string finish(int catalog, int information);

private:
  struct Place {
    std::size_t offset = 0; ///< In the file, or the index in the object stream.
    bool in_stream = false;
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
  bool packs_;
  std::unique_ptr<libdeflate_compressor, Release> compressor_;
};

} // namespace saraban::render
