// Tab stops, and a pen that moves along a line and over them.
#include "layout/paragraph/tabs.h"

#include <algorithm>

namespace saraban::layout {

namespace {

using document::TabKind;

TabTarget default_stop(Length x, const LineFrame& frame) {
  const std::int64_t step = std::max<std::int64_t>(frame.default_tab.emu, 1);
  const std::int64_t from = frame.default_tabs_from.emu, along = x.emu - from;
  const std::int64_t steps = along >= 0 ? along / step + 1 : -(-along / step);
  std::int64_t position = steps * step;
  if (position <= along) position += step;
  return {emu(from + position), TabKind::start, document::Leader::none};
}

void offer(std::optional<TabTarget>& best, const TabTarget& stop, Length x) {
  if (stop.position > x && (!best || stop.position < best->position)) best = stop;
}

TabTarget positional(const document::PositionalTab& tab, const Prepared& paragraph,
                     const LineFrame& frame) {
  const bool to_indent = tab.relative_to == document::RelativeTo::paragraph;
  const Length left = to_indent ? paragraph.format->indent_start : Length{};
  const Length right =
      to_indent ? frame.column_width - paragraph.format->indent_end : frame.column_width;
  switch (tab.kind) {
  case TabKind::center:
    return {left + (right - left) / 2, TabKind::center, tab.leader};
  case TabKind::end:
    return {right, TabKind::end, tab.leader};
  case TabKind::start:
  case TabKind::decimal:
  case TabKind::bar:
    break;
  }
  return {left, TabKind::start, tab.leader};
}

} // namespace

TabTarget tab_target(const Prepared& paragraph, const Unit& tab, Length x, const LineFrame& frame) {
  const document::ParagraphFormat& format = *paragraph.format;
  if (tab.is_label && paragraph.paragraph->label->least_gap)
    return {std::max(format.indent_start, x + *paragraph.paragraph->label->least_gap),
            TabKind::start,
            {}};
  if (!tab.is_label)
    if (const auto* to =
            std::get_if<document::PositionalTab>(&paragraph.paragraph->inlines[tab.source]))
      return positional(*to, paragraph, frame);
  std::optional<TabTarget> best;
  for (const document::TabStop& stop : format.tabs)
    if (stop.kind != TabKind::bar) offer(best, {stop.position, stop.kind, stop.leader}, x);
  if (tab.is_label && paragraph.paragraph->label->tab_position)
    offer(best, {*paragraph.paragraph->label->tab_position, TabKind::start, {}}, x);
  // The indent of the other lines is a stop for what hangs before it.
  const bool own_stop = frame.label_stop_first && tab.is_label && best;
  if (frame.first && (format.indent_first < Length{} || tab.is_label) && !own_stop)
    offer(best, {format.indent_start, TabKind::start, {}}, x);
  if (!best) return default_stop(x, frame);
  if (!frame.stops_over_margin && best->kind != TabKind::start)
    best->position = std::min(best->position, frame.right);
  return *best;
}

void Pen::tab(const TabTarget& target) {
  x_ = end();
  width_ = {};
  target_ = target;
  pending_ = target.kind != TabKind::start && target.kind != TabKind::bar;
  if (!pending_) x_ = std::max(x_, target.position);
}

Length Pen::end_with(Length width) const {
  if (!pending_) return x_ + width;
  const Length all = width_ + width;
  const Length aligned =
      target_.kind == TabKind::center ? target_.position + all / 2 : target_.position;
  return std::max(aligned, x_ + all);
}

} // namespace saraban::layout
