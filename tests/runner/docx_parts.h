// DOCX packages from the parts of a case, and their parts as lines.
#pragma once

#include "base/environment.h"
#include "package/package.h"
#include "runner/runner.h"

#include <algorithm>

namespace saraban::cases {

namespace fs = std::filesystem;

inline constexpr const char* namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

/// What every package needs and no case is about.
inline void add_shell(package::Package& package) {
  const auto add = [&](const char* part, const char* xml) {
    if (!package.has(part)) package.set(part, xml);
  };
  add("[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
      "Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
      "PartName=\"/word/document.xml\" ContentType=\"application/"
      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
  add("_rels/.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
      "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
}

/// Without the line breaks that only make the case readable.
inline std::string joined_lines(const std::string& text) {
  std::string joined;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), end);
    joined += text.substr(begin, end - begin);
    at = end + 1;
  }
  return joined;
}

/// The files of a folder as a package's parts.
inline void add_parts(const fs::path& folder, package::Package& package) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const std::string part = fs::relative(file, folder).generic_string();
    const bool is_xml = part.ends_with(".xml") || part.ends_with(".rels");
    package.set(part, is_xml ? joined_lines(read_text(file)) : read_text(file));
  }
}

/// `assets` with its folders named `….docx` made into files.
inline fs::path assets_of(const fs::path& item) {
  const fs::path made = fs::temp_directory_path() / "saraban-cases" / item.filename();
  fs::remove_all(made);
  fs::create_directories(made);
  if (!fs::exists(item / "assets")) return made;
  for (const auto& entry : fs::directory_iterator(item / "assets")) {
    if (!entry.is_directory()) {
      fs::copy(entry.path(), made / entry.path().filename());
      continue;
    }
    package::Package package;
    add_parts(entry.path(), package);
    add_shell(package);
    write_file(made / entry.path().filename(), package::save(package));
  }
  return made;
}

inline package::Package template_of(const fs::path& item) {
  package::Package package;
  if (fs::exists(item / "body.xml"))
    package.set("word/document.xml", std::string("<w:document ") + namespaces + "><w:body>" +
                                         joined_lines(read_text(item / "body.xml")) +
                                         "</w:body></w:document>");
  if (fs::exists(item / "template")) add_parts(item / "template", package);
  add_shell(package);
  return package;
}

/// A line for each element that a reader thinks of as one; namespaces left out.
inline std::string broken_in_lines(std::string xml) {
  if (const auto at = xml.find(namespaces); at != std::string::npos)
    xml.erase(at, std::string_view(namespaces).size());
  std::string lines;
  for (std::size_t at = 0; at < xml.size(); ++at) {
    for (const char* start : {"<w:p>", "<w:p ", "<w:p/>", "<w:tr>", "<w:tr ", "<w:tc>", "<w:tbl>",
                              "<w:r>", "<w:r ", "<w:sectPr", "</w:tr>", "</w:tbl>", "</w:tc>",
                              "<Relationship ", "<w:num ", "<property ", "<w:footnote "})
      if (xml.compare(at, std::string_view(start).size(), start) == 0 && at > 0) {
        lines += start[3] == 'r' ? "\n    " : "\n";
        break;
      }
    lines += xml[at];
  }
  return lines + "\n";
}

inline std::string changed_parts(const package::Package& from, const package::Package& to) {
  std::string text;
  for (const std::string& name : to.part_names()) {
    const auto before = from.part(name), after = to.part(name);
    if (before && *before == *after) continue;
    text += "== " + name + "\n";
    const bool is_xml = name.ends_with(".xml") || name.ends_with(".rels");
    text += is_xml ? broken_in_lines(*after) : std::to_string(after->size()) + " bytes\n";
  }
  return text;
}

} // namespace saraban::cases
