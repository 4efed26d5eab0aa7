// Steps of giving blocks their place in the tree.
#pragma once

#include "fill/tags.h"

namespace saraban::fill {

/// Holds, as its child, the paragraph for a cell or story that would be left without any.
inline constexpr const char* filler_name = "saraban-filler";

/// The nearest ancestor of a kind within the same story; an empty handle for none.
pugi::xml_node ancestor_of_kind(const Markup& markup, pugi::xml_node node, ElementKind kind);

/// Paragraphs and rows that hold nothing but block tags give way to their markers, as do the units
/// of {%p %}, {%tr %} and {%tc %}.
void explode(const Markup& markup, pugi::xml_node root, PartTags& tags);

/// Cell properties and conditions in place of docxtpl's cell tags.
void apply_cell_tags(const Markup& markup, PartTags& tags);

} // namespace saraban::fill
