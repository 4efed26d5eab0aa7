// Remarks as comments in a copy of a template (ECMA-376 Part 1, 17.13.4).
#include "docx/markup/markup_parts.h"
#include "fill/write_text.h"
#include "package/xml.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::docx {
namespace {

struct Paragraph {
  pugi::xml_node node;
  std::string text;
};

void collect_text(pugi::xml_node node, std::string& text) {
  for (pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:txbxContent") continue;
    if (name == "w:t" || name == "w:instrText") text += child.text().get();
    collect_text(child, text);
  }
}

/// Of the body; text boxes take no comments.
void collect_paragraphs(pugi::xml_node parent, std::vector<Paragraph>& paragraphs) {
  for (pugi::xml_node child : parent.children()) {
    if (std::string_view(child.name()) == "w:p") {
      Paragraph paragraph{child, ""};
      collect_text(child, paragraph.text);
      paragraphs.push_back(std::move(paragraph));
    } else {
      collect_paragraphs(child, paragraphs);
    }
  }
}

/// Round the content of a paragraph.
void set_anchor(pugi::xml_node paragraph, const std::string& id) {
  const pugi::xml_node properties = paragraph.child("w:pPr");
  pugi::xml_node start = properties
                             ? paragraph.insert_child_after("w:commentRangeStart", properties)
                             : paragraph.prepend_child("w:commentRangeStart");
  start.append_attribute("w:id") = id.c_str();
  paragraph.append_child("w:commentRangeEnd").append_attribute("w:id") = id.c_str();
  paragraph.append_child("w:r").append_child("w:commentReference").append_attribute("w:id") =
      id.c_str();
}

std::string comment(const std::string& id, const std::string& text) {
  std::string escaped;
  fill::write_plain(text, escaped);
  return fmt::format("<w:comment w:id=\"{}\" w:author=\"Saraban\" w:initials=\"S\"><w:p><w:r>"
                     "<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:comment>",
                     id, escaped);
}

std::string comments_part(const package::Package& package, const Limits& limits) {
  for (const auto& r : package::relationships(package, main_part(package, limits), limits))
    if (!r.external && r.type.ends_with("/comments")) return r.target;
  return {};
}

int highest_comment(const package::Package& package, const std::string& part,
                    const Limits& limits) {
  int highest = -1;
  const auto bytes = part.empty() ? nullptr : package.part(part);
  if (!bytes) return highest;
  const auto tree = package::parse_xml(*bytes, package.name(), part, limits);
  for (pugi::xml_node known : tree->document_element().children("w:comment"))
    highest = std::max(highest, known.attribute("w:id").as_int());
  return highest;
}

} // namespace

package::Package annotated(const package::Package& package,
                           const std::vector<fill::Remark>& remarks, const Limits& limits) {
  package::Package result = package;
  const std::string main = main_part(package, limits);
  const auto bytes = package.part(main);
  if (!bytes || remarks.empty()) return result;
  pugi::xml_document tree;
  tree.reset(*package::parse_xml(*bytes, package.name(), main, limits));
  std::vector<Paragraph> paragraphs;
  collect_paragraphs(tree.document_element().child("w:body"), paragraphs);
  if (paragraphs.empty()) return result;
  std::string part = comments_part(package, limits), comments;
  int id = highest_comment(package, part, limits);
  for (const fill::Remark& remark : remarks) {
    const auto found = std::find_if(paragraphs.begin(), paragraphs.end(), [&](const auto& one) {
      return !remark.tag.empty() && one.text.find(remark.tag) != std::string::npos;
    });
    const std::string name = std::to_string(++id);
    set_anchor((found == paragraphs.end() ? paragraphs.front() : *found).node, name);
    comments += comment(name, remark.text);
  }
  result.set(main, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" +
                       print(tree.document_element()));
  if (part.empty()) part = make_part(result, {"comments", "w:comments"});
  const auto known = result.part(part);
  std::string xml = known ? *known : empty_part("w:comments");
  if (insert_at_end(xml, comments)) result.set(part, std::move(xml));
  return result;
}

} // namespace saraban::docx
