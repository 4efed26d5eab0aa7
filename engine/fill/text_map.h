// The text of a paragraph, whatever its runs, and the way back to them.
#pragma once

#include "fill/markup.h"

#include <string>
#include <vector>

namespace saraban::fill {

/// A stretch of a paragraph's text: an element of kind text, or one that stands for a character.
struct Leaf {
  pugi::xml_node node;
  std::size_t begin = 0, end = 0; ///< Bytes of the paragraph's text.
  bool is_text = true;
};

struct TextMap {
  std::string text;
  std::vector<Leaf> leaves;
};

/// Nested paragraphs (text boxes) and tracked deletions are not part of it.
TextMap map_text(const Markup& markup, pugi::xml_node paragraph);

std::string_view leaf_text(const Leaf& leaf);
void set_leaf_text(pugi::xml_node leaf, const std::string& text);

/// Moves `node` out of its parent by cutting the parent in two; both halves keep the parent's
/// properties, a half without content is left out. Returns the half before (or an empty handle).
void lift(const Markup& markup, pugi::xml_node node);
/// Lifts until `node` is a child of `ancestor`.
void lift_to(const Markup& markup, pugi::xml_node node, pugi::xml_node ancestor);

} // namespace saraban::fill
