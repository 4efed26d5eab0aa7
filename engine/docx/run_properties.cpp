// Reads, layers and resolves the properties of characters.
#include "docx/run_properties.h"

#include "docx/part/elements.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace saraban::docx {
namespace {

using document::Underline;

constexpr Word<Underline> underlines[] = {
    {"single", Underline::single},
    {"none", Underline::none},
    {"words", Underline::words},
    {"double", Underline::double_line},
    {"thick", Underline::thick},
    {"dotted", Underline::dotted},
    {"dottedHeavy", Underline::dotted_heavy},
    {"dash", Underline::dash},
    {"dashedHeavy", Underline::dash_heavy},
    {"dashLong", Underline::dash_long},
    {"dashLongHeavy", Underline::dash_long_heavy},
    {"dotDash", Underline::dot_dash},
    {"dashDotHeavy", Underline::dot_dash_heavy},
    {"dotDotDash", Underline::dot_dot_dash},
    {"dashDotDotHeavy", Underline::dot_dot_dash_heavy},
    {"wave", Underline::wave},
    {"wavyHeavy", Underline::wave_heavy},
    {"wavyDouble", Underline::wave_double},
};

using document::LineStyle;

constexpr Word<LineStyle> line_styles[] = {
    {"single", LineStyle::single},
    {"nil", LineStyle::none},
    {"none", LineStyle::none},
    {"thick", LineStyle::thick},
    {"double", LineStyle::double_line},
    {"dotted", LineStyle::dotted},
    {"dashed", LineStyle::dashed},
    {"dashSmallGap", LineStyle::dashed},
    {"dotDash", LineStyle::dot_dash},
    {"dashDotStroked", LineStyle::dot_dash},
    {"dotDotDash", LineStyle::dot_dot_dash},
    {"triple", LineStyle::triple},
    {"thinThickSmallGap", LineStyle::thin_thick},
    {"thinThickMediumGap", LineStyle::thin_thick},
    {"thinThickLargeGap", LineStyle::thin_thick},
    {"thickThinSmallGap", LineStyle::thick_thin},
    {"thickThinMediumGap", LineStyle::thick_thin},
    {"thickThinLargeGap", LineStyle::thick_thin},
    {"thinThickThinSmallGap", LineStyle::triple},
    {"thinThickThinMediumGap", LineStyle::triple},
    {"thinThickThinLargeGap", LineStyle::triple},
    {"wave", LineStyle::wave},
    {"doubleWave", LineStyle::double_wave},
    {"threeDEmboss", LineStyle::outset},
    {"threeDEngrave", LineStyle::inset},
    {"outset", LineStyle::outset},
    {"inset", LineStyle::inset},
};

/// A theme's font comes before the plain name (17.3.2.26).
void read_family(std::optional<std::string>& out, pugi::xml_node fonts, const char* plain,
                 const char* themed, const Theme& theme) {
  if (auto family = theme.fonts.family(attribute(fonts, themed)); !family.empty())
    out = std::move(family);
  else if (const auto name = attribute(fonts, plain); !name.empty())
    out = std::string(name);
}

void read_fonts(pugi::xml_node e, RunProperties& p, const Theme& theme) {
  read_family(p.ascii, e, "w:ascii", "w:asciiTheme", theme);
  read_family(p.high_ansi, e, "w:hAnsi", "w:hAnsiTheme", theme);
  read_family(p.east_asian, e, "w:eastAsia", "w:eastAsiaTheme", theme);
  read_family(p.complex, e, "w:cs", "w:cstheme", theme);
}

void read_language(pugi::xml_node e, RunProperties& p, const Theme&) {
  const auto take = [&](std::optional<std::string>& out, const char* name) {
    if (const auto text = attribute(e, name); !text.empty()) out = std::string(text);
  };
  take(p.language, "w:val");
  take(p.language_east_asian, "w:eastAsia");
  take(p.language_complex, "w:bidi");
}

void read_underline(pugi::xml_node e, RunProperties& p, const Theme& theme) {
  if (const auto text = value(e); !text.empty())
    p.underline = meaning_or(text, Underline::single, underlines);
  const auto color = read_color(e, "w:color", "theme", theme.colors);
  if (!color.automatic)
    p.underline_color = color.color;
  else if (e.attribute("w:color"))
    p.underline_color = std::optional<Color>();
}

void read_vertical(pugi::xml_node e, RunProperties& p, const Theme&) {
  const auto text = value(e);
  p.vertical = text == "superscript" ? document::VerticalPosition::superscript
               : text == "subscript" ? document::VerticalPosition::subscript
                                     : document::VerticalPosition::baseline;
}

using Handler = void (*)(pugi::xml_node, RunProperties&, const Theme&);

template <Toggle t>
void toggle(pugi::xml_node e, RunProperties& p, const Theme&) {
  p.toggles.set(t, on_off(e));
}
template <std::optional<bool> RunProperties::*member>
void switched(pugi::xml_node e, RunProperties& p, const Theme&) {
  p.*member = on_off(e);
}
template <std::optional<Length> RunProperties::*member, Unit unit>
void measure(pugi::xml_node e, RunProperties& p, const Theme&) {
  if (const auto found = length(value(e), unit)) p.*member = found;
}
/// Word's sizes reach from half a point to 1638 points.
template <std::optional<Length> RunProperties::*member>
void font_size(pugi::xml_node e, RunProperties& p, const Theme&) {
  if (const auto found = length(value(e), Unit::half_point))
    p.*member = std::clamp(*found, half_points(1), half_points(3276));
}

void read_scale(pugi::xml_node e, RunProperties& p, const Theme&) {
  p.scale_percent = static_cast<int>(std::clamp<std::int64_t>(integer_or(value(e), 100), 1, 600));
}

const std::unordered_map<std::string_view, Handler>& handlers() {
  using R = RunProperties;
  using pugi::xml_node;
  static const std::unordered_map<std::string_view, Handler> table = {
      {"w:rFonts", read_fonts},
      {"w:sz", font_size<&R::size>},
      {"w:szCs", font_size<&R::size_complex>},
      {"w:b", toggle<Toggle::bold>},
      {"w:bCs", toggle<Toggle::bold_complex>},
      {"w:i", toggle<Toggle::italic>},
      {"w:iCs", toggle<Toggle::italic_complex>},
      {"w:caps", toggle<Toggle::caps>},
      {"w:smallCaps", toggle<Toggle::small_caps>},
      {"w:strike", toggle<Toggle::strike>},
      {"w:dstrike", switched<&R::double_strike>},
      {"w:emboss", toggle<Toggle::emboss>},
      {"w:imprint", toggle<Toggle::imprint>},
      {"w:outline", toggle<Toggle::outline>},
      {"w:shadow", toggle<Toggle::shadow>},
      {"w:vanish", toggle<Toggle::vanish>},
      {"w:cs", switched<&R::use_complex>},
      {"w:rtl", switched<&R::right_to_left>},
      {"w:snapToGrid", switched<&R::snap_to_grid>},
      {"w:color", [](xml_node e, R& p,
                     const Theme& t) { p.color = read_color(e, "w:val", "theme", t.colors); }},
      {"w:highlight",
       [](xml_node e, R& p, const Theme&) { p.highlight = highlight_color(value(e)); }},
      {"w:shd", [](xml_node e, R& p, const Theme& t) { p.shading = read_shading(e, t.colors); }},
      {"w:u", read_underline},
      {"w:vertAlign", read_vertical},
      {"w:position", measure<&R::raise, Unit::half_point>},
      {"w:spacing", measure<&R::spacing, Unit::twip>},
      {"w:kern", measure<&R::kerning_from, Unit::half_point>},
      {"w:w", read_scale},
      {"w:bdr", [](xml_node e, R& p, const Theme& t) { p.border = read_border(e, t); }},
      {"w:lang", read_language},
      {"w:rStyle", [](xml_node e, R& p, const Theme&) { p.style = value(e); }},
  };
  return table;
}

/// The members that simply replace each other.
constexpr auto members() {
  using R = RunProperties;
  return std::make_tuple(&R::ascii, &R::high_ansi, &R::east_asian, &R::complex, &R::size,
                         &R::size_complex, &R::double_strike, &R::use_complex, &R::right_to_left,
                         &R::snap_to_grid, &R::color, &R::highlight, &R::shading, &R::underline,
                         &R::underline_color, &R::vertical, &R::raise, &R::spacing,
                         &R::kerning_from, &R::scale_percent, &R::border, &R::language,
                         &R::language_east_asian, &R::language_complex);
}

void overlay_members(RunProperties& base, const RunProperties& over) {
  std::apply([&](auto... m) { ((over.*m ? void(base.*m = over.*m) : void()), ...); }, members());
}

bool is_on(const RunProperties& p, Toggle t) {
  return p.toggles.get(t).value_or(false);
}

void set_faces(document::RunFormat& f, const RunProperties& p) {
  static const std::string standard = "Times New Roman";
  f.latin = {p.ascii.value_or(standard), p.size.value_or(points(10)), is_on(p, Toggle::bold),
             is_on(p, Toggle::italic), p.language.value_or("")};
  f.east_asian = f.latin;
  f.east_asian.family = p.east_asian.value_or(standard);
  f.east_asian.language = p.language_east_asian.value_or("");
  f.complex = {p.complex.value_or(standard), p.size_complex.value_or(points(10)),
               is_on(p, Toggle::bold_complex), is_on(p, Toggle::italic_complex),
               p.language_complex.value_or("")};
  const auto& high = p.high_ansi.value_or(standard);
  if (high != f.latin.family) f.high_ansi_family = high;
}

} // namespace

