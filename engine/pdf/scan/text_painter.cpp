// Text objects to characters at places.
#include "pdf/scan/text_painter.h"

#include <algorithm>
#include <utility>

namespace saraban::pdf::scan {
namespace {

constexpr std::size_t most_glyphs = 400'000;
constexpr std::size_t deepest = 256;

} // namespace

void TextPainter::begin() {
  text_ = line_ = Matrix{};
}

void TextPainter::set_matrix(const Matrix& matrix) {
  text_ = line_ = matrix;
}

void TextPainter::move(double x, double y) {
  line_ = Matrix{1, 0, 0, 1, x, y}.then(line_);
  text_ = line_;
}

void TextPainter::next_line(const GraphicsState& state) {
  move(0, -state.leading);
}

void TextPainter::open(std::optional<std::string> actual) {
  if (marked_.size() < deepest) marked_.push_back({std::move(actual), false});
}

void TextPainter::close() {
  if (!marked_.empty()) marked_.pop_back();
}

/// The outermost content that says what its text is wins; its first character says all of it.
std::string TextPainter::text_of(const Shown& shown) {
  for (Marked& marked : marked_) {
    if (!marked.actual) continue;
    if (std::exchange(marked.said, true)) return "";
    return *marked.actual;
  }
  return shown.text;
}

void TextPainter::show_one(const Shown& shown, const GraphicsState& state) {
  const Matrix to_page =
      Matrix{state.scale, 0, 0, 1, 0, state.rise}.then(text_).then(state.to_page);
  const double advance = shown.width * state.size;
  const Vector along = to_page.turn({1, 0});
  Glyph glyph;
  glyph.text = text_of(shown);
  glyph.origin = to_point(to_page.apply({0, 0}));
  glyph.advance = to_point({length(to_page.turn({advance, 0})), 0}).x;
  glyph.size = to_point({length(to_page.turn({0, state.size})), 0}).x;
  glyph.font = state.font_index;
  const bool right = along.x > 0 && std::abs(along.y) < 0.05 * along.x;
  if (!right || state.font->vertical) glyph.heading = Heading::turned;
  if (out_.glyphs.size() < most_glyphs)
    out_.glyphs.push_back(std::move(glyph));
  else
    out_.truncated = true;
  const double spacing = state.character_spacing + (shown.space ? state.word_spacing : 0);
  if (state.font->vertical)
    text_ = Matrix{1, 0, 0, 1, 0, -state.size + spacing}.then(text_);
  else
    text_ = Matrix{1, 0, 0, 1, (advance + spacing) * state.scale, 0}.then(text_);
}

void TextPainter::show(const std::string& bytes, const GraphicsState& state) {
  if (!state.font) return;
  decode(*state.font, bytes, [&](const Shown& shown) { show_one(shown, state); });
}

void TextPainter::skip(double thousandths, const GraphicsState& state) {
  const double by = -thousandths / 1000 * state.size;
  if (state.font && state.font->vertical)
    text_ = Matrix{1, 0, 0, 1, 0, by}.then(text_);
  else
    text_ = Matrix{1, 0, 0, 1, by * state.scale, 0}.then(text_);
}

void TextPainter::show(const std::vector<Operand>& items, const GraphicsState& state) {
  for (const Operand& item : items) {
    if (item.kind == Operand::Kind::number) skip(item.number, state);
    if (item.kind == Operand::Kind::string) show(item.text, state);
  }
}

} // namespace saraban::pdf::scan
