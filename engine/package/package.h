// A container and its parts: opened, edited and saved without losing what we do not understand.
#pragma once

#include "base/limits.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::package {

enum class Container {
  zip,
  flat ///< One XML file (ODF 1.3 Part 3, 3.1.2): a package of the one part `flat_part`.
};
inline constexpr const char* flat_part = "content.xml";

/// Cheap to copy: copies share what neither has changed. Untouched entries are saved as they were,
/// compressed bytes and all. Reading is safe for many threads on one const package.
class Package {
public:
  Package();
  Package(const Package&);
  Package(Package&&) noexcept;
  Package& operator=(const Package&);
  Package& operator=(Package&&) noexcept;
  ~Package();

  /// Reads the directory; parts are inflated when asked for. What begins as XML is flat. Throws
  /// Failure (input: "not-a-zip",
  /// "limit-zip-…", "zip-encrypted", "zip-unsafe-name", "zip-damaged").
  static Package open(std::shared_ptr<const std::string> bytes, const std::string& name,
                      const Limits& limits);

  const std::string& name() const; ///< As the user named the file.
  Container container() const;
  std::vector<std::string> part_names() const; ///< In the container's order.
  bool has(std::string_view part) const;
  /// The inflated bytes, shared: the same pointer for as long as the part is not set anew; nullptr
  /// when absent. Throws Failure (input: "zip-damaged").
  std::shared_ptr<const std::string> part(std::string_view part) const;
  void set(std::string part, std::string bytes);
  /// Kept uncompressed (pictures that are compressed already).
  void set_stored(std::string part, std::shared_ptr<const std::string> bytes);
  void remove(std::string_view part);

  struct State; ///< package/state.h, private to the folder.
  const State& state() const { return *state_; }

private:
  State& own_state();
  std::shared_ptr<State> state_;
};

/// For text of the size of a letter: fast takes half of best's time and 7 % more room.
enum class Compression { fast, best };

/// The container's bytes: fixed time stamps, entries in their old order, new ones after, `mimetype`
/// first and stored; of a flat one its XML. Throws Failure (input: "limit-zip-total-size") beyond 4
/// GiB.
std::string save(const Package& package, Compression compression = Compression::best);

} // namespace saraban::package
