// Space between paragraphs: contextual, automatic and plain (ECMA-376 17.3.1.9, 17.3.1.33).
#include "layout/spacing.h"

#include <algorithm>

namespace saraban::layout {

namespace {

constexpr Length automatic = twips(280);

bool contextual(const document::ParagraphFormat& format, const document::ParagraphFormat* other) {
  return format.contextual_spacing && other && other->style == format.style;
}

} // namespace

Length space_before(const document::ParagraphFormat& format,
                    const document::ParagraphFormat* previous) {
  if (contextual(format, previous)) return {};
  return format.automatic_before ? automatic : format.space_before;
}

Length space_after(const document::ParagraphFormat& format, const document::ParagraphFormat* next) {
  if (contextual(format, next)) return {};
  return format.automatic_after ? automatic : format.space_after;
}

Length space_between(const document::ParagraphFormat* previous,
                     const document::ParagraphFormat* next, const document::Settings& settings) {
  const Length after = previous ? space_after(*previous, next) : Length{};
  Length before = next ? space_before(*next, previous) : Length{};
  const bool in_pairs = settings.contextual_spacing == document::ContextualSpacing::pairs;
  if (in_pairs && !settings.word_spacing_rules && next &&
      !(previous && contextual(*previous, next)))
    before = space_before(*next, nullptr);
  return joined(after, before, settings);
}

Length joined(Length after, Length before, const document::Settings& settings) {
  return settings.word_spacing_rules ? std::max(after, before) : after + before;
}

bool has_borders(const document::Borders& borders) {
  return borders.top || borders.right || borders.bottom || borders.left || borders.between ||
         borders.bar;
}

bool share_borders(const document::ParagraphFormat& a, const document::ParagraphFormat& b) {
  const auto left = [](const document::ParagraphFormat& format) {
    return format.indent_start + std::min(format.indent_first, Length{});
  };
  return a.borders == b.borders && left(a) == left(b) && a.indent_end == b.indent_end;
}

} // namespace saraban::layout
