// Reads fills and strokes through graphic styles and the named things that they mean.
#include "odt/colors.h"

#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using document::LineStyle;
using document::Stroke;
using pugi::xml_node;

/// draw:gradient, draw:stroke-dash … of that name in office:styles.
xml_node named(const Reader& reader, const char* element, std::string_view name) {
  if (name.empty()) return {};
  const auto styles = reader.shared.styles_xml.root().child("office:styles");
  for (const auto& child : styles.children(element))
    if (attribute(child, "draw:name") == name) return child;
  return {};
}

Color mixed(Color a, Color b) {
  const auto half = [](int x, int y) { return static_cast<std::uint8_t>((x + y) / 2); };
  return {half(a.red, b.red), half(a.green, b.green), half(a.blue, b.blue), 255};
}

Color with_intensity(Color c, std::string_view share) {
  const double part = std::clamp(percent(share).value_or(100), 0.0, 100.0) / 100;
  const auto scaled = [&](std::uint8_t x) { return static_cast<std::uint8_t>(x * part); };
  return {scaled(c.red), scaled(c.green), scaled(c.blue), 255};
}

/// The middle of its ends.
Color gradient_color(xml_node gradient, Color otherwise) {
  const auto start = color(attribute(gradient, "draw:start-color"));
  const auto end = color(attribute(gradient, "draw:end-color"));
  if (!start || !end) return start.value_or(end.value_or(otherwise));
  return mixed(with_intensity(*start, attribute(gradient, "draw:start-intensity")),
               with_intensity(*end, attribute(gradient, "draw:end-intensity")));
}

Color with_opacity(Color c, std::string_view opacity) {
  if (const auto share = percent(opacity))
    c.alpha = static_cast<std::uint8_t>(std::clamp(*share, 0.0, 100.0) * 2.55 + 0.5);
  return c;
}

std::optional<Color> fill_of_kind(Reader& reader, const GraphicProperties& get,
                                  std::string_view kind) {
  constexpr Color standard{0x72, 0x9f, 0xcf, 255};
  if (kind == "none") return std::nullopt;
  auto fill = color(get("draw:fill-color")).value_or(standard);
  if (kind == "gradient") {
    reader.not_drawn("gradient (shown in one colour)");
    fill = gradient_color(named(reader, "draw:gradient", get("draw:fill-gradient-name")), fill);
  } else if (kind == "hatch") {
    reader.not_drawn("hatching (shown in one colour)");
    const auto hatch = named(reader, "draw:hatch", get("draw:fill-hatch-name"));
    const auto lines = color(attribute(hatch, "draw:color")).value_or(black);
    const auto ground = boolean(get("draw:fill-hatch-solid"), false) ? fill : white;
    fill = mixed(mixed(lines, ground), ground);
  } else if (kind == "bitmap") {
    reader.not_drawn("picture as a fill");
    return std::nullopt;
  }
  return with_opacity(fill, get("draw:opacity"));
}

LineStyle dash_style(xml_node dash) {
  const auto first = integer_or(attribute(dash, "draw:dots1"), 0);
  const auto second = integer_or(attribute(dash, "draw:dots2"), 0);
  const auto length_of = [&](const char* name) {
    const auto text = attribute(dash, name);
    // A share is of the line's width; without a length the dash is a dot.
    if (const auto share = percent(text)) return twips(static_cast<std::int64_t>(*share / 5));
    return length_or(text, {});
  };
  const auto a = length_of("draw:dots1-length"), b = length_of("draw:dots2-length");
  if (first > 0 && second > 0 && a != b)
    return std::max(first, second) > 1 ? LineStyle::dot_dot_dash : LineStyle::dot_dash;
  return std::max(a, b) <= twips(30) ? LineStyle::dotted : LineStyle::dashed;
}

Stroke::Head head_of(std::string_view marker) {
  const auto has = [&](std::string_view word) { return marker.find(word) != marker.npos; };
  if (marker.empty()) return Stroke::Head::none;
  if (has("ircle") || has("val")) return Stroke::Head::oval;
  if (has("iamond") || has("quare")) return Stroke::Head::diamond;
  if (has("oncave") || has("tealth")) return Stroke::Head::stealth;
  if (has("Line") || has("open") || has("Open")) return Stroke::Head::arrow;
  return Stroke::Head::triangle;
}

} // namespace

std::optional<Color> read_fill(Reader& reader, const GraphicProperties& get) {
  const auto kind = get("draw:fill");
  return fill_of_kind(reader, get, kind.empty() ? "solid" : kind);
}

std::optional<Color> read_frame_fill(Reader& reader, const GraphicProperties& get) {
  if (const auto kind = get.own("draw:fill"); !kind.empty()) return fill_of_kind(reader, get, kind);
  auto fill = color(get("fo:background-color"));
  const auto transparency = percent(get("style:background-transparency"));
  if (fill && transparency)
    fill->alpha = static_cast<std::uint8_t>(255 - std::clamp(*transparency, 0.0, 100.0) * 2.55);
  return fill;
}

Stroke read_stroke(Reader& reader, const GraphicProperties& get) {
  constexpr Color standard{0x34, 0x65, 0xa4, 255};
  Stroke stroke;
  const auto kind = get("draw:stroke");
  if (kind == "none") return stroke;
  stroke.style = LineStyle::single;
  if (kind == "dash") {
    const auto dash = named(reader, "draw:stroke-dash", get("draw:stroke-dash"));
    stroke.style = dash ? dash_style(dash) : LineStyle::dashed;
  }
  stroke.color =
      with_opacity(color(get("svg:stroke-color")).value_or(standard), get("svg:stroke-opacity"));
  stroke.width = std::clamp(length_or(get("svg:stroke-width"), {}), Length{}, points(1584));
  stroke.start = head_of(get("draw:marker-start")), stroke.end = head_of(get("draw:marker-end"));
  stroke.start_size = std::clamp(length_or(get("draw:marker-start-width"), {}), {}, points(200));
  stroke.end_size = std::clamp(length_or(get("draw:marker-end-width"), {}), {}, points(200));
  return stroke;
}

std::optional<document::Shadow> read_shape_shadow(const GraphicProperties& get) {
  if (get("draw:shadow") != "visible") return std::nullopt;
  document::Shadow shadow;
  shadow.offset = {length_or(get("draw:shadow-offset-x"), {}),
                   length_or(get("draw:shadow-offset-y"), {})};
  shadow.color = with_opacity(color(get("draw:shadow-color")).value_or(Color{128, 128, 128, 255}),
                              get("draw:shadow-opacity"));
  return shadow;
}

} // namespace saraban::odt
