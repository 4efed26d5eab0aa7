// Moving markers to where their block begins and ends: the smallest unit that holds them.
#include "fill/content_scan.h"
#include "fill/shape.h"
#include "fill/text_map.h"

#include <algorithm>

namespace saraban::fill {
namespace {

using Path = std::vector<pugi::xml_node>; ///< From the root down to the node's parent.

Path path_of(pugi::xml_node node) {
  Path path;
  for (pugi::xml_node n = node.parent(); n; n = n.parent()) path.push_back(n);
  std::reverse(path.begin(), path.end());
  return path;
}

class Shaper {
public:
  Shaper(const Markup& markup, PartTags& tags, Diagnostics& diagnostics)
      : markup_(markup), tags_(tags), diagnostics_(diagnostics) {}

  void shape(TagGroup& group) {
    pugi::xml_node holder = common_holder(group);
    if (ancestor_or_self(holder, ElementKind::paragraph)) {
      for (const std::size_t tag : group.tags) lift_to(markup_, marker(tag), holder);
      return;
    }
    if (pugi::xml_node row = ancestor_or_self(holder, ElementKind::row))
      return shape_cells(group, row);
    for (const std::size_t tag : group.tags) {
      pugi::xml_node child = child_towards(holder, marker(tag));
      if (child != marker(tag) && !place(tag, child, tags_.tags[tag].role))
        return give_up(group, "block-crosses-table");
    }
  }

private:
  pugi::xml_node marker(std::size_t tag) const { return tags_.tags[tag].marker; }

  pugi::xml_node common_holder(const TagGroup& group) const {
    Path common = path_of(marker(group.tags.front()));
    for (const std::size_t tag : group.tags) {
      const Path path = path_of(marker(tag));
      const auto ends = std::mismatch(common.begin(), common.end(), path.begin(), path.end());
      common.erase(ends.first, common.end());
    }
    return common.empty() ? pugi::xml_node() : common.back();
  }

  /// Up to the story's root or the cell's: blocks inside a cell are not the row's affair.
  pugi::xml_node ancestor_or_self(pugi::xml_node node, ElementKind kind) const {
    for (; node; node = node.parent()) {
      const ElementKind here = markup_.kind(node);
      if (here == kind) return node;
      if (here == ElementKind::story || here == ElementKind::cell || here == ElementKind::table)
        return {};
    }
    return {};
  }
  static pugi::xml_node child_towards(pugi::xml_node holder, pugi::xml_node node) {
    while (node.parent() && node.parent() != holder) node = node.parent();
    return node;
  }

  /// Across cells of one row: the row, but for {%tc %}, which stand between cells already.
  void shape_cells(TagGroup& group, pugi::xml_node row) {
    const auto between_cells = [&](std::size_t tag) { return marker(tag).parent() == row; };
    if (std::all_of(group.tags.begin(), group.tags.end(), between_cells)) return;
    if (group.tags.size() > 2 || std::any_of(group.tags.begin(), group.tags.end(), between_cells))
      return give_up(group, "block-crosses-cells");
    put_before(group.tags.front(), row);
    put_after(group.tags.back(), row);
  }

  bool place(std::size_t tag, pugi::xml_node child, TagRole role) {
    const Content content = scan_content(markup_, tags_, child, marker(tag));
    const ElementKind kind = markup_.kind(child);
    if (kind != ElementKind::paragraph && kind != ElementKind::row && kind != ElementKind::item)
      return place_at_edge(tag, child, role, content);
    // What stands only before the opening, or only after the end, is not in the block.
    if (content.before && !content.after) return put_after(tag, child), true;
    if (!content.before && content.after) return put_before(tag, child), true;
    if (role == TagRole::open) return put_before(tag, child), true;
    if (role == TagRole::close) return put_after(tag, child), true;
    if (kind != ElementKind::paragraph) return false;
    lift_to(markup_, marker(tag), child.parent());
    return true;
  }
  /// A table or a content control is not cut: its first or last content may hold the tag.
  bool place_at_edge(std::size_t tag, pugi::xml_node child, TagRole role, const Content& content) {
    if (role == TagRole::open && !content.before) return put_before(tag, child), true;
    if (role == TagRole::close && !content.after) return put_after(tag, child), true;
    return false;
  }

  /// Markers that met at one place keep their order.
  void put_before(std::size_t tag, pugi::xml_node node) {
    for (pugi::xml_node left = node.previous_sibling(); left; left = left.previous_sibling()) {
      const auto other = tag_of(left, tags_);
      if (!other || *other < tag) break;
      node = left;
    }
    node.parent().insert_move_before(marker(tag), node);
  }
  void put_after(std::size_t tag, pugi::xml_node node) {
    for (pugi::xml_node right = node.next_sibling(); right; right = right.next_sibling()) {
      const auto other = tag_of(right, tags_);
      if (!other || *other > tag) break;
      node = right;
    }
    node.parent().insert_move_after(marker(tag), node);
  }

  void give_up(TagGroup& group, const char* code) {
    const PlacedTag& opening = tags_.tags[group.tags.front()];
    group.usable = false;
    diagnostics_.error(code, *opening.where, {{"name", std::string(word_of(*opening.statement))}});
  }

  const Markup& markup_;
  PartTags& tags_;
  Diagnostics& diagnostics_;
};

} // namespace

void shape_blocks(const Markup& markup, pugi::xml_node root, PartTags& tags,
                  Diagnostics& diagnostics) {
  explode(markup, root, tags);
  apply_cell_tags(markup, tags);
  Shaper shaper(markup, tags, diagnostics);
  for (TagGroup& group : tags.groups) // Outer blocks opened first and stand before inner ones.
    if (group.usable) shaper.shape(group);
}

} // namespace saraban::fill
