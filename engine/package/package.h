// A ZIP container and its parts: opened, edited and saved without losing what we do not understand.
#pragma once

#include "base/limits.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::package {

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

  /// Throws Failure (input: "not-a-zip", "limit-zip-…", "zip-encrypted", "zip-unsafe-name",
  /// "zip-damaged").
  static Package open(std::shared_ptr<const std::string> bytes, const std::string& name,
                      const Limits& limits);

  const std::string& name() const;             ///< As the user named the file.
  std::vector<std::string> part_names() const; ///< In the container's order.
  bool has(std::string_view part) const;
  /// The inflated bytes, shared; nullptr when absent. Throws Failure at a limit.
  std::shared_ptr<const std::string> part(std::string_view part) const;
  void set(std::string part, std::string bytes);
  /// Kept uncompressed (pictures that are compressed already).
  void set_stored(std::string part, std::shared_ptr<const std::string> bytes);
  void remove(std::string_view part);

private:
  struct State;
  std::shared_ptr<const State> state_;
};

enum class Compression { fast, best };

/// The container's bytes: fixed time stamps, entries in their old order, new ones after, `mimetype`
/// first and stored.
std::string save(const Package& package, Compression compression = Compression::best);

} // namespace saraban::package
