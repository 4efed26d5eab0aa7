// Splits the text form of a document into lines and values.
#include "document/text_tree.h"

#include <cstddef>

namespace saraban::document {
namespace {

constexpr int max_depth = 500;
constexpr int max_value_depth = 32;

/// Reads the items of one line.
class ItemReader {
public:
  explicit ItemReader(std::string_view line) : line_(line) {}

  /// Up to `close`, or the line's end when that is 0. False when malformed.
  bool items(std::vector<TextItem>& out, char close, int depth) {
    if (depth > max_value_depth) return false;
    for (;;) {
      while (at_ < line_.size() && line_[at_] == ' ') ++at_;
      if (at_ == line_.size()) return close == 0;
      if (line_[at_] == close) return ++at_, true;
      TextItem& item = out.emplace_back();
      if (!value(item.value, depth)) return false;
      if (peek() == '=' && item.value.kind == TextValue::Kind::word) {
        ++at_;
        item.name = std::move(item.value.text);
        item.value = {};
        if (!value(item.value, depth)) return false;
      }
      if (peek() == '/' && item.value.kind == TextValue::Kind::quoted) ++at_;
    }
  }

private:
  char peek() const { return at_ < line_.size() ? line_[at_] : '\0'; }

  bool value(TextValue& out, int depth) {
    const char c = peek();
    if (c == '"') return ++at_, out.kind = TextValue::Kind::quoted, quoted(out.text);
    if (c == '{' || c == '[') {
      ++at_;
      out.kind = c == '{' ? TextValue::Kind::fields : TextValue::Kind::list;
      return items(out.items, c == '{' ? '}' : ']', depth + 1);
    }
    const auto end = line_.find_first_of(" =[]{}\"", at_);
    out.text = line_.substr(at_, end == std::string_view::npos ? end : end - at_);
    at_ += out.text.size();
    return !out.text.empty();
  }

  bool quoted(std::string& out) {
    while (at_ < line_.size() && line_[at_] != '"') {
      if (line_[at_] != '\\') {
        out += line_[at_++];
        continue;
      }
      if (at_ + 1 >= line_.size()) return false;
      const char c = line_[at_ + 1];
      at_ += 2;
      if (c == 'n')
        out += '\n';
      else if (c == 'x' && !hexadecimal(out))
        return false;
      else if (c != 'x')
        out += c;
    }
    return at_ < line_.size() && ++at_ != 0;
  }

  bool hexadecimal(std::string& out) {
    int code = 0;
    for (int i = 0; i < 2; ++i, ++at_) {
      const char c = peek();
      if (c >= '0' && c <= '9')
        code = code * 16 + c - '0';
      else if (c >= 'A' && c <= 'F')
        code = code * 16 + c - 'A' + 10;
      else
        return false;
    }
    out += static_cast<char>(code);
    return true;
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

bool read_line(std::string_view line, TextLine& out) {
  const auto end = line.find(' ');
  out.keyword = line.substr(0, end);
  if (end == std::string_view::npos) return true;
  return ItemReader(line.substr(end)).items(out.items, 0, 0);
}

/// The lines that are open, from the outermost in, with their indentation.
struct Open {
  std::size_t indent;
  std::vector<TextLine>* siblings;
};

} // namespace

TextTree parse_text_tree(std::string_view text) {
  TextTree tree;
  std::vector<Open> open;
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    const auto indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || line[indent] == '#') continue;
    while (!open.empty() && open.back().indent >= indent) open.pop_back();
    auto& siblings = open.empty() ? tree.lines : open.back().siblings->back().children;
    TextLine& added = siblings.emplace_back();
    added.number = number;
    if (!read_line(line.substr(indent), added) || open.size() > max_depth)
      tree.faults.push_back(number);
    if (open.size() <= max_depth) open.push_back({indent, &siblings});
  }
  return tree;
}

} // namespace saraban::document
