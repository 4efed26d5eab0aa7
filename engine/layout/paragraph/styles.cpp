// A run format and a character's kind to a face at a size, resolved once for each document.
#include "layout/paragraph/styles.h"

namespace saraban::layout {

namespace {

const document::RunFormat plain_format;

// Word draws super- and subscripts at 65 % and small capitals at 80 % of the size, and moves
// superscripts up by a third and subscripts down by a seventh of it.
constexpr int script_percent = 65, small_capitals_percent = 80;

const document::FaceRequest& request_of(const document::RunFormat& format, text::Slot slot) {
  switch (slot) {
  case text::Slot::complex:
    return format.complex;
  case text::Slot::east_asian:
    return format.east_asian;
  case text::Slot::ascii:
  case text::Slot::high_ansi:
    break;
  }
  return format.latin;
}

Length raise_of(const document::RunFormat& format, Length size) {
  switch (format.vertical) {
  case document::VerticalPosition::superscript:
    return format.raise + size / 3;
  case document::VerticalPosition::subscript:
    return format.raise - size / 7;
  case document::VerticalPosition::baseline:
    break;
  }
  return format.raise;
}

void set_window_metrics(Style& style, const font::LineMetrics& line) {
  style.ascent = style.size.scaled(line.ascent, line.units_per_em);
  style.descent = style.size.scaled(line.descent, line.units_per_em);
  style.leading = style.size.scaled(line.gap, line.units_per_em);
}

// LibreOffice measures on a device of six dots a twip and rounds twice: to its dots and to twips.
constexpr std::int64_t dot = 635, dots_in_twip = 6;

Length in_twips(std::int64_t dots) {
  return twips((dots + dots_in_twip / 2) / dots_in_twip);
}

void set_header_metrics(Style& style, const font::LineMetrics& line,
                        const document::Settings& settings) {
  const std::int64_t size = style.size.emu * dots_in_twip;
  const auto dots = [&](int units) {
    return (size * units / std::max(line.units_per_em, 1) + dot / 2) / dot;
  };
  const std::int64_t ascent = dots(line.ascent), descent = dots(line.descent);
  style.ascent = in_twips(ascent);
  style.descent = in_twips(ascent + descent) - style.ascent;
  style.leading = settings.external_leading ? in_twips(dots(line.gap)) : Length{};
}

} // namespace

std::uint32_t FaceTable::index_of(const std::shared_ptr<const font::Face>& face) {
  const auto [found, is_new] =
      indexes_.try_emplace(face.get(), static_cast<std::uint32_t>(faces_.size()));
  if (is_new) faces_.push_back(face);
  return found->second;
}

Length Style::width_of(std::int64_t units) const {
  const std::int64_t em = choice->face->metrics().units_per_em;
  const std::int64_t scale = format->scale_percent;
  return scale == 100 ? drawn.scaled(units, em) : drawn.scaled(units * scale, em * 100);
}

StyleTable::StyleTable(const document::Document& document, const font::Fonts& fonts,
                       FaceTable& faces)
    : document_(document), fonts_(fonts), faces_(faces), known_(document.run_formats.size() + 1) {}

const Style& StyleTable::style(document::FormatIndex format, text::Slot slot, Capitals capitals) {
  const std::size_t row = std::min<std::size_t>(format, known_.size() - 1);
  const Style*& known =
      known_[row][static_cast<std::size_t>(slot) * 2 + static_cast<std::size_t>(capitals)];
  if (!known)
    known = &make(row < document_.run_formats.size() ? document_.run_formats[row] : plain_format,
                  slot, capitals);
  return *known;
}

const Style& StyleTable::make(const document::RunFormat& format, text::Slot slot,
                              Capitals capitals) {
  const document::FaceRequest& wanted = request_of(format, slot);
  Style style;
  style.format = &format;
  style.request = {wanted.family, wanted.bold, wanted.italic, font::StandIns::by_look};
  if (document_.settings.line_metrics == document::LineMetrics::horizontal_header)
    style.request.stand_ins = font::StandIns::by_kind;
  if (slot == text::Slot::high_ansi && !format.high_ansi_family.empty())
    style.request.family = format.high_ansi_family;
  style.size = wanted.size > Length{} ? wanted.size : points(10);
  style.raise = raise_of(format, style.size);
  if (format.vertical != document::VerticalPosition::baseline)
    style.size = style.size.scaled(script_percent, 100);
  if (capitals == Capitals::reduced) style.size = style.size.scaled(small_capitals_percent, 100);
  if (format.kerning_from > Length{} && style.size >= format.kerning_from)
    style.kerning = text::Kerning::on;
  set_face(style, fonts_.choose(style.request));
  return styles_.emplace_back(std::move(style));
}

/// LibreOffice gives a stand-in neither the heights nor the widths of the font it stands for.
const font::Choice& StyleTable::with_own_widths(const font::Choice& choice) {
  if (!choice.advances) return choice;
  const auto [found, added] = own_widths_.try_emplace(&choice, choice);
  found->second.advances = nullptr;
  return found->second;
}

void StyleTable::set_face(Style& style, const font::Choice& choice) {
  const bool own = document_.settings.line_metrics == document::LineMetrics::horizontal_header;
  style.choice = own ? &with_own_widths(choice) : &choice;
  style.face = faces_.index_of(choice.face);
  style.drawn = style.size.scaled(choice.size_ten_thousandths, 10000);
  if (own)
    set_header_metrics(style, choice.header, document_.settings);
  else
    set_window_metrics(style, choice.line);
}

const Style& StyleTable::fallback(const Style& style, char32_t code) {
  const font::Choice& choice = fonts_.choose_for(style.request, code);
  if (choice.face == style.choice->face) return style;
  const Style*& known = fallbacks_[{&style, &choice}];
  if (!known) {
    Style other = style;
    set_face(other, choice);
    known = &styles_.emplace_back(std::move(other));
  }
  return *known;
}

} // namespace saraban::layout
