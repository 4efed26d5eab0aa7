// Reads a chart's looks through its own styles.
#include "odt/chart_looks.h"

#include "odt/number_codes.h"
#include "odt/part/elements.h"

#include <algorithm>
#include <array>

namespace saraban::odt {
namespace {

using document::LineStyle;
using document::MarkerKind;
using document::Stroke;
using pugi::xml_node;

constexpr std::uint32_t first_style_id = 3u << 30;
constexpr const char* of_chart = "style:chart-properties";
constexpr const char* of_graphic = "style:graphic-properties";

constexpr std::array<Color, 12> standard_colors{{{0x00, 0x45, 0x86, 255},
                                                 {0xff, 0x42, 0x0e, 255},
                                                 {0xff, 0xd3, 0x20, 255},
                                                 {0x57, 0x9d, 0x1c, 255},
                                                 {0x7e, 0x00, 0x21, 255},
                                                 {0x83, 0xca, 0xff, 255},
                                                 {0x31, 0x40, 0x04, 255},
                                                 {0xae, 0xcf, 0x00, 255},
                                                 {0x4b, 0x1f, 0x6f, 255},
                                                 {0xff, 0x95, 0x0e, 255},
                                                 {0xc5, 0x00, 0x0b, 255},
                                                 {0x00, 0x84, 0xd1, 255}}};

void collect_text(xml_node e, std::string& out, int depth) {
  if (depth > deepest_nesting) return;
  for (const auto& child : e.children()) {
    if (child.type() != pugi::node_element)
      out += child.value();
    else if (is(child, "text:s"))
      out += ' ';
    else if (is(child, "text:line-break"))
      out += '\n';
    else
      collect_text(child, out, depth + 1);
  }
}

/// Text without spacing, in the font that LibreOffice takes where a chart names none.
const CellLook* plain_look(Reader& reader) {
  auto& made = reader.cell_looks.emplace_back();
  made.id = static_cast<std::uint32_t>(reader.cell_looks.size());
  for (auto& face : made.run.faces) {
    face.family = "Liberation Sans", face.size = FontSize{FontSize::Kind::absolute, points(10)};
    face.bold = false, face.italic = false;
  }
  auto& p = made.paragraph;
  p.alignment = document::Alignment::start;
  p.indent_start = p.indent_end = p.indent_first = p.space_before = p.space_after = Measure{};
  p.line = document::LineSpacing{};
  return &made;
}

} // namespace

ChartLooks::ChartLooks(Reader& reader, xml_node root, xml_node styles)
    : reader_(reader), number_styles_(root.child("office:automatic-styles")),
      styles_(&common_, first_style_id), look_(plain_look(reader)) {
  FontFaces fonts;
  read_font_faces(styles, fonts), read_font_faces(root, fonts);
  common_.add(styles.child("office:styles"), fonts);
  common_.add(root.child("office:styles"), fonts);
  styles_.add(number_styles_, fonts);
}

Color ChartLooks::standard_color(std::size_t index) {
  return standard_colors[index % standard_colors.size()];
}

const Style* ChartLooks::style_of(xml_node e) const {
  return styles_.find(Family::chart, attribute(e, "chart:style-name"));
}
std::string_view ChartLooks::says(const Style* style, const char* name) const {
  return property(style, standard(), of_chart, name);
}
bool ChartLooks::says(const Style* style, const char* name, bool otherwise) const {
  return boolean(says(style, name), otherwise);
}
std::string_view ChartLooks::graphic(const Style* style, const char* name) const {
  return property(style, standard(), of_graphic, name);
}

std::uint32_t ChartLooks::paragraph_format() {
  return reader_.formats.paragraph(nullptr, look_).format;
}

std::uint32_t ChartLooks::text_format(const Style* style, Length size) {
  RunProperties over;
  for (auto& face : over.faces) face.size = FontSize{FontSize::Kind::absolute, size};
  overlay(over, standard().run);
  if (style) overlay(over, style->run);
  return reader_.formats.run_with({nullptr, look_, 0}, over);
}

std::optional<Color> ChartLooks::fill(const Style* style, std::optional<Color> otherwise) {
  const auto kind = graphic(style, "draw:fill");
  const bool colored = !graphic(style, "draw:fill-color").empty();
  if ((kind.empty() || kind == "solid") && !colored) return otherwise;
  return read_fill(reader_, {style, &standard()});
}

Stroke ChartLooks::stroke(const Style* style, std::optional<Color> otherwise) {
  const auto kind = graphic(style, "draw:stroke");
  if (kind == "none" || (kind.empty() && !otherwise)) return {};
  auto out = read_stroke(reader_, {style, &standard()});
  if (graphic(style, "svg:stroke-color").empty()) out.color = otherwise.value_or(black);
  out.start = out.end = Stroke::Head::none;
  return out;
}

std::string ChartLooks::number_format(const Style* style) const {
  if (!style) return {};
  const auto name = attribute(style->element, "style:data-style-name");
  if (name.empty()) return {};
  for (const auto& e : number_styles_.children())
    if (attribute(e, "style:name") == name) return number_code(e);
  return {};
}

std::string chart_text(xml_node e) {
  std::string out;
  for (const auto& p : e.children("text:p")) {
    if (!out.empty()) out += '\n';
    collect_text(p, out, 0);
  }
  return out;
}

document::ChartMarker ChartLooks::marker(const Style* style, const Style* area, std::size_t index,
                                         const Stroke& line) {
  constexpr Word<MarkerKind> kinds[] = {{"square", MarkerKind::square},
                                        {"diamond", MarkerKind::diamond},
                                        {"arrow-up", MarkerKind::triangle},
                                        {"arrow-down", MarkerKind::triangle},
                                        {"arrow-left", MarkerKind::triangle},
                                        {"arrow-right", MarkerKind::triangle},
                                        {"circle", MarkerKind::circle},
                                        {"star", MarkerKind::star},
                                        {"x", MarkerKind::cross},
                                        {"plus", MarkerKind::plus},
                                        {"asterisk", MarkerKind::star},
                                        {"horizontal-bar", MarkerKind::dash}};
  constexpr std::array<MarkerKind, 8> automatic = {
      MarkerKind::square,   MarkerKind::diamond,  MarkerKind::triangle, MarkerKind::triangle,
      MarkerKind::triangle, MarkerKind::triangle, MarkerKind::diamond,  MarkerKind::circle};
  const auto own = says(style, "chart:symbol-type");
  const auto* by = own.empty() ? area : style;
  const auto type = says(by, "chart:symbol-type");
  document::ChartMarker marker;
  if (type.empty() || type == "none") return marker;
  marker.kind = type == "named-symbol"
                    ? meaning_or(says(by, "chart:symbol-name"), MarkerKind::square, kinds)
                    : automatic[index % automatic.size()];
  marker.size = std::clamp(length_or(says(by, "chart:symbol-width"), hundredths_mm(250)), Length{},
                           points(72));
  auto color = line.style == LineStyle::none ? standard_color(index) : line.color;
  if (!graphic(style, "draw:fill-color").empty()) color = fill(style, color).value_or(color);
  marker.fill = color;
  marker.stroke.style = LineStyle::single, marker.stroke.color = color;
  return marker;
}

document::ChartLabels ChartLooks::labels(const Style* style, const Style* area,
                                         document::ChartLabels otherwise) {
  const auto number = [&] {
    const auto own = says(style, "chart:data-label-number");
    return own.empty() ? says(area, "chart:data-label-number") : own;
  }();
  auto out = std::move(otherwise);
  if (!number.empty()) {
    out.value = number == "value" || number == "value-and-percentage";
    out.percent = number == "percentage" || number == "value-and-percentage";
  }
  out.category = says(style, "chart:data-label-text", out.category);
  out.series = says(style, "chart:data-label-series", out.series);
  using document::LabelPlace;
  constexpr Word<LabelPlace> places[] = {
      {"center", LabelPlace::center},       {"inside", LabelPlace::inside_end},
      {"outside", LabelPlace::outside_end}, {"near-origin", LabelPlace::inside_base},
      {"top", LabelPlace::above},           {"bottom", LabelPlace::below}};
  out.place = meaning_or(says(style, "chart:label-position"), out.place, places);
  for (const auto* s = style; s; s = s->parent)
    if (const auto e = s->element.child(of_chart).child("chart:label-separator")) {
      out.separator = chart_text(e);
      std::replace(out.separator.begin(), out.separator.end(), '\n', ' ');
      break;
    }
  if (out.separator.empty()) out.separator = " ";
  out.format = text_format(style, points(10));
  return out;
}

} // namespace saraban::odt
