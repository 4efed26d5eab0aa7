// What a package holds: entries of the archive it was read from, and those set since.
#pragma once

#include "package/archive.h"
#include "package/package.h"

#include <optional>

namespace saraban::package {

enum class Storing { deflate, store };

struct Entry {
  std::string name;
  std::size_t archive_index = 0;              ///< Meaningful while `changed` is null.
  std::shared_ptr<const std::string> changed; ///< Set since; null: as in the archive.
  Storing storing = Storing::deflate;         ///< How a changed one is saved.
  bool removed = false;
};

struct Package::State {
  std::string name;
  Container container = Container::zip;
  std::shared_ptr<const Archive> archive; ///< Null for a flat one.
  std::vector<Entry> entries;             ///< In the container's order, new ones after.
  std::vector<std::uint32_t> by_name;     ///< Indices into entries, sorted by name.

  /// The index of that name, removed ones too.
  std::optional<std::size_t> find(std::string_view part) const;
};

} // namespace saraban::package
