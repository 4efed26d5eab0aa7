// links: docx odt document package
// Documents in a format's parts, and the one text of what they mean: docx/… and odt/… →
// document.txt. Of an ODF twin the same is demanded, but for what the formats cannot share:
// settings, names of parts and styles, the order and number of formats. Where the twin means
// something else, odt.document.txt says what and reason.txt why.
#include "document/print.h"
#include "docx/read.h"
#include "odt/read.h"
#include "runner/runner.h"

#include <algorithm>
#include <map>

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

/// What stands in office:text, office:styles … of a twin.
std::string odf_part(const std::string& root, const std::string& content) {
  constexpr std::string_view head =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
      " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
      " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
      " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
      " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
      " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
      " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
      " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
      " xmlns:form=\"urn:oasis:names:tc:opendocument:xmlns:form:1.0\""
      " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\""
      " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
      " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
      " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:math=\"http://www.w3.org/1998/Math/MathML\">";
  return "<office:" + root + std::string(head) + content + "</office:" + root + ">";
}

std::string wrapped(const std::string& element, const std::string& content) {
  return "<office:" + element + ">" + content + "</office:" + element + ">";
}

/// Parts of a twin: whole ones as they are; text.xml (office:text), automatic.xml, styles.xml
/// (office:styles), pages.xml (its automatic styles), masters.xml and settings.xml (lines
/// "Name=value") make up the others.
package::Package packed_odf(const fs::path& folder) {
  package::Package package;
  std::map<std::string, std::string> pieces;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const auto name = fs::relative(entry.path(), folder).generic_string();
    auto text = read_text(entry.path());
    if (!name.ends_with(".xml") || text.starts_with("<?xml"))
      package.set(name, std::move(text));
    else
      pieces[name] = std::move(text);
  }
  if (!package.has("content.xml"))
    package.set("content.xml", odf_part("document-content",
                                        wrapped("automatic-styles", pieces["automatic.xml"]) +
                                            wrapped("body", wrapped("text", pieces["text.xml"]))));
  if (!package.has("styles.xml"))
    package.set("styles.xml",
                odf_part("document-styles", wrapped("styles", pieces["styles.xml"]) +
                                                wrapped("automatic-styles", pieces["pages.xml"]) +
                                                wrapped("master-styles", pieces["masters.xml"])));
  if (pieces.contains("meta.xml"))
    package.set("meta.xml", odf_part("document-meta", wrapped("meta", pieces["meta.xml"])));
  if (pieces.contains("settings.xml"))
    package.set("settings.xml",
                odf_part("document-settings", wrapped("settings", pieces["settings.xml"])));
  return package;
}

/// Formats in the order of their first use, without what formats of files cannot share.
class Canonical {
public:
  explicit Canonical(document::Document& document)
      : document_(document), run_formats_(std::move(document.run_formats)),
        paragraph_formats_(std::move(document.paragraph_formats)) {
    document.parts.assign(document.parts.size(), "");
    if (document.parts.size() > 1) document.parts.resize(1);
    document.settings = {};
    document.properties.language.clear();
    document.run_formats.clear(), document.paragraph_formats.clear();
    for (auto& section : document.sections) visit(section);
    for (auto& note : document.notes) visit(note.blocks);
    for (auto& drawing : document.drawings)
      if (auto* shape = std::get_if<document::Shape>(&drawing.content)) visit(shape->text);
    if (document.run_formats.empty()) document.run_formats.emplace_back();
    if (document.paragraph_formats.empty()) document.paragraph_formats.emplace_back();
  }

private:
  void visit(document::Section& section) {
    section.note_area.reset();
    section.page_borders_around_stories = false;
    // Without headers and columns their places are nothing.
    const document::Section plain;
    if (!section.header && !section.first_header) section.header_distance = plain.header_distance;
    if (!section.footer && !section.first_footer) section.footer_distance = plain.footer_distance;
    if (section.column_count == 1)
      section.column_space = plain.column_space, section.balance_columns = plain.balance_columns;
    for (auto* story : {&section.header, &section.footer, &section.first_header,
                        &section.first_footer, &section.even_header, &section.even_footer})
      if (*story) visit(**story);
    visit(section.blocks);
  }