void Toggles::set(Toggle t, bool value) {
  const auto bit = static_cast<std::uint16_t>(1u << static_cast<int>(t));
  said = static_cast<std::uint16_t>(said | bit);
  on = static_cast<std::uint16_t>(value ? on | bit : on & ~bit);
}

std::optional<bool> Toggles::get(Toggle t) const {
  const unsigned bit = 1u << static_cast<int>(t);
  if (!(said & bit)) return std::nullopt;
  return (on & bit) != 0;
}

RunProperties read_run_properties(pugi::xml_node rpr, const Theme& theme) {
  RunProperties properties;
  for (const auto& child : rpr.children()) {
    const auto found = handlers().find(child.name());
    if (found != handlers().end()) found->second(child, properties, theme);
  }
  return properties;
}

void overlay(RunProperties& base, const RunProperties& over) {
  overlay_members(base, over);
  base.toggles.on =
      static_cast<std::uint16_t>((base.toggles.on & ~over.toggles.said) | over.toggles.on);
  base.toggles.said = static_cast<std::uint16_t>(base.toggles.said | over.toggles.said);
}

void combine(RunProperties& base, const RunProperties& over) {
  overlay_members(base, over);
  base.toggles.on = static_cast<std::uint16_t>(base.toggles.on ^ over.toggles.on);
  base.toggles.said = static_cast<std::uint16_t>(base.toggles.said | over.toggles.said);
}

