// A byte of a paragraph's text, as document::PageStart counts, to a place in its runs.
#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>

namespace saraban::docx {

/// Just before byte `offset`: inside a text element, or before an element (then `byte` is 0).
struct TextPlace {
  pugi::xml_node element; ///< w:t, or another child of a run.
  std::size_t byte = 0;   ///< Of its text.
};

/// Nothing when the paragraph's text ends before.
std::optional<TextPlace> text_place(pugi::xml_node paragraph, std::size_t offset);
/// Bytes of the paragraph's text.
std::size_t text_length(pugi::xml_node paragraph);

} // namespace saraban::docx
