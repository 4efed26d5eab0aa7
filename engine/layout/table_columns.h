// Widths of a table's columns, by what cells ask for and what their text needs.
#pragma once

#include "document/document.h"

#include <functional>
#include <vector>

namespace saraban::layout {

/// What a column, or a cell over several columns, asks for; margins of its cells are inside.
struct ColumnWish {
  std::size_t first = 0, count = 1;
  Length minimum, maximum;         ///< Of its content: broken as much as may be, and not at all.
  std::optional<Length> preferred; ///< As stored.
};

/// Automatic layout (ECMA-376 17.18.87): every column gets what it prefers, else what its text
/// needs, never less than its widest word while the table fits; then all stretch or shrink to
/// `target`, or, without one, shrink to `available`. `stored` is the grid of the file.
std::vector<Length> fit_columns(const std::vector<Length>& stored,
                                const std::vector<ColumnWish>& wishes, std::optional<Length> target,
                                Length available);

struct ContentWidths {
  Length minimum, maximum;
};
using MeasureCell = std::function<ContentWidths(const document::Cell&)>;

/// Column widths of `table` in a column of text `available` wide. Never negative; as many as the
/// cells need.
std::vector<Length> column_widths(const document::Table& table, Length available,
                                  const MeasureCell& measure);

/// Where the table's left edge stands, from the left edge of the column of text.
Length table_left(const document::Table& table, Length width, Length available);

} // namespace saraban::layout
