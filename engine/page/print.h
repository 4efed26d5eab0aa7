// Pages as text, one item a line, and back: what tests compare and people read.
#pragma once

#include "page/page.h"

#include <functional>
#include <string>
#include <string_view>

namespace saraban::page {

enum class Detail {
  full, ///< Every glyph, lengths to the EMU: `parse` gives back equal pages.
  brief ///< A run is its place, face, size, width and text; lengths to 0.01 point.
};

/// Lengths are points. A line is a word, then values, then name=value for what is not the default;
/// text is quoted, with \" \\ \n \r \t. Items inside a tag or a transform are indented.
std::string print(const Pages& pages, Detail detail = Detail::full);

/// Where a parsed page's faces and pictures come from. Either may give nothing.
struct Sources {
  std::function<std::shared_ptr<const font::Face>(std::string_view family, bool bold, bool italic)>
      face;
  std::function<std::shared_ptr<const std::string>(std::string_view name)> picture;
};

/// What Detail::full printed; empty lines and lines starting with "# " are skipped.
/// Throws Failure (input: "pages-text", with the line) for anything else.
Pages parse(std::string_view text, const Sources& sources);

/// Where a run ends: its advances, justification and scale.
Length width(const GlyphRun& run, int units_per_em);

} // namespace saraban::page
