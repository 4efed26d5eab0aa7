// Cells that docxtpl's tags merge, and columns that repeat (ODF 1.3 Part 3, 9.1).
#include "odt/markup_parts.h"

namespace saraban::odt {

void set_cell(pugi::xml_node cell, language::CellTag::Kind kind, const std::string& operand) {
  (void)cell, (void)kind, (void)operand;
}

void finish_table(std::string& xml) {
  (void)xml;
}

} // namespace saraban::odt
