// Lines under, over and around text, and what lies behind it.
#include "layout/paragraph/decorate.h"

#include <algorithm>

namespace saraban::layout {

namespace {

using document::Underline;
using page::Dash;

Color ink(const Style& style) {
  return style.format->color;
}

Length units(const Style& style, int value) {
  return style.drawn.scaled(value, style.choice->face->metrics().units_per_em);
}

/// How an underline kind is drawn.
struct Pen {
  Dash dash = Dash::solid;
  int thickness = 1; ///< Times the font's.
  bool twice = false;
};

Pen pen_of(Underline kind) {
  switch (kind) {
  case Underline::double_line:
    return {Dash::solid, 1, true};
  case Underline::thick:
    return {Dash::solid, 2, false};
  case Underline::dotted:
    return {Dash::dotted, 1, false};
  case Underline::dotted_heavy:
    return {Dash::dotted, 2, false};
  case Underline::dash:
  case Underline::dash_long:
    return {Dash::dashed, 1, false};
  case Underline::dash_heavy:
  case Underline::dash_long_heavy:
    return {Dash::dashed, 2, false};
  case Underline::dot_dash:
    return {Dash::dot_dash, 1, false};
  case Underline::dot_dash_heavy:
    return {Dash::dot_dash, 2, false};
  case Underline::dot_dot_dash:
    return {Dash::dot_dot_dash, 1, false};
  case Underline::dot_dot_dash_heavy:
    return {Dash::dot_dot_dash, 2, false};
  case Underline::wave:
    return {Dash::wave, 1, false};
  case Underline::wave_heavy:
    return {Dash::wave, 2, false};
  case Underline::wave_double:
    return {Dash::wave, 1, true};
  case Underline::none:
  case Underline::single:
  case Underline::words:
    break;
  }
  return {};
}

void rule(Length left, Length right, Length y, Length width, Color color, Dash dash,
          std::vector<page::Item>& out) {
  out.emplace_back(page::Rule{{left, y}, {right, y}, width, color, dash});
}

bool same_background(const Style& a, const Style& b) {
  return a.format->background == b.format->background;
}
bool same_underline(const Style& a, const Style& b) {
  return a.format->underline == b.format->underline && ink(a) == ink(b) &&
         a.format->underline_color == b.format->underline_color && a.raise == b.raise;
}
bool same_strike(const Style& a, const Style& b) {
  return a.format->strike == b.format->strike && ink(a) == ink(b) && a.size == b.size &&
         a.raise == b.raise;
}
bool same_border(const Style& a, const Style& b) {
  return a.format->border == b.format->border;
}

} // namespace

void Decorator::extend(std::vector<Span>& spans, const Stretch& stretch,
                       bool (*same)(const Style&, const Style&)) {
  if (!spans.empty() && spans.back().right == stretch.left &&
      same(*spans.back().style, *stretch.style)) {
    spans.back().right = stretch.right;
    if (stretch.style->size > spans.back().style->size) spans.back().style = stretch.style;
    return;
  }
  spans.push_back({stretch.style, stretch.left, stretch.right, stretch.baseline});
}

void Decorator::add(const Stretch& stretch) {
  const document::RunFormat& format = *stretch.style->format;
  if (format.background) extend(backgrounds_, stretch, same_background);
  if (stretch.hangs) return;
  if (format.underline != Underline::none &&
      !(format.underline == Underline::words && stretch.is_space))
    extend(underlines_, stretch, same_underline);
  if (format.strike != document::Strike::none) extend(strikes_, stretch, same_strike);
  if (format.border) extend(borders_, stretch, same_border);
}

void Decorator::finish(std::vector<page::Item>& behind, std::vector<page::Item>& on) {
  for (const Span& span : backgrounds_) {
    const Style& style = *span.style;
    const Length top = span.baseline - style.raise - style.ascent;
    behind.emplace_back(
        page::Fill{{span.left, top, span.right - span.left, style.ascent + style.descent},
                   *style.format->background});
  }
  for (const Span& span : underlines_) {
    const Style& style = *span.style;
    const font::Metrics& metrics = style.choice->face->metrics();
    const Pen pen = pen_of(style.format->underline);
    const Length width = std::max(units(style, metrics.underline_thickness), points(0.25));
    const Length y = span.baseline - style.raise - units(style, metrics.underline_position);
    const Color color = style.format->underline_color.value_or(ink(style));
    rule(span.left, span.right, y, width * pen.thickness, color, pen.dash, on);
    if (pen.twice) rule(span.left, span.right, y + width * 2, width, color, pen.dash, on);
  }
  for (const Span& span : strikes_) {
    const Style& style = *span.style;
    const font::Metrics& metrics = style.choice->face->metrics();
    const Length width = std::max(units(style, metrics.strikeout_thickness), points(0.25));
    const Length y = span.baseline - style.raise - units(style, metrics.strikeout_position);
    if (style.format->strike == document::Strike::single) {
      rule(span.left, span.right, y, width, ink(style), Dash::solid, on);
    } else {
      rule(span.left, span.right, y - width, width, ink(style), Dash::solid, on);
      rule(span.left, span.right, y + width, width, ink(style), Dash::solid, on);
    }
  }
  for (const Span& span : borders_) {
    const Style& style = *span.style;
    const document::Border& border = style.format->border;
    const Length top = span.baseline - style.raise - style.ascent;
    const Length bottom = span.baseline - style.raise + style.descent;
    rule(span.left, span.right, top, border.width, border.color, Dash::solid, on);
    rule(span.left, span.right, bottom, border.width, border.color, Dash::solid, on);
    for (const Length x : {span.left, span.right})
      on.emplace_back(page::Rule{{x, top}, {x, bottom}, border.width, border.color, Dash::solid});
  }
}

Color text_color(const Style& style, const document::ParagraphFormat& paragraph) {
  if (!style.format->automatic_color) return style.format->color;
  const std::optional<Color> ground =
      style.format->background ? style.format->background : paragraph.background;
  if (!ground) return style.format->color;
  const int light = 299 * ground->red + 587 * ground->green + 114 * ground->blue;
  return light < 60 * 1000 ? white : style.format->color;
}

} // namespace saraban::layout
