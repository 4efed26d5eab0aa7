// Reading text as the clerk does.
#include "clerk/read_text.h"

#include "thai/digits.h"

#include <algorithm>

namespace saraban::clerk {
namespace {

void append_line(const std::vector<document::Block>& blocks, std::string& line);

void append_paragraph(const document::Paragraph& paragraph, std::string& line) {
  if (paragraph.label) line += paragraph.label->text + "\t";
  for (const auto& item : paragraph.inlines) {
    if (const auto* run = std::get_if<document::Text>(&item)) line += run->text;
    if (const auto* field = std::get_if<document::Field>(&item)) line += field->cached;
    if (std::holds_alternative<document::Tab>(item)) line += '\t';
    if (std::holds_alternative<document::Break>(item)) line += ' ';
  }
}

void append_row(const document::Row& row, std::string& line) {
  for (const auto& cell : row.cells) {
    append_line(cell.blocks, line);
    line += '\t';
  }
}

void append_line(const std::vector<document::Block>& blocks, std::string& line) {
  for (const auto& block : blocks) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content))
      append_paragraph(*paragraph, line);
    if (const auto* table = std::get_if<document::Table>(&block.content))
      for (const auto& row : table->rows) append_row(row, line);
    line += ' ';
  }
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

} // namespace

std::string plain(std::string_view text) {
  std::string out = thai::with_digits(text, thai::Digits::arabic);
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"\u2060", ""},
                                 {"\u00A0", " "},
                                 {"\u200B", ""}})
    for (std::size_t at = 0; (at = out.find(from, at)) != out.npos; at += to.size())
      out.replace(at, from.size(), to);
  return out;
}

std::vector<std::string> lines_of(const document::Document& document) {
  std::vector<std::string> lines;
  for (const auto& section : document.sections)
    for (const auto& block : section.blocks) {
      if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content))
        append_paragraph(*paragraph, lines.emplace_back());
      if (const auto* table = std::get_if<document::Table>(&block.content))
        for (const auto& row : table->rows) append_row(row, lines.emplace_back());
    }
  for (std::string& line : lines) line = plain(line);
  return lines;
}

std::optional<ReadNumber> read_number(std::string_view text) {
  std::size_t end = 0;
  std::string digits;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    const bool more = end + 1 < text.size() && is_digit(text[end + 1]);
    if (is_digit(c))
      digits += c;
    else if (c == '.' && more && end > 0 && digits.find('.') == digits.npos)
      digits += c;
    else if (c != ',' || !more || end == 0)
      break;
  }
  const auto value = Decimal::parse(digits);
  if (digits.empty() || digits.size() > 30 || !value) return std::nullopt;
  return ReadNumber{*value, end};
}

void for_each_text(const data::Value& value,
                   const std::function<void(const std::string&, data::Mark)>& see) {
  if (const std::string* text = value.string()) see(*text, value.mark());
  if (value.list() != nullptr)
    for (const data::Value& item : *value.list()) for_each_text(item, see);
  if (value.map() != nullptr)
    for (const auto& [name, member] : *value.map()) for_each_text(member, see);
}

std::optional<Decimal> number_of(const data::Value& value) {
  if (const data::Number* number = value.number()) return Decimal::parse(number->text);
  const std::string* text = value.string();
  if (text == nullptr || text->empty() || text->size() > 60) return std::nullopt;
  const std::string simple = plain(*text);
  const auto read = read_number(simple);
  if (simple.starts_with('0') && simple.size() > 1 && simple[1] != '.') return std::nullopt;
  if (!read || read->length != simple.size()) return std::nullopt;
  return read->value;
}

std::string grouped(const Decimal& number) {
  std::string text = number.normalized().to_string();
  std::size_t at = std::min(text.find('.'), text.size());
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  while (at > first + 3) text.insert(at -= 3, ",");
  return text;
}

} // namespace saraban::clerk
