// ODT packages from the parts of a case; plain DOCX bodies said in ODF; what every result must
// keep.
#pragma once

#include "runner/docx_parts.h"

#include <pugixml.hpp>

#include <map>
#include <set>
#include <sstream>

namespace saraban::cases {

inline constexpr const char* odf_namespaces =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
    "xmlns:form=\"urn:oasis:names:tc:opendocument:xmlns:form:1.0\" "
    "xmlns:ooow=\"http://openoffice.org/2004/writer\" office:version=\"1.3\"";

inline void add_odt_shell(package::Package& package) {
  const auto add = [&](const char* part, const std::string& xml) {
    if (!package.has(part)) package.set(part, xml);
  };
  add("mimetype", "application/vnd.oasis.opendocument.text");
  add("styles.xml",
      std::string("<office:document-styles ") + odf_namespaces +
          "><office:styles><style:default-style style:family=\"paragraph\"><style:text-properties "
          "style:language-complex=\"th\" style:country-complex=\"TH\"/></style:default-style>"
          "</office:styles></office:document-styles>");
  add("meta.xml", std::string("<office:document-meta ") + odf_namespaces +
                      "><office:meta></office:meta></office:document-meta>");
  add("META-INF/manifest.xml",
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
      "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
      "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry "
      "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/><manifest:file-entry "
      "manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/><manifest:file-entry "
      "manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>");
}

/// `automatic`: what stands in office:automatic-styles.
inline std::string odt_content(const std::string& body, const std::string& automatic) {
  return std::string("<office:document-content ") + odf_namespaces + "><office:automatic-styles>" +
         automatic + "</office:automatic-styles><office:body><office:text>" + body +
         "</office:text></office:body></office:document-content>";
}

/// The files of a case: `body.xml`, `styles.xml` (automatic ones), parts below `template/`; flat
/// where there is `flat.xml`.
inline package::Package odt_template_of(const fs::path& item) {
  if (fs::exists(item / "flat.xml"))
    return package::Package::open(
        std::make_shared<const std::string>(joined_lines(read_text(item / "flat.xml"))), "case",
        Limits());
  package::Package package;
  const std::string automatic =
      fs::exists(item / "styles.xml") ? joined_lines(read_text(item / "styles.xml")) : "";
  package.set("content.xml", odt_content(joined_lines(read_text(item / "body.xml")), automatic));
  if (fs::exists(item / "template")) add_parts(item / "template", package);
  add_odt_shell(package);
  return package;
}

/// A line for each element that a reader thinks of as one; namespaces left out.
inline std::string odt_in_lines(std::string xml) {
  if (const auto at = xml.find(odf_namespaces); at != std::string::npos)
    xml.erase(at, std::string_view(odf_namespaces).size());
  std::string lines;
  for (std::size_t at = 0; at < xml.size(); ++at) {
    for (const std::string_view start : {"<text:p>",       "<text:p ",
                                         "<text:h ",       "<text:list>",
                                         "<text:list ",    "<text:list-item>",
                                         "</text:list>",   "<table:table ",
                                         "<table:table>",  "<table:table-row",
                                         "</table:table>", "<table:table-cell",
                                         "<table:covered", "<table:table-column",
                                         "<style:style",   "<manifest:file-entry",
                                         "<office:body>",  "<meta:",
                                         "<dc:",           "<style:header",
                                         "<style:footer",  "<text:user-field-decl "})
      if (at > 0 && std::string_view(xml).substr(at).starts_with(start)) {
        lines += "\n";
        break;
      }
    lines += xml[at];
  }
  return lines + "\n";
}

inline std::string changed_odt_parts(const package::Package& from, const package::Package& to) {
  std::string text;
  for (const std::string& name : to.part_names()) {
    const auto before = from.part(name), after = to.part(name);
    if (before && *before == *after) continue;
    text += "== " + name + "\n";
    text +=
        name.ends_with(".xml") ? odt_in_lines(*after) : std::to_string(after->size()) + " bytes\n";
  }
  return text;
}

/// A plain DOCX body in ODF's words; nothing where it holds more than paragraphs, bold, tables,
/// bookmarks and links.
class OdtTwin {
public:
  explicit OdtTwin(const std::string& docx_body) {
    pugi::xml_document body;
    body.load_buffer(docx_body.data(), docx_body.size(),
                     pugi::parse_fragment | pugi::parse_escapes | pugi::parse_ws_pcdata);
    pugi::xml_document twin;
    blocks(body, twin);
    std::ostringstream out;
    twin.print(out, "", pugi::format_raw | pugi::format_no_declaration);
    xml_ = out.str();
  }
  bool exists() const { return plain_; }
  const std::string& xml() const { return xml_; }

private:
  void blocks(pugi::xml_node from, pugi::xml_node to) {
    for (pugi::xml_node child : from.children()) {
      const std::string_view name = child.name();
      if (name == "w:p")
        inlines(child, to.append_child("text:p"));
      else if (name == "w:tbl")
        table(child, to.append_child("table:table"));
      else if (name != "w:tcPr")
        plain_ = false;
    }
  }
  void table(pugi::xml_node from, pugi::xml_node to) {
    to.append_attribute("table:name") = ("T" + std::to_string(++tables_)).c_str();
    to.append_child("table:table-column");
    for (pugi::xml_node row : from.children("w:tr")) {
      pugi::xml_node twin = to.append_child("table:table-row");
      for (pugi::xml_node cell : row.children("w:tc"))
        blocks(cell, twin.append_child("table:table-cell"));
    }
  }
  void inlines(pugi::xml_node from, pugi::xml_node to) {
    for (pugi::xml_node child : from.children()) {
      const std::string_view name = child.name();
      if (name == "w:r")
        run(child, to);
      else if (name == "w:hyperlink" && child.attribute("w:anchor"))
        link(child, to.append_child("text:a"));
      else if (name == "w:bookmarkStart" || name == "w:bookmarkEnd")
        to.append_child(name == "w:bookmarkStart" ? "text:bookmark-start" : "text:bookmark-end")
            .append_attribute("text:name") = child.attribute("w:id").value();
      else if (name != "w:pPr" || child.child("w:numPr") || child.child("w:sectPr") ||
               child.child("w:pStyle"))
        plain_ = false;
    }
  }
  void link(pugi::xml_node from, pugi::xml_node to) {
    to.append_attribute("xlink:type") = "simple";
    to.append_attribute("xlink:href") =
        (std::string("#") + from.attribute("w:anchor").value()).c_str();
    inlines(from, to);
  }
  void run(pugi::xml_node from, pugi::xml_node to) {
    if (from.child("w:rPr")) to = to.append_child("text:span");
    for (pugi::xml_node child : from.children()) {
      const std::string_view name = child.name();
      if (name == "w:t")
        to.append_child(pugi::node_pcdata).set_value(child.text().get());
      else if (name != "w:rPr")
        plain_ = false;
    }
  }