document::RunFormat to_format(const RunProperties& p) {
  document::RunFormat f;
  set_faces(f, p);
  const bool rtl = p.right_to_left.value_or(false);
  if (rtl || p.use_complex.value_or(false)) f.slot = document::FaceSlot::complex;
  if (rtl) f.direction = document::Direction::right_to_left;
  if (p.color) f.color = p.color->color, f.automatic_color = p.color->automatic;
  f.background = p.highlight && *p.highlight ? *p.highlight : p.shading.value_or(std::nullopt);
  f.underline = p.underline.value_or(Underline::none);
  f.underline_color = p.underline_color.value_or(std::nullopt);
  if (is_on(p, Toggle::strike)) f.strike = document::Strike::single;
  if (p.double_strike.value_or(false)) f.strike = document::Strike::double_line;
  if (is_on(p, Toggle::small_caps)) f.caps = document::Caps::small;
  if (is_on(p, Toggle::caps)) f.caps = document::Caps::all;
  f.vertical = p.vertical.value_or(document::VerticalPosition::baseline);
  f.raise = p.raise.value_or(Length{});
  f.spacing = p.spacing.value_or(Length{});
  f.scale_percent = p.scale_percent.value_or(100);
  f.kerning_from = p.kerning_from.value_or(Length{});
  f.hidden = is_on(p, Toggle::vanish);
  f.outline = is_on(p, Toggle::outline), f.shadow = is_on(p, Toggle::shadow);
  f.emboss = is_on(p, Toggle::emboss), f.imprint = is_on(p, Toggle::imprint);
  f.snap_to_grid = p.snap_to_grid.value_or(true);
  f.border = p.border.value_or(document::Border{});
  return f;
}

document::Border read_border(pugi::xml_node element, const Theme& theme) {
  document::Border border;
  const auto text = value(element);
  if (text.empty()) return border;
  border.style = meaning_or(text, LineStyle::single, line_styles);
  if (!border) return border;
  const auto widest = points(31);
  border.width = std::clamp(length_or(attribute(element, "w:sz"), points(0.5), Unit::eighth_point),
                            Length{}, widest);
  border.space =
      std::clamp(length_or(attribute(element, "w:space"), {}, Unit::point), Length{}, widest);
  const auto color = read_color(element, "w:color", "theme", theme.colors);
  border.color = color.color, border.automatic_color = color.automatic;
  return border;
}

} // namespace saraban::docx
