// Remarks as annotations in a copy of a template (ODF 1.3 Part 3, 14.1).
#include "fill/write_text.h"
#include "odt/markup/automatic_styles.h"
#include "odt/markup/markup_parts.h"
#include "odt/part/parts.h"
#include "package/xml.h"

#include <algorithm>

namespace saraban::odt {
namespace {

struct Paragraph {
  pugi::xml_node node;
  std::string text;
};

void collect_text(pugi::xml_node node, std::string& text) {
  for (pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata) text += child.value();
    if (std::string_view(child.name()) == "text:s") text += ' ';
    if (kind_of(child) != fill::ElementKind::story) collect_text(child, text);
  }
}

void collect_paragraphs(pugi::xml_node parent, std::vector<Paragraph>& paragraphs) {
  for (pugi::xml_node child : parent.children()) {
    if (kind_of(child) == fill::ElementKind::paragraph) {
      Paragraph paragraph{child, ""};
      collect_text(child, paragraph.text);
      paragraphs.push_back(std::move(paragraph));
    } else if (kind_of(child) != fill::ElementKind::deleted) {
      collect_paragraphs(child, paragraphs);
    }
  }
}

void set_remark(pugi::xml_node paragraph, const std::string& text) {
  pugi::xml_node note = paragraph.prepend_child("office:annotation");
  note.append_child("dc:creator").text().set("Saraban");
  note.append_child("text:p").text().set(text.c_str());
}

} // namespace

package::Package annotated(const package::Package& package,
                           const std::vector<fill::Remark>& remarks, const Limits& limits) {
  package::Package result = package;
  const bool flat = package.container() == package::Container::flat;
  const std::string part = flat ? package::flat_part : content_part;
  const auto bytes = package.part(part);
  if (!bytes || remarks.empty()) return result;
  pugi::xml_document tree;
  tree.reset(*package::parse_xml(*bytes, package.name(), part, limits));
  pugi::xml_node root = root_element(tree);
  std::vector<Paragraph> paragraphs;
  collect_paragraphs(root.child("office:body").child("office:text"), paragraphs);
  if (paragraphs.empty()) return result;
  if (!root.attribute("xmlns:dc"))
    root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
  for (const fill::Remark& remark : remarks) {
    const auto found = std::find_if(paragraphs.begin(), paragraphs.end(), [&](const auto& one) {
      return !remark.tag.empty() && one.text.find(remark.tag) != std::string::npos;
    });
    set_remark((found == paragraphs.end() ? paragraphs.front() : *found).node, remark.text);
  }
  result.set(part, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + printed(root));
  return result;
}

} // namespace saraban::odt
