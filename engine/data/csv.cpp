// CSV (RFC 4180) with a heading row: UTF-8, UTF-16 or Thai eight-bit text; comma, semicolon or tab.
#include "data/readers.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace saraban::data {
namespace {

/// The code point of a byte of Windows-874, whose Thai part is TIS-620; 0 for none.
char32_t from_windows_874(unsigned char byte) {
  if (byte < 0x80) return byte;
  if (byte == 0x80) return 0x20AC;
  if (byte == 0x85) return 0x2026;
  if (byte == 0xA0) return 0x00A0;
  constexpr std::array<char32_t, 7> punctuation = {0x2018, 0x2019, 0x201C, 0x201D,
                                                   0x2022, 0x2013, 0x2014};
  if (byte >= 0x91 && byte <= 0x97) return punctuation[byte - 0x91u];
  if ((byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB)) return byte - 0xA0u + 0xE00;
  return 0;
}

std::optional<std::string> thai_to_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 3);
  for (const char c : bytes) {
    const char32_t code = from_windows_874(static_cast<unsigned char>(c));
    if (code == 0 && c != 0) return std::nullopt;
    append_utf8(text, code);
  }
  return text;
}

/// Spreadsheets write "Unicode text" as UTF-16 with a byte order mark.
std::string utf16_to_utf8(std::string_view bytes, int low_first) {
  std::string text;
  const auto unit_at = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]),
               b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(low_first ? a | b << 8 : a << 8 | b);
  };
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t code = unit_at(i);
    if (code >= 0xD800 && code < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit_at(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    append_utf8(text, code);
  }
  return text;
}

std::optional<std::string> to_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return utf16_to_utf8(bytes, 1);
  if (bytes.starts_with("\xFE\xFF")) return utf16_to_utf8(bytes, 0);
  if (is_valid_utf8(bytes)) return std::string(bytes);
  return thai_to_utf8(bytes);
}

/// The separator that stands most often outside quotes in the heading.
char find_separator(std::string_view text) {
  std::array<std::pair<char, int>, 3> counts = {{{',', 0}, {';', 0}, {'\t', 0}}};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    for (auto& [separator, count] : counts)
      if (c == separator) ++count;
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

struct Cell {
  std::string text;
  Mark mark;
  bool quoted = false;
};

class CsvReader {
public:
  CsvReader(const Reading& reading, std::string_view text)
      : reading_(reading), text_(text), lines_(text, reading.source),
        separator_(find_separator(text)) {}

  Value read();

private:
  enum class End { cell, row, text, fault };
  End read_cell(Cell& cell);
  bool read_quoted(Cell& cell);
  bool read_row(std::vector<Cell>& row);
  Value record(std::vector<Cell>& row);
  void read_heading();

  const Reading& reading_;
  std::string_view text_;
  Lines lines_;
  char separator_;
  std::size_t at_ = 0;
  std::vector<std::string> names_;
  std::uint64_t count_ = 0;
  bool faulty_ = false;
};

bool CsvReader::read_quoted(Cell& cell) {
  cell.quoted = true;
  for (++at_; at_ < text_.size(); ++at_) {
    if (text_[at_] != '"') {
      cell.text += text_[at_];
    } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
      cell.text += text_[at_++];
    } else {
      ++at_;
      return true;
    }
  }
  reading_.error("csv-malformed", cell.mark, {{"reason", "a quotation mark is not closed"}});
  return false;
}

CsvReader::End CsvReader::read_cell(Cell& cell) {
  cell.mark = lines_.at(at_);
  if (at_ < text_.size() && text_[at_] == '"' && !read_quoted(cell)) return End::fault;
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == separator_) return ++at_, End::cell;
    if (c == '\n') return ++at_, End::row;
    if (c == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n')) continue;
    cell.text += c;
  }
  return End::text;
}

/// False at the end of the text or after a fault.
bool CsvReader::read_row(std::vector<Cell>& row) {
  row.clear();
  if (at_ >= text_.size()) return false;
  for (;;) {
    const End end = read_cell(row.emplace_back());
    if (end == End::fault) faulty_ = true;
    if (end != End::cell) return end != End::fault;
  }
}

void CsvReader::read_heading() {
  std::vector<Cell> row;
  if (!read_row(row)) return;
  for (Cell& cell : row) {
    const auto first = cell.text.find_first_not_of(" \t");
    const auto last = cell.text.find_last_not_of(" \t");
    names_.push_back(first == std::string::npos ? "" : cell.text.substr(first, last - first + 1));
    const bool twice = std::count(names_.begin(), names_.end(), names_.back()) > 1;
    if (twice && !names_.back().empty())
      reading_.warning("duplicate-key", cell.mark, {{"name", names_.back()}});
  }
}

/// A cell is a number when it is written as JSON writes one: 0812345678 and 1,000 stay text.
Value CsvReader::record(std::vector<Cell>& row) {
  MapBuilder members;
  const Mark mark = row[0].mark;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i].empty()) continue;
    if (i >= row.size()) {
      members.put(names_[i], Value(std::string(), mark));
      continue;
    }
    const bool number = !row[i].quoted && is_json_number(row[i].text);
    members.put(names_[i], number ? Value(Number{std::move(row[i].text)}, row[i].mark)
                                  : Value(std::move(row[i].text), row[i].mark));
  }
  return Value(members.take(), mark);
}

Value CsvReader::read() {
  read_heading();
  List records;
  std::vector<Cell> row;
  while (read_row(row)) {
    if (row.size() == 1 && row[0].text.empty()) continue;
    count_ += names_.size();
    if (count_ > reading_.limits.data_values) {
      reading_.error("limit-data-values", row[0].mark,
                     {{"limit", std::to_string(reading_.limits.data_values)}});
      return {};
    }
    const bool more =
        std::any_of(row.begin() + static_cast<std::ptrdiff_t>(std::min(names_.size(), row.size())),
                    row.end(), [](const Cell& c) { return !c.text.empty(); });
    if (more) {
      faulty_ = true;
      reading_.error("csv-row-too-long", row[names_.size()].mark,
                     {{"cells", std::to_string(row.size())},
                      {"columns", std::to_string(names_.size())},
                      {"separator", std::string(1, separator_)}});
      continue;
    }
    records.push_back(record(row));
  }
  return faulty_ ? Value() : Value(std::move(records), {reading_.source, 1, 1});
}

} // namespace

Value read_csv(const Reading& reading) {
  const auto text = to_text(reading.text);
  if (!text) {
    reading.error("data-encoding", {}, {});
    return {};
  }
  return CsvReader(reading, *text).read();
}

} // namespace saraban::data
