// Reads, layers and resolves the properties of paragraphs.
#include "odt/paragraph_properties.h"

#include "odt/part/elements.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace saraban::odt {
namespace {

using document::Alignment;
using document::Leader;
using document::LineRule;
using document::TabKind;
using pugi::xml_node;
using P = ParagraphProperties;

constexpr Word<Alignment> alignments[] = {
    {"start", Alignment::start},  {"left", Alignment::start},  {"center", Alignment::center},
    {"end", Alignment::end},      {"right", Alignment::end},   {"justify", Alignment::justify},
    {"inside", Alignment::start}, {"outside", Alignment::end},
};
constexpr Word<BreakAt> breaks[] = {{"auto", BreakAt::automatic},
                                    {"column", BreakAt::column},
                                    {"page", BreakAt::page},
                                    {"even-page", BreakAt::even_page},
                                    {"odd-page", BreakAt::odd_page}};

using Handler = void (*)(std::string_view, P&);

template <std::optional<bool> P::*member>
void switched(std::string_view text, P& p) {
  if (const auto on = boolean(text)) p.*member = on;
}
template <std::optional<Measure> P::*member>
void measure(std::string_view text, P& p) {
  if (const auto share = percent(text))
    p.*member = Measure{{}, share};
  else if (const auto found = length(text))
    p.*member = Measure{*found, {}};
}
template <std::optional<Length> P::*member>
void plain_length(std::string_view text, P& p) {
  if (const auto found = length(text)) p.*member = found;
}
template <std::optional<BreakAt> P::*member>
void break_at(std::string_view text, P& p) {
  p.*member = meaning_or(text, BreakAt::automatic, breaks);
}
template <std::optional<int> P::*member>
void count(std::string_view text, P& p) {
  if (const auto n = integer(text))
    p.*member = static_cast<int>(std::clamp<std::int64_t>(*n, 0, 1'000'000));
}

void line_height(std::string_view text, P& p) {
  document::LineSpacing line;
  if (const auto share = percent(text))
    line.multiple_240ths = static_cast<int>(std::clamp(*share, 6.0, 10'000.0) * 2.4 + 0.5);
  else if (const auto found = length(text))
    line.rule = LineRule::exact, line.height = std::max(*found, twips(1));
  p.line = line;
}

void line_height_at_least(std::string_view text, P& p) {
  if (const auto found = length(text)) {
    p.line.emplace().rule = LineRule::at_least;
    p.line->height = *found;
  }
}

void writing_mode(std::string_view text, P& p) {
  if (text != "page") p.right_to_left = text == "rl-tb" || text == "rl";
}

const std::unordered_map<std::string_view, Handler>& handlers() {
  static const std::unordered_map<std::string_view, Handler> table = {
      {"fo:text-align",
       [](std::string_view t, P& p) { p.alignment = meaning_or(t, Alignment::start, alignments); }},
      {"fo:text-align-last",
       [](std::string_view t, P& p) { p.last_line = meaning_or(t, Alignment::start, alignments); }},
      {"fo:margin-left", measure<&P::indent_start>},
      {"fo:margin-right", measure<&P::indent_end>},
      {"fo:margin-top", measure<&P::space_before>},
      {"fo:margin-bottom", measure<&P::space_after>},
      {"fo:text-indent", measure<&P::indent_first>},
      {"style:auto-text-indent", switched<&P::automatic_first>},
      {"style:contextual-spacing", switched<&P::contextual_spacing>},
      {"fo:line-height", line_height},
      {"style:line-height-at-least", line_height_at_least},
      {"style:line-spacing", plain_length<&P::leading>},
      {"fo:keep-with-next", [](std::string_view t, P& p) { p.keep_next = t == "always"; }},
      {"fo:keep-together", [](std::string_view t, P& p) { p.keep_lines = t == "always"; }},
      {"fo:widows", count<&P::widows>},
      {"fo:orphans", count<&P::orphans>},
      {"fo:break-before", break_at<&P::break_before>},
      {"fo:break-after", break_at<&P::break_after>},
      {"style:page-number", count<&P::page_number>},
      {"style:join-border", switched<&P::join_border>},
      {"fo:background-color", [](std::string_view t, P& p) { p.background = color(t); }},
      {"style:tab-stop-distance", plain_length<&P::tab_distance>},
      {"text:number-lines",
       [](std::string_view t, P& p) { p.suppress_line_numbers = !boolean(t, true); }},
      {"style:snap-to-layout-grid", switched<&P::snap_to_grid>},
      {"style:justify-single-word", switched<&P::justify_single_word>},
      {"style:writing-mode", writing_mode},
      {"fo:padding-top", plain_length<&P::padding_top>},
      {"fo:padding-right", plain_length<&P::padding_right>},
      {"fo:padding-bottom", plain_length<&P::padding_bottom>},
      {"fo:padding-left", plain_length<&P::padding_left>},
  };
  return table;
}

Leader leader_of(xml_node tab) {
  const auto text = attribute(tab, "style:leader-text");
  const auto style = attribute(tab, "style:leader-style");
  if (style == "none" || (style.empty() && text.empty())) {
    const auto old = attribute(tab, "style:leader-char");
    if (old.empty() || old == " ") return Leader::none;
  }
  constexpr Word<Leader> by_text[] = {{".", Leader::dot},
                                      {"-", Leader::hyphen},
                                      {"_", Leader::underscore},
                                      {"·", Leader::middle_dot}};
  if (const auto found = meaning(text, by_text)) return *found;
  constexpr Word<Leader> by_style[] = {{"dotted", Leader::dot},
                                       {"solid", Leader::underscore},
                                       {"dash", Leader::hyphen},
                                       {"long-dash", Leader::hyphen}};
  return meaning_or(style, Leader::dot, by_style);
}

void read_tabs(xml_node stops, P& p) {
  if (!stops) return;
  constexpr Word<TabKind> kinds[] = {{"left", TabKind::start},
                                     {"center", TabKind::center},
                                     {"right", TabKind::end},
                                     {"char", TabKind::decimal}};
  constexpr std::size_t most = 1000;
  auto& tabs = p.tabs.emplace();
  for (const auto& tab : stops.children("style:tab-stop")) {
    const auto position = length(attribute(tab, "style:position"));
    if (!position || tabs.size() == most) continue;
    tabs.push_back({*position, meaning_or(attribute(tab, "style:type"), TabKind::start, kinds),
                    leader_of(tab)});
  }
  std::stable_sort(tabs.begin(), tabs.end(),
                   [](const auto& a, const auto& b) { return a.position < b.position; });
}

/// The shorthand for all sides, then what each side says for itself.
void read_borders(xml_node e, P& p) {
  struct Side {
    std::optional<document::Border> P::*border;
    std::optional<Length> P::*padding;
    const char *name, *width, *padding_name;
  };
  constexpr Side sides[] = {
      {&P::top, &P::padding_top, "fo:border-top", "style:border-line-width-top", "fo:padding-top"},
      {&P::right, &P::padding_right, "fo:border-right", "style:border-line-width-right",
       "fo:padding-right"},
      {&P::bottom, &P::padding_bottom, "fo:border-bottom", "style:border-line-width-bottom",
       "fo:padding-bottom"},
      {&P::left, &P::padding_left, "fo:border-left", "style:border-line-width-left",
       "fo:padding-left"},
  };
  for (const auto& side : sides) {
    const auto own = attribute(e, side.name), own_width = attribute(e, side.width);
    const auto text = own.empty() ? attribute(e, "fo:border") : own;
    const auto width = own_width.empty() ? attribute(e, "style:border-line-width") : own_width;
    if (!text.empty()) p.*side.border = read_border(text, width);
    const auto padding = attribute(e, side.padding_name);
    if (const auto space = length(padding.empty() ? attribute(e, "fo:padding") : padding))
      p.*side.padding = std::clamp(*space, Length{}, points(500));
  }
}

void read_margins(xml_node e, P& p) {
  const auto all = attribute(e, "fo:margin");
  if (all.empty()) return;
  measure<&P::indent_start>(all, p), measure<&P::indent_end>(all, p);
  measure<&P::space_before>(all, p), measure<&P::space_after>(all, p);
}

/// The left and right margins by the reading direction (LibreOffice's extension).
void read_drop_cap(xml_node e, P& p) {
  if (!e) return;
  DropCap cap;
  cap.lines =
      static_cast<int>(std::clamp<std::int64_t>(integer_or(attribute(e, "style:lines"), 1), 1, 20));
  const auto length_text = attribute(e, "style:length");
  cap.length = length_text == "word"
                   ? 0
                   : static_cast<int>(std::clamp<std::int64_t>(integer_or(length_text, 1), 1, 100));
  cap.distance = std::max(length_or(attribute(e, "style:distance"), {}), Length{});
  cap.style = attribute(e, "style:style-name");
  p.drop_cap = std::move(cap);
}

constexpr auto plain_members() {
  return std::make_tuple(&P::alignment, &P::last_line, &P::right_to_left, &P::automatic_first,
                         &P::contextual_spacing, &P::keep_next, &P::keep_lines, &P::join_border,
                         &P::suppress_line_numbers, &P::snap_to_grid, &P::justify_single_word,
                         &P::hyphenate, &P::word_wrap, &P::background_image, &P::widows,
                         &P::orphans, &P::line, &P::leading, &P::tabs, &P::tab_distance, &P::top,
                         &P::right, &P::bottom, &P::left, &P::padding_top, &P::padding_right,
                         &P::padding_bottom, &P::padding_left, &P::background, &P::break_before,
                         &P::break_after, &P::page_number, &P::drop_cap);
}

void overlay(std::optional<Measure>& base, const std::optional<Measure>& over) {
  if (!over) return;
  if (!over->percent || !base)
    base = over;
  else if (base->percent)
    base->percent = *base->percent * *over->percent / 100;
  else
    base->length = points(base->length.points() * *over->percent / 100);
}

Length length_of(const std::optional<Measure>& measure) {
  return measure && !measure->percent ? measure->length : Length{};
}

document::Border with_space(const std::optional<document::Border>& border,
                            const std::optional<Length>& padding) {
  if (!border || !*border) return {};
  auto out = *border;
  out.space = padding.value_or(Length{});
  return out;
}

/// Lines and padding lie between the indents, and tab stops count from within.
void set_borders(document::ParagraphFormat& f, const P& p) {
  auto& out = f.borders;
  out.top = with_space(p.top, p.padding_top), out.right = with_space(p.right, p.padding_right);
  out.bottom = with_space(p.bottom, p.padding_bottom);
  out.left = with_space(p.left, p.padding_left);
  const auto inset = out.left.width + out.left.space;
  f.indent_start += inset, f.indent_end += out.right.width + out.right.space;
  for (auto& tab : f.tabs) tab.position += inset;
}

} // namespace

ParagraphProperties read_paragraph_properties(xml_node e, const FontFaces&) {
  ParagraphProperties properties;
  if (!e) return properties;
  read_margins(e, properties);
  for (const auto& a : e.attributes()) {
    const auto found = handlers().find(a.name());
    if (found != handlers().end()) found->second(a.value(), properties);
  }
  read_borders(e, properties);
  read_tabs(e.child("style:tab-stops"), properties);
  read_drop_cap(e.child("style:drop-cap"), properties);
  if (const auto image = e.child("style:background-image"))
    properties.background_image =
        !attribute(image, "xlink:href").empty() || image.child("office:binary-data");
  return properties;
}

void overlay(ParagraphProperties& base, const ParagraphProperties& over) {
  for (const auto member :
       {&P::indent_start, &P::indent_end, &P::indent_first, &P::space_before, &P::space_after})
    overlay(base.*member, over.*member);
  // One setting in two ways: a height of lines or what is added between them.
  if (over.line) base.leading.reset();
  if (over.leading) base.line.reset();
  std::apply([&](auto... m) { ((over.*m ? void(base.*m = over.*m) : void()), ...); },
             plain_members());
}

document::ParagraphFormat to_format(const ParagraphProperties& p, TabsFrom tabs_from, Length size) {
  document::ParagraphFormat f;
  f.alignment = p.alignment.value_or(Alignment::start);
  f.last_line = p.last_line.value_or(Alignment::start);
  f.justify_single_word = p.justify_single_word.value_or(false);
  if (p.right_to_left.value_or(false)) f.direction = document::Direction::right_to_left;
  f.indent_start = length_of(p.indent_start), f.indent_end = length_of(p.indent_end);
  f.indent_first = p.automatic_first.value_or(false) ? size : length_of(p.indent_first);
  f.space_before = std::max(length_of(p.space_before), Length{});
  f.space_after = std::max(length_of(p.space_after), Length{});
  f.contextual_spacing = p.contextual_spacing.value_or(false);
  f.line = p.line.value_or(document::LineSpacing{});
  if (p.leading && *p.leading > Length{})
    f.line.rule = LineRule::leading, f.line.height = *p.leading;
  f.tabs = p.tabs.value_or(std::vector<document::TabStop>());
  if (tabs_from == TabsFrom::indent)
    for (auto& tab : f.tabs) tab.position += f.indent_start;
  f.keep_next = p.keep_next.value_or(false), f.keep_lines = p.keep_lines.value_or(false);
  const auto before = p.break_before.value_or(BreakAt::automatic);
  const auto after = p.break_after.value_or(BreakAt::automatic);
  f.page_break_before = before >= BreakAt::page, f.page_break_after = after >= BreakAt::page;
  f.column_break_before = before == BreakAt::column,
  f.column_break_after = after == BreakAt::column;
  f.widow_lines = p.widows.value_or(0), f.orphan_lines = p.orphans.value_or(0);
  f.widow_control = f.widow_lines >= 2 || f.orphan_lines >= 2;
  f.join_borders = p.join_border.value_or(true);
  if (p.drop_cap && p.drop_cap->lines > 1)
    f.drop_cap = document::DropCap{p.drop_cap->lines, p.drop_cap->length, p.drop_cap->distance};
  set_borders(f, p);
  f.background = p.background.value_or(std::nullopt);
  f.suppress_line_numbers = p.suppress_line_numbers.value_or(false);
  f.snap_to_grid = p.snap_to_grid.value_or(true);
  f.hyphenate = p.hyphenate.value_or(false);
  return f;
}

} // namespace saraban::odt
