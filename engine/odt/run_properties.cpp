// Reads, layers and resolves the properties of characters.
#include "odt/run_properties.h"

#include "odt/part/elements.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace saraban::odt {
namespace {

using document::Underline;
using pugi::xml_node;

using Handler = void (*)(std::string_view, RunProperties&, const FontFaces&);

/// Sizes reach from a tenth of a point to 999.9 points.
Length sane_size(Length size) {
  return std::clamp(size, points(0.1), points(1638));
}

template <Slot slot>
void font_size(std::string_view text, RunProperties& p, const FontFaces&) {
  auto& size = p.faces[slot].size;
  if (const auto share = percent(text))
    size = FontSize{FontSize::Kind::percent, {}, std::clamp(*share, 1.0, 10'000.0)};
  else if (const auto found = length(text))
    size = FontSize{FontSize::Kind::absolute, sane_size(*found), 100};
}

template <Slot slot>
void relative_size(std::string_view text, RunProperties& p, const FontFaces&) {
  if (const auto found = length(text))
    p.faces[slot].size = FontSize{FontSize::Kind::relative, *found, 100};
}

template <Slot slot>
void font_name(std::string_view text, RunProperties& p, const FontFaces& fonts) {
  p.faces[slot].family = fonts.family(text);
}

/// Where both are there, style:font-name is the one that counts.
template <Slot slot>
void font_family(std::string_view text, RunProperties& p, const FontFaces&) {
  if (!p.faces[slot].family) p.faces[slot].family = first_family(text);
}

template <Slot slot>
void font_weight(std::string_view text, RunProperties& p, const FontFaces&) {
  p.faces[slot].bold = text == "bold" || integer_or(text, 400) >= 600;
}

template <Slot slot>
void font_style(std::string_view text, RunProperties& p, const FontFaces&) {
  p.faces[slot].italic = text == "italic" || text == "oblique";
}

template <Slot slot>
void language(std::string_view text, RunProperties& p, const FontFaces&) {
  auto& all = p.faces[slot].language;
  const auto country = all ? all->find('-') : std::string::npos;
  const auto rest = country == std::string::npos ? std::string() : all->substr(country);
  all = (text == "none" || text == "zxx" ? std::string() : std::string(text)) + rest;
}

template <Slot slot>
void country(std::string_view text, RunProperties& p, const FontFaces&) {
  if (text == "none" || text.empty()) return;
  auto& all = p.faces[slot].language;
  all = all.value_or("") + '-' + std::string(text);
}

template <std::optional<bool> RunProperties::*member>
void switched(std::string_view text, RunProperties& p, const FontFaces&) {
  p.*member = boolean(text, false);
}

void text_position(std::string_view text, RunProperties& p, const FontFaces&) {
  TextPosition position;
  const auto where = next_word(text);
  if (where == "super")
    position.automatic = document::VerticalPosition::superscript;
  else if (where == "sub")
    position.automatic = document::VerticalPosition::subscript;
  else
    position.raise_percent = std::clamp(percent(where).value_or(0), -100.0, 100.0);
  const bool moved =
      position.automatic != document::VerticalPosition::baseline || position.raise_percent != 0;
  position.size_percent = std::clamp(percent(text).value_or(moved ? 58 : 100), 1.0, 100.0);
  p.position = position;
}

void text_transform(std::string_view text, RunProperties& p, const FontFaces&) {
  p.caps = text == "uppercase" ? document::Caps::all : document::Caps::none;
}

void relief(std::string_view text, RunProperties& p, const FontFaces&) {
  p.emboss = text == "embossed", p.imprint = text == "engraved";
}

void scale(std::string_view text, RunProperties& p, const FontFaces&) {
  if (const auto share = percent(text))
    p.scale_percent = static_cast<int>(std::clamp(*share, 1.0, 600.0));
}

void text_color(std::string_view text, RunProperties& p, const FontFaces&) {
  if (const auto found = color(text); found && !p.color) p.color = *found;
}

void window_color(std::string_view text, RunProperties& p, const FontFaces&) {
  if (boolean(text, false)) p.color = std::optional<Color>();
}

void display(std::string_view text, RunProperties& p, const FontFaces&) {
  p.hidden = text == "none" || text == "condition";
}

const std::unordered_map<std::string_view, Handler>& handlers() {
  using R = RunProperties;
  static const std::unordered_map<std::string_view, Handler> table = {
      {"style:font-name", font_name<western>},
      {"style:font-name-asian", font_name<asian>},
      {"style:font-name-complex", font_name<complex_script>},
      {"fo:font-family", font_family<western>},
      {"style:font-family-asian", font_family<asian>},
      {"style:font-family-complex", font_family<complex_script>},
      {"fo:font-size", font_size<western>},
      {"style:font-size-asian", font_size<asian>},
      {"style:font-size-complex", font_size<complex_script>},
      {"style:font-size-rel", relative_size<western>},
      {"style:font-size-rel-asian", relative_size<asian>},
      {"style:font-size-rel-complex", relative_size<complex_script>},
      {"fo:font-weight", font_weight<western>},
      {"style:font-weight-asian", font_weight<asian>},
      {"style:font-weight-complex", font_weight<complex_script>},
      {"fo:font-style", font_style<western>},
      {"style:font-style-asian", font_style<asian>},
      {"style:font-style-complex", font_style<complex_script>},
      {"fo:language", language<western>},
      {"style:language-asian", language<asian>},
      {"style:language-complex", language<complex_script>},
      {"fo:country", country<western>},
      {"style:country-asian", country<asian>},
      {"style:country-complex", country<complex_script>},
      {"fo:color", text_color},
      {"style:use-window-font-color", window_color},
      {"fo:background-color",
       [](std::string_view t, R& p, const FontFaces&) { p.background = color(t); }},
      {"style:text-position", text_position},
      {"style:text-scale", scale},
      {"fo:letter-spacing",
       [](std::string_view t, R& p, const FontFaces&) { p.spacing = length_or(t, {}); }},
      {"style:letter-kerning", switched<&R::kerning>},
      {"fo:text-transform", text_transform},
      {"fo:font-variant",
       [](std::string_view t, R& p, const FontFaces&) { p.small_caps = t == "small-caps"; }},
      {"style:text-outline", switched<&R::outline>},
      {"fo:text-shadow",
       [](std::string_view t, R& p, const FontFaces&) { p.shadow = t != "none"; }},
      {"style:font-relief", relief},
      {"text:display", display},
  };
  return table;
}

/// style:text-underline-style with its width and type (20.380 to 20.386).
Underline underline_of(std::string_view style, std::string_view type, std::string_view width) {
  struct Pair {
    Underline plain, heavy;
  };
  constexpr Word<Pair> styles[] = {
      {"none", {Underline::none, Underline::none}},
      {"solid", {Underline::single, Underline::thick}},
      {"dotted", {Underline::dotted, Underline::dotted_heavy}},
      {"dash", {Underline::dash, Underline::dash_heavy}},
      {"long-dash", {Underline::dash_long, Underline::dash_long_heavy}},
      {"dot-dash", {Underline::dot_dash, Underline::dot_dash_heavy}},
      {"dot-dot-dash", {Underline::dot_dot_dash, Underline::dot_dot_dash_heavy}},
      {"wave", {Underline::wave, Underline::wave_heavy}},
  };
  const bool heavy = width == "bold" || width == "thick";
  const auto found = meaning_or(style, Pair{Underline::single, Underline::thick}, styles);
  if (type == "double" && found.plain == Underline::wave) return Underline::wave_double;
  if (type == "double" && found.plain != Underline::none) return Underline::double_line;
  return heavy ? found.heavy : found.plain;
}

void read_underline(xml_node e, RunProperties& p) {
  const auto style = attribute(e, "style:text-underline-style");
  const auto type = attribute(e, "style:text-underline-type");
  if (!style.empty() || type == "none") {
    p.underline = type == "none"
                      ? Underline::none
                      : underline_of(style, type, attribute(e, "style:text-underline-width"));
    if (attribute(e, "style:text-underline-mode") == "skip-white-space" &&
        p.underline == Underline::single)
      p.underline = Underline::words;
  }
  if (const auto ink = attribute(e, "style:text-underline-color"); !ink.empty())
    p.underline_color = color(ink);
}

void read_strike(xml_node e, RunProperties& p) {
  const auto style = attribute(e, "style:text-line-through-style");
  const auto type = attribute(e, "style:text-line-through-type");
  if (style.empty() && type.empty()) return;
  p.strike = style == "none" || type == "none" ? document::Strike::none
             : type == "double"                ? document::Strike::double_line
                                               : document::Strike::single;
}

/// The line round a run: one for all sides, as documents have it.
void read_run_border(xml_node e, RunProperties& p) {
  auto text = attribute(e, "fo:border");
  auto width = attribute(e, "style:border-line-width");
  if (text.empty())
    text = attribute(e, "fo:border-top"), width = attribute(e, "style:border-line-width-top");
  if (text.empty()) return;
  p.border = read_border(text, width);
  p.border->space = std::clamp(length_or(attribute(e, "fo:padding"), {}), Length{}, points(31));
}

FontSize over_size(const std::optional<FontSize>& base, const FontSize& over) {
  if (!base || over.kind == FontSize::Kind::absolute) return over;
  FontSize size = *base;
  if (over.kind == FontSize::Kind::relative) {
    size.length = base->kind == FontSize::Kind::percent ? over.length : base->length + over.length;
    if (size.kind == FontSize::Kind::absolute) size.length = sane_size(size.length);
  } else if (base->kind == FontSize::Kind::percent)
    size.percent = std::clamp(base->percent * over.percent / 100, 1.0, 10'000.0);
  else
    size.length = sane_size(points(base->length.points() * over.percent / 100));
  return size;
}

void overlay(FaceProperties& base, const FaceProperties& over) {
  if (over.family) base.family = over.family;
  if (over.language) base.language = over.language;
  if (over.size) base.size = over_size(base.size, *over.size);
  if (over.bold) base.bold = over.bold;
  if (over.italic) base.italic = over.italic;
}

/// The members that simply replace each other.
constexpr auto members() {
  using R = RunProperties;
  return std::make_tuple(&R::color, &R::background, &R::underline, &R::underline_color, &R::strike,
                         &R::caps, &R::small_caps, &R::hidden, &R::outline, &R::shadow, &R::emboss,
                         &R::imprint, &R::kerning, &R::position, &R::spacing, &R::scale_percent,
                         &R::border);
}

document::FaceRequest face_of(const FaceProperties& p) {
  static const std::string standard = "Liberation Serif";
  auto size = points(12);
  if (p.size && p.size->kind == FontSize::Kind::absolute) size = p.size->length;
  auto language = p.language.value_or("");
  if (language.starts_with('-')) language.clear();
  return {p.family.value_or(standard), size, p.bold.value_or(false), p.italic.value_or(false),
          std::move(language)};
}

/// A share of the size up or down, in smaller letters; the usual ones go by name.
void set_position(document::RunFormat& f, const TextPosition& position) {
  if (position.automatic != document::VerticalPosition::baseline) {
    f.vertical = position.automatic;
    return;
  }
  f.raise = points(f.latin.size.points() * position.raise_percent / 100);
  for (auto* face : {&f.latin, &f.east_asian, &f.complex})
    face->size = sane_size(points(face->size.points() * position.size_percent / 100));
}

document::LineStyle line_style(std::string_view word) {
  using document::LineStyle;
  constexpr Word<LineStyle> words[] = {
      {"none", LineStyle::none},
      {"hidden", LineStyle::none},
      {"solid", LineStyle::single},
      {"double", LineStyle::double_line},
      {"dotted", LineStyle::dotted},
      {"dashed", LineStyle::dashed},
      {"fine-dashed", LineStyle::dashed},
      {"dash-dot", LineStyle::dot_dash},
      {"dash-dot-dot", LineStyle::dot_dot_dash},
      {"double-thin", LineStyle::double_line},
      {"groove", LineStyle::inset},
      {"ridge", LineStyle::outset},
      {"inset", LineStyle::inset},
      {"outset", LineStyle::outset},
  };
  return meaning_or(word, LineStyle::single, words);
}

} // namespace

RunProperties read_run_properties(xml_node e, const FontFaces& fonts) {
  RunProperties properties;
  if (!e) return properties;
  for (const auto& a : e.attributes()) {
    const auto found = handlers().find(a.name());
    if (found != handlers().end()) found->second(a.value(), properties, fonts);
  }
  // LibreOffice's opacity belongs to the colour beside it.
  if (const auto opacity = percent(attribute(e, "loext:opacity")))
    if (properties.color && *properties.color)
      (*properties.color)->alpha =
          static_cast<std::uint8_t>(std::clamp(*opacity, 0.0, 100.0) * 2.55 + 0.5);
  read_underline(e, properties);
  read_strike(e, properties);
  read_run_border(e, properties);
  return properties;
}

void overlay(RunProperties& base, const RunProperties& over) {
  for (std::size_t i = 0; i < slot_count; ++i) overlay(base.faces[i], over.faces[i]);
  std::apply([&](auto... m) { ((over.*m ? void(base.*m = over.*m) : void()), ...); }, members());
}

document::RunFormat to_format(const RunProperties& p) {
  document::RunFormat f;
  f.latin = face_of(p.faces[western]);
  f.east_asian = face_of(p.faces[asian]), f.complex = face_of(p.faces[complex_script]);
  if (p.color && *p.color) f.color = **p.color, f.automatic_color = false;
  f.background = p.background.value_or(std::nullopt);
  f.underline = p.underline.value_or(Underline::none);
  f.underline_color = p.underline_color.value_or(std::nullopt);
  f.strike = p.strike.value_or(document::Strike::none);
  if (p.small_caps.value_or(false)) f.caps = document::Caps::small;
  if (p.caps.value_or(document::Caps::none) == document::Caps::all) f.caps = document::Caps::all;
  if (p.position) set_position(f, *p.position);
  f.spacing = p.spacing.value_or(Length{});
  f.scale_percent = p.scale_percent.value_or(100);
  if (p.kerning.value_or(false)) f.kerning_from = points(0.5);
  f.hidden = p.hidden.value_or(false);
  f.outline = p.outline.value_or(false), f.shadow = p.shadow.value_or(false);
  f.emboss = p.emboss.value_or(false), f.imprint = p.imprint.value_or(false);
  f.border = p.border.value_or(document::Border{});
  return f;
}

document::Border read_border(std::string_view text, std::string_view line_width) {
  document::Border border;
  auto rest = text;
  std::string_view style;
  while (!rest.empty()) {
    const auto word = next_word(rest);
    if (const auto ink = color(word))
      border.color = *ink, border.automatic_color = false;
    else if (const auto width = length(word))
      border.width = *width;
    else if (word == "thin" || word == "medium" || word == "thick")
      border.width = points(word == "thin" ? 0.75 : word == "medium" ? 1.5 : 2.5);
    else
      style = word;
  }
  if (style.empty()) return {};
  border.style = line_style(style);
  if (!border) return {};
  if (border.style == document::LineStyle::double_line && !line_width.empty()) {
    // Inner line, gap, outer line: together they are the width.
    const auto inner = length_or(next_word(line_width), {});
    const auto gap = length_or(next_word(line_width), {});
    const auto outer = length_or(next_word(line_width), {});
    border.width = inner + gap + outer;
    if (inner > outer) border.style = document::LineStyle::thick_thin;
    if (outer > inner) border.style = document::LineStyle::thin_thick;
  }
  border.width = std::clamp(border.width, Length{}, points(31));
  return border;
}

} // namespace saraban::odt