  void visit(std::vector<document::Block>& blocks) {
    for (auto& block : blocks) {
      if (auto* paragraph = std::get_if<document::Paragraph>(&block.content)) visit(*paragraph);
      if (auto* table = std::get_if<document::Table>(&block.content)) {
        table->origin = {};
        for (auto& row : table->rows)
          for (auto& cell : row.cells) visit(cell.blocks);
      }
    }
  }

  void visit(document::Paragraph& paragraph) {
    paragraph.origin = {};
    auto format = paragraph_formats_.at(paragraph.format);
    format.style.clear();
    paragraph.format = place(document_.paragraph_formats, format);
    visit(paragraph.mark_format);
    if (paragraph.label) visit(paragraph.label->format);
    for (auto& item : paragraph.inlines)
      std::visit(
          [&](auto& i) {
            if constexpr (requires { i.format; }) visit(i.format);
          },
          item);
  }

  void visit(document::FormatIndex& index) {
    index = place(document_.run_formats, run_formats_.at(index));
  }

  template <class Format>
  static std::uint32_t place(std::vector<Format>& all, const Format& format) {
    const auto found = std::find(all.begin(), all.end(), format);
    if (found != all.end()) return static_cast<std::uint32_t>(found - all.begin());
    all.push_back(format);
    return static_cast<std::uint32_t>(all.size() - 1);
  }

  document::Document& document_;
  std::vector<document::RunFormat> run_formats_;
  std::vector<document::ParagraphFormat> paragraph_formats_;
};

std::string canonical(document::Document document) {
  Canonical{document};
  return document::print(document);
}

void compare(const fs::path& item, const char* file, const document::Document& document,
             Report& report, Accept accept) {
  const auto text = document::print(document);
  report.expect_file(item / file, text, accept);
  Diagnostics parsing;
  const auto again = document::parse(text, parsing);
  report.expect_equal("read back", text, document::print(again));
  if (parsing.has_errors()) report.fail(std::string(file) + " cannot be read back");
}

void expect_messages(const fs::path& messages, const Diagnostics& diagnostics, Report& report,
                     Accept accept) {
  if (const auto what = said(diagnostics); !what.empty() || fs::exists(messages))
    report.expect_file(messages, what, accept);
}

void run_docx(const fs::path& item, Report& report, Accept accept) {
  Diagnostics diagnostics;
  const Limits limits;
  const auto package = fs::is_directory(item / "docx")
                           ? packed(item / "docx")
                           : package::Package::open(std::make_shared<const std::string>(
                                                        read_text(item / "document.docx")),
                                                    "document.docx", limits);
  const auto shared = docx::read_shared(package, limits, diagnostics);
  const auto document = docx::read(package, shared, limits, diagnostics);
  compare(item, "document.txt", document, report, accept);
  expect_messages(item / "messages.txt", diagnostics, report, accept);
}

void run_odt(const fs::path& item, Report& report, Accept accept) {
  Diagnostics diagnostics;
  const Limits limits;
  const auto package = packed_odf(item / "odt");
  const auto shared = odt::read_shared(package, limits, diagnostics);
  const auto document = odt::read(package, shared, limits, diagnostics);
  const bool twin = fs::exists(item / "docx");
  if (!twin) {
    compare(item, "document.txt", document, report, accept);
    return expect_messages(item / "messages.txt", diagnostics, report, accept);
  }
  expect_messages(item / "odt.messages.txt", diagnostics, report, accept);
  if (fs::exists(item / "reason.txt")) {
    if (read_text(item / "reason.txt").empty()) report.fail("reason.txt says nothing");
    return compare(item, "odt.document.txt", document, report, accept);
  }
  Diagnostics parsing;
  const auto other = document::parse(read_text(item / "document.txt"), parsing);
  report.expect_equal("both formats", canonical(other), canonical(document));
}

void run(const fs::path& item, Report& report, Accept accept) {
  if (fs::exists(item / "docx") || fs::exists(item / "document.docx"))
    run_docx(item, report, accept);
  if (fs::is_directory(item / "odt")) run_odt(item, report, accept);
}

const Kind kind{"parity", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
