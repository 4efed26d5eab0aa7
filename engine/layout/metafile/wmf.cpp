// Windows metafiles of 16-bit numbers ([MS-WMF] 2.3); parameters stand in reverse order.
#include "base/utf8.h"
#include "layout/metafile/canvas.h"
#include "layout/metafile/kinds.h"

#include <algorithm>

namespace saraban::layout::metafile {

namespace {

using Paint = Canvas::Paint;

constexpr std::uint32_t placeable_key = 0x9AC6CDD7;

struct Record {
  std::uint32_t type = 0;
  Bytes words; ///< Without its head.

  double number(std::size_t index) const { return words.i16(index * 2); }
  /// y, then x.
  Spot at(std::size_t index) const { return {number(index + 1), number(index)}; }
};

std::vector<Spot> points_of(Bytes bytes, std::size_t from, std::size_t count) {
  if (from >= bytes.size()) return {};
  count = std::min(count, (bytes.size() - from) / 4);
  std::vector<Spot> points;
  points.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    points.push_back({double(bytes.i16(from + i * 4)), double(bytes.i16(from + i * 4 + 2))});
  return points;
}

page::Dash dash_of(std::uint32_t style) {
  constexpr page::Dash dashes[] = {page::Dash::solid, page::Dash::dashed, page::Dash::dotted,
                                   page::Dash::dot_dash, page::Dash::dot_dot_dash};
  return style < std::size(dashes) ? dashes[style] : page::Dash::solid;
}

std::string family_of(Bytes font) {
  const std::string_view name = font.part(18, 32).view();
  return std::string(name.substr(0, name.find('\0')));
}

bool play_object(Canvas& canvas, const Record& r) {
  constexpr std::uint32_t no_pen = 5, no_brush = 1;
  switch (r.type) {
  case 0x02FA:
    canvas.define_next(Pen{r.words.u16(0) != no_pen, r.number(1), color_of(r.words.u32(6)),
                           dash_of(r.words.u16(0) & 0xF)});
    return true;
  case 0x02FC:
    canvas.define_next(Brush{r.words.u16(0) != no_brush, color_of(r.words.u32(2))});
    return true;
  case 0x02FB:
    canvas.define_next(Font{r.number(0), r.number(2) / 10, family_of(r.words)});
    return true;
  case 0x00F7:
  case 0x0142:
  case 0x01F9:
  case 0x06FF:
    canvas.define_next({});
    return true;
  case 0x012D:
    canvas.select(r.words.u16(0));
    return true;
  case 0x01F0:
    canvas.forget(r.words.u16(0));
    return true;
  default:
    return false;
  }
}

bool play_state(Canvas& canvas, const Record& r) {
  switch (r.type) {
  case 0x020B:
    canvas.mapping().window_origin = r.at(0);
    return true;
  case 0x020C:
    canvas.mapping().window = r.at(0);
    return true;
  case 0x0106:
    canvas.even_odd = r.words.u16(0) != 2;
    return true;
  case 0x012E:
    canvas.text_alignment = r.words.u16(0);
    return true;
  case 0x001E:
    canvas.save();
    return true;
  case 0x0127:
    canvas.restore(r.words.i16(0));
    return true;
  case 0x0214:
    canvas.place(r.at(0));
    return true;
  default:
    return false;
  }
}

void play_polys(Canvas& canvas, const Record& r) {
  const std::size_t parts = r.words.u16(0);
  std::size_t from = 2 + parts * 2;
  for (std::size_t i = 0; i < parts; ++i) {
    const auto points = points_of(r.words, from, r.words.u16(2 + i * 2));
    from += points.size() * 4;
    canvas.polygon(points);
  }
  canvas.paint(Paint::both);
}

void play_text(Canvas& canvas, std::string_view bytes, Spot at) {
  std::string text;
  for (const char c : bytes)
    if (static_cast<unsigned char>(c) >= 0x20) append_utf8(text, static_cast<unsigned char>(c));
  canvas.text(std::move(text), at);
}

void play_texts(Canvas& canvas, const Record& r) {
  if (r.type == 0x0A32) { // ExtTextOut: a rectangle may stand before the string.
    const bool boxed = r.words.u16(6) & 6;
    play_text(canvas, r.words.part(boxed ? 16 : 8, r.words.u16(4)).view(), r.at(0));
  } else if (r.type == 0x0521) { // TextOut: the string, padded to words, then its place.
    const std::size_t count = r.words.u16(0);
    play_text(canvas, r.words.part(2, count).view(), r.at(1 + (count + 1) / 2));
  }
}

void play_shape(Canvas& canvas, const Record& r) {
  using Arc = Canvas::Arc;
  const auto arc = [&](Arc kind) { canvas.arc(r.at(6), r.at(4), r.at(2), r.at(0), kind); };
  Paint how = Paint::both;
  switch (r.type) {
  case 0x0213:
    canvas.line(r.at(0)), how = Paint::stroke;
    break;
  case 0x0324:
    canvas.polygon(points_of(r.words, 2, r.words.u16(0)));
    break;
  case 0x0325:
    canvas.polyline(points_of(r.words, 2, r.words.u16(0))), how = Paint::stroke;
    break;
  case 0x0538:
    return play_polys(canvas, r);
  case 0x041B:
    canvas.rectangle(r.at(2), r.at(0));
    break;
  case 0x0418:
    canvas.ellipse(r.at(2), r.at(0));
    break;
  case 0x061C:
    canvas.rounded(r.at(4), r.at(2), r.at(0));
    break;
  case 0x0817:
    arc(Arc::open), how = Paint::stroke;
    break;
  case 0x0830:
    arc(Arc::chord);
    break;
  case 0x081A:
    arc(Arc::pie);
    break;
  default:
    return play_texts(canvas, r);
  }
  canvas.paint(how);
}

} // namespace

std::vector<Item> play_wmf(Bytes file, Size box) {
  const Matrix to_box{static_cast<double>(box.width.emu),  0, 0,
                      static_cast<double>(box.height.emu), 0, 0};
  Canvas canvas(to_box);
  auto& mapping = canvas.mapping();
  mapping.scaled = true; // The window is the box, whatever it is in.
  std::size_t at = 0;
  if (file.u32(0) == placeable_key) {
    mapping.window_origin = {double(file.i16(6)), double(file.i16(8))};
    mapping.window = {double(file.i16(10) - file.i16(6)), double(file.i16(12) - file.i16(8))};
    at = 22;
  }
  at += file.u16(at + 2) * 2;
  while (at + 6 <= file.size() && !canvas.is_full()) {
    const std::size_t size = std::size_t{file.u32(at)} * 2;
    const Record record{file.u16(at + 4), file.part(at + 6, size - 6)};
    if (size < 6 || size > file.size() - at || record.type == 0) break;
    if (!play_object(canvas, record) && !play_state(canvas, record)) play_shape(canvas, record);
    at += size;
  }
  return canvas.take();
}

} // namespace saraban::layout::metafile
