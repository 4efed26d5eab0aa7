// Drawings in text and beside it: in the line or anchored.
#include "odt/drawings.h"

#include "odt/geometry.h"
#include "odt/paragraphs.h"
#include "odt/part/elements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace saraban::odt {
namespace {

using document::Drawing;
using pugi::xml_node;

constexpr const char* of_graphic = "style:graphic-properties";

/// x' = a x + c y + e, y' = b x + d y + f; lengths in EMU.
using Affine = std::array<double, 6>;

/// `first`, then `second`.
Affine chained(const Affine& first, const Affine& second) {
  const auto& m = second;
  const auto& n = first;
  return {m[0] * n[0] + m[2] * n[1],        m[1] * n[0] + m[3] * n[1],
          m[0] * n[2] + m[2] * n[3],        m[1] * n[2] + m[3] * n[3],
          m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5]};
}

double emu_of(std::string_view text) {
  return static_cast<double>(length_or(text, {}).emu);
}

Affine function_of(std::string_view name, std::string_view arguments) {
  std::array<std::string_view, 6> words;
  for (auto& word : words) {
    word = next_word(arguments);
    while (word.ends_with(',')) word.remove_suffix(1);
  }
  const auto number = [&](std::size_t i, double otherwise) {
    const auto n = numbers_of(words[i], 1);
    return n.empty() ? otherwise : n[0];
  };
  if (name == "rotate") {
    // Counterclockwise, in radians.
    const double a = number(0, 0), c = std::cos(a), s = std::sin(a);
    return {c, -s, s, c, 0, 0};
  }
  if (name == "translate") return {1, 0, 0, 1, emu_of(words[0]), emu_of(words[1])};
  if (name == "scale") return {number(0, 1), 0, 0, number(1, number(0, 1)), 0, 0};
  if (name == "skewX") return {1, 0, -std::tan(number(0, 0)), 1, 0, 0};
  if (name == "skewY") return {1, std::tan(number(0, 0)), 0, 1, 0, 0};
  if (name == "matrix")
    return {number(0, 1), number(1, 0),     number(2, 0),
            number(3, 1), emu_of(words[4]), emu_of(words[5])};
  return {1, 0, 0, 1, 0, 0};
}

/// draw:transform (19.228): the functions one after the other, from the left on.
Affine read_transform(std::string_view text) {
  Affine all{1, 0, 0, 1, 0, 0};
  constexpr int most = 100;
  for (int i = 0; i < most; ++i) {
    const auto open = text.find('('), end = text.find(')');
    if (open == text.npos || end == text.npos || end < open) break;
    auto name = text.substr(0, open);
    name = next_word(name);
    all = chained(all, function_of(name, text.substr(open + 1, end - open - 1)));
    text.remove_prefix(end + 1);
  }
  return all;
}

