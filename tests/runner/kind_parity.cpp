// links: docx document package
// Documents in a format's parts, and the one text of what they mean: docx/… → document.txt.
#include "document/print.h"
#include "docx/read.h"
#include "runner/runner.h"

#include <algorithm>

namespace saraban::cases {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view wrapped_head =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    "xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" "
    "xmlns:wp14=\"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing\" "
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">";

std::string with_namespaces(const std::string& part, const std::string& root) {
  std::string head(wrapped_head);
  head.replace(1, 10, "w:" + root);
  return head + part + "</w:" + root + ">";
}

/// Parts named *.body.xml, *.styles.xml … are what stands inside the root: short cases.
std::string whole_part(const fs::path& file) {
  const auto text = read_text(file);
  const auto name = file.filename().string();
  if (text.starts_with("<?xml") || !name.ends_with(".xml")) return text;
  if (name == "document.xml") return with_namespaces("<w:body>" + text + "</w:body>", "document");
  if (name == "styles.xml") return with_namespaces(text, "styles");
  if (name == "numbering.xml") return with_namespaces(text, "numbering");
  if (name == "settings.xml") return with_namespaces(text, "settings");
  if (name == "footnotes.xml") return with_namespaces(text, "footnotes");
  if (name == "endnotes.xml") return with_namespaces(text, "endnotes");
  if (name.starts_with("header")) return with_namespaces(text, "hdr");
  if (name.starts_with("footer")) return with_namespaces(text, "ftr");
  return text;
}

/// Relationships of the main part to all that is there, where the case does not write them.
std::string relationships(const std::vector<std::string>& names) {
  std::string out =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const auto& name : names) {
    auto stem = fs::path(name).stem().string();
    auto type = stem.substr(0, stem.find_first_of("0123456789"));
    if (name.find("media/") != std::string::npos) type = "image";
    out += "<Relationship Id=\"" + stem + "\" Type=\"http://x/" + type + "\" Target=\"/" + name +
           "\"/>";
  }
  return out + "</Relationships>";
}

package::Package packed(const fs::path& folder) {
  package::Package package;
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      names.push_back(fs::relative(entry.path(), folder).generic_string());
  std::sort(names.begin(), names.end());
  for (const auto& name : names) package.set(name, whole_part(folder / name));
  if (!package.has("word/_rels/document.xml.rels"))
    package.set("word/_rels/document.xml.rels", relationships(names));
  return package;
}

std::string said(const Diagnostics& diagnostics) {
  std::string out;
  for (const auto& d : diagnostics.all()) {
    out += d.code;
    for (const auto& [name, value] : d.arguments) out += ' ' + name + "=" + value;
    for (const auto& step : d.location.place)
      out += ' ' + step.key + (step.number ? ' ' + std::to_string(step.number) : "") + step.label;
    out += '\n';
  }
  return out;
}

void run(const fs::path& item, Report& report, Accept accept) {
  Diagnostics diagnostics;
  const Limits limits;
  const auto package = fs::is_directory(item / "docx")
                           ? packed(item / "docx")
                           : package::Package::open(std::make_shared<const std::string>(
                                                        read_text(item / "document.docx")),
                                                    "document.docx", limits);
  const auto shared = docx::read_shared(package, limits, diagnostics);
  const auto document = docx::read(package, shared, limits, diagnostics);
  const auto text = document::print(document);
  report.expect_file(item / "document.txt", text, accept);
  Diagnostics parsing;
  const auto again = document::parse(text, parsing);
  report.expect_equal("read back", text, document::print(again));
  if (parsing.has_errors()) report.fail("document.txt cannot be read back");
  const auto messages = item / "messages.txt";
  if (const auto what = said(diagnostics); !what.empty() || fs::exists(messages))
    report.expect_file(messages, what, accept);
}

const Kind kind{"parity", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
