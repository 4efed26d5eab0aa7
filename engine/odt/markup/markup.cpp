// OpenDocument text's words for what fill works with (ODF 1.3 Part 3).
// Support: [X] body, headers, footers, notes, annotations, frames, shapes, sections, lists, tables
//          [X] links' targets, alternative texts, fields' texts, user fields, metadata
//          [X] placeholders, variables and database fields bound by name  [-] charts, formulas
#include "odt/markup/markup.h"

#include "odt/markup/markup_parts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace saraban::odt {
namespace {

using fill::ElementKind;
using fill::IdKind;

constexpr std::pair<std::string_view, ElementKind> kind_table[] = {
    {"text:p", ElementKind::paragraph},
    {"text:h", ElementKind::paragraph},
    {"text:span", ElementKind::run},
    {"text:s", ElementKind::character},
    {"text:tab", ElementKind::character},
    {"text:line-break", ElementKind::character},
    {"text:a", ElementKind::group},
    {"text:meta", ElementKind::group},
    {"loext:content-control", ElementKind::group},
    {"text:ruby", ElementKind::group},
    {"text:ruby-base", ElementKind::group},
    {"text:section", ElementKind::group},
    {"text:list", ElementKind::list},
    {"text:list-item", ElementKind::item},
    {"text:list-header", ElementKind::item},
    {"table:table-rows", ElementKind::group},
    {"table:table-header-rows", ElementKind::group},
    {"table:table-row-group", ElementKind::group},
    {"text:section-source", ElementKind::properties},
    {"table:title", ElementKind::properties},
    {"table:desc", ElementKind::properties},
    {"table:table-column", ElementKind::properties},
    {"table:table-columns", ElementKind::properties},
    {"table:table-header-columns", ElementKind::properties},
    {"table:table-column-group", ElementKind::properties},
    {"draw:enhanced-geometry", ElementKind::properties},
    {"draw:glue-point", ElementKind::properties},
    {"dc:creator", ElementKind::properties},
    {"dc:date", ElementKind::properties},
    {"meta:date-string", ElementKind::properties},
    {"meta:creator-initials", ElementKind::properties},
    {"text:bookmark", ElementKind::mark},
    {"text:bookmark-start", ElementKind::mark},
    {"text:bookmark-end", ElementKind::mark},
    {"text:reference-mark", ElementKind::mark},
    {"text:reference-mark-start", ElementKind::mark},
    {"text:reference-mark-end", ElementKind::mark},
    {"text:alphabetical-index-mark", ElementKind::mark},
    {"text:alphabetical-index-mark-start", ElementKind::mark},
    {"text:alphabetical-index-mark-end", ElementKind::mark},
    {"text:toc-mark", ElementKind::mark},
    {"text:toc-mark-start", ElementKind::mark},
    {"text:toc-mark-end", ElementKind::mark},
    {"text:user-index-mark", ElementKind::mark},
    {"text:user-index-mark-start", ElementKind::mark},
    {"text:user-index-mark-end", ElementKind::mark},
    {"text:change", ElementKind::mark},
    {"text:change-start", ElementKind::mark},
    {"text:change-end", ElementKind::mark},
    {"office:annotation-end", ElementKind::mark},
    {"text:soft-page-break", ElementKind::noise},
    {"text:number", ElementKind::noise},
    {"text:tracked-changes", ElementKind::deleted},
    {"table:table", ElementKind::table},
    {"table:table-row", ElementKind::row},
    {"table:table-cell", ElementKind::cell},
    {"table:covered-table-cell", ElementKind::cell},
    {"draw:text-box", ElementKind::story},
    {"draw:custom-shape", ElementKind::story},
    {"draw:rect", ElementKind::story},
    {"draw:line", ElementKind::story},
    {"draw:polyline", ElementKind::story},
    {"draw:polygon", ElementKind::story},
    {"draw:regular-polygon", ElementKind::story},
    {"draw:path", ElementKind::story},
    {"draw:circle", ElementKind::story},
    {"draw:ellipse", ElementKind::story},
    {"draw:connector", ElementKind::story},
    {"draw:measure", ElementKind::story},
    {"draw:caption", ElementKind::story},
    {"text:note-body", ElementKind::story},
    {"office:annotation", ElementKind::story},
    {"style:header", ElementKind::story},
    {"style:header-left", ElementKind::story},
    {"style:header-first", ElementKind::story},
    {"style:footer", ElementKind::story},
    {"style:footer-left", ElementKind::story},
    {"style:footer-first", ElementKind::story},
    {"loext:header-first", ElementKind::story},
    {"loext:footer-first", ElementKind::story}};

const std::unordered_map<std::string_view, ElementKind>& kinds() {
  static const std::unordered_map<std::string_view, ElementKind> table(std::begin(kind_table),
                                                                       std::end(kind_table));
  return table;
}

/// text:s stands for text:c spaces, of which the longest a tag can hold count (6.1.3).
std::string_view character(pugi::xml_node node) {
  static const std::string spaces(256, ' ');
  const std::string_view name = node.name();
  if (name == "text:tab") return "\t";
  if (name == "text:line-break") return "\n";
  const auto count = std::clamp(node.attribute("text:c").as_int(1), 0, 256);
  return std::string_view(spaces).substr(0, static_cast<std::size_t>(count));
}

/// The style, without which the paragraph's look would change.
void copy_format(pugi::xml_node from, pugi::xml_node to) {
  to.set_name("text:p");
  for (const char* name : {"text:style-name", "text:cond-style-name"})
    if (const pugi::xml_attribute style = from.attribute(name)) to.append_copy(style);
}

/// Objects by what shows them to people and to formulas.
bool is_named_object(std::string_view element, std::string_view attribute) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> named{
      {{"table:table", "table:name"},
       {"text:section", "text:name"},
       {"text:table-of-content", "text:name"},
       {"draw:frame", "draw:name"}}};
  const bool listed =
      std::find(named.begin(), named.end(), std::pair(element, attribute)) != named.end();
  return listed || (attribute == "draw:name" && element.starts_with("draw:"));
}

