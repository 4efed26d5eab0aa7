// Explicit units, trim marks, and what holds nothing but block tags: the container gives way to
// its markers.
#include "fill/content_scan.h"
#include "fill/shape.h"
#include "fill/text_map.h"

#include <algorithm>

namespace saraban::fill {
namespace {

constexpr ElementKind kind_of(language::Unit unit) {
  switch (unit) {
  case language::Unit::paragraph:
    return ElementKind::paragraph;
  case language::Unit::row:
    return ElementKind::row;
  case language::Unit::cell:
    return ElementKind::cell;
  default:
    return ElementKind::other;
  }
}

class Exploder {
public:
  Exploder(const Markup& markup, PartTags& tags) : markup_(markup), tags_(tags) {}

  void trim(const PlacedTag& tag) {
    pugi::xml_node paragraph = ancestor_of_kind(markup_, tag.marker, ElementKind::paragraph);
    if (!paragraph) return;
    if (tag.before == language::Trim::yes &&
        !scan_content(markup_, tags_, paragraph, tag.marker).before)
      join(paragraph.previous_sibling(), paragraph);
    paragraph = ancestor_of_kind(markup_, tag.marker, ElementKind::paragraph);
    if (tag.after == language::Trim::yes &&
        !scan_content(markup_, tags_, paragraph, tag.marker).after)
      join(paragraph, paragraph.next_sibling());
  }

  /// docxtpl's {%p %}, {%tr %}, {%tc %}: all of the unit gives way.
  void explicit_unit(const PlacedTag& tag) {
    const ElementKind kind = kind_of(tag.unit);
    if (kind == ElementKind::other || tag.kind == language::TagKind::output) return;
    pugi::xml_node unit = ancestor_of_kind(markup_, tag.marker, kind);
    if (unit) give_way(unit);
  }

  /// Innermost first.
  void containers(pugi::xml_node parent) {
    for (pugi::xml_node child = parent.first_child(), next; child; child = next) {
      next = child.next_sibling();
      const ElementKind kind = markup_.kind(child);
      if (kind == ElementKind::deleted || child.type() != pugi::node_element) continue;
      containers(child);
      if (kind != ElementKind::paragraph && kind != ElementKind::row && kind != ElementKind::item)
        continue;
      const Content content = scan_content(markup_, tags_, child, {});
      if (content.before || content.block_tags == 0 || content.cell_tags) continue;
      if (kind == ElementKind::paragraph && markup_.keeps_place(child)) continue;
      give_way(child);
    }
  }

private:
  void join(pugi::xml_node first, pugi::xml_node second) {
    if (markup_.kind(first) != ElementKind::paragraph ||
        markup_.kind(second) != ElementKind::paragraph)
      return;
    for (pugi::xml_node child = second.first_child(), next; child; child = next) {
      next = child.next_sibling();
      if (markup_.kind(child) != ElementKind::properties) first.append_move(child);
    }
    second.parent().remove_child(second);
  }

  void give_way(pugi::xml_node unit) {
    std::vector<pugi::xml_node> kept;
    collect(unit, kept);
    pugi::xml_node parent = unit.parent();
    for (pugi::xml_node node : kept) parent.insert_move_before(node, unit);
    const ElementKind around = markup_.kind(parent);
    if (markup_.kind(unit) == ElementKind::paragraph &&
        (around == ElementKind::cell || around == ElementKind::story))
      leave_filler(parent, unit);
    forget(unit);
    parent.remove_child(unit);
  }
  /// The tags that go with what is removed, those of its text boxes among them.
  void forget(pugi::xml_node parent) {
    for (pugi::xml_node child : parent.children()) {
      forget(child);
      const auto index = tag_of(child, tags_);
      if (!index) continue;
      PlacedTag& tag = tags_.tags[*index];
      tag.marker = {};
      if (tag.role != TagRole::single) tags_.groups[tag.group].usable = false;
    }
  }
  void collect(pugi::xml_node parent, std::vector<pugi::xml_node>& kept) const {
    for (pugi::xml_node child : parent.children()) {
      const auto tag = tag_of(child, tags_);
      const ElementKind kind = markup_.kind(child);
      if (tag) {
        // As in docxtpl, values beside {%p %} go with the paragraph.
        if (tags_.tags[*tag].kind != language::TagKind::output) kept.push_back(child);
      } else if (kind == ElementKind::mark)
        kept.push_back(child);
      else if (kind != ElementKind::properties && kind != ElementKind::story)
        collect(child, kept);
    }
  }
  /// The paragraph's format, for a cell that would be left without any.
  void leave_filler(pugi::xml_node parent, pugi::xml_node paragraph) const {
    if (parent.child(filler_name)) return;
    pugi::xml_node filler = parent.append_child(filler_name);
    pugi::xml_node copy = filler.append_child(paragraph.name());
    markup_.copy_format(paragraph, copy);
  }

  const Markup& markup_;
  PartTags& tags_;
};

} // namespace

pugi::xml_node ancestor_of_kind(const Markup& markup, pugi::xml_node node, ElementKind kind) {
  for (node = node.parent(); node; node = node.parent()) {
    const ElementKind here = markup.kind(node);
    if (here == kind) return node;
    if (here == ElementKind::story) return {};
  }
  return {};
}

void explode(const Markup& markup, pugi::xml_node root, PartTags& tags) {
  Exploder exploder(markup, tags);
  for (const PlacedTag& tag : tags.tags)
    if (tag.kind == language::TagKind::statement) exploder.trim(tag);
  for (const PlacedTag& tag : tags.tags) exploder.explicit_unit(tag);
  exploder.containers(root);
}

} // namespace saraban::fill
