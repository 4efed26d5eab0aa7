// The faces below a folder: who they are, without opening them for drawing.
#pragma once

#include "font/mapped_file.h"
#include "font/sfnt.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::font {

/// A face of a file, as far as choosing needs to know it.
struct Listed {
  std::string path;
  unsigned index = 0;
  std::string family;                 ///< As shown to people.
  std::vector<std::string> keys;      ///< family_key of every name of its family.
  std::vector<std::string> full_keys; ///< family_key of its full and PostScript names.
  int weight = 400, width = 5;
  Slant slant = Slant::upright;
  bool operator==(const Listed&) const = default;
};

/// A folder that was read, and what it was like then.
struct SeenFolder {
  std::string path;
  FileStamp stamp;
  bool operator==(const SeenFolder&) const = default;
};

struct Catalogue {
  std::vector<SeenFolder> folders; ///< The root and all below it, sorted.
  std::vector<Listed> faces;       ///< By path, then index.
  bool operator==(const Catalogue&) const = default;
};

/// What names are compared by: ASCII lower case, no spaces, hyphens, quotes; ๙ is 9.
std::string family_key(std::string_view name);

/// Reads every font file below `root`, or `root` itself when it is a file (links followed once, 16
/// levels, 100,000 entries at most).
Catalogue scan_fonts(const std::filesystem::path& root);
/// The same, from an index in `cache` where it is still true (every folder as it was); writes the
/// index otherwise, silently failing where it cannot. An empty `cache` means no index.
Catalogue list_fonts(const std::filesystem::path& root, const std::filesystem::path& cache);

/// The index as text, and back; nothing when it is damaged.
std::string print_catalogue(const Catalogue& catalogue);
std::optional<Catalogue> parse_catalogue(std::string_view text);

/// Where this machine keeps fonts (XDG data folders among them), those that exist.
std::vector<std::filesystem::path> system_font_folders();
/// Where this program keeps what it can make again; empty when there is no such place.
std::filesystem::path cache_folder();

} // namespace saraban::font
