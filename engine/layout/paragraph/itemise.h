// Stage 2 of a paragraph: text cut into measured units, each of one style and one script.
#pragma once

#include "layout/paragraph/collect.h"

namespace saraban::layout {

/// `breaks` has an entry for each byte of the text and its end (text/breaks.h).
std::vector<Unit> itemise(const document::Paragraph& paragraph, const Collected& collected,
                          const std::vector<text::Opportunity>& breaks, Context& context);

/// Units of glyphs for `word`, which begins at byte `start` of the paragraph's text, in one style,
/// with other faces where its own lacks a character.
void append_words(std::string_view word, std::uint32_t start, text::Script script,
                  const Style& style, Context& context, std::vector<Unit>& out);

} // namespace saraban::layout
