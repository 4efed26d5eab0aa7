// Combines what styles, tables, rows and cells say about a cell (ECMA-376 Part 1, 17.7.6).
#include "docx/table_layers.h"

#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using document::Border;
using pugi::xml_node;

constexpr PartSet bit(TablePart part) {
  return 1u << static_cast<unsigned>(part);
}
bool has(PartSet set, TablePart part) {
  return (set & bit(part)) != 0;
}
constexpr PartSet row_bands = bit(TablePart::odd_rows) | bit(TablePart::even_rows);
constexpr PartSet column_bands = bit(TablePart::odd_columns) | bit(TablePart::even_columns);

/// w:tblLook: named attributes, or the bits of w:val in files of Word 2007.
PartSet read_look(xml_node e) {
  const auto bits = hexadecimal(value(e)).value_or(e ? 0 : 0x04A0);
  const auto on = [&](const char* name, std::uint32_t mask) {
    const auto text = attribute(e, name);
    return text.empty() ? (bits & mask) != 0 : on_off_text(text, true);
  };
  PartSet set = bit(TablePart::whole);
  if (on("w:firstRow", 0x20)) set |= bit(TablePart::first_row);
  if (on("w:lastRow", 0x40)) set |= bit(TablePart::last_row);
  if (on("w:firstColumn", 0x80)) set |= bit(TablePart::first_column);
  if (on("w:lastColumn", 0x100)) set |= bit(TablePart::last_column);
  if (!on("w:noHBand", 0x200)) set |= row_bands;
  if (!on("w:noVBand", 0x400)) set |= column_bands;
  return set;
}

/// The rows and columns, ends excluded, that a part of the table covers.
struct Region {
  int top, bottom, left, right;
};

/// The band, of `size` lines, that holds line `at` of those from `first` to `last`.
std::pair<int, int> band(int at, int first, int last, int size) {
  const int start = first + (at - first) / size * size;
  return {start, std::min(start + size, last)};
}

struct Bands {
  int first_row, last_row, first_column, last_column, row_size, column_size;
};

/// Headings are no part of the bands.
Bands bands_of(const TableLayers& layers, const TableExtent& extent) {
  const auto& asked = layers.asked;
  return {has(asked, TablePart::first_row) ? 1 : 0,
          extent.rows - (has(asked, TablePart::last_row) ? 1 : 0),
          has(asked, TablePart::first_column) ? 1 : 0,
          extent.columns - (has(asked, TablePart::last_column) ? 1 : 0),
          std::max(layers.table.row_band.value_or(1), 1),
          std::max(layers.table.column_band.value_or(1), 1)};
}

Region region_of(TablePart part, const CellPlace& place, const TableExtent& extent,
                 const Bands& bands) {
  const Region all{0, extent.rows, 0, extent.columns};
  const Region cell{place.row, place.row + 1, place.column, place.column + place.span};
  switch (part) {
  case TablePart::whole:
  case TablePart::count:
    return all;
  case TablePart::odd_columns:
  case TablePart::even_columns: {
    const auto [from, to] =
        band(place.column, bands.first_column, bands.last_column, bands.column_size);
    return {all.top, all.bottom, from, to};
  }
  case TablePart::odd_rows:
  case TablePart::even_rows: {
    const auto [from, to] = band(place.row, bands.first_row, bands.last_row, bands.row_size);
    return {from, to, all.left, all.right};
  }
  case TablePart::first_row:
  case TablePart::last_row:
    return {cell.top, cell.bottom, all.left, all.right};
  case TablePart::first_column:
  case TablePart::last_column:
    return {all.top, all.bottom, cell.left, cell.right};
  default:
    return cell;
  }
}

/// The set's lines as seen by one cell: outer ones at the region's edges, inside ones elsewhere.
void put_borders(const BorderSet& set, const CellPlace& place, const Region& region,
                 BorderSet& out) {
  const auto put = [](std::optional<Border>& side, bool outer, const std::optional<Border>& edge,
                      const std::optional<Border>& inside) {
    const auto& line = outer ? edge : inside;
    if (line) side = line;
  };
  put(out.top, place.row <= region.top, set.top, set.inside_horizontal);
  put(out.bottom, place.row + 1 >= region.bottom, set.bottom, set.inside_horizontal);
  put(out.left, place.column <= region.left, set.left, set.inside_vertical);
  put(out.right, place.column + place.span >= region.right, set.right, set.inside_vertical);
  if (set.down) out.down = set.down;
  if (set.up) out.up = set.up;
}

/// A cell's own lines are its four sides; inside lines mean nothing there.
void put_own_borders(const BorderSet& set, BorderSet& out) {
  BorderSet own = set;
  own.inside_horizontal.reset(), own.inside_vertical.reset();
  overlay(out, own);
}

document::Borders plain(const BorderSet& set) {
  document::Borders borders;
  borders.top = set.top.value_or(Border{}), borders.right = set.right.value_or(Border{});
  borders.bottom = set.bottom.value_or(Border{}), borders.left = set.left.value_or(Border{});
  borders.down = set.down.value_or(Border{}), borders.up = set.up.value_or(Border{});
  return borders;
}

} // namespace

