// The first sheet of a workbook (ECMA-376 Part 1, 18) as a list of records, its first row their
// names.
#include "base/failure.h"
#include "data/readers.h"
#include "data/serial_date.h"
#include "package/xml.h"

#include <algorithm>
#include <charconv>

namespace saraban::data {
namespace {

using Xml = std::shared_ptr<const pugi::xml_document>;

constexpr std::uint32_t most_columns = 16'384; // ECMA-376 Part 1, 18.3.1.4 and Excel's limit

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& n) { return local_name(n) == name; });
}

/// The text of a string item: its runs, without phonetic hints (18.4.8).
std::string text_of(const pugi::xml_node& item) {
  std::string text;
  for (const auto& part : item.children()) {
    if (local_name(part) == "t") text += part.child_value();
    if (local_name(part) == "r") text += child(part, "t").child_value();
  }
  return text;
}

/// What Excel shows of a double: 15 significant digits. Nothing for text that is no number.
std::optional<Number> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  char digits[64];
  const auto shown =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 15);
  const auto decimal =
      Decimal::parse(std::string_view(digits, static_cast<std::size_t>(shown.ptr - digits)));
  if (!decimal) return std::nullopt;
  return Number{decimal->to_string()};
}

/// Letters of a cell reference to a column from 0; nothing for other text.
std::optional<std::uint32_t> column_of(std::string_view reference) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
    column = column * 26 + static_cast<std::uint32_t>(reference[at] - 'A' + 1);
    if (column > most_columns) return std::nullopt;
  }
  if (at == 0) return std::nullopt;
  return column - 1;
}

struct Cell {
  std::uint32_t column = 0;
  Value value;
};

class Workbook {
public:
  Workbook(const Reading& reading)
      : reading_(reading),
        package_(package::Package::open(std::make_shared<const std::string>(reading.text),
                                        reading.name, reading.limits)) {}
  Value read();

private:
  Xml parse(const std::string& part) const;
  std::string first_sheet();
  void read_strings();
  void read_date_styles();
  Value::Content content_of(const pugi::xml_node& cell) const;
  std::vector<Cell> read_row(const pugi::xml_node& row, std::uint32_t number) const;
  Value record(std::vector<Cell>& cells, std::uint32_t number) const;
  void read_names(std::vector<Cell>& cells);

  const Reading& reading_;
  package::Package package_;
  std::vector<std::string> strings_;
  std::vector<bool> date_styles_; ///< By cell format: shows its number as a date.
  std::vector<std::pair<std::uint32_t, std::string>> names_;
  Epoch epoch_ = Epoch::year_1900;
};

Xml Workbook::parse(const std::string& part) const {
  const auto bytes = package_.part(part);
  if (bytes == nullptr) return std::make_shared<const pugi::xml_document>();
  return package::parse_xml(*bytes, reading_.name, part, reading_.limits);
}

std::string Workbook::first_sheet() {
  const Xml workbook = parse("xl/workbook.xml");
  const auto root = workbook->document_element();
  if (child(root, "workbookPr").attribute("date1904").as_bool()) epoch_ = Epoch::year_1904;
  const auto sheet = child(child(root, "sheets"), "sheet");
  for (const auto& attribute : sheet.attributes()) {
    if (!std::string_view(attribute.name()).ends_with(":id")) continue;
    for (const auto& r : package::relationships(package_, "xl/workbook.xml", reading_.limits))
      if (r.id == attribute.value() && !r.external) return r.target;
  }
  return "";
}

void Workbook::read_strings() {
  const Xml document = parse("xl/sharedStrings.xml");
  for (const auto& item : document->document_element().children())
    if (local_name(item) == "si") strings_.push_back(text_of(item));
}