IdKind id_of_link(pugi::xml_node node, std::string_view name, std::string_view target) {
  if (target.find("%7B") != target.npos || target.find("%7b") != target.npos) return IdKind::link;
  if (target.starts_with('#') && name == "text:a") return IdKind::bookmark_reference;
  const bool is_part = name == "draw:image" || name == "style:background-image";
  return is_part && !node.attribute("xlink:href").empty() && target.find(':') == target.npos
             ? IdKind::relation
             : IdKind::none;
}

IdKind id_of_text(std::string_view name, std::string_view key) {
  const bool bookmark =
      name.starts_with("text:bookmark") || name.starts_with("text:reference-mark");
  if (key == "text:name" && bookmark) return IdKind::bookmark_name;
  const bool reference = name == "text:bookmark-ref" || name == "text:reference-ref";
  if (key == "text:ref-name" && reference) return IdKind::bookmark_reference;
  if (key == "text:ref-name" && name == "text:note-ref") return IdKind::element_reference;
  if (key == "text:id") return IdKind::element;
  return key == "text:continue-list" ? IdKind::element_reference : IdKind::none;
}

IdKind id(pugi::xml_node node, pugi::xml_attribute attribute) {
  const std::string_view name = node.name(), key = attribute.name();
  if (key == "xml:id" || key == "form:id" || key == "draw:id") return IdKind::element;
  if (key == list_name_attribute || key == style_prefix_attribute) return IdKind::internal;
  if (key == "xlink:href") return id_of_link(node, name, attribute.value());
  if (key == "draw:control" || key == "draw:start-shape" || key == "draw:end-shape" ||
      key == "draw:caption-id" || key == "form:for")
    return IdKind::element_reference;
  if (key == "office:name" && name.starts_with("office:annotation")) return IdKind::bookmark_name;
  if (is_named_object(name, key)) return IdKind::name;
  return key.starts_with("text:") ? id_of_text(name, key) : IdKind::none;
}

