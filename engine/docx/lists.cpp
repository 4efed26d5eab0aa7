// Reads list definitions and counts list items.
#include "docx/lists.h"

#include "document/number_text.h"
#include "document/symbols.h"
#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using document::NumberFormat;
using pugi::xml_node;

/// "00001, 00002, …" (17.9.17): as many digits as its first number has.
NumberFormat custom_format(std::string_view format) {
  const auto first = format.substr(0, format.find_first_not_of("0123456789"));
  if (first.size() <= 1 || first.front() != '0') return NumberFormat::decimal;
  return first.size() == 2   ? NumberFormat::decimal_zero
         : first.size() == 3 ? NumberFormat::decimal_3
         : first.size() == 4 ? NumberFormat::decimal_4
                             : NumberFormat::decimal_5;
}

/// A level's text and kind; mc:AlternateContent may stand round w:numFmt (custom formats).
NumberFormat format_of(xml_node level) {
  auto element = level.child("w:numFmt");
  const auto alternate = level.child("mc:AlternateContent");
  if (!element) element = alternate.child("mc:Choice").child("w:numFmt");
  if (!element) element = alternate.child("mc:Fallback").child("w:numFmt");
  if (!element) return NumberFormat::decimal;
  if (value(element) == "custom") return custom_format(attribute(element, "w:format"));
  return number_format(value(element));
}

ListLevel read_level(xml_node e, const Theme& theme) {
  ListLevel level;
  level.start = static_cast<int>(integer_or(value(e.child("w:start")), 0));
  level.format = format_of(e);
  level.text = attribute(e.child("w:lvlText"), "w:val");
  constexpr Word<document::LabelSuffix> suffixes[] = {{"space", document::LabelSuffix::space},
                                                      {"nothing", document::LabelSuffix::nothing}};
  level.suffix = meaning_or(value(e.child("w:suff")), document::LabelSuffix::tab, suffixes);
  constexpr Word<document::Alignment> alignments[] = {{"center", document::Alignment::center},
                                                      {"right", document::Alignment::end},
                                                      {"end", document::Alignment::end}};
  level.alignment = meaning_or(value(e.child("w:lvlJc")), document::Alignment::start, alignments);
  if (const auto n = integer(value(e.child("w:lvlRestart"))))
    level.restart_after = static_cast<int>(*n);
  if (const auto legal = e.child("w:isLgl")) level.legal = on_off(legal);
  level.run = read_run_properties(e.child("w:rPr"), theme);
  level.paragraph = read_paragraph_properties(e.child("w:pPr"), theme);
  level.style = value(e.child("w:pStyle"));
  if (const auto id = integer(value(e.child("w:lvlPicBulletId"))))
    level.picture_id = static_cast<int>(*id);
  if (level.format == NumberFormat::bullet)
    level.text = document::from_symbol_font(level.text, level.run.ascii.value_or(""));
  return level;
}

std::optional<int> level_index(xml_node e) {
  const auto n = integer(attribute(e, "w:ilvl"));
  if (!n || *n < 0 || *n >= level_count) return std::nullopt;
  return static_cast<int>(*n);
}

AbstractList read_abstract(xml_node e, const Theme& theme) {
  AbstractList list;
  for (const auto& level : e.children("w:lvl"))
    if (const auto index = level_index(level))
      list.levels[static_cast<std::size_t>(*index)] = read_level(level, theme);
  list.style_link = value(e.child("w:numStyleLink"));
  list.style_name = value(e.child("w:styleLink"));
  return list;
}

ListInstance read_instance(xml_node e, const Theme& theme) {
  ListInstance list;
  list.abstract = static_cast<int>(integer_or(value(e.child("w:abstractNumId")), -1));
  for (const auto& over : e.children("w:lvlOverride")) {
    const auto index = level_index(over);
    if (!index) continue;
    if (const auto level = over.child("w:lvl")) list.levels[*index] = read_level(level, theme);
    if (const auto start = integer(value(over.child("w:startOverride"))))
      list.starts[*index] = static_cast<int>(*start);
  }
  return list;
}

/// Lists that only name a numbering style take the levels of the list which that style names.
void follow_style_links(Lists& lists, xml_node styles) {
  std::map<std::string, int> list_of_style;
  for (const auto& style : styles.children("w:style"))
    if (attribute(style, "w:type") == "numbering")
      if (const auto id = integer(value(style.child("w:pPr").child("w:numPr").child("w:numId"))))
        list_of_style[std::string(attribute(style, "w:styleId"))] = static_cast<int>(*id);
  for (auto& [id, list] : lists.abstracts) {
    if (list.style_link.empty()) continue;
    const auto named = list_of_style.find(list.style_link);
    if (named == list_of_style.end()) continue;
    const auto instance = lists.instances.find(named->second);
    if (instance == lists.instances.end()) continue;
    const auto target = lists.abstracts.find(instance->second.abstract);
    if (target != lists.abstracts.end() && target->second.style_link.empty())
      list.levels = target->second.levels;
  }
}

} // namespace

const ListLevel* Lists::level(int list, int index) const {
  const auto instance = instances.find(list);
  if (instance == instances.end() || index < 0 || index >= level_count) return nullptr;
  const auto own = instance->second.levels.find(index);
  if (own != instance->second.levels.end()) return &own->second;
  const auto abstract = abstracts.find(instance->second.abstract);
  if (abstract == abstracts.end()) return nullptr;
  return &abstract->second.levels[static_cast<std::size_t>(index)];
}

std::optional<int> Lists::level_of_style(int list, std::string_view style) const {
  for (int i = 0; i < level_count; ++i) {
    const auto* found = level(list, i);
    if (found && !found->style.empty() && found->style == style) return i;
  }
  return std::nullopt;
}