void Workbook::read_date_styles() {
  const Xml document = parse("xl/styles.xml");
  const auto root = document->document_element();
  std::vector<int> custom;
  for (const auto& format : child(root, "numFmts").children())
    if (shows_a_date(format.attribute("formatCode").value()))
      custom.push_back(format.attribute("numFmtId").as_int());
  for (const auto& format : child(root, "cellXfs").children()) {
    const int id = format.attribute("numFmtId").as_int();
    date_styles_.push_back(is_date_format(id) ||
                           std::find(custom.begin(), custom.end(), id) != custom.end());
  }
}

Value::Content Workbook::content_of(const pugi::xml_node& cell) const {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") return text_of(child(cell, "is"));
  const std::string_view text = child(cell, "v").child_value();
  if (type == "s") {
    const std::size_t index = child(cell, "v").text().as_uint();
    return index < strings_.size() ? strings_[index] : std::string();
  }
  if (type == "b") return text == "1";
  if (type == "str" || type == "e" || type == "d" || text.empty()) return std::string(text);
  const auto style = cell.attribute("s").as_uint();
  if (style < date_styles_.size() && date_styles_[style])
    if (const auto date = date_of_serial(text, epoch_)) return *date;
  if (const auto number = number_of(text)) return *number;
  return std::string(text);
}

std::vector<Cell> Workbook::read_row(const pugi::xml_node& row, std::uint32_t number) const {
  std::vector<Cell> cells;
  std::uint32_t next = 0;
  for (const auto& cell : row.children()) {
    if (local_name(cell) != "c") continue;
    const std::uint32_t column = column_of(cell.attribute("r").value()).value_or(next);
    if (column >= most_columns) break;
    next = column + 1;
    cells.push_back({column, Value(content_of(cell), {reading_.source, number, column + 1})});
  }
  return cells;
}

void Workbook::read_names(std::vector<Cell>& cells) {
  for (const Cell& cell : cells) {
    const std::string* text = cell.value.string();
    const Number* number = cell.value.number();
    std::string name = text != nullptr ? *text : number != nullptr ? number->text : "";
    if (!name.empty()) names_.emplace_back(cell.column, std::move(name));
  }
}

Value Workbook::record(std::vector<Cell>& cells, std::uint32_t number) const {
  MapBuilder members;
  for (const auto& [column, name] : names_) {
    const auto cell = std::find_if(cells.begin(), cells.end(),
                                   [c = column](const Cell& x) { return x.column == c; });
    members.put(name, cell == cells.end()
                          ? Value(std::string(), {reading_.source, number, column + 1})
                          : std::move(cell->value));
  }
  return Value(members.take(), {reading_.source, number, 1});
}

bool is_empty(const Cell& cell) {
  const std::string* text = cell.value.string();
  return text != nullptr && text->empty();
}

Value Workbook::read() {
  const std::string part = first_sheet();
  if (part.empty() || !package_.has(part)) {
    reading_.error("xlsx-malformed", {}, {{"reason", "it has no sheet"}});
    return {};
  }
  read_strings();
  read_date_styles();
  const Xml sheet = parse(part);
  List records;
  std::uint32_t number = 0;
  for (const auto& row : child(sheet->document_element(), "sheetData").children()) {
    number = row.attribute("r").as_uint(number + 1);
    std::vector<Cell> cells = read_row(row, number);
    if (std::all_of(cells.begin(), cells.end(), is_empty)) continue;
    if (names_.empty()) {
      read_names(cells);
      continue;
    }
    if ((records.size() + 1) * names_.size() > reading_.limits.data_values) {
      reading_.error("limit-data-values", {reading_.source, number, 1},
                     {{"limit", std::to_string(reading_.limits.data_values)}});
      return {};
    }
    records.push_back(record(cells, number));
  }
  return Value(std::move(records), {reading_.source, 1, 1});
}

} // namespace

Value read_xlsx(const Reading& reading) {
  try {
    return Workbook(reading).read();
  } catch (const Failure& failure) {
    reading.diagnostics.add(failure.diagnostic());
    return {};
  }
}

} // namespace saraban::data
