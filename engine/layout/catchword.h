// The first words of the next page at the foot of a page (thai.md A3).
#pragma once

#include "layout/opening.h"

namespace saraban::layout {

/// "/๔. การบริหาร..." for a page that begins with `opening`: the author's choice, or the list label
/// and the first dictionary words; empty for none.
std::string catchword_of(const Opening& opening, const document::Catchword& settings);

/// Height of a catchword's line.
Length catchword_height(const Opening& opening, Context& context);

/// The catchword right-aligned in a column `width` wide, its line's top at 0.
Fragment lay_catchword(const std::string& text, const Opening& opening, Length width,
                       Context& context);

/// Text on one line in a paragraph's formats, its left edge at 0: catchwords, line numbers.
struct TextLine {
  Fragment fragment;
  Length baseline;
};
TextLine lay_text(const std::string& text, std::uint32_t paragraph_format,
                  document::FormatIndex format, Context& context);

} // namespace saraban::layout
