// Reads a chart's table and finds ranges in it.
#include "odt/chart_table.h"

#include "odt/part/elements.h"

#include <algorithm>
#include <chrono>

namespace saraban::odt {
namespace {

using pugi::xml_node;

constexpr std::int64_t most_rows = 20'000, most_columns = 500;
constexpr std::size_t most_cells = 200'000;

std::int64_t repeated(xml_node e, const char* name, std::int64_t most) {
  return std::clamp<std::int64_t>(integer_or(attribute(e, name), 1), 1, most);
}

/// Days since 1899-12-30 of "2026-05-01".
std::string day_number(std::string_view date) {
  using namespace std::chrono;
  if (date.size() < 10) return {};
  const auto part = [&](std::size_t from, std::size_t size) {
    return static_cast<int>(integer_or(date.substr(from, size), 0));
  };
  const year_month_day day{year{part(0, 4)}, month{static_cast<unsigned>(part(5, 2))},
                           std::chrono::day{static_cast<unsigned>(part(8, 2))}};
  if (!day.ok()) return {};
  return std::to_string((sys_days{day} - sys_days{year{1899} / 12 / 30}).count());
}

ChartTable::Cell read_cell(xml_node e) {
  ChartTable::Cell cell;
  for (const auto& p : e.children("text:p")) {
    if (!cell.text.empty()) cell.text += ' ';
    cell.text += p.text().get();
  }
  for (const auto& item : e.child("text:list").children("text:list-item"))
    cell.text = item.child("text:p").text().get(); // Levels of categories: the last.
  const auto type = attribute(e, "office:value-type");
  if (type == "date")
    cell.number = day_number(attribute(e, "office:date-value"));
  else if (type != "string")
    cell.number = attribute(e, "office:value");
  if (cell.number == "NaN" || cell.number == "1.#NAN") cell.number.clear();
  cell.described = e.child("draw:g").child("svg:desc").text().get();
  return cell;
}

/// One corner, "$B$2": column and row, from 0; `table` what stands before it.
struct Corner {
  std::string_view table;
  std::size_t column = 0, row = 0;
  bool good = false;
};

Corner corner_of(std::string_view text) {
  Corner out;
  const auto dot = text.rfind('.');
  if (dot != text.npos) out.table = text.substr(0, dot), text.remove_prefix(dot + 1);
  std::size_t column = 0, row = 0;
  for (const char c : text) {
    if (c == '$') continue;
    if (c >= 'A' && c <= 'Z' && row == 0)
      column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    else if (c >= '0' && c <= '9')
      row = row * 10 + static_cast<std::size_t>(c - '0');
    else
      return out;
    if (column > 100'000 || row > 10'000'000) return out;
  }
  out.good = column > 0 && row > 0;
  if (out.good) out.column = column - 1, out.row = row - 1;
  return out;
}

} // namespace

ChartTable::ChartTable(xml_node table) {
  std::size_t cells = 0;
  const auto read_row = [&](xml_node row) {
    std::vector<Cell> out;
    for (const auto& cell : row.children()) {
      if (!is(cell, "table:table-cell") && !is(cell, "table:covered-table-cell")) continue;
      const auto made = read_cell(cell);
      for (auto i = repeated(cell, "table:number-columns-repeated", most_columns);
           i > 0 && out.size() < static_cast<std::size_t>(most_columns); --i)
        out.push_back(made);
    }
    for (auto i = repeated(row, "table:number-rows-repeated", most_rows);
         i > 0 && rows_.size() < static_cast<std::size_t>(most_rows) && cells < most_cells; --i)
      rows_.push_back(out), cells += out.size() + 1;
  };
  for (const auto& child : table.children()) {
    if (is(child, "table:table-row")) read_row(child);
    if (is(child, "table:table-header-rows") || is(child, "table:table-rows"))
      for (const auto& row : child.children("table:table-row")) read_row(row);
  }
}

const ChartTable::Cell& ChartTable::at(std::size_t row, std::size_t column) const {
  static const Cell none;
  return row < rows_.size() && column < rows_[row].size() ? rows_[row][column] : none;
}

ChartTable::Area ChartTable::described_area(std::string_view address) const {
  for (std::size_t row = 0; row < rows_.size(); ++row)
    for (std::size_t column = 0; column < rows_[row].size(); ++column) {
      if (rows_[row][column].described != address) continue;
      return {column, row, column, address.find(':') == address.npos ? row : rows_.size() - 1,
              true};
    }
  return {};
}

ChartTable::Area ChartTable::area_of(std::string_view address) const {
  if (address.empty() || rows_.empty()) return {};
  if (const auto found = described_area(address); found.any) return found;
  const auto colon = address.find(':');
  const auto from = corner_of(address.substr(0, colon));
  const auto to = colon == address.npos ? from : corner_of(address.substr(colon + 1));
  if (!from.good || !to.good || (!from.table.empty() && from.table != "local-table")) return {};
  Area out{std::min(from.column, to.column), std::min(from.row, to.row),
           std::max(from.column, to.column), std::max(from.row, to.row), true};
  out.bottom = std::min(out.bottom, rows_.size() - 1);
  out.right = std::min(out.right, static_cast<std::size_t>(most_columns));
  out.any = out.top <= out.bottom && out.left <= out.right;
  return out;
}

std::vector<ChartTable::Cell> ChartTable::range(std::string_view address) const {
  std::vector<Cell> out;
  const auto area = area_of(address);
  if (!area.any) return out;
  for (auto row = area.top; row <= area.bottom; ++row)
    for (auto column = area.left; column <= area.right; ++column) out.push_back(at(row, column));
  return out;
}

std::vector<ChartTable::Cell> ChartTable::last_level(std::string_view address) const {
  std::vector<Cell> out;
  const auto area = area_of(address);
  if (!area.any) return out;
  const auto height = area.bottom - area.top, width = area.right - area.left;
  if (height >= width)
    for (auto row = area.top; row <= area.bottom; ++row) out.push_back(at(row, area.right));
  else
    for (auto column = area.left; column <= area.right; ++column)
      out.push_back(at(area.bottom, column));
  return out;
}

std::vector<std::string> numbers_in(const std::vector<ChartTable::Cell>& cells) {
  std::vector<std::string> out;
  for (const auto& cell : cells) out.push_back(cell.number);
  return out;
}

std::vector<std::string> texts_in(const std::vector<ChartTable::Cell>& cells) {
  std::vector<std::string> out;
  for (const auto& cell : cells) out.push_back(cell.text);
  return out;
}

} // namespace saraban::odt
