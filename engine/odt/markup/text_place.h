// A byte of a paragraph's text, as document::PageStart counts, to a place in its tree.
#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>

namespace saraban::odt {

/// Just before byte `offset`: inside characters, or before an element (then `byte` is 0).
struct TextPlace {
  pugi::xml_node node;  ///< Characters, or an element that stands for some.
  std::size_t byte = 0; ///< Of the characters as they are written.
};

/// Nothing when the paragraph's text ends before.
std::optional<TextPlace> text_place(pugi::xml_node paragraph, std::size_t offset);

} // namespace saraban::odt
