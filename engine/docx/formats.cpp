// Resolves what characters and paragraphs look like, and keeps each look once.
#include "docx/formats.h"

#include "document/hash.h"
#include "docx/part/elements.h"

namespace saraban::docx {
namespace {

const Style* style_at(const Styles& styles, StyleIndex index) {
  return index == no_style ? nullptr : &styles.all[static_cast<std::size_t>(index)];
}

/// Toggles of the document's defaults stay on; those of styles are combined (17.7.3).
void put_on_defaults(RunProperties& p, const RunProperties& styles) {
  const auto kept = p.toggles.on;
  overlay(p, styles);
  p.toggles.on = static_cast<std::uint16_t>(p.toggles.on | kept);
}

} // namespace

std::uint64_t Formats::key(pugi::xml_node properties, const TextContext& place) {
  const auto where = static_cast<std::uint64_t>(static_cast<std::uint32_t>(place.paragraph_style)) |
                     static_cast<std::uint64_t>(place.cell ? place.cell->id : 0) << 32;
  return mix(properties ? content_hash(properties) : 0, where);
}

RunProperties Formats::resolve(pugi::xml_node rpr, const TextContext& place) const {
  const auto& styles = shared_.styles;
  const auto direct = read_run_properties(rpr, shared_.theme);
  RunProperties inherited;
  if (place.cell) overlay(inherited, place.cell->run);
  if (const auto* style = style_at(styles, place.paragraph_style)) combine(inherited, style->run);
  if (const auto* style = style_at(styles, styles.character(direct.style)))
    combine(inherited, style->run);
  RunProperties p = styles.default_run;
  put_on_defaults(p, inherited);
  overlay(p, direct);
  return p;
}

document::FormatIndex Formats::run(pugi::xml_node rpr, const TextContext& place) {
  const auto [found, added] = runs_.try_emplace(key(rpr, place));
  if (added) found->second = intern(to_format(resolve(rpr, place)));
  return found->second;
}

document::FormatIndex Formats::run_in_family(pugi::xml_node rpr, const TextContext& place,
                                             std::string_view family) {
  auto p = resolve(rpr, place);
  p.ascii = p.high_ansi = p.east_asian = p.complex = std::string(family);
  return intern(to_format(p));
}

document::FormatIndex Formats::label(pugi::xml_node mark, const TextContext& place,
                                     const ListItem& item) {
  const auto which = static_cast<std::uint64_t>(item.list) << 8 | static_cast<unsigned>(item.level);
  const auto [found, added] = labels_.try_emplace(mix(key(mark, place), which));
  if (added) {
    auto p = resolve(mark, place);
    // A label is never underlined because the paragraph's mark is.
    p.underline.reset();
    if (const auto* level = shared_.lists.level(item.list, item.level)) overlay(p, level->run);
    p.toggles.set(Toggle::vanish, false);
    found->second = intern(to_format(p));
  }
  return found->second;
}

/// The level that a style's own numbering leads to, given what its bases have said.
const ListLevel* Formats::level_of(const Style& member, NumberingReference& reached) const {
  const auto& own = member.own.numbering;
  if (!own.list && !own.level) return nullptr;
  if (own.list) reached.list = own.list;
  if (own.level) reached.level = own.level;
  if (!reached.list) return nullptr;
  if (const auto level = shared_.lists.level_of_style(*reached.list, member.id))
    reached.level = level;
  return shared_.lists.level(*reached.list, reached.level.value_or(0));
}

/// 17.9.23: the indents of a style's list stand between those of its bases and its own.
void Formats::apply_style(ParagraphProperties& p, const Style& style, bool with_lists) const {
  NumberingReference reached;
  for (const auto index : style.chain) {
    const auto& member = *style_at(shared_.styles, index);
    if (const auto* level = level_of(member, reached); level && with_lists)
      overlay(p, level->paragraph);
    overlay(p, member.own);
  }
  p.numbering = reached;
}

ParagraphLook Formats::resolve(pugi::xml_node ppr, const CellLook* cell) {
  const auto direct = read_paragraph_properties(ppr, shared_.theme);
  ParagraphLook look;
  look.style = shared_.styles.paragraph(direct.style);
  if (look.style == no_style) look.style = shared_.styles.standard_paragraph;
  ParagraphProperties p = shared_.styles.default_paragraph;
  if (cell) overlay(p, cell->paragraph);
  const bool own_list = direct.numbering.list || direct.numbering.level;
  const auto* style = style_at(shared_.styles, look.style);
  if (style) apply_style(p, *style, !own_list);
  auto numbering = p.numbering;
  if (direct.numbering.list) numbering = {direct.numbering.list, {}};
  if (direct.numbering.level) numbering.level = direct.numbering.level;
  const int list = numbering.list.value_or(0), level = numbering.level.value_or(0);
  if (const auto* found = list != 0 ? shared_.lists.level(list, level) : nullptr) {
    look.item = ListItem{list, level};
    if (own_list) overlay(p, found->paragraph);
  }
  overlay(p, direct);
  look.numbering_tab = p.numbering_tab;
  auto format = to_format(p);
  if (style) format.style = style->name.empty() ? style->id : style->name;
  look.format = intern(format);
  return look;
}

ParagraphLook Formats::paragraph(pugi::xml_node ppr, const CellLook* cell) {
  const auto [found, added] = paragraphs_.try_emplace(key(ppr, {no_style, cell}));
  if (added) found->second = resolve(ppr, cell);
  return found->second;
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

} // namespace saraban::docx
