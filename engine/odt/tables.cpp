// Tables (ODF 1.3 Part 3, 9).
#include "odt/reader.h"

namespace saraban::odt {

document::Table read_table(Reader& reader, pugi::xml_node) {
  document::Table table;
  table.origin = {reader.part->index, static_cast<std::uint32_t>(reader.part->next)};
  reader.not_drawn("table");
  return table;
}

} // namespace saraban::odt
