// A face's glyphs as TrueType glyph descriptions.
#include "render/embed/glyphs.h"

#include "render/embed/outline.h"
#include "render/embed/sfnt.h"

#include <hb.h>

namespace saraban::render::embed {
namespace {

// Component flags, ISO/IEC 14496-22, 5.3.3.2.
constexpr unsigned words = 0x1, scale = 0x8, more = 0x20, two_scales = 0x40, matrix = 0x80,
                   instructions = 0x100;

std::size_t component_size(unsigned flags) {
  std::size_t size = 4 + (flags & words ? 4 : 2);
  if (flags & scale) return size + 2;
  if (flags & two_scales) return size + 4;
  return flags & matrix ? size + 8 : size;
}

/// The bytes of flags and coordinates of so many points; 0 when there are fewer (5.3.3.1).
std::size_t points_size(std::string_view bytes, std::size_t points) {
  std::size_t at = 0, coordinates = 0;
  for (std::size_t done = 0; done < points;) {
    if (at >= bytes.size()) return 0;
    const unsigned flag = static_cast<unsigned char>(bytes[at++]);
    std::size_t count = 1;
    if (flag & 0x08) {
      if (at >= bytes.size()) return 0;
      count += static_cast<unsigned char>(bytes[at++]);
    }
    const std::size_t x = flag & 0x02 ? 1 : flag & 0x10 ? 0 : 2;
    const std::size_t y = flag & 0x04 ? 1 : flag & 0x20 ? 0 : 2;
    coordinates += count * (x + y);
    done += count;
  }
  return coordinates > bytes.size() - at ? 0 : at + coordinates;
}

std::string simple_without_instructions(std::string_view raw) {
  const std::size_t contours = static_cast<std::size_t>(s16(raw, 0)), ends = 10 + 2 * contours;
  const std::size_t rest = ends + 2 + u16(raw, ends);
  if (contours == 0 || rest > raw.size()) return {};
  const std::size_t size = points_size(raw.substr(rest), u16(raw, ends - 2) + std::size_t{1});
  if (size == 0) return {};
  std::string out;
  out.reserve(ends + 2 + size);
  return out.append(raw.substr(0, ends)).append(2, '\0').append(raw.substr(rest, size));
}

std::string composite_without_instructions(std::string_view raw) {
  std::string out(raw.substr(0, 10));
  for (std::size_t at = 10; at + 4 <= raw.size();) {
    const unsigned flags = u16(raw, at);
    const std::size_t size = component_size(flags);
    if (size > raw.size() - at) return {};
    append_u16(out, flags & ~instructions);
    out.append(raw.substr(at + 2, size - 2));
    at += size;
    if (!(flags & more)) return out;
  }
  return {};
}

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Outline*>(data)->move_to({x, y});
}
void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Outline*>(data)->line_to({x, y});
}
void quadratic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x,
                  float y, void*) {
  static_cast<Outline*>(data)->quadratic_to({cx, cy}, {x, y});
}
void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx,
              float by, float x, float y, void*) {
  static_cast<Outline*>(data)->cubic_to({ax, ay}, {bx, by}, {x, y});
}
void close_path(hb_draw_funcs_t*, void*, hb_draw_state_t*, void*) {}

hb_draw_funcs_t* make_pen() {
  hb_draw_funcs_t* pen = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(pen, move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(pen, line_to, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(pen, quadratic_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(pen, cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(pen, close_path, nullptr, nullptr);
  hb_draw_funcs_make_immutable(pen);
  return pen;
}

} // namespace

Glyphs::Glyphs(const font::Face& face) : face_(face) {
  const auto table = [&](std::string_view tag) {
    return sfnt_table(face.bytes(), face.index(), tag);
  };
  head_ = table("head");
  hmtx_ = table("hmtx");
  loca_ = table("loca");
  glyf_ = table("glyf");
  long_metrics_ = u16(table("hhea"), 34);
  long_loca_ = u16(head_, 50) != 0;
  units_per_em_ = face.metrics().units_per_em > 0 ? face.metrics().units_per_em : 1000;
}

int Glyphs::advance(std::uint32_t glyph) const {
  if (long_metrics_ == 0) return 0;
  const std::size_t entry = glyph < long_metrics_ ? glyph : long_metrics_ - 1;
  return u16(hmtx_, entry * 4);
}

std::string_view Glyphs::raw(std::uint32_t glyph) const {
  const std::size_t at = std::size_t{glyph} * (long_loca_ ? 4 : 2);
  if (at + (long_loca_ ? 8 : 4) > loca_.size()) return {};
  const std::size_t from = long_loca_ ? u32(loca_, at) : std::size_t{u16(loca_, at)} * 2;
  const std::size_t to = long_loca_ ? u32(loca_, at + 4) : std::size_t{u16(loca_, at + 2)} * 2;
  if (from >= to || to > glyf_.size() || to - from < 12) return {};
  return glyf_.substr(from, to - from);
}

std::string Glyphs::description(std::uint32_t glyph) const {
  if (glyf_.empty()) return drawn(glyph);
  const std::string_view bytes = raw(glyph);
  if (bytes.empty()) return {};
  return s16(bytes, 0) >= 0 ? simple_without_instructions(bytes)
                            : composite_without_instructions(bytes);
}

std::string Glyphs::drawn(std::uint32_t glyph) const {
  static hb_draw_funcs_t* const pen = make_pen(); // immutable once made
  Outline outline(units_per_em_ / 2000.0);
  hb_font_get_glyph_shape(face_.shaper(), glyph, pen, &outline);
  return outline.description();
}

std::vector<std::size_t> component_places(std::string_view description) {
  std::vector<std::size_t> places;
  for (std::size_t at = 10; at + 4 <= description.size();) {
    places.push_back(at + 2);
    const unsigned flags = u16(description, at);
    if (!(flags & more)) return places;
    at += component_size(flags);
  }
  return {};
}

} // namespace saraban::render::embed
