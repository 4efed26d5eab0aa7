// Tab stops, and a pen that moves along a line and over them.
#pragma once

#include "layout/paragraph/prepared.h"

namespace saraban::layout {

/// The part of the column that a line may use; from the column's left edge.
struct LineFrame {
  Length left, right;
  Length column_width;
  Length default_tab;
  Length default_tabs_from;      ///< Where the automatic stops count from.
  bool stops_over_margin = true; ///< An aligning stop beyond `right` is used where it is.
  bool label_stop_first = false; ///< A label's own stop goes before the indent of other lines.
  bool first = false;            ///< Line of its paragraph.
  int shrink_per_mille = 0;      ///< Of its spaces' width: may go to let one more word on.
};

/// Where a tab leads.
struct TabTarget {
  Length position;
  document::TabKind kind = document::TabKind::start;
  document::Leader leader = document::Leader::none;
};

/// The stop of `tab` when it begins at `x` (ECMA-376 17.3.1.37, 17.3.3.23, 17.9.29 for labels).
TabTarget tab_target(const Prepared& paragraph, const Unit& tab, Length x, const LineFrame& frame);

/// Adds up a line's width; what follows a center, end or decimal tab pushes it back first.
class Pen {
public:
  explicit Pen(Length start) : x_(start) {}
  void move(Length width) { (pending_ ? width_ : x_) += width; }
  void tab(const TabTarget& target);
  /// Where the ink would end if `width` more were set.
  Length end_with(Length width) const;
  Length end() const { return end_with(Length{}); }
  /// Right edge for what follows: a stop beyond the edge takes its text there.
  Length limit(Length right) const {
    return pending_ && target_.position > right ? target_.position : right;
  }

private:
  Length x_, width_;
  TabTarget target_;
  bool pending_ = false; ///< The width since the last tab is still open.
};

} // namespace saraban::layout
