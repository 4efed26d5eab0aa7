// Scanning folders for fonts.
#include "font/catalogue.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <system_error>

namespace saraban::font {
namespace {

namespace fs = std::filesystem;

constexpr int depth_at_most = 16;
constexpr std::size_t entries_at_most = 100'000;

bool is_font_file(const fs::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return extension == ".ttf" || extension == ".otf" || extension == ".ttc" || extension == ".otc";
}

void add_keys(std::vector<std::string>& keys, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::string key = family_key(name);
    if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end())
      keys.push_back(std::move(key));
  }
}

void scan_file(const fs::path& path, std::vector<Listed>& faces) {
  const auto file = MappedFile::open(path);
  if (!file) return;
  const unsigned count = face_count(file->bytes());
  for (unsigned index = 0; index < count; ++index) {
    const auto info = read_face_info(file->bytes(), index);
    if (!info) continue;
    Listed face;
    face.path = path.string();
    face.index = index;
    face.family = info->family;
    add_keys(face.keys, info->families);
    add_keys(face.full_keys, info->full_names);
    face.weight = info->weight, face.width = info->width, face.slant = info->slant;
    if (!face.keys.empty()) faces.push_back(std::move(face));
  }
}

/// One walk over a tree of folders.
struct Walk {
  Catalogue catalogue;
  std::vector<fs::path> files;
  std::set<std::string> seen; ///< Real paths of folders: a link may lead back up.
  std::size_t entries = 0;

  void folder(const fs::path& path, int depth) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error || !seen.insert(real.string()).second) return;
    const auto stamp = stamp_of(path);
    if (!stamp) return;
    catalogue.folders.push_back({path.string(), *stamp});
    fs::directory_iterator entry(path, fs::directory_options::skip_permission_denied, error);
    std::vector<fs::path> below;
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (++entries > entries_at_most) return;
      std::error_code ignored;
      if (is_font_file(entry->path()))
        files.push_back(entry->path());
      else if (entry->is_directory(ignored))
        below.push_back(entry->path());
    }
    std::sort(below.begin(), below.end());
    if (depth < depth_at_most)
      for (const fs::path& next : below) folder(next, depth + 1);
  }
};

} // namespace

std::string family_key(std::string_view name) {
  std::string key;
  for (std::size_t i = 0; i < name.size();) {
    const Decoded decoded = decode_utf8(name, i);
    i += decoded.length;
    char32_t code = decoded.code;
    if (code >= 'A' && code <= 'Z') code += 32;
    if (code >= 0x0E50 && code <= 0x0E59) code = code - 0x0E50 + '0';
    const bool dropped = code <= ' ' || code == '-' || code == '\'' || code == '"' ||
                         code == 0xA0 || (code == '@' && key.empty());
    if (!dropped) append_utf8(key, code);
  }
  return key;
}

Catalogue scan_fonts(const fs::path& root) {
  Walk walk;
  std::error_code error;
  if (fs::is_regular_file(root, error))
    walk.files.push_back(root);
  else
    walk.folder(root, 0);
  std::sort(walk.files.begin(), walk.files.end());
  for (const fs::path& file : walk.files) scan_file(file, walk.catalogue.faces);
  std::sort(walk.catalogue.folders.begin(), walk.catalogue.folders.end(),
            [](const SeenFolder& a, const SeenFolder& b) { return a.path < b.path; });
  return std::move(walk.catalogue);
}

namespace {

/// An absolute path in an environment variable, else `otherwise`.
fs::path variable(const char* name, const fs::path& otherwise) {
  const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody sets it
  return value != nullptr && value[0] == '/' ? fs::path(value) : otherwise;
}

} // namespace

std::vector<fs::path> system_font_folders() {
  std::vector<fs::path> folders = {"/usr/share/fonts", "/usr/local/share/fonts"};
  const fs::path home = variable("HOME", {});
  const fs::path data = variable("XDG_DATA_HOME", home.empty() ? home : home / ".local/share");
  if (!data.empty()) folders.push_back(data / "fonts");
  if (!home.empty()) folders.push_back(home / ".fonts");
  std::error_code error;
  std::erase_if(folders, [&](const fs::path& folder) { return !fs::is_directory(folder, error); });
  return folders;
}

fs::path cache_folder() {
  const fs::path home = variable("HOME", {});
  const fs::path cache = variable("XDG_CACHE_HOME", home.empty() ? home : home / ".cache");
  return cache.empty() ? cache : cache / "saraban";
}

} // namespace saraban::font
