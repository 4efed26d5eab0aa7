// Tables of HTML: rows of any group, header cells, spans.
#include "rich/html/declarations.h"
#include "rich/html/walk.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace saraban::rich::html {
namespace {

constexpr int most_columns = 63; ///< As many as a table in a document may have.
constexpr int most_rows = 1000;

int span_of(const GumboElement& cell, const char* name, int most) {
  const std::string_view text = attribute(cell, name);
  int value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 1, most);
}

Cell read_cell(const GumboElement& element, const State& around) {
  State state = around;
  state.kind = Paragraph::Kind::normal;
  const std::string_view align = attribute(element, "align");
  state.alignment = align.empty() ? Alignment::as_is : alignment_of(align);
  Cell cell;
  cell.header = element.tag == GUMBO_TAG_TH;
  state = state_inside(element, state);
  state.marks.highlight = around.marks.highlight; // The cell's own colour is the cell's.
  cell.columns = span_of(element, "colspan", most_columns);
  cell.rows = span_of(element, "rowspan", most_rows);
  cell.alignment = std::exchange(state.alignment, Alignment::as_is);
  const std::string_view style = attribute(element, "style");
  for (const std::string_view value : {attribute(element, "bgcolor"), declared(style, "background"),
                                       declared(style, "background-color")})
    if (std::string color = color_of(value); !color.empty()) cell.shading = std::move(color);
  Flow flow;
  walk_children(element, state, flow);
  cell.blocks = flow.take();
  return cell;
}

Row read_row(const GumboElement& element, const State& state, bool in_head) {
  Row row;
  for (unsigned i = 0; i < element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    const GumboElement& cell = child->v.element;
    if (cell.tag == GUMBO_TAG_TD || cell.tag == GUMBO_TAG_TH)
      row.cells.push_back(read_cell(cell, state));
  }
  row.header = in_head;
  return row;
}

void read_rows(const GumboElement& element, const State& state, bool in_head, Table& table,
               Flow& caption) {
  for (unsigned i = 0; i < element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    const GumboElement& inner = child->v.element;
    if (inner.tag == GUMBO_TAG_TR)
      table.rows.push_back(read_row(inner, state_inside(inner, state), in_head));
    else if (inner.tag == GUMBO_TAG_THEAD || inner.tag == GUMBO_TAG_TBODY ||
             inner.tag == GUMBO_TAG_TFOOT)
      read_rows(inner, state, inner.tag == GUMBO_TAG_THEAD, table, caption);
    else if (inner.tag == GUMBO_TAG_CAPTION)
      walk_children(inner, state_inside(inner, state), caption);
  }
}

} // namespace

Table read_table(const GumboElement& element, const State& state, Flow& caption) {
  State inside = state;
  inside.depth += 2;
  Table table;
  read_rows(element, inside, false, table, caption);
  std::erase_if(table.rows, [](const Row& row) { return row.cells.empty(); });
  return table;
}

} // namespace saraban::rich::html
