// Reads list styles and counts list items.
#include "odt/lists.h"

#include "base/utf8.h"
#include "document/number_text.h"
#include "document/symbols.h"
#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using document::NumberFormat;
using pugi::xml_node;

/// 1 is the first letter, and after the last come two letters: z, aa, ab.
std::string letters(int number, std::u32string_view alphabet) {
  const auto size = static_cast<int>(alphabet.size());
  std::u32string reversed;
  for (; number > 0; number = (number - 1) / size)
    reversed += alphabet[static_cast<std::size_t>((number - 1) % size)];
  std::string out;
  for (auto it = reversed.rbegin(); it != reversed.rend(); ++it) append_utf8(out, *it);
  return out;
}

void read_label_alignment(xml_node e, ListLevel& level) {
  constexpr Word<document::LabelSuffix> words[] = {{"listtab", document::LabelSuffix::tab},
                                                   {"space", document::LabelSuffix::space},
                                                   {"nothing", document::LabelSuffix::nothing}};
  const auto follows = attribute(e, "text:label-followed-by");
  // A line break after the label is LibreOffice's own and comes as "newline".
  level.follows = meaning_or(follows, document::LabelSuffix::tab, words);
  level.tab_position = length(attribute(e, "text:list-tab-stop-position"));
  level.margin = length_or(attribute(e, "fo:margin-left"), {});
  level.first = length_or(attribute(e, "fo:text-indent"), {});
}

void read_placing(xml_node e, ListLevel& level) {
  constexpr Word<document::Alignment> alignments[] = {{"center", document::Alignment::center},
                                                      {"end", document::Alignment::end},
                                                      {"right", document::Alignment::end}};
  level.alignment =
      meaning_or(attribute(e, "fo:text-align"), document::Alignment::start, alignments);
  level.space_before = length_or(attribute(e, "text:space-before"), {});
  level.label_width = length_or(attribute(e, "text:min-label-width"), {});
  level.label_distance = length_or(attribute(e, "text:min-label-distance"), {});
  if (attribute(e, "text:list-level-position-and-space-mode") != "label-alignment") return;
  level.placing = LabelPlacing::alignment;
  read_label_alignment(e.child("style:list-level-label-alignment"), level);
}

