// Looking for content in paragraphs and rows.
#include "fill/content_scan.h"

#include "fill/shape.h"

namespace saraban::fill {
namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";

bool is_blank(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (white_space.find(text[at]) != std::string_view::npos)
      ++at;
    else if (text.substr(at, 2) == "\xC2\xA0") // U+00A0
      at += 2;
    else
      return false;
  }
  return true;
}

class Scan {
public:
  Scan(const Markup& markup, const PartTags& tags, pugi::xml_node marker)
      : markup_(markup), tags_(tags), marker_(marker) {}

  void children(pugi::xml_node parent) {
    for (pugi::xml_node child : parent.children()) node(child);
  }
  Content result;

private:
  void node(pugi::xml_node child) {
    if (child == marker_) passed_ = true;
    if (std::string_view(child.name()) == filler_name) return;
    if (const auto tag = tag_of(child, tags_)) return placed(tags_.tags[*tag]);
    switch (markup_.kind(child)) {
    case ElementKind::text:
      if (!is_blank(child.type() == pugi::node_element ? child.text().get() : child.value()))
        shows();
      break;
    case ElementKind::paragraph:
    case ElementKind::run:
    case ElementKind::group:
    case ElementKind::list:
    case ElementKind::item:
    case ElementKind::row:
    case ElementKind::cell:
      children(child);
      break;
    case ElementKind::table:
    case ElementKind::story:
    case ElementKind::other:
      shows();
      break;
    default:
      break;
    }
  }
  void placed(const PlacedTag& tag) {
    if (tag.kind == language::TagKind::output) return shows();
    if (tag.statement && std::holds_alternative<language::CellTag>(*tag.statement)) return;
    ++result.block_tags;
    if (tag.unit == language::Unit::cell) result.cell_tags = true;
  }
  void shows() { (passed_ ? result.after : result.before) = true; }

  const Markup& markup_;
  const PartTags& tags_;
  pugi::xml_node marker_;
  bool passed_ = false;
};

} // namespace

Content scan_content(const Markup& markup, const PartTags& tags, pugi::xml_node container,
                     pugi::xml_node marker) {
  Scan scan(markup, tags, marker);
  scan.children(container);
  return scan.result;
}

} // namespace saraban::fill
