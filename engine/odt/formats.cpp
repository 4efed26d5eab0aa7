// Resolves what characters and paragraphs look like, and keeps each look once.
#include "odt/formats.h"

#include "document/hash.h"
#include "odt/part/elements.h"

namespace saraban::odt {
namespace {

std::uint64_t key(const Style* style) {
  return style ? style->id : 0;
}

std::uint64_t key(const ListItem& item) {
  return item.style ? static_cast<std::uint64_t>(item.style->id) << 8 |
                          static_cast<std::uint64_t>(item.level) << 1 | (item.labelled ? 1 : 0)
                    : 0;
}

bool says_indents(const Style& style) {
  const auto e = style.element.child("style:paragraph-properties");
  return e.attribute("fo:margin-left") || e.attribute("fo:margin-right") ||
         e.attribute("fo:text-indent") || e.attribute("fo:margin");
}

/// Whether the list's indents come before the paragraph's: not those that stand nearer to it than
/// the list does.
bool list_indents_apply(const Style* style, const ListStyle& list) {
  if (!style) return true;
  if (style->common != style) {
    if (says_indents(*style)) return false;
    style = style->common;
  }
  if (style->list_style != list.name) return true;
  for (; style; style = style->parent) {
    if (says_indents(*style)) return false;
    if (style->element.attribute("style:list-style-name")) return true;
  }
  return true;
}

/// Indents of a paragraph in a list (ODF 1.3 Part 3, 17.19 and 17.20).
void apply_list(ParagraphProperties& p, const Style* style, const ListItem& item) {
  const auto& level = item.style->level(item.level);
  const auto first = p.indent_first.value_or(Measure{});
  if (level.placing == LabelPlacing::width_and_position) {
    const auto start = p.indent_start.value_or(Measure{}).length;
    p.indent_start = Measure{start + level.space_before + level.label_width, {}};
    p.indent_first = Measure{first.length - level.label_width, {}};
  } else if (list_indents_apply(style, *item.style)) {
    p.indent_start = Measure{level.margin, {}}, p.indent_first = Measure{level.first, {}};
  }
  if (!item.labelled) p.indent_first = Measure{};
}

std::uint64_t key(const TextContext& place) {
  return mix(mix(key(place.paragraph_style), place.cell ? place.cell->id : 0), place.span);
}

} // namespace

SpanIndex Formats::nested(SpanIndex outer, const Style& style) {
  constexpr std::size_t most = 1'000'000;
  const auto [found, added] =
      span_indices_.try_emplace(static_cast<std::uint64_t>(outer) << 32 | style.id);
  if (!added) return found->second;
  if (spans_.size() >= most) return outer;
  found->second = static_cast<SpanIndex>(spans_.size());
  spans_.push_back({outer, &style});
  return found->second;
}

RunProperties Formats::resolve(const TextContext& place) const {
  RunProperties p = shared_.common.standard(Family::paragraph).run;
  if (place.cell) overlay(p, place.cell->run);
  if (place.paragraph_style) overlay(p, place.paragraph_style->run);
  std::vector<const Style*> spans;
  for (auto at = place.span; at != 0; at = spans_[at].outer) spans.push_back(spans_[at].style);
  for (auto it = spans.rbegin(); it != spans.rend(); ++it) overlay(p, (*it)->run);
  return p;
}

document::FormatIndex Formats::run(const TextContext& place) {
  const auto [found, added] = runs_.try_emplace(key(place));
  if (added) found->second = intern(to_format(resolve(place)));
  return found->second;
}

document::FormatIndex Formats::run_with(const TextContext& place, const RunProperties& over) {
  auto p = resolve(place);
  overlay(p, over);
  return intern(to_format(p));
}

document::FormatIndex Formats::label(const TextContext& place, const ListItem& item,
                                     const Style* text_style) {
  const auto [found, added] = labels_.try_emplace(mix(mix(key(place), key(item)), key(text_style)));
  if (!added) return found->second;
  auto p = resolve(place);
  p.underline.reset(), p.strike.reset(), p.position.reset(), p.background.reset();
  p.hidden.reset();
  if (text_style) overlay(p, text_style->run);
  overlay(p, item.style->level(item.level).run);
  return found->second = intern(to_format(p));
}

const ParagraphLook& Formats::paragraph(const Style* style, const CellLook* cell,
                                        const ListItem& item) {
  const auto where = mix(mix(key(style), cell ? cell->id : 0), key(item));
  const auto [found, added] = paragraphs_.try_emplace(where);
  auto& look = found->second;
  if (!added) return look;
  look.style = style;
  look.properties = shared_.common.standard(Family::paragraph).paragraph;
  if (cell) overlay(look.properties, cell->paragraph);
  if (style) overlay(look.properties, style->paragraph);
  if (item.style) apply_list(look.properties, style, item);
  const auto size = document_.run_formats[run({style, cell, 0})].latin.size;
  auto format = to_format(look.properties, shared_.tabs_from, size);
  if (style) {
    format.style = style->common->title;
    format.outline_level = std::min(style->outline_level.value_or(0), 9);
  }
  look.format = intern(format);
  return look;
}

document::FormatIndex Formats::intern(const document::RunFormat& format) {
  const auto hash = document::hash(format);
  const auto [begin, end] = run_indices_.equal_range(hash);
  for (auto it = begin; it != end; ++it)
    if (document_.run_formats[it->second] == format) return it->second;
  document_.run_formats.push_back(format);
  const auto index = static_cast<std::uint32_t>(document_.run_formats.size() - 1);
  run_indices_.emplace(hash, index);
  return index;
}

std::uint32_t Formats::intern(const document::ParagraphFormat& format) {
  const auto hash = document::hash(format);
  const auto [begin, end] = paragraph_indices_.equal_range(hash);
  for (auto it = begin; it != end; ++it)
    if (document_.paragraph_formats[it->second] == format) return it->second;
  document_.paragraph_formats.push_back(format);
  const auto index = static_cast<std::uint32_t>(document_.paragraph_formats.size() - 1);
  paragraph_indices_.emplace(hash, index);
  return index;
}

} // namespace saraban::odt
