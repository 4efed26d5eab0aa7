// Enhanced metafiles ([MS-EMF] 2.3): records of 32-bit numbers.
#include "base/utf8.h"
#include "layout/metafile/canvas.h"
#include "layout/metafile/kinds.h"

#include <algorithm>

namespace saraban::layout::metafile {

namespace {

using Paint = Canvas::Paint;

struct Record {
  std::uint32_t type = 0;
  Bytes bytes; ///< With the eight bytes of its head.

  Spot at(std::size_t offset) const {
    return {static_cast<double>(bytes.i32(offset)), static_cast<double>(bytes.i32(offset + 4))};
  }
};

/// `count` points, of 16 or 32 bits a number.
std::vector<Spot> points_of(Bytes bytes, std::size_t from, std::size_t count, bool narrow) {
  const std::size_t size = narrow ? 4 : 8;
  if (from >= bytes.size()) return {};
  count = std::min(count, (bytes.size() - from) / size);
  std::vector<Spot> points;
  points.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = from + i * size;
    points.push_back(narrow ? Spot{double(bytes.i16(at)), double(bytes.i16(at + 2))}
                            : Spot{double(bytes.i32(at)), double(bytes.i32(at + 4))});
  }
  return points;
}

Matrix matrix_of(Bytes b, std::size_t at) {
  return {b.f32(at), b.f32(at + 4), b.f32(at + 8), b.f32(at + 12), b.f32(at + 16), b.f32(at + 20)};
}

/// Poly records (2.3.5): their kind in what follows 32-bit numbers, narrow ones 83 above.
void play_poly(Canvas& canvas, std::uint32_t kind, const Record& record, bool narrow) {
  const auto points = points_of(record.bytes, 28, record.bytes.u32(24), narrow);
  if (points.empty()) return;
  const bool curves = kind == 2 || kind == 5, goes_on = kind == 5 || kind == 6;
  std::size_t next = 0;
  if (!goes_on) canvas.move(points[next++]);
  for (; curves ? next + 2 < points.size() : next < points.size(); next += curves ? 3 : 1) {
    if (curves)
      canvas.curve(points[next], points[next + 1], points[next + 2]);
    else
      canvas.line(points[next]);
  }
  if (kind == 3) canvas.close();
  canvas.paint(kind == 3 ? Paint::both : Paint::stroke);
}

void play_polys(Canvas& canvas, bool closed, const Record& record, bool narrow) {
  const Bytes b = record.bytes;
  const std::size_t parts = std::min<std::size_t>(b.u32(24), b.size() / 4);
  std::size_t from = 32 + parts * 4;
  for (std::size_t i = 0; i < parts; ++i) {
    const auto points = points_of(b, from, b.u32(32 + i * 4), narrow);
    from += points.size() * (narrow ? 4 : 8);
    closed ? canvas.polygon(points) : canvas.polyline(points);
  }
  canvas.paint(closed ? Paint::both : Paint::stroke);
}

/// UTF-16 up to its zero; what is beyond the basic plane is left out.
std::string wide_text(Bytes bytes, std::size_t from, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count && bytes.u16(from + i * 2) != 0; ++i) {
    const std::uint32_t unit = bytes.u16(from + i * 2);
    if (unit >= 0x20 && (unit < 0xD800 || unit > 0xDFFF)) append_utf8(text, unit);
  }
  return text;
}

page::Dash dash_of(std::uint32_t style) {
  constexpr page::Dash dashes[] = {page::Dash::solid, page::Dash::dashed, page::Dash::dotted,
                                   page::Dash::dot_dash, page::Dash::dot_dot_dash};
  return style < std::size(dashes) ? dashes[style] : page::Dash::solid;
}

/// The stock objects (2.1.31).
Object stock(std::uint32_t index) {
  const auto grey = [](std::uint8_t level) { return Brush{true, {level, level, level, 255}}; };
  switch (index & 0xFF) {
  case 0:
    return grey(255);
  case 1:
    return grey(192);
  case 2:
    return grey(128);
  case 3:
    return grey(64);
  case 4:
    return grey(0);
  case 5:
    return Brush{false, white};
  case 6:
    return Pen{true, 0, white, page::Dash::solid};
  case 7:
    return Pen{};
  case 8:
    return Pen{false, 0, black, page::Dash::solid};
  default:
    return {};
  }
}

bool play_object(Canvas& canvas, const Record& r) {
  const Bytes b = r.bytes;
  constexpr std::uint32_t no_pen = 5, no_brush = 1, is_stock = 0x8000'0000;
  switch (r.type) {
  case 37:
    b.u32(8) & is_stock ? canvas.select(stock(b.u32(8))) : canvas.select(b.u32(8));
    return true;
  case 38:
    canvas.define(b.u32(8), Pen{b.u32(12) != no_pen, double(b.i32(16)), color_of(b.u32(24)),
                                dash_of(b.u32(12) & 0xF)});
    return true;
  case 95:
    canvas.define(b.u32(8), Pen{(b.u32(28) & 0xF) != no_pen, double(b.i32(32)), color_of(b.u32(40)),
                                dash_of(b.u32(28) & 0xF)});
    return true;
  case 39:
    canvas.define(b.u32(8), Brush{b.u32(12) != no_brush, color_of(b.u32(16))});
    return true;
  case 40:
    canvas.forget(b.u32(8));
    return true;
  case 82:
    canvas.define(b.u32(8), Font{double(b.i32(12)), b.i32(20) / 10.0, wide_text(b, 40, 32)});
    return true;
  default:
    return false;
  }
}