Lists read_lists(xml_node root, xml_node styles, const Theme& theme) {
  Lists lists;
  for (const auto& e : root.children("w:numPicBullet")) {
    lists.pictures[static_cast<int>(integer_or(attribute(e, "w:numPicBulletId"), -1))] =
        e.find_node([](xml_node n) { return is(n, "w:pict") || is(n, "w:drawing"); });
  }
  for (const auto& e : root.children("w:abstractNum"))
    lists.abstracts[static_cast<int>(integer_or(attribute(e, "w:abstractNumId"), -1))] =
        read_abstract(e, theme);
  for (const auto& e : root.children("w:num"))
    lists.instances[static_cast<int>(integer_or(attribute(e, "w:numId"), -1))] =
        read_instance(e, theme);
  follow_style_links(lists, styles);
  return lists;
}

NumberFormat number_format(std::string_view name) {
  constexpr Word<NumberFormat> words[] = {
      {"decimal", NumberFormat::decimal},
      {"decimalZero", NumberFormat::decimal_zero},
      {"upperRoman", NumberFormat::upper_roman},
      {"lowerRoman", NumberFormat::lower_roman},
      {"upperLetter", NumberFormat::upper_letter},
      {"lowerLetter", NumberFormat::lower_letter},
      {"ordinal", NumberFormat::ordinal},
      {"cardinalText", NumberFormat::cardinal_text},
      {"ordinalText", NumberFormat::ordinal_text},
      {"thaiNumbers", NumberFormat::thai_numbers},
      {"thaiLetters", NumberFormat::thai_letters},
      {"thaiCounting", NumberFormat::thai_counting},
      {"bullet", NumberFormat::bullet},
      {"none", NumberFormat::none},
      {"hex", NumberFormat::hex},
      {"chicago", NumberFormat::chicago},
      {"numberInDash", NumberFormat::number_in_dash},
      {"hindiNumbers", NumberFormat::hindi_numbers},
      {"decimalEnclosedCircle", NumberFormat::circled},
      {"decimalEnclosedCircleChinese", NumberFormat::circled},
      {"decimalFullWidth", NumberFormat::full_width},
      {"decimalFullWidth2", NumberFormat::full_width},
      {"bahtText", NumberFormat::baht_text},
      {"decimalEnclosedParen", NumberFormat::in_parentheses},
      {"decimalEnclosedFullstop", NumberFormat::with_full_stop},
      {"russianUpper", NumberFormat::russian_upper},
      {"russianLower", NumberFormat::russian_lower},
      {"ideographDigital", NumberFormat::ideographs},
      {"japaneseDigitalTenThousand", NumberFormat::ideographs},
      {"taiwaneseDigital", NumberFormat::ideographs},
      {"koreanDigital2", NumberFormat::ideographs},
      {"chineseCounting", NumberFormat::counting},
      {"chineseCountingThousand", NumberFormat::counting},
      {"japaneseCounting", NumberFormat::counting},
      {"taiwaneseCounting", NumberFormat::counting},
      {"taiwaneseCountingThousand", NumberFormat::counting},
      {"ideographTraditional", NumberFormat::heavenly_stems},
      {"ideographZodiac", NumberFormat::earthly_branches},
      {"aiueo", NumberFormat::aiueo},
      {"aiueoFullWidth", NumberFormat::aiueo},
      {"iroha", NumberFormat::iroha},
      {"irohaFullWidth", NumberFormat::iroha},
      {"ganada", NumberFormat::ganada},
      {"chosung", NumberFormat::chosung},
      {"arabicAlpha", NumberFormat::arabic_letters},
      {"hebrew2", NumberFormat::hebrew_letters},
  };
  return meaning_or(name, NumberFormat::decimal, words);
}

/// 17.9.10: by default a level starts anew after every item of a higher one.
void ListCounters::restart_deeper(State& state, int list, int level) {
  for (int deeper = level + 1; deeper < level_count; ++deeper) {
    const auto* found = lists_->level(list, deeper);
    const int after = found ? found->restart_after.value_or(deeper) : deeper;
    if (level < after) state.values[static_cast<std::size_t>(deeper)].reset();
  }
}

std::string ListCounters::text(const State& state, int list, int level) const {
  const auto* own = lists_->level(list, level);
  if (own->format == NumberFormat::bullet) return own->text;
  std::string out;
  const std::string& pattern = own->text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' &&
                       pattern[i + 1] <= '9';
    if (!place) {
      out += pattern[i];
      continue;
    }
    const int other = pattern[++i] - '1';
    const auto* found = lists_->level(list, other);
    if (!found) continue;
    // A level that has not been reached shows the number before its first.
    const int number = state.values[static_cast<std::size_t>(other)].value_or(found->start - 1);
    const bool decimal = own->legal && found->format != NumberFormat::bullet;
    out += document::number_text(number, decimal ? NumberFormat::decimal : found->format);
  }
  return out;
}

std::string ListCounters::next(int list, int level) {
  const auto* own = lists_->level(list, level);
  if (!own) return {};
  const auto& instance = lists_->instances.at(list);
  auto& state = states_[instance.abstract];
  auto& counter = state.values[static_cast<std::size_t>(level)];
  const auto start = instance.starts.find(level);
  if (start != instance.starts.end() && started_.insert({list, level}).second) {
    counter = start->second;
    for (int deeper = level + 1; deeper < level_count; ++deeper)
      state.values[static_cast<std::size_t>(deeper)].reset();
  } else {
    if (counter && *counter < 1'000'000'000) ++*counter;
    if (!counter) counter = start != instance.starts.end() ? start->second : own->start;
    restart_deeper(state, list, level);
  }
  return text(state, list, level);
}

} // namespace saraban::docx
