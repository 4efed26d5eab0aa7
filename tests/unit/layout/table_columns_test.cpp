// Widths of columns: automatic and fixed layout.
#include "layout/table_columns.h"

#include <gtest/gtest.h>

namespace saraban::layout {
namespace {

ColumnWish wish(std::size_t first, std::size_t count, int minimum, int maximum,
                std::optional<int> preferred = std::nullopt) {
  ColumnWish made{first, count, points(minimum), points(maximum), std::nullopt};
  if (preferred) made.preferred = points(*preferred);
  return made;
}

std::vector<int> fit(std::size_t columns, const std::vector<ColumnWish>& wishes,
                     std::optional<int> target, int available) {
  std::optional<Length> goal;
  if (target) goal = points(*target);
  std::vector<int> widths;
  for (const Length width :
       fit_columns(std::vector<Length>(columns), wishes, goal, points(available)))
    widths.push_back(static_cast<int>(width.points() + 0.5));
  return widths;
}

TEST(TableColumns, PreferredWidthsHold) {
  EXPECT_EQ(fit(2, {wish(0, 1, 10, 300, 100), wish(1, 1, 10, 300, 200)}, std::nullopt, 500),
            (std::vector<int>{100, 200}));
}

TEST(TableColumns, TextDecidesWithoutPreference) {
  EXPECT_EQ(fit(2, {wish(0, 1, 10, 50), wish(1, 1, 20, 80)}, std::nullopt, 500),
            (std::vector<int>{50, 80}));
}

TEST(TableColumns, NeverNarrowerThanTheWidestWord) {
  EXPECT_EQ(fit(2, {wish(0, 1, 120, 300, 100), wish(1, 1, 10, 300, 100)}, std::nullopt, 500),
            (std::vector<int>{120, 100}));
}

TEST(TableColumns, ShrinkToTheRoomThereIs) {
  EXPECT_EQ(fit(2, {wish(0, 1, 100, 400), wish(1, 1, 100, 400)}, std::nullopt, 500),
            (std::vector<int>{250, 250}));
  EXPECT_EQ(fit(2, {wish(0, 1, 300, 400), wish(1, 1, 300, 400)}, std::nullopt, 500),
            (std::vector<int>{250, 250}));
}

TEST(TableColumns, TableWidthStretchesAutomaticColumnsFirst) {
  EXPECT_EQ(fit(2, {wish(0, 1, 10, 50, 100), wish(1, 1, 10, 50)}, 400, 500),
            (std::vector<int>{100, 300}));
}

TEST(TableColumns, SpanningCellWidensItsColumns) {
  EXPECT_EQ(
      fit(2, {wish(0, 1, 10, 20), wish(1, 1, 10, 20), wish(0, 2, 100, 100)}, std::nullopt, 500),
      (std::vector<int>{50, 50}));
}

TEST(TableColumns, IndentReachesOutByTheCellMargin) {
  document::Table table;
  table.rows.emplace_back().cells.emplace_back().margins.left = points(5);
  EXPECT_EQ(table_left(table, points(100), points(500)), points(-5));
  table.indent_to_border = true;
  EXPECT_EQ(table_left(table, points(100), points(500)), points(0));
  table.alignment = document::Alignment::center;
  EXPECT_EQ(table_left(table, points(100), points(500)), points(200));
  table.alignment = document::Alignment::end;
  EXPECT_EQ(table_left(table, points(100), points(500)), points(400));
}

TEST(TableColumns, HostileWidthsStayFinite) {
  document::Table table;
  table.fixed_layout = true;
  table.grid = {Length{-1}, Length{INT64_MAX / 4}};
  document::Cell cell;
  cell.column = 1 << 30;
  cell.column_span = 1 << 30;
  table.rows.emplace_back().cells.push_back(cell);
  const auto widths =
      column_widths(table, points(500), [](const document::Cell&) { return ContentWidths{}; });
  EXPECT_LE(widths.size(), 1024u);
  for (const Length width : widths) EXPECT_GE(width, Length{});
}

} // namespace
} // namespace saraban::layout
