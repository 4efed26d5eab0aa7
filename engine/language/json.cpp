// Values as JSON text.
#include "language/sequence.h"
#include "language/text.h"

namespace saraban::language {
namespace {

std::string json_text(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += "\\u00", out += hex[c >> 4], out += hex[c & 15];
    else
      out += c;
  }
  return out + "\"";
}

/// Gives up on values that hold each other too often.
class Writer {
public:
  explicit Writer(int indent) : indent_(indent) {}

  std::string of(const Value& value, int depth) {
    if (depth > max_value_depth || --parts_left_ <= 0) return "null";
    switch (kind_of(value)) {
    case Kind::string:
      return json_text(*string_of(value));
    case Kind::boolean:
      return number_of(value)->is_zero() ? "false" : "true";
    case Kind::number:
      return plain_form(value);
    case Kind::list:
      return of_list(value, depth);
    case Kind::map:
      return of_map(value, depth);
    default:
      return "null";
    }
  }

private:
  std::string of_list(const Value& value, int depth) {
    const Sequence items(value);
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i)
      out += (i ? comma() : "") + line(depth + 1) + of(items.at(i), depth + 1);
    return out.empty() ? "[]" : "[" + out + line(depth) + "]";
  }
  std::string of_map(const Value& value, int depth) {
    const Members members(value);
    std::string out;
    for (std::size_t i = 0; i < members.size(); ++i)
      out += (i ? comma() : "") + line(depth + 1) + json_text(members.key(i)) + ": " +
             of(members.value(i), depth + 1);
    return out.empty() ? "{}" : "{" + out + line(depth) + "}";
  }
  std::string comma() const { return indent_ == 0 ? ", " : ","; }
  std::string line(int depth) const {
    if (indent_ == 0) return {};
    return "\n" + std::string(static_cast<std::size_t>(indent_ * depth), ' ');
  }

  int indent_;
  int parts_left_ = 200'000;
};

} // namespace

std::string json_of(const Value& value, int indent) {
  return Writer(indent).of(value, 0);
}

} // namespace saraban::language
