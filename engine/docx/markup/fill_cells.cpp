// Cell properties that docxtpl's cell tags set (ECMA-376 17.4.69).
#include "docx/markup/markup_parts.h"

#include <algorithm>
#include <cstring>

namespace saraban::docx {
namespace {

constexpr const char* order[] = {
    "w:cnfStyle", "w:tcW",   "w:gridSpan",      "w:hMerge",    "w:vMerge", "w:tcBorders", "w:shd",
    "w:noWrap",   "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark"};

std::ptrdiff_t rank_of(const char* name) {
  return std::find_if(std::begin(order), std::end(order),
                      [&](const char* known) { return std::strcmp(known, name) == 0; }) -
         std::begin(order);
}

/// The cell's property of that name without what it said, made in its place when absent.
pugi::xml_node fresh_property(pugi::xml_node cell, const char* name) {
  pugi::xml_node properties = cell.child("w:tcPr");
  if (!properties) properties = cell.prepend_child("w:tcPr");
  properties.remove_child(name);
  for (pugi::xml_node child : properties.children())
    if (rank_of(child.name()) > rank_of(name)) return properties.insert_child_before(name, child);
  return properties.append_child(name);
}

} // namespace

void set_cell(pugi::xml_node cell, language::CellTag::Kind kind, const std::string& operand) {
  using Kind = language::CellTag::Kind;
  const auto set = [&](const char* property, const std::string& value) {
    fresh_property(cell, property).append_attribute("w:val") = value.c_str();
  };
  if (kind == Kind::colspan) set("w:gridSpan", "{{" + operand + "}}");
  if (kind == Kind::horizontal_merge) {
    const int span = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1);
    set("w:gridSpan", "{{ " + std::to_string(span) + " * loop.length }}");
  }
  if (kind == Kind::vertical_merge)
    set("w:vMerge", "{% if loop.first %}restart{% else %}continue{% endif %}");
  if (kind != Kind::cell_background) return;
  pugi::xml_node shading = fresh_property(cell, "w:shd");
  shading.append_attribute("w:val") = "clear";
  shading.append_attribute("w:color") = "auto";
  shading.append_attribute("w:fill") = ("{{" + operand + "}}").c_str();
}

} // namespace saraban::docx
