// A ZIP file as it was read: its entries with their compressed bytes, inflated on demand.
#pragma once

#include "base/limits.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::package {

enum class Method : std::uint16_t { stored = 0, deflated = 8 };

/// An entry's data as it stands in the file.
struct Compressed {
  Method method = Method::stored;
  std::uint32_t crc = 0;  ///< CRC-32 of the inflated bytes.
  std::uint64_t size = 0; ///< Inflated.
  std::string_view bytes; ///< As in the file; owned by the archive.
};

struct ArchiveEntry {
  std::string name; ///< UTF-8, "/" between folders, safe.
  Compressed data;
};

/// Immutable but for its cache of inflated entries; safe for many threads.
class Archive {
public:
  /// Throws Failure as Package::open does.
  Archive(std::shared_ptr<const std::string> bytes, const std::string& name, const Limits& limits);

  const std::vector<ArchiveEntry>& entries() const { return entries_; }
  /// Inflated once, then shared. Throws Failure (input: "zip-damaged").
  std::shared_ptr<const std::string> inflated(std::size_t entry) const;

private:
  std::string file_;
  std::unique_ptr<char[]> raw_; ///< What the entries' bytes point into.
  std::vector<ArchiveEntry> entries_;
  mutable std::mutex mutex_;
  mutable std::vector<std::shared_ptr<const std::string>> cache_;
};

} // namespace saraban::package
