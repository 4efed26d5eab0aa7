// Program text of paragraphs, cells, rows and tables, which must not be left hollow.
#include "fill/emit.h"

#include <algorithm>
#include <sstream>

namespace saraban::fill {
namespace {

/// The only thing in a paragraph beside its properties, when that is one value.
pugi::xml_node sole_marker(const Markup& markup, const PartTags& tags, pugi::xml_node paragraph) {
  pugi::xml_node sole;
  for (pugi::xml_node child : paragraph.children()) {
    const ElementKind kind = markup.kind(child);
    if (kind == ElementKind::properties || kind == ElementKind::noise) continue;
    const auto tag = tag_of(child, tags);
    if (sole || !tag || tags.tags[*tag].kind != language::TagKind::output) return {};
    sole = child;
  }
  return sole;
}

/// Nothing but macros and {% set %} blocks: a definition shows nothing where it stands.
bool only_defines(const Markup& markup, const PartTags& tags, pugi::xml_node paragraph) {
  bool defines = false;
  for (pugi::xml_node child = paragraph.first_child(); child; child = child.next_sibling()) {
    const ElementKind kind = markup.kind(child);
    if (kind == ElementKind::properties || kind == ElementKind::noise) continue;
    const auto index = tag_of(child, tags);
    if (!index) return false;
    const PlacedTag& tag = tags.tags[*index];
    if (tag.kind == language::TagKind::comment) continue;
    if (!tag.statement || tag.role != TagRole::open || !tags.groups[tag.group].usable) return false;
    if (!std::holds_alternative<language::Macro>(*tag.statement) &&
        !std::holds_alternative<language::Set>(*tag.statement))
      return false;
    child = tags.tags[tags.groups[tag.group].tags.back()].marker;
    if (child.parent() != paragraph) return false;
    defines = true;
  }
  return defines && !markup.keeps_place(paragraph);
}

/// The only block of a cell.
bool stands_alone(const Markup& markup, pugi::xml_node paragraph) {
  const pugi::xml_node cell = paragraph.parent();
  if (markup.kind(cell) != ElementKind::cell) return false;
  return std::none_of(cell.begin(), cell.end(), [&](pugi::xml_node child) {
    const ElementKind kind = markup.kind(child);
    return child != paragraph && kind != ElementKind::properties && kind != ElementKind::noise;
  });
}

std::string raw_xml(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

std::string end_tag(pugi::xml_node node) {
  return std::string("</") + node.name() + ">";
}

/// The first of the properties that stand after the blocks of `node`.
pugi::xml_node behind_blocks(const Markup& markup, pugi::xml_node node) {
  pugi::xml_node behind;
  for (pugi::xml_node child = node.last_child(); child.previous_sibling();
       child = child.previous_sibling()) {
    if (std::string_view(child.name()) == filler_name) continue;
    if (markup.kind(child) != ElementKind::properties) return behind;
    behind = child;
  }
  return {}; // Nothing but properties.
}

} // namespace

void Emitter::paragraph(pugi::xml_node node) {
  if (only_defines(source_.markup, source_.tags, node)) {
    for (pugi::xml_node child = node.first_child(); child;) {
      const auto tag = tag_of(child, source_.tags);
      child = tag ? marker(*tag, child, {}) : child.next_sibling();
    }
    return;
  }
  const pugi::xml_node sole = sole_marker(source_.markup, source_.tags, node);
  if (!sole) return whole(node);
  const PlacedTag& tag = source_.tags.tags[*tag_of(sole, source_.tags)];
  Nodes before = inside([&] {
    start(node);
    range(node.first_child(), sole);
  });
  add({SoleValue{std::move(before), Slot{tag.value, tag.form, stands_alone(source_.markup, node)},
                 end_tag(node), source_.markup.keeps_place(node)}});
}

/// Cells and stories end with a paragraph (in what shows: a table alone is not enough).
void Emitter::needing_paragraph(pugi::xml_node node) {
  if (!node.first_child()) return whole(node);
  std::string filler(source_.markup.empty_paragraph);
  if (pugi::xml_node kept = node.child(filler_name).first_child()) filler = raw_xml(kept);
  pugi::xml_node last;
  bool has_blocks = false, has_markers = false;
  for (pugi::xml_node child : node.children()) {
    const ElementKind kind = source_.markup.kind(child);
    if (tag_of(child, source_.tags)) has_markers = true;
    if (kind == ElementKind::paragraph || kind == ElementKind::table) has_blocks = true;
    if (std::string_view(child.name()) != filler_name) last = child;
  }
  const pugi::xml_node behind = behind_blocks(source_.markup, node);
  if (behind) last = behind.previous_sibling();
  const bool changes = has_markers || node.child(filler_name) ||
                       (has_blocks && source_.markup.kind(last) == ElementKind::table);
  if (!changes) return whole(node);
  start(node);
  const std::string_view name(source_.markup.paragraph_end);
  Nodes body = inside([&] { range(node.first_child(), behind); });
  add({Guard{Guard::Rule::add_when_last_is_missing, std::string(name),
             std::string(source_.markup.heading_end), std::move(filler), std::move(body)}});
  range(behind, {});
  end(node);
}

void Emitter::guarded(pugi::xml_node node, Guard::Rule rule, ElementKind needed) {
  const bool has_markers = std::any_of(node.begin(), node.end(), [&](pugi::xml_node child) {
    return tag_of(child, source_.tags).has_value();
  });
  const bool has_needed = std::any_of(node.begin(), node.end(), [&](pugi::xml_node child) {
    const ElementKind kind = source_.markup.kind(child);
    return kind == needed || kind == ElementKind::group || kind == ElementKind::list;
  });
  if (!has_markers && has_needed) return whole(node);
  Nodes body = inside([&] { whole(node); });
  const Markup& markup = source_.markup;
  const bool blocks = needed == ElementKind::paragraph;
  const std::string_view end_of_needed = needed == ElementKind::row    ? markup.row_end
                                         : needed == ElementKind::item ? markup.item_end
                                         : blocks                      ? markup.paragraph_end
                                                                       : markup.cell_end;
  add({Guard{rule, std::string(end_of_needed), blocks ? std::string(markup.heading_end) : "", "",
             std::move(body)}});
}

void Emitter::table(pugi::xml_node node) {
  const auto drop = Guard::Rule::drop_when_missing;
  if (!has_cell_tags(node)) return guarded(node, drop, ElementKind::row);
  add({FinishedTable{inside([&] { guarded(node, drop, ElementKind::row); })}});
}

/// Whether its cells repeat or merge.
bool Emitter::has_cell_tags(pugi::xml_node node) const {
  for (pugi::xml_node child : node.children()) {
    if (const auto index = tag_of(child, source_.tags)) {
      const PlacedTag& tag = source_.tags.tags[*index];
      if (tag.unit == language::Unit::cell ||
          (tag.statement && std::holds_alternative<language::CellTag>(*tag.statement)))
        return true;
    }
    if (source_.markup.kind(child) != ElementKind::table && has_cell_tags(child)) return true;
  }
  return false;
}

} // namespace saraban::fill