bool play_state(Canvas& canvas, const Record& r) {
  auto& mapping = canvas.mapping();
  switch (r.type) {
  case 9:
    mapping.window = r.at(8);
    return true;
  case 10:
    mapping.window_origin = r.at(8);
    return true;
  case 11:
    mapping.viewport = r.at(8);
    return true;
  case 12:
    mapping.viewport_origin = r.at(8);
    return true;
  case 17:
    mapping.scaled = r.bytes.u32(8) >= 7;
    return true;
  case 19:
    canvas.even_odd = r.bytes.u32(8) != 2;
    return true;
  case 22:
    canvas.text_alignment = r.bytes.u32(8);
    return true;
  case 33:
    canvas.save();
    return true;
  case 34:
    canvas.restore(r.bytes.i32(8));
    return true;
  case 35:
    mapping.world = matrix_of(r.bytes, 8);
    return true;
  case 36: {
    const Matrix change = matrix_of(r.bytes, 8);
    const std::uint32_t mode = r.bytes.u32(32);
    if (mode == 1) mapping.world = {};
    if (mode == 2) mapping.world = change.then(mapping.world);
    if (mode == 3) mapping.world = mapping.world.then(change);
    if (mode == 4) mapping.world = change;
    return true;
  }
  case 57:
    canvas.clockwise = r.bytes.u32(8) == 2;
    return true;
  default:
    return false;
  }
}

bool play_path(Canvas& canvas, const Record& r) {
  switch (r.type) {
  case 59:
    canvas.begin_path();
    return true;
  case 60:
    canvas.end_path();
    return true;
  case 61:
    canvas.close();
    return true;
  case 62:
    canvas.paint_path(Paint::fill);
    return true;
  case 63:
    canvas.paint_path(Paint::both);
    return true;
  case 64:
    canvas.paint_path(Paint::stroke);
    return true;
  case 27:
    canvas.gathering() ? canvas.move(r.at(8)) : canvas.place(r.at(8));
    return true;
  case 54:
    canvas.line(r.at(8));
    canvas.paint(Paint::stroke);
    return true;
  default:
    return false;
  }
}

void play_text(Canvas& canvas, const Record& r) {
  const Bytes b = r.bytes;
  const std::size_t count = std::min<std::size_t>(b.u32(44), b.size()), from = b.u32(48);
  constexpr std::uint32_t glyph_indices = 0x10;
  if (b.u32(52) & glyph_indices) return;
  if (r.type == 84) return canvas.text(wide_text(b, from, count), r.at(36));
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    if (b.u8(from + i) >= 0x20) append_utf8(text, b.u8(from + i));
  canvas.text(std::move(text), r.at(36));
}

void play_shape(Canvas& canvas, const Record& r) {
  switch (r.type) {
  case 42:
    canvas.ellipse(r.at(8), r.at(16));
    return canvas.paint(Paint::both);
  case 43:
    canvas.rectangle(r.at(8), r.at(16));
    return canvas.paint(Paint::both);
  case 44:
    canvas.rounded(r.at(8), r.at(16), r.at(24));
    return canvas.paint(Paint::both);
  case 45:
    canvas.arc(r.at(8), r.at(16), r.at(24), r.at(32), Canvas::Arc::open);
    return canvas.paint(Paint::stroke);
  case 46:
    canvas.arc(r.at(8), r.at(16), r.at(24), r.at(32), Canvas::Arc::chord);
    return canvas.paint(Paint::both);
  case 47:
    canvas.arc(r.at(8), r.at(16), r.at(24), r.at(32), Canvas::Arc::pie);
    return canvas.paint(Paint::both);
  case 83:
  case 84:
    return play_text(canvas, r);
  default:
    break;
  }
  if (r.type >= 2 && r.type <= 6) play_poly(canvas, r.type, r, false);
  if (r.type >= 85 && r.type <= 89) play_poly(canvas, r.type - 83, r, true);
  if (r.type == 7 || r.type == 8) play_polys(canvas, r.type == 8, r, false);
  if (r.type == 90 || r.type == 91) play_polys(canvas, r.type == 91, r, true);
}

/// The frame is in 0.01 mm of the device that the metafile was made for (2.2.9).
Matrix to_box(Bytes file, Size box) {
  const auto along = [&](std::size_t frame, std::size_t pixels, std::size_t millimetres,
                         Length length) {
    const double density = file.i32(millimetres) > 0 && file.i32(pixels) > 0
                               ? file.i32(pixels) / (file.i32(millimetres) * 100.0)
                               : 1;
    const double first = file.i32(frame) * density;
    const double last = file.i32(frame + 8) * density;
    const double scale = last > first ? static_cast<double>(length.emu) / (last - first) : 0;
    return std::pair{scale, -first * scale};
  };
  const auto [x, left] = along(24, 72, 80, box.width);
  const auto [y, top] = along(28, 76, 84, box.height);
  return {x, 0, 0, y, left, top};
}

} // namespace

std::vector<Item> play_emf(Bytes file, Size box) {
  Canvas canvas(to_box(file, box));
  for (std::size_t at = 0; at + 8 <= file.size() && !canvas.is_full();) {
    const std::size_t size = file.u32(at + 4);
    if (size < 8 || size > file.size() - at) break;
    const Record record{file.u32(at), file.part(at, size)};
    if (record.type == 14) break;
    if (!play_object(canvas, record) && !play_state(canvas, record) && !play_path(canvas, record))
      play_shape(canvas, record);
    at += size;
  }
  return canvas.take();
}

} // namespace saraban::layout::metafile
