// Reads, layers and resolves the properties of paragraphs.
#include "docx/paragraph_properties.h"

#include "docx/frames.h"
#include "docx/part/elements.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace saraban::docx {
namespace {

using document::Alignment;
using document::Leader;
using document::LineRule;
using document::TabKind;
using pugi::xml_node;

constexpr Word<Alignment> alignments[] = {
    {"left", Alignment::start},
    {"start", Alignment::start},
    {"center", Alignment::center},
    {"right", Alignment::end},
    {"end", Alignment::end},
    {"both", Alignment::justify},
    {"lowKashida", Alignment::justify},
    {"mediumKashida", Alignment::justify},
    {"highKashida", Alignment::justify},
    {"distribute", Alignment::distribute},
    {"thaiDistribute", Alignment::thai_distribute},
};
constexpr Word<TabKind> tab_kinds[] = {
    {"left", TabKind::start},      {"start", TabKind::start}, {"num", TabKind::start},
    {"center", TabKind::center},   {"right", TabKind::end},   {"end", TabKind::end},
    {"decimal", TabKind::decimal}, {"bar", TabKind::bar},
};
constexpr Word<Leader> leaders[] = {{"dot", Leader::dot},
                                    {"hyphen", Leader::hyphen},
                                    {"underscore", Leader::underscore},
                                    {"heavy", Leader::heavy},
                                    {"middleDot", Leader::middle_dot}};

/// The first of the names that is there.
std::string_view either(xml_node e, const char* name, const char* other) {
  const auto text = attribute(e, name);
  return text.empty() ? attribute(e, other) : text;
}

/// Hundredths of a character or of a line, where no length is given beside them (17.3.1.12).
std::optional<Length> hundredths(std::string_view text, Length whole) {
  const auto n = integer(text);
  if (!n || *n == 0) return std::nullopt;
  return whole.scaled(std::clamp<std::int64_t>(*n, -100'000, 100'000), 100);
}

void read_indent(xml_node e, ParagraphProperties& p, const Theme&) {
  const auto character = points(10.5), none = Length{};
  const auto take = [&](std::optional<Length>& out, std::string_view plain, std::string_view chars,
                        bool negative) {
    auto found = length(plain);
    if (!found || *found == none)
      if (const auto wide = hundredths(chars, character)) found = wide;
    if (found) out = negative ? -*found : *found;
  };
  take(p.indent_start, either(e, "w:start", "w:left"), either(e, "w:startChars", "w:leftChars"),
       false);
  take(p.indent_end, either(e, "w:end", "w:right"), either(e, "w:endChars", "w:rightChars"), false);
  take(p.indent_first, attribute(e, "w:firstLine"), attribute(e, "w:firstLineChars"), false);
  take(p.indent_first, attribute(e, "w:hanging"), attribute(e, "w:hangingChars"), true);
}

void read_spacing(xml_node e, ParagraphProperties& p, const Theme&) {
  const auto line_height = points(12);
  const auto take = [&](std::optional<Length>& out, const char* plain, const char* lines) {
    if (auto found = hundredths(attribute(e, lines), line_height))
      out = found;
    else if ((found = length(attribute(e, plain))))
      out = std::max(*found, Length{});
  };
  take(p.space_before, "w:before", "w:beforeLines");
  take(p.space_after, "w:after", "w:afterLines");
  if (const auto a = e.attribute("w:beforeAutospacing"))
    p.automatic_before = on_off_text(a.value(), true);
  if (const auto a = e.attribute("w:afterAutospacing"))
    p.automatic_after = on_off_text(a.value(), true);
  constexpr Word<LineRule> rules[] = {
      {"auto", LineRule::multiple}, {"exact", LineRule::exact}, {"atLeast", LineRule::at_least}};
  const auto rule = attribute(e, "w:lineRule");
  const auto line = length(attribute(e, "w:line"));
  if (line) p.line = std::clamp<std::int64_t>(std::abs(line->emu) / 635, 1, 31'680);
  if (!rule.empty() || line) p.line_rule = meaning_or(rule, LineRule::multiple, rules);
}

void read_tabs(xml_node e, ParagraphProperties& p, const Theme&) {
  for (const auto& tab : e.children("w:tab")) {
    const auto position = length(attribute(tab, "w:pos"));
    if (!position) continue;
    if (value(tab) == "num") p.numbering_tab = *position;
    TabChange change;
    change.cleared = value(tab) == "clear";
    change.stop = {*position, meaning_or(value(tab), TabKind::start, tab_kinds),
                   meaning_or(attribute(tab, "w:leader"), Leader::none, leaders)};
    p.tabs[position->emu] = change;
  }
}

void read_borders(xml_node e, ParagraphProperties& p, const Theme& theme) {
  const auto take = [&](std::optional<document::Border>& out, const char* name,
                        const char* other = "w:none") {
    auto side = e.child(name);
    if (!side) side = e.child(other);
    if (side) out = read_border(side, theme);
  };
  take(p.top, "w:top"), take(p.bottom, "w:bottom");
  take(p.left, "w:left", "w:start"), take(p.right, "w:right", "w:end");
  take(p.between, "w:between"), take(p.bar, "w:bar");
}

void read_numbering(xml_node e, ParagraphProperties& p, const Theme&) {
  if (const auto id = integer(value(e.child("w:numId")))) p.numbering.list = static_cast<int>(*id);
  if (const auto level = integer(value(e.child("w:ilvl"))))
    p.numbering.level = static_cast<int>(std::clamp<std::int64_t>(*level, 0, 8));
}

using Handler = void (*)(xml_node, ParagraphProperties&, const Theme&);

template <std::optional<bool> ParagraphProperties::*member>
void switched(xml_node e, ParagraphProperties& p, const Theme&) {
  p.*member = on_off(e);
}

const std::unordered_map<std::string_view, Handler>& handlers() {
  using P = ParagraphProperties;
  static const std::unordered_map<std::string_view, Handler> table = {
      {"w:jc",
       [](xml_node e, P& p, const Theme&) {
         p.alignment = meaning_or(value(e), Alignment::start, alignments);
       }},
      {"w:bidi", switched<&P::right_to_left>},
      {"w:mirrorIndents", switched<&P::mirror_indents>},
      {"w:contextualSpacing", switched<&P::contextual_spacing>},
      {"w:keepNext", switched<&P::keep_next>},
      {"w:keepLines", switched<&P::keep_lines>},
      {"w:pageBreakBefore", switched<&P::page_break_before>},
      {"w:widowControl", switched<&P::widow_control>},
      {"w:suppressLineNumbers", switched<&P::suppress_line_numbers>},
      {"w:snapToGrid", switched<&P::snap_to_grid>},
      {"w:suppressAutoHyphens", switched<&P::suppress_hyphens>},
      {"w:wordWrap", switched<&P::word_wrap>},
      {"w:ind", read_indent},
      {"w:spacing", read_spacing},
      {"w:tabs", read_tabs},
      {"w:pBdr", read_borders},
      {"w:shd", [](xml_node e, P& p, const Theme& t) { p.background = read_shading(e, t.colors); }},
      {"w:outlineLvl",
       [](xml_node e, P& p, const Theme&) {
         p.outline_level =
             static_cast<int>(std::clamp<std::int64_t>(integer_or(value(e), 9), 0, 9));
       }},
      {"w:framePr", [](xml_node e, P& p, const Theme&) { p.frame = read_frame(e); }},
      {"w:numPr", read_numbering},
      {"w:pStyle", [](xml_node e, P& p, const Theme&) { p.style = value(e); }},
  };
  return table;
}

constexpr auto members() {
  using P = ParagraphProperties;
  return std::make_tuple(&P::alignment, &P::right_to_left, &P::mirror_indents,
                         &P::contextual_spacing, &P::automatic_before, &P::automatic_after,
                         &P::keep_next, &P::keep_lines, &P::page_break_before, &P::widow_control,
                         &P::suppress_line_numbers, &P::snap_to_grid, &P::suppress_hyphens,
                         &P::word_wrap, &P::indent_start, &P::indent_end, &P::indent_first,
                         &P::space_before, &P::space_after, &P::line_rule, &P::line, &P::top,
                         &P::right, &P::bottom, &P::left, &P::between, &P::bar, &P::background,
                         &P::outline_level, &P::frame, &P::numbering_tab);
}

document::LineSpacing line_spacing(const ParagraphProperties& p) {
  document::LineSpacing spacing;
  if (!p.line) return spacing;
  spacing.rule = p.line_rule.value_or(LineRule::multiple);
  if (spacing.rule == LineRule::multiple)
    spacing.multiple_240ths = static_cast<int>(*p.line);
  else
    spacing.height = twips(*p.line);
  return spacing;
}

} // namespace

ParagraphProperties read_paragraph_properties(xml_node ppr, const Theme& theme) {
  ParagraphProperties properties;
  for (const auto& child : ppr.children()) {
    const auto found = handlers().find(child.name());
    if (found != handlers().end()) found->second(child, properties, theme);
  }
  return properties;
}

void overlay(ParagraphProperties& base, const ParagraphProperties& over) {
  std::apply([&](auto... m) { ((over.*m ? void(base.*m = over.*m) : void()), ...); }, members());
  for (const auto& [position, change] : over.tabs) base.tabs[position] = change;
  if (over.numbering.list) base.numbering.list = over.numbering.list;
  if (over.numbering.level) base.numbering.level = over.numbering.level;
}

document::ParagraphFormat to_format(const ParagraphProperties& p) {
  document::ParagraphFormat f;
  const auto none = Length{};
  f.alignment = p.alignment.value_or(Alignment::start);
  if (p.right_to_left.value_or(false)) f.direction = document::Direction::right_to_left;
  f.indent_start = p.indent_start.value_or(none), f.indent_end = p.indent_end.value_or(none);
  f.indent_first = p.indent_first.value_or(none);
  f.mirror_indents = p.mirror_indents.value_or(false);
  f.space_before = p.space_before.value_or(none), f.space_after = p.space_after.value_or(none);
  f.contextual_spacing = p.contextual_spacing.value_or(false);
  f.automatic_before = p.automatic_before.value_or(false);
  f.automatic_after = p.automatic_after.value_or(false);
  f.line = line_spacing(p);
  for (const auto& [position, change] : p.tabs)
    if (!change.cleared) f.tabs.push_back(change.stop);
  f.keep_next = p.keep_next.value_or(false), f.keep_lines = p.keep_lines.value_or(false);
  f.page_break_before = p.page_break_before.value_or(false);
  f.widow_control = p.widow_control.value_or(true);
  const document::Border no;
  f.borders.top = p.top.value_or(no), f.borders.right = p.right.value_or(no);
  f.borders.bottom = p.bottom.value_or(no), f.borders.left = p.left.value_or(no);
  f.borders.between = p.between.value_or(no), f.borders.bar = p.bar.value_or(no);
  f.background = p.background.value_or(std::nullopt);
  const int level = p.outline_level.value_or(9);
  f.outline_level = level == 9 ? 0 : level + 1;
  f.suppress_line_numbers = p.suppress_line_numbers.value_or(false);
  f.snap_to_grid = p.snap_to_grid.value_or(true);
  f.word_wrap = p.word_wrap.value_or(true);
  f.frame = p.frame;
  return f;
}

} // namespace saraban::docx
