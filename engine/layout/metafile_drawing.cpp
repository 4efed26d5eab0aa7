// Metafiles as ink: their figures as paths, their text in the document's first format, scaled.
#include "layout/metafile_drawing.h"

#include "document/symbols.h"
#include "layout/catchword.h"
#include "layout/metafile/metafile.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::layout {

namespace {

constexpr double capital_height = 0.8; ///< Of a font's size: what stands above the baseline.

double number(Length length) {
  return static_cast<double>(length.emu);
}

void paint_text(Fragment& fragment, const metafile::Text& text, Context& context) {
  const document::Document& document = context.document;
  if (document.run_formats.empty() || document.paragraph_formats.empty()) return;
  const Length format_size = document.run_formats.front().latin.size;
  if (format_size <= Length{} || text.size <= Length{}) return;
  const bool symbols = document::is_symbol_font(text.family);
  TextLine line = lay_text(symbols ? document::from_symbol_font(text.text, text.family) : text.text,
                           0, 0, context);
  const double scale = number(text.size) / number(format_size);
  const double angle = text.turn * std::numbers::pi / 180;
  const double c = std::cos(angle) * scale, s = std::sin(angle) * scale;
  const double left = number(line.fragment.size.width) * text.across;
  const double down = number(line.baseline) - number(format_size) * capital_height * text.down;
  page::Transform transform;
  transform.matrix = {c,
                      s,
                      -s,
                      c,
                      number(text.at.x) - c * left + s * down,
                      number(text.at.y) - s * left - c * down};
  fragment.items.emplace_back(transform);
  append(fragment.items, std::move(line.fragment.items), {});
  fragment.items.emplace_back(page::Restore{});
}

/// The whole picture's box, of which the crop leaves `size`.
Rect whole_box(const document::Crop& crop, Size size) {
  const auto whole = [](Length shown, int before, int after) {
    const int share = std::max(100'000 - before - after, 1'000);
    return shown.scaled(100'000, share);
  };
  Rect box;
  box.width = whole(size.width, crop.left, crop.right);
  box.height = whole(size.height, crop.top, crop.bottom);
  box.x = Length{} - box.width.scaled(crop.left, 100'000);
  box.y = Length{} - box.height.scaled(crop.top, 100'000);
  return box;
}

} // namespace

bool paint_metafile(Fragment& fragment, std::string_view bytes, const document::Crop& crop,
                    Size size, Context& context) {
  const Rect box = whole_box(crop, size);
  auto items = metafile::draw(bytes, {box.width, box.height});
  if (!items) return false;
  page::Transform transform;
  transform.matrix[4] = number(box.x);
  transform.matrix[5] = number(box.y);
  transform.clip = Rect{Length{} - box.x, Length{} - box.y, size.width, size.height};
  fragment.items.emplace_back(transform);
  for (metafile::Item& item : *items) {
    if (auto* path = std::get_if<page::Path>(&item))
      fragment.items.emplace_back(std::move(*path));
    else
      paint_text(fragment, std::get<metafile::Text>(item), context);
  }
  fragment.items.emplace_back(page::Restore{});
  return true;
}

} // namespace saraban::layout
