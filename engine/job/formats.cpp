// The table of formats: which extension means what.
#include "job/formats.h"

#include <algorithm>
#include <array>

namespace saraban::job {
namespace {

constexpr std::array<FormatRow, 5> rows = {{
    {".docx", OutputFormat::docx, Files::one},
    {".odt", OutputFormat::odt, Files::one},
    {".fodt", OutputFormat::odt, Files::one, package::Container::flat},
    {".pdf", OutputFormat::pdf, Files::one},
    {".png", OutputFormat::png, Files::one_per_page},
}};

constexpr std::array<std::string_view, 7> template_extensions = {".docx", ".docm", ".dotx", ".dotm",
                                                                 ".odt",  ".ott",  ".fodt"};

std::string_view extension_of(std::string_view path) {
  const auto dot = path.find_last_of("./");
  return dot == std::string_view::npos || path[dot] == '/' ? "" : path.substr(dot);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

} // namespace

const FormatRow* output_format(std::string_view path) {
  const std::string extension = lower(extension_of(path));
  const auto at = std::find_if(rows.begin(), rows.end(),
                               [&](const FormatRow& row) { return row.extension == extension; });
  return at == rows.end() ? nullptr : &*at;
}

std::string known_output_extensions() {
  std::string list;
  for (const FormatRow& row : rows) {
    if (!list.empty()) list += ", ";
    list += row.extension;
  }
  return list;
}

bool is_template_path(std::string_view path) {
  const std::string extension = lower(extension_of(path));
  return std::find(template_extensions.begin(), template_extensions.end(), extension) !=
         template_extensions.end();
}

std::string page_path(std::string_view path, std::size_t page) {
  const std::string_view extension = extension_of(path);
  std::string result(path.substr(0, path.size() - extension.size()));
  return result + "-" + std::to_string(page) + std::string(extension);
}

} // namespace saraban::job
