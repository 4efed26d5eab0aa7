// docxtpl's tags for cells: {% colspan n %}, {% cellbg 'FF0000' %}, {% hm %}, {% vm %}.
#include "fill/shape.h"

namespace saraban::fill {
namespace {

using Kind = language::CellTag::Kind;

/// What stands between the tag's word and its end.
std::string operand_of(const std::string& tag) {
  std::size_t begin = tag.find_first_not_of("{%-+ ");
  begin = tag.find_first_of(" \t\xC2", std::min(begin, tag.size()));
  const std::size_t end = tag.rfind('%');
  if (begin == std::string::npos || end == std::string::npos || end <= begin) return "";
  return tag.substr(begin, end - begin);
}

class CellTags {
public:
  CellTags(const Markup& markup, PartTags& tags) : markup_(markup), tags_(tags) {}

  void apply(std::size_t index) {
    const PlacedTag tag = tags_.tags[index]; // Tags are added below: no reference.
    const Kind kind = std::get<language::CellTag>(*tag.statement).kind;
    pugi::xml_node cell = ancestor_of_kind(markup_, tag.marker, ElementKind::cell);
    if (!cell) return;
    markup_.set_cell(cell, kind, operand_of(tag.where->tag));
    if (kind == Kind::vertical_merge) first_pass_only(tag, first_block(cell), {});
    if (kind == Kind::horizontal_merge) first_pass_only(tag, cell, cell.next_sibling());
  }

private:
  pugi::xml_node first_block(pugi::xml_node cell) const {
    for (pugi::xml_node child : cell.children())
      if (markup_.kind(child) != ElementKind::properties) return child;
    return {};
  }

  /// What stands from `begin` up to `end` is written in the first pass of the loop round it.
  void first_pass_only(const PlacedTag& tag, pugi::xml_node begin, pugi::xml_node end) {
    if (!begin) return;
    pugi::xml_node parent = begin.parent();
    pugi::xml_node opening = parent.insert_child_before(marker_name, begin);
    pugi::xml_node closing =
        end ? parent.insert_child_before(marker_name, end) : parent.append_child(marker_name);
    const std::size_t group = tags_.groups.size();
    tags_.groups.push_back({{tags_.tags.size(), tags_.tags.size() + 1}, true});
    add(tag, opening, "if loop.first", group, TagRole::open);
    add(tag, closing, "endif", group, TagRole::close);
  }
  void add(const PlacedTag& like, pugi::xml_node marker, std::string_view statement,
           std::size_t group, TagRole role) {
    Diagnostics unheard;
    PlacedTag tag = like;
    tag.statement = language::parse_statement(statement, *like.where, unheard);
    tag.marker = marker, tag.group = group, tag.role = role;
    marker.append_attribute("n") = static_cast<unsigned long long>(tags_.tags.size());
    tags_.tags.push_back(std::move(tag));
  }

  const Markup& markup_;
  PartTags& tags_;
};

} // namespace

void apply_cell_tags(const Markup& markup, PartTags& tags) {
  CellTags cells(markup, tags);
  const std::size_t count = tags.tags.size();
  for (std::size_t i = 0; i < count; ++i)
    if (tags.tags[i].statement &&
        std::holds_alternative<language::CellTag>(*tags.tags[i].statement))
      cells.apply(i);
}

} // namespace saraban::fill