  std::string xml_;
  bool plain_ = true;
  int tables_ = 0;
};

/// What a filled ODT package must keep, whatever is filled: ids are unique, styles that we made are
/// there, elements stand where the schema lets them, the manifest lists every part.
class OdtRules {
public:
  static std::string broken(const package::Package& package) {
    OdtRules rules;
    for (const std::string& name : package.part_names()) {
      if (!name.ends_with(".xml")) continue;
      pugi::xml_document tree;
      const auto bytes = package.part(name);
      if (!tree.load_buffer(bytes->data(), bytes->size(), pugi::parse_full)) rules.say(name, "XML");
      rules.walk(tree);
    }
    rules.check_styles();
    if (package.container() == package::Container::zip) rules.check_manifest(package);
    return rules.broken_;
  }

private:
  void walk(pugi::xml_node node) {
    for (pugi::xml_attribute a : node.attributes()) attribute(node, a);
    for (pugi::xml_node child : node.children()) {
      place(node.name(), child);
      walk(child);
    }
  }
  void attribute(pugi::xml_node node, pugi::xml_attribute a) {
    const std::string_view name = a.name(), element = node.name();
    const bool id =
        name == "xml:id" || name == "table:name" ||
        (name == "text:name" && (element == "text:section" || element == "text:bookmark-start" ||
                                 element == "text:bookmark")) ||
        (name == "draw:name" && element == "draw:frame");
    if (id && !ids_.insert(std::string(name) + "=" + a.value()).second)
      say(a.value(), std::string("twice as ") + a.name());
    if (name == "style:name") styles_.insert(a.value());
    if (name.ends_with(":style-name") && std::string_view(a.value()).starts_with("saraban"))
      used_.insert(a.value());
    if (name.starts_with("saraban")) say(a.name(), "an attribute of ours");
    if (name == "text:continue-list") continued_.insert(a.value());
  }
  void place(std::string_view parent, pugi::xml_node child) {
    static const std::map<std::string_view, std::set<std::string_view>> holders = {
        {"text:list", {"text:list-item", "text:list-header"}},
        {"text:list-item", {"text:p", "text:h", "text:list"}},
        {"table:table-row", {"table:table-cell", "table:covered-table-cell"}},
        {"office:text",
         {"text:p", "text:h", "text:list", "table:table", "text:section", "text:user-field-decls",
          "text:variable-decls", "text:sequence-decls", "draw:frame", "office:forms",
          "text:tracked-changes", "text:table-of-content"}}};
    const std::string_view name = child.name();
    if (name.starts_with("saraban")) say(child.name(), "an element of ours");
    if (child.type() != pugi::node_element) return;
    const auto known = holders.find(parent);
    if (known != holders.end() && known->second.count(name) == 0)
      say(child.name(), "in " + std::string(parent));
    const bool block = name == "text:p" || name == "text:h" || name == "text:list";
    if (block && (parent == "text:p" || parent == "text:h" || parent == "text:span"))
      say(child.name(), "in " + std::string(parent));
  }
  void check_styles() {
    for (const std::string& name : used_)
      if (styles_.count(name) == 0) say(name, "no such style");
    for (const std::string& name : continued_)
      if (ids_.count("xml:id=" + name) == 0) say(name, "no such list");
  }
  void check_manifest(const package::Package& package) {
    const auto manifest = package.part("META-INF/manifest.xml");
    for (const std::string& name : package.part_names())
      if (name != "mimetype" && !name.starts_with("META-INF/") && manifest &&
          manifest->find("\"" + name + "\"") == std::string::npos)
        say(name, "not in the manifest");
  }
  void say(const std::string& what, const std::string& why) { broken_ += what + ": " + why + "\n"; }

  std::string broken_;
  std::set<std::string> ids_, styles_, used_, continued_;
};

} // namespace saraban::cases
