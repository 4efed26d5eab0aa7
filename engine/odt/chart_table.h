// The table of values that a chart holds (ODF 1.3 Part 3, 11.1 and 9).
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::odt {

class ChartTable {
public:
  struct Cell {
    std::string text;
    std::string number;    ///< Empty for none.
    std::string described; ///< The range of another table that begins here.
  };

  explicit ChartTable(pugi::xml_node table);

  /// The cells of "local-table.$B$2:.$B$5", row by row; a range of another table is looked for by
  /// what cells here say they begin. Nothing for what is not there.
  std::vector<Cell> range(std::string_view address) const;
  /// Of several columns (rows), one cell in each row (column): the last.
  std::vector<Cell> last_level(std::string_view address) const;

private:
  struct Area {
    std::size_t left = 0, top = 0, right = 0, bottom = 0;
    bool any = false;
  };
  Area area_of(std::string_view address) const;
  Area described_area(std::string_view address) const;
  const Cell& at(std::size_t row, std::size_t column) const;

  std::vector<std::vector<Cell>> rows_;
};

/// What cells say as numbers; what is none is empty.
std::vector<std::string> numbers_in(const std::vector<ChartTable::Cell>& cells);
std::vector<std::string> texts_in(const std::vector<ChartTable::Cell>& cells);

} // namespace saraban::odt
