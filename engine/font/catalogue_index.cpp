// The index of a folder's fonts, kept between runs: text lines, a checksum at the end.
#include "font/catalogue.h"

#include "base/environment.h"
#include "base/failure.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <system_error>

namespace saraban::font {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view heading = "saraban fonts 1\n";
constexpr char separator = '\t';
/// A folder changed this recently may change again under the same time stamp.
constexpr std::int64_t settled_ns = 2'000'000'000;
constexpr std::size_t worth_an_index = 24; ///< Faces; fewer are read as fast as an index.

std::uint64_t checksum(std::string_view text) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

bool is_plain(std::string_view text) {
  return text.find_first_of("\t\n\r") == std::string_view::npos;
}

std::string_view take(std::string_view& line, char until) {
  const std::size_t end = std::min(line.find(until), line.size());
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

template <typename Number>
bool take_number(std::string_view& line, Number& number) {
  const std::string_view field = take(line, separator);
  const auto result = std::from_chars(field.data(), field.data() + field.size(), number);
  return result.ec == std::errc() && result.ptr == field.data() + field.size();
}

void print_list(std::string& out, const std::vector<std::string>& list) {
  out += separator + std::to_string(list.size());
  for (const std::string& text : list) out += separator + text;
}

bool take_list(std::string_view& line, std::vector<std::string>& list) {
  std::size_t count = 0;
  if (!take_number(line, count) || count > 1000) return false;
  for (std::size_t i = 0; i < count; ++i) list.emplace_back(take(line, separator));
  return true;
}

bool parse_folder(std::string_view line, Catalogue& catalogue) {
  SeenFolder folder;
  if (!take_number(line, folder.stamp.size) || !take_number(line, folder.stamp.modified_ns))
    return false;
  folder.path = line;
  catalogue.folders.push_back(std::move(folder));
  return true;
}

bool parse_face(std::string_view line, Catalogue& catalogue) {
  Listed face;
  int slant = 0;
  if (!take_number(line, face.index) || !take_number(line, face.weight) ||
      !take_number(line, face.width) || !take_number(line, slant) || slant < 0 || slant > 2)
    return false;
  face.slant = static_cast<Slant>(slant);
  face.path = take(line, separator);
  face.family = take(line, separator);
  if (!take_list(line, face.keys) || !take_list(line, face.full_keys)) return false;
  catalogue.faces.push_back(std::move(face));
  return true;
}

bool is_current(const Catalogue& catalogue) {
  return !catalogue.folders.empty() &&
         std::all_of(
             catalogue.folders.begin(), catalogue.folders.end(),
             [](const SeenFolder& folder) { return stamp_of(folder.path) == folder.stamp; });
}

bool is_settled(const Catalogue& catalogue) {
  const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count();
  return std::all_of(catalogue.folders.begin(), catalogue.folders.end(),
                     [&](const SeenFolder& folder) {
                       return folder.stamp.modified_ns + settled_ns < now && is_plain(folder.path);
                     }) &&
         std::all_of(catalogue.faces.begin(), catalogue.faces.end(), [](const Listed& face) {
           return is_plain(face.path) && is_plain(face.family);
         });
}

void keep(const fs::path& file, const Catalogue& catalogue) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return;
  try {
    write_file(file, print_catalogue(catalogue));
  } catch (const Failure&) { // A cache that cannot be written is only slower.
  }
}

} // namespace

std::string print_catalogue(const Catalogue& catalogue) {
  std::string out(heading);
  for (const SeenFolder& folder : catalogue.folders)
    out += "d\t" + std::to_string(folder.stamp.size) + separator +
           std::to_string(folder.stamp.modified_ns) + separator + folder.path + "\n";
  for (const Listed& face : catalogue.faces) {
    out += "f\t" + std::to_string(face.index) + separator + std::to_string(face.weight) +
           separator + std::to_string(face.width) + separator +
           std::to_string(static_cast<int>(face.slant)) + separator + face.path + separator +
           face.family;
    print_list(out, face.keys);
    print_list(out, face.full_keys);
    out += "\n";
  }
  return out + "sum\t" + std::to_string(checksum(out)) + "\n";
}

std::optional<Catalogue> parse_catalogue(std::string_view text) {
  const std::size_t end = text.rfind("sum\t");
  if (!text.starts_with(heading) || end == std::string_view::npos) return std::nullopt;
  std::string_view sum = text.substr(end);
  if (sum != "sum\t" + std::to_string(checksum(text.substr(0, end))) + "\n") return std::nullopt;
  std::string_view rest = text.substr(heading.size(), end - heading.size());
  Catalogue catalogue;
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    const std::string_view kind = take(line, separator);
    const bool good = kind == "d"   ? parse_folder(line, catalogue)
                      : kind == "f" ? parse_face(line, catalogue)
                                    : false;
    if (!good) return std::nullopt;
  }
  return catalogue;
}

Catalogue list_fonts(const fs::path& root, const fs::path& cache) {
  if (cache.empty()) return scan_fonts(root);
  const fs::path file = cache / ("fonts-" + std::to_string(checksum(root.string())) + ".index");
  if (const auto mapped = MappedFile::open(file))
    if (auto known = parse_catalogue(mapped->bytes()))
      if (is_current(*known) && known->folders.front().path == root.string())
        return std::move(*known);
  Catalogue fresh = scan_fonts(root);
  if (fresh.faces.size() >= worth_an_index && is_settled(fresh)) keep(file, fresh);
  return fresh;
}

} // namespace saraban::font
