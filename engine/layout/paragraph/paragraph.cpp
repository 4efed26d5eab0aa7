// Paragraphs to lines: collect → breaks → itemise once, then break → arrange → place for each line.
#include "layout/paragraph/paragraph.h"

#include "layout/paragraph/itemise.h"
#include "layout/paragraph/place.h"

#include <algorithm>

namespace saraban::layout {

namespace {

using document::BreakKind;

const document::ParagraphFormat plain_format;

const document::ParagraphFormat& format_in(const document::Paragraph& paragraph,
                                           const document::Document& document) {
  return paragraph.format < document.paragraph_formats.size()
             ? document.paragraph_formats[paragraph.format]
             : plain_format;
}

const Style& mark_style(const document::Paragraph& paragraph, Context& context) {
  const auto& formats = context.document.run_formats;
  const bool complex = paragraph.mark_format < formats.size() &&
                       formats[paragraph.mark_format].slot == document::FaceSlot::complex;
  return context.styles.style(paragraph.mark_format,
                              complex ? text::Slot::complex : text::Slot::ascii, Capitals::full);
}

std::string without(const std::string& text,
                    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ranges) {
  std::string out;
  std::size_t from = 0;
  for (const auto& [start, end] : ranges) {
    out.append(text, from, start - from);
    from = end;
  }
  return out.append(text, from);
}

std::size_t byte_at(const Prepared& paragraph, Place place) {
  std::size_t byte = paragraph.text.size();
  if (place.unit < paragraph.units.size()) {
    const Unit& unit = paragraph.units[place.unit];
    byte = unit.start + (place.glyph > 0 ? unit.glyphs->glyphs[place.glyph].cluster : 0);
  }
  std::size_t uncounted = 0;
  for (const auto& [start, end] : paragraph.uncounted)
    if (start < byte) uncounted += std::min<std::size_t>(end, byte) - start;
  return byte - uncounted;
}

LineFrame frame_of(const Prepared& paragraph, const Cursor& cursor, const LineSpace& space,
                   const document::Settings& settings) {
  const document::ParagraphFormat& format = *paragraph.format;
  const bool to_right = format.direction == document::Direction::left_to_right;
  const Length first = cursor.first ? format.indent_first : Length{};
  LineFrame frame;
  frame.left = to_right ? format.indent_start + first : format.indent_end;
  frame.right = space.column_width - (to_right ? format.indent_end : format.indent_start + first);
  if (space.left) frame.left = std::max(frame.left, *space.left);
  if (space.right) frame.right = std::min(frame.right, *space.right);
  frame.column_width = space.column_width;
  frame.default_tab = settings.default_tab;
  if (settings.default_tabs_from_indent) frame.default_tabs_from = format.indent_start;
  frame.stops_over_margin = settings.tabs_over_margin;
  frame.label_stop_first = settings.line_metrics == document::LineMetrics::horizontal_header;
  frame.first = cursor.first;
  // Since its mode 15 Word narrows spaces by up to a fifteenth; LibreOffice does not.
  const bool as_word = settings.multiple_rule == document::MultipleRule::every_line;
  if (format.alignment == document::Alignment::justify && settings.compatibility >= 15 && as_word)
    frame.shrink_per_mille = 67;
  return frame;
}

const document::Break* break_at_end(const Prepared& paragraph, Place start, Place end) {
  if (end.glyph > 0 || end.unit <= start.unit) return nullptr;
  const Unit& unit = paragraph.units[end.unit - 1];
  return unit.kind == UnitKind::line_break
             ? std::get_if<document::Break>(&paragraph.paragraph->inlines[unit.source])
             : nullptr;
}

bool breaks_line_only(const document::Break& found) {
  return found.kind == BreakKind::line || found.kind == BreakKind::line_clear;
}

// What an empty line takes its height from: the paragraph mark (measured in Word), or the break
// that ended the line before it.
const Style& style_of_nothing(const Prepared& paragraph, std::size_t unit,
                              const document::Settings& settings) {
  const bool behind_break = settings.multiple_rule == document::MultipleRule::between_lines &&
                            unit > 0 && unit == paragraph.units.size() &&
                            paragraph.units[unit - 1].kind == UnitKind::line_break;
  return behind_break ? *paragraph.units[unit - 1].style : *paragraph.mark;
}

// The paragraph mark has a height only where nothing else has (measured in Word).
Extent extent_of(const Prepared& paragraph, const Arranged& arranged, Place start,
                 const document::Settings& settings) {
  Extent extent;
  for (const Placed& part : arranged.placed) extent.add(*part.unit);
  for (const Placed& part : arranged.placed)
    if (is_aligned_to_line(*part.unit)) extent.add_aligned(*part.unit);
  if (extent.ascent + extent.descent <= Length{})
    extent.add(style_of_nothing(paragraph, start.unit, settings));
  return extent;
}

Extent extent_at(const Prepared& paragraph, const Cursor& cursor) {
  Extent extent;
  for (std::size_t i = place_of(cursor.position).unit; i < paragraph.units.size(); ++i) {
    extent.add(paragraph.units[i]);
    if (is_aligned_to_line(paragraph.units[i])) extent.add_aligned(paragraph.units[i]);
    if (extent.ascent + extent.descent > Length{}) break;
  }
  if (extent.ascent + extent.descent <= Length{}) extent.add(*paragraph.mark);
  return extent;
}

bool has_links(const document::Paragraph& paragraph) {
  return std::any_of(paragraph.inlines.begin(), paragraph.inlines.end(), [](const auto& part) {
    return std::holds_alternative<document::LinkStart>(part);
  });
}

bool has_form_fields(const document::Paragraph& paragraph) {
  return std::any_of(paragraph.inlines.begin(), paragraph.inlines.end(), [](const auto& part) {
    return std::holds_alternative<document::FormFieldStart>(part);
  });
}

} // namespace

PreparedParagraph prepare(const document::Paragraph& paragraph, Context& context) {
  auto prepared = std::make_shared<Prepared>();
  Collected collected = collect(paragraph, context);
  prepared->paragraph = &paragraph;
  prepared->format = &format_in(paragraph, context.document);
  prepared->mark = &mark_style(paragraph, context);
  prepared->units =
      itemise(paragraph, collected, text::line_breaks(collected.text, &context.words), context);
  prepared->text = std::move(collected.text);
  prepared->uncounted = std::move(collected.uncounted);
  prepared->has_fields = collected.has_fields;
  prepared->has_links = has_links(paragraph);
  prepared->has_form_fields = has_form_fields(paragraph);
  if (!prepared->uncounted.empty())
    prepared->counted = without(prepared->text, prepared->uncounted);
  return prepared;
}

bool has_fields(const Prepared& paragraph) {
  return paragraph.has_fields;
}
std::string_view text_of(const Prepared& paragraph) {
  return paragraph.uncounted.empty() ? paragraph.text : paragraph.counted;
}
const document::ParagraphFormat& format_of(const Prepared& paragraph) {
  return *paragraph.format;
}

Line next_line(const Prepared& paragraph, Cursor& cursor, const LineSpace& space,
               Context& context) {
  const document::Settings& settings = context.document.settings;
  const LineFrame frame = frame_of(paragraph, cursor, space, settings);
  const Length next_width =
      space.column_width - paragraph.format->indent_start - paragraph.format->indent_end;
  const Place start = place_of(cursor.position);
  const Place end = end_of_line(paragraph, start, frame, next_width, space.progress);
  const document::Break* found = break_at_end(paragraph, start, end);
  const bool at_end = end.unit >= paragraph.units.size();

  Line line;
  line.first = cursor.first;
  line.last = at_end && !(found && breaks_line_only(*found));
  line.start = byte_at(paragraph, start);
  line.end = byte_at(paragraph, end);
  if (found) line.break_after = found->kind;
  if (end == start && !at_end) return line;
  const LineEnd line_end = !found && !line.last                ? LineEnd::wrapped
                           : found && breaks_line_only(*found) ? LineEnd::line_break
                                                               : LineEnd::paragraph;
  const Arranged arranged = arrange(paragraph, start, end, frame, line_end, settings);
  const Extent extent = extent_of(paragraph, arranged, start, settings);
  const LineHeight height =
      line_height(extent, *paragraph.format, {settings, space.grid_pitch, line.first});
  line.height = height.height;
  line.gap = height.gap;
  line.baseline = height.baseline;
  line.ascent = extent.ascent;
  line.descent = extent.descent;
  line.left = arranged.left;
  line.width = arranged.width;
  place(paragraph, arranged, start, context, line);
  cursor = {position_of(end), false, line.last};
  return line;
}

Length line_height_at(const Prepared& paragraph, const Cursor& cursor, Length grid_pitch,
                      const Context& context) {
  const HeightRules rules{context.document.settings, grid_pitch, cursor.first};
  return line_height(extent_at(paragraph, cursor), *paragraph.format, rules).height;
}

Length first_line_gap(const Prepared& paragraph, const Context& context) {
  const HeightRules rules{context.document.settings, {}, true};
  return line_height(extent_at(paragraph, {}), *paragraph.format, rules).gap;
}

std::vector<Line> break_lines(const Prepared& paragraph, const LineSpace& space, Context& context) {
  std::vector<Line> lines;
  LineSpace forced = space;
  forced.progress = Progress::forced;
  for (Cursor cursor; !cursor.done;) lines.push_back(next_line(paragraph, cursor, forced, context));
  return lines;
}

NaturalWidths natural_widths(const Prepared& paragraph, Context& context) {
  const document::ParagraphFormat& format = *paragraph.format;
  NaturalWidths widths;
  Length word, hanging;
  LineFrame frame;
  frame.left = format.indent_start + format.indent_first;
  frame.right = frame.column_width = points(100'000);
  frame.default_tab = context.document.settings.default_tab;
  frame.first = true;
  Pen pen(frame.left + label_shift(paragraph));
  for (const Unit& unit : paragraph.units) {
    if (unit.kind == UnitKind::tab) pen.tab(tab_target(paragraph, unit, pen.end(), frame));
    pen.move(unit.width);
    hanging = unit.kind == UnitKind::space ? hanging + unit.width : Length{};
    if (unit.kind == UnitKind::line_break) {
      pen = Pen(format.indent_start);
      frame.first = false;
    }
    word = unit.kind == UnitKind::space ? word : word + unit.width;
    widths.minimum = std::max(widths.minimum, word);
    widths.maximum = std::max(widths.maximum, pen.end() - hanging);
    if (unit.break_after != text::Opportunity::none || unit.kind == UnitKind::line_break) word = {};
  }
  widths.minimum += format.indent_start + format.indent_end;
  widths.maximum = std::max(widths.maximum + format.indent_end, widths.minimum);
  return widths;
}

} // namespace saraban::layout