ListLevel read_level(xml_node e, const FontFaces& fonts) {
  ListLevel level;
  const auto text_properties = e.child("style:text-properties");
  level.run = read_run_properties(text_properties, fonts);
  level.text_style = attribute(e, "text:style-name");
  level.prefix = attribute(e, "style:num-prefix"), level.suffix = attribute(e, "style:num-suffix");
  level.start = static_cast<int>(
      std::clamp<std::int64_t>(integer_or(attribute(e, "text:start-value"), 1), 0, 1'000'000'000));
  if (is(e, "text:list-level-style-bullet")) {
    level.bullet = true;
    const auto family = level.run.faces[western].family.value_or("");
    level.text = document::from_symbol_font(attribute(e, "text:bullet-char"), family);
    // A bullet of a symbol font is drawn from any font that has the character.
    if (document::is_symbol_font(family))
      for (auto& face : level.run.faces) face.family.reset();
  } else if (is(e, "text:list-level-style-image")) {
    level.bullet = true, level.image = e;
  } else {
    level.number = number_shape(attribute(e, "style:num-format"),
                                boolean(attribute(e, "style:num-letter-sync"), false));
    level.display_levels = static_cast<int>(
        std::clamp<std::int64_t>(integer_or(attribute(e, "text:display-levels"), 1), 1, 10));
    level.pattern = attribute(e, "loext:num-list-format");
  }
  read_placing(e.child("style:list-level-properties"), level);
  return level;
}

void read_levels(xml_node e, const FontFaces& fonts, ListStyle& out) {
  out.consecutive = boolean(attribute(e, "text:consecutive-numbering"), false);
  for (const auto& child : e.children()) {
    const auto index = integer_or(attribute(child, "text:level"), 0);
    if (index < 1 || index > level_count) continue;
    out.levels[static_cast<std::size_t>(index - 1)] = read_level(child, fonts);
  }
}

} // namespace

NumberShape number_shape(std::string_view format, bool letter_sync) {
  constexpr Word<NumberFormat> words[] = {
      {"1", NumberFormat::decimal},
      {"a", NumberFormat::lower_letter},
      {"A", NumberFormat::upper_letter},
      {"i", NumberFormat::lower_roman},
      {"I", NumberFormat::upper_roman},
      {"", NumberFormat::none},
      {"ก, ข, ค, ...", NumberFormat::thai_letters},
      {"๑, ๒, ๓, ...", NumberFormat::thai_numbers},
      {"01, 02, 03, ...", NumberFormat::decimal_zero},
      {"①, ②, ③, ...", NumberFormat::circled},
      {"1st", NumberFormat::ordinal},
      {"१, २, ३, ...", NumberFormat::hindi_numbers},
      {"１, ２, ３, ...", NumberFormat::full_width},
  };
  return {meaning_or(format, NumberFormat::decimal, words), letter_sync};
}

std::string number_text(int number, const NumberShape& shape) {
  constexpr std::u32string_view lower = U"abcdefghijklmnopqrstuvwxyz";
  constexpr std::u32string_view upper = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::u32string_view thai = U"กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ";
  if (number > 0 && !shape.repeats_letters) {
    if (shape.format == NumberFormat::lower_letter) return letters(number, lower);
    if (shape.format == NumberFormat::upper_letter) return letters(number, upper);
  }
  if (number > 0 && shape.format == NumberFormat::thai_letters) return letters(number, thai);
  return document::number_text(number, shape.format);
}

void Lists::add(xml_node parent, const FontFaces& fonts) {
  for (const auto& element : parent.children()) {
    const bool outline = is(element, "text:outline-style");
    if (!outline && !is(element, "text:list-style")) continue;
    auto& list = all_.emplace_back();
    list.id = ++last_id_;
    list.name = attribute(element, "style:name");
    read_levels(element, fonts, list);
    if (outline) outline_ = &list;
    by_name_.try_emplace(list.name, &list);
  }
}

const ListStyle* Lists::find(std::string_view name) const {
  if (name.empty()) return nullptr;
  if (const auto found = by_name_.find(name); found != by_name_.end()) return found->second;
  return common_ ? common_->find(name) : nullptr;
}

const ListStyle* Lists::outline() const {
  return outline_ || !common_ ? outline_ : common_->outline();
}

std::string ListCounter::text(const ListStyle& style, int level) const {
  const auto& own = style.level(level);
  if (own.bullet) return own.text;
  const auto number = [&](int other) -> std::string {
    const auto& shape = style.level(other);
    if (shape.bullet || shape.number.format == NumberFormat::none) return {};
    return number_text(values_[static_cast<std::size_t>(other)].value_or(shape.start),
                       shape.number);
  };
  std::string out;
  if (!own.pattern.empty()) {
    for (std::size_t i = 0; i < own.pattern.size(); ++i) {
      const auto end = own.pattern[i] == '%' ? own.pattern.find('%', i + 1) : std::string::npos;
      const auto which = end == std::string::npos
                             ? std::nullopt
                             : integer(std::string_view(own.pattern).substr(i + 1, end - i - 1));
      if (which && *which >= 1 && *which <= level_count) {
        out += number(static_cast<int>(*which) - 1);
        i = end;
      } else
        out += own.pattern[i];
    }
    return out;
  }
  for (int other = std::max(0, level - own.display_levels + 1); other <= level; ++other) {
    const auto part = number(other);
    if (!out.empty() && !part.empty()) out += '.';
    out += part;
  }
  return own.prefix + out + own.suffix;
}

std::string ListCounter::next(const ListStyle& style, int level, std::optional<int> start) {
  level = std::clamp(level, 0, level_count - 1);
  auto& value = values_[static_cast<std::size_t>(level)];
  if (start)
    value = *start;
  else if (style.consecutive && last_ > 0)
    value = last_ + 1;
  else if (value)
    *value = std::min(*value, 1'000'000'000) + 1;
  else
    value = style.level(level).start;
  last_ = *value;
  for (int deeper = level + 1; deeper < level_count; ++deeper)
    values_[static_cast<std::size_t>(deeper)].reset();
  // Levels above that no item has reached count as begun.
  for (int higher = 0; higher < level; ++higher)
    if (!values_[static_cast<std::size_t>(higher)])
      values_[static_cast<std::size_t>(higher)] = style.level(higher).start;
  return text(style, level);
}

ListCounter& ListCounters::open(std::string_view id, const ListStyle* style, bool continues,
                                std::string_view continued_id) {
  ListCounter* counter = nullptr;
  if (const auto found = by_id_.find(continued_id); found != by_id_.end())
    counter = found->second;
  else if (continues && style) {
    const auto same = last_of_style_.find(style->id);
    if (same != last_of_style_.end()) counter = same->second;
  }
  if (!counter) counter = &all_.emplace_back();
  if (!id.empty()) by_id_[std::string(id)] = counter;
  if (style) last_of_style_[style->id] = counter;
  return *counter;
}

} // namespace saraban::odt