PlaceStep place_of_story(pugi::xml_node story) {
  const std::string_view name = story.name();
  if (name == "office:annotation") return {"comment", 0, ""};
  if (name == "text:note-body") {
    const pugi::xml_node note = story.parent();
    const bool end = std::string_view(note.attribute("text:note-class").value()) == "endnote";
    return {end ? "endnote" : "footnote", note.child("text:note-citation").text().as_int(), ""};
  }
  if (name.find(":header") != name.npos) return {"header", 0, ""};
  if (name.find(":footer") != name.npos) return {"footer", 0, ""};
  return {"text-box", 0, ""};
}

std::string link_open(const std::string& target) {
  return "<text:a xlink:type=\"simple\" xlink:href=\"" + target + "\">";
}

} // namespace

fill::ElementKind kind_of(pugi::xml_node node) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
    return holds_text(node.parent()) ? ElementKind::text : ElementKind::noise;
  if (node.type() != pugi::node_element) return ElementKind::noise;
  const auto found = kinds().find(node.name());
  return found == kinds().end() ? ElementKind::other : found->second;
}

bool holds_text(pugi::xml_node node) {
  const auto found = kinds().find(node.name());
  if (found == kinds().end()) return false;
  if (found->second == ElementKind::paragraph || found->second == ElementKind::run) return true;
  const std::string_view name = node.name();
  return name == "text:a" || name == "text:ruby-base" || name == "text:meta" ||
         name == "loext:content-control";
}

const fill::Markup& markup() {
  static const fill::Markup words = [] {
    fill::Markup m{};
    m.kind = kind_of;
    m.character = character;
    m.keeps_place = [](pugi::xml_node) { return false; };
    m.copy_format = copy_format;
    m.give_up_place = [](pugi::xml_node) {};
    m.id = id;
    // Attributes alone name bookmarks: id() says which.
    m.bookmark_named = [](pugi::xml_node, std::string_view) { return std::string_view(); };
    m.place_of_story = place_of_story;
    m.may_hold_tags = may_hold_tags;
    m.prepare = prepare;
    m.settle = settle;
    m.tidy = tidy;
    m.signatures = "META-INF/documentsignatures.xml";
    m.parts = parts_to_fill;
    m.read_facts = read_facts;
    m.list_of = list_of;
    m.set_list = [](pugi::xml_node, const std::string&) {};
    m.link_templates = link_templates;
    m.text_form = text_form;
    m.empty_paragraph = "<text:p></text:p>";
    m.paragraph_end = "</text:p>", m.heading_end = "</text:h>", m.item_end = "</text:list-item>";
    m.row_end = "</table:table-row>", m.cell_end = "</table:table-cell>";
    m.adopt = adopt;
    m.carried_styles = carried_styles;
    m.add_styles = add_styles;
    m.set_cell = set_cell;
    m.picture = write_picture;
    m.annotated = annotated;
    m.code = write_code;
    m.field_open = write_field_open;
    m.field_close = write_field_close;
    m.leader = write_leader;
    m.link_targets = fill::LinkTargets::in_place;
    m.link_open = link_open;
    m.link_close = "</text:a>";
    m.relations = relations;
    m.relation_name = relation_name;
    m.rich = rich_markup();
    m.finish_table = finish_table;
    m.finish_part = [](std::string& xml) {
      color_cells(xml);
      drop_unused_styles(xml);
    };
    m.add = add_to_package;
    m.list_goes_on = list_goes_on;
    m.list_name = [](const fill::Facts&, std::size_t) { return std::string(); };
    return m;
  }();
  return words;
}

} // namespace saraban::odt