/// A turned box is kept as its middle, its size and its angle.
void apply_transform(const Affine& m, PlacedDrawing& placed) {
  auto& size = placed.drawing.size;
  const double w = static_cast<double>(size.width.emu), h = static_cast<double>(size.height.emu);
  const auto bounded = [](double value) {
    return emu(
        static_cast<std::int64_t>(std::isfinite(value) ? std::clamp(value, -3.6e8, 3.6e8) : 0.0));
  };
  const double middle_x = m[0] * w / 2 + m[2] * h / 2 + m[4];
  const double middle_y = m[1] * w / 2 + m[3] * h / 2 + m[5];
  size.width = bounded(w * std::hypot(m[0], m[1]));
  size.height = bounded(h * std::hypot(m[2], m[3]));
  placed.at = {bounded(middle_x) - size.width / 2, bounded(middle_y) - size.height / 2};
  const double degrees = std::atan2(m[1], m[0]) * 180 / std::numbers::pi;
  const double clockwise = std::isfinite(degrees) ? degrees : 0;
  auto turn = static_cast<int>(std::lround(clockwise * 60'000)) % 21'600'000;
  if (turn < 0) turn += 21'600'000;
  placed.drawing.rotation = turn;
}

void read_identity(Reader& reader, xml_node e, xml_node link, Drawing& drawing) {
  drawing.name = attribute(e, "draw:name");
  drawing.description = e.child("svg:desc").text().get();
  if (drawing.description.empty()) drawing.description = e.child("svg:title").text().get();
  drawing.link = attribute(link, "xlink:href");
  drawing.decorative = boolean(attribute(e, "loext:decorative"), false);
  // The picture in a box is what is described.
  if (auto* group = std::get_if<document::Group>(&drawing.content);
      group && is(e, "draw:frame") && !drawing.description.empty())
    reader.document.drawings[group->children.back().drawing].description = drawing.description;
}

/// A formula's place is taken by its text.
bool write_equation(InlineWriter& out, xml_node e, document::FormatIndex format) {
  const auto text = read_equation(out.reader, e.child("draw:object"));
  if (!text) return false;
  out.text(*text, format);
  out.reader.not_drawn("equation layout (shown in one line)");
  return true;
}

/// Margins of what stands in the line are part of it.
Sides margins_of(const GraphicProperties& get) {
  const auto margin = [&](const char* name) {
    return std::clamp(length_or(get(name), {}), Length{}, millimetres(500));
  };
  return {margin("fo:margin-top"), margin("fo:margin-right"), margin("fo:margin-bottom"),
          margin("fo:margin-left")};
}

std::optional<document::DrawingReference> read_reference(Reader& reader, xml_node e, xml_node link,
                                                         document::FormatIndex format) {
  if (reader.depth >= deepest_nesting) {
    reader.not_drawn("drawing nested too deeply");
    return std::nullopt;
  }
  ++reader.depth;
  auto placed = read_member(reader, e);
  --reader.depth;
  if (!placed) return std::nullopt;
  auto& drawing = placed->drawing;
  const auto get = graphic_properties(reader, e);
  read_identity(reader, e, link, drawing);
  auto type = attribute(e, "text:anchor-type");
  if (type.empty()) type = get("text:anchor-type");
  if (type == "as-char") {
    drawing.effect = margins_of(get);
    drawing.in_line = read_place_in_line(get, placed->at);
  } else
    drawing.anchor = read_anchor(e, get, *placed);
  return document::DrawingReference{add_drawing(reader, std::move(drawing)), format};
}

} // namespace

bool is_drawing(xml_node element) {
  std::string_view name = element.name();
  if (!name.starts_with("draw:")) return name == "dr3d:scene";
  name.remove_prefix(5);
  constexpr std::string_view kinds[] = {
      "frame",          "a",       "g",       "control",  "custom-shape", "rect",
      "line",           "polygon", "circle",  "path",     "ellipse",      "regular-polygon",
      "page-thumbnail", "caption", "measure", "polyline", "connector"};
  return std::find(std::begin(kinds), std::end(kinds), name) != std::end(kinds);
}

std::uint32_t add_drawing(Reader& reader, Drawing drawing) {
  reader.document.drawings.push_back(std::move(drawing));
  return static_cast<std::uint32_t>(reader.document.drawings.size() - 1);
}

std::string_view GraphicProperties::operator()(const char* name) const {
  return property(style, *standard, of_graphic, name);
}

std::string_view GraphicProperties::own(const char* name) const {
  static const Style nothing;
  return property(style, nothing, of_graphic, name);
}

GraphicProperties graphic_properties(const Reader& reader, xml_node element) {
  return {reader.style(Family::graphic, attribute(element, "draw:style-name")),
          &reader.part->styles->standard(Family::graphic)};
}

void read_place(xml_node e, PlacedDrawing& placed) {
  const auto size = [&](const char* name) {
    return std::max(length_or(attribute(e, name), {}), Length{});
  };
  placed.at = {length_or(attribute(e, "svg:x"), {}), length_or(attribute(e, "svg:y"), {})};
  placed.drawing.size = {size("svg:width"), size("svg:height")};
  const auto transform = attribute(e, "draw:transform");
  if (!transform.empty()) apply_transform(read_transform(transform), placed);
}

std::optional<PlacedDrawing> read_member(Reader& reader, xml_node e) {
  if (is(e, "draw:frame")) return read_frame(reader, e);
  if (is(e, "draw:control")) return read_form_control(reader, e);
  return read_shape(reader, e);
}

std::optional<std::uint32_t> read_bullet_picture(Reader& reader, xml_node level) {
  const auto image = find_image(reader, level);
  if (!image) {
    reader.not_drawn("picture of a list's label");
    return std::nullopt;
  }
  const auto properties = level.child("style:list-level-properties");
  const auto measure = [&](const char* name) {
    return std::clamp(length_or(attribute(properties, name), {}), Length{}, millimetres(500));
  };
  Drawing drawing;
  drawing.size = {measure("fo:width"), measure("fo:height")};
  drawing.content = document::Picture{*image, {}, {}};
  return add_drawing(reader, std::move(drawing));
}

void read_page_drawing(Reader& reader, xml_node element) {
  const auto* style = reader.style(Family::paragraph, "Standard");
  const auto format = reader.formats.run({style, nullptr, 0});
  auto e = element;
  xml_node link;
  if (is(e, "draw:a")) link = e, e = e.first_child();
  if (const auto reference = read_reference(reader, e, link, format))
    reader.pending.emplace_back(*reference);
}

void read_drawing(InlineWriter& out, xml_node element, document::FormatIndex format) {
  auto& reader = out.reader;
  if (is(element, "draw:a")) {
    for (const auto& child : element.children())
      if (is_drawing(child))
        if (const auto reference = read_reference(reader, child, element, format))
          out.item(*reference);
    return;
  }
  if (is(element, "draw:frame") && write_equation(out, element, format)) return;
  if (const auto reference = read_reference(reader, element, {}, format)) out.item(*reference);
}

} // namespace saraban::odt