TableLayers read_table_layers(const SharedParts& shared, xml_node tblpr) {
  TableLayers layers;
  layers.style_index = shared.styles.table(value(tblpr.child("w:tblStyle")));
  if (layers.style_index == no_style) layers.style_index = shared.styles.standard_table;
  if (layers.style_index != no_style) {
    layers.style = shared.styles.all[static_cast<std::size_t>(layers.style_index)].table.get();
    layers.table = layers.style->table;
  }
  overlay(layers.table, read_table_properties(tblpr, shared.theme));
  layers.asked = read_look(tblpr.child("w:tblLook"));
  return layers;
}

PartSet TableLayers::parts_of(const CellPlace& place, const TableExtent& extent) const {
  PartSet set = bit(TablePart::whole);
  const bool first_row = has(asked, TablePart::first_row) && place.row == 0;
  const bool last_row = has(asked, TablePart::last_row) && place.row + 1 == extent.rows;
  const bool first_column = has(asked, TablePart::first_column) && place.column == 0;
  const bool last_column =
      has(asked, TablePart::last_column) && place.column + place.span >= extent.columns;
  if (first_row) set |= bit(TablePart::first_row);
  if (last_row) set |= bit(TablePart::last_row);
  if (first_column) set |= bit(TablePart::first_column);
  if (last_column) set |= bit(TablePart::last_column);
  if (first_row && first_column) set |= bit(TablePart::north_west);
  if (first_row && last_column) set |= bit(TablePart::north_east);
  if (last_row && first_column) set |= bit(TablePart::south_west);
  if (last_row && last_column) set |= bit(TablePart::south_east);
  const auto bands = bands_of(*this, extent);
  if (has(asked, TablePart::odd_rows) && !first_row && !last_row)
    set |= (place.row - bands.first_row) / bands.row_size % 2 == 0 ? bit(TablePart::odd_rows)
                                                                   : bit(TablePart::even_rows);
  if (has(asked, TablePart::odd_columns) && !first_column && !last_column)
    set |= (place.column - bands.first_column) / bands.column_size % 2 == 0
               ? bit(TablePart::odd_columns)
               : bit(TablePart::even_columns);
  return set;
}

CellSettings TableLayers::resolve(const CellPlace& place, const TableExtent& extent, PartSet parts,
                                  const TableProperties& exceptions,
                                  const CellProperties& own) const {
  auto whole = table;
  overlay(whole.borders, exceptions.borders), overlay(whole.margins, exceptions.margins);
  const auto bands = bands_of(*this, extent);
  BorderSet borders;
  const Region all = extent.cells_apart ? Region{-1, extent.rows + 1, -1, extent.columns + 1}
                                        : Region{0, extent.rows, 0, extent.columns};
  put_borders(whole.borders, place, all, borders);
  CellProperties cell;
  cell.background = whole.background;
  cell.margins = whole.margins;
  if (exceptions.background) cell.background = exceptions.background;
  for (std::size_t i = 0; style && i < style->parts.size(); ++i) {
    const auto part = static_cast<TablePart>(i);
    if (!has(parts, part) || !style->parts[i].used) continue;
    put_borders(style->parts[i].cell.borders, place, region_of(part, place, extent, bands),
                borders);
    overlay(cell, style->parts[i].cell);
  }
  put_own_borders(own.borders, borders);
  overlay(cell, own);
  CellSettings settings;
  settings.borders = plain(borders);
  // 17.4.42: without any word about it, 115 twips at the sides and none above and below.
  settings.margins = {cell.margins.top.value_or(Length{}), cell.margins.right.value_or(twips(115)),
                      cell.margins.bottom.value_or(Length{}),
                      cell.margins.left.value_or(twips(115))};
  settings.background = cell.background.value_or(std::nullopt);
  settings.vertical_alignment = cell.vertical_alignment.value_or(settings.vertical_alignment);
  settings.no_wrap = cell.no_wrap.value_or(false);
  return settings;
}

const CellLook* TableLayers::text_look(Reader& reader, PartSet parts) const {
  if (style == nullptr) return nullptr;
  PartSet used = 0;
  for (std::size_t i = 0; i < style->parts.size(); ++i)
    if (has(parts, static_cast<TablePart>(i)) && style->parts[i].used) used |= 1u << i;
  auto& look = reader.cell_looks_by_parts[{style_index, used}];
  if (look) return look;
  auto& made = reader.cell_looks.emplace_back();
  made.id = static_cast<std::uint32_t>(reader.cell_looks.size());
  for (std::size_t i = 0; i < style->parts.size(); ++i) {
    if (!(used & 1u << i)) continue;
    overlay(made.run, style->parts[i].run);
    overlay(made.paragraph, style->parts[i].paragraph);
  }
  return look = &made;
}

bool TableLayers::cannot_split(PartSet parts) const {
  bool answer = false;
  for (std::size_t i = 0; style && i < style->parts.size(); ++i)
    if (has(parts, static_cast<TablePart>(i)))
      answer = style->parts[i].cannot_split.value_or(answer);
  return answer;
}

} // namespace saraban::docx
