// One look at values of either owner: what kind they are, and their parts, without copying data.
#include "language/sequence.h"

#include "base/failure.h"
#include "base/utf8.h"
#include "language/callable.h"
#include "language/characters.h"

#include <algorithm>

namespace saraban::language {
namespace {

Kind kind_of_data(const data::Value& value) {
  switch (value.content().index()) {
  case 0:
    return Kind::none;
  case 1:
    return Kind::boolean;
  case 2:
    return Kind::number;
  case 3:
    return Kind::string;
  case 4:
    return Kind::list;
  default:
    return Kind::map;
  }
}

template <class T>
const T* as(const Value& value) {
  return std::get_if<T>(&value.content());
}
const data::Value* as_data(const Value& value) {
  const auto* p = as<const data::Value*>(value);
  return p ? *p : nullptr;
}

/// A number as people write it, in ASCII: Thai digits, commas between groups and spaces around.
std::string ascii_number(std::string_view written) {
  std::string out;
  const std::string_view text = trimmed(written);
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    at += c.length;
    const int digit = digit_value(c.code);
    if (digit >= 0)
      out += static_cast<char>('0' + digit);
    else if (c.code == 0x2212 || c.code == 0x2013)
      out += '-';
    else if (c.code != ',')
      out += c.code < 0x80 ? static_cast<char>(c.code) : '?';
  }
  return out;
}

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decode_utf8(text, at).length;
    out.emplace_back(text.substr(at, length));
    at += length;
  }
  return out;
}

std::string number_text(const data::Number& number) {
  if (number.text.find_first_of("eE") == std::string::npos) return number.text;
  const auto value = Decimal::parse(number.text);
  return value ? value->to_string() : number.text;
}

std::string quoted(const std::string& text) {
  const char quote =
      text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
  std::string out(1, quote);
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else {
      if (c == quote || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + quote;
}

void check_depth(int depth) {
  if (depth > max_value_depth) throw Failure(Fault::input, "limit-depth", Location{});
}

/// Writes values inside lists; gives up on lists that hold each other too often.
class Form {
public:
  std::string of(const Value& value, int depth) {
    if (const auto* text = string_of(value)) return quoted(*text);
    const Kind kind = kind_of(value);
    if (kind == Kind::none) return "None";
    if (kind == Kind::map) return of_map(value, depth);
    return kind == Kind::list ? of_list(value, depth) : plain_form(value);
  }
  std::string of_map(const Value& value, int depth) {
    std::string out;
    const Members members(value);
    for (std::size_t i = 0; i < members.size() && may_go_on(depth); ++i)
      out += (i ? ", " : "") + quoted(members.key(i)) + ": " + of(members.value(i), depth + 1);
    return "{" + out + "}";
  }
  std::string of_list(const Value& value, int depth) {
    std::string out;
    const Sequence items(value);
    for (std::size_t i = 0; i < items.size() && may_go_on(depth); ++i)
      out += (i ? ", " : "") + of(items.at(i), depth + 1);
    const auto* list = as<std::shared_ptr<ListValue>>(value);
    if (!list || (*list)->kind == ListKind::list) return "[" + out + "]";
    return "(" + out + (items.size() == 1 ? ",)" : ")");
  }

private:
  bool may_go_on(int depth) { return depth <= max_value_depth && --parts_left_ > 0; }
  int parts_left_ = 20'000;
};

} // namespace

Kind kind_of(const Value& value) {
  switch (value.content().index()) {
  case 0:
    return Kind::undefined;
  case 1:
    return Kind::none;
  case 2:
    return Kind::boolean;
  case 3:
    return Kind::number;
  case 4:
    return Kind::string;
  case 5:
    return kind_of_data(*std::get<const data::Value*>(value.content()));
  case 6:
    return Kind::list;
  case 7:
    return Kind::map;
  case 8:
    return Kind::callable;
  default:
    return Kind::document;
  }
}

const std::string* string_of(const Value& value) {
  if (const auto* text = as<std::string>(value)) return text;
  const data::Value* data = as_data(value);
  return data ? data->string() : nullptr;
}

std::optional<Decimal> number_of(const Value& value) {
  if (const auto* number = as<Decimal>(value)) return *number;
  if (const auto* flag = as<bool>(value)) return Decimal(*flag ? 1 : 0);
  const data::Value* data = as_data(value);
  if (!data) return std::nullopt;
  if (const auto* number = data->number()) return Decimal::parse(number->text);
  if (const auto* flag = data->boolean()) return Decimal(*flag ? 1 : 0);
  return std::nullopt;
}

std::optional<Decimal> number_in(const Value& value) {
  if (const auto* text = string_of(value)) return Decimal::parse(ascii_number(*text));
  return number_of(value);
}

bool is_integer(const Value& value) {
  if (kind_of(value) != Kind::number) return false;
  const auto number = number_of(value);
  return number && number->scale() <= 0;
}

Sequence::Sequence(Value value) : value_(std::move(value)) {
  if (const data::Value* data = as_data(value_)) {
    list_ = data->list(), map_ = data->map();
    if (list_) size_ = list_->size();
    if (map_) size_ = map_->size();
  } else if (const auto* list = as<std::shared_ptr<ListValue>>(value_)) {
    size_ = (*list)->items.size();
  } else if (const auto* map = as<std::shared_ptr<MapValue>>(value_)) {
    size_ = (*map)->members.size();
  }
  if (const std::string* text = string_of(value_)) {
    characters_ = characters_of(*text);
    size_ = characters_.size();
  }
}

Value Sequence::at(std::size_t index) const {
  if (list_) return &(*list_)[index];
  if (map_) return (*map_)[index].first;
  if (!characters_.empty()) return characters_[index];
  if (const auto* list = as<std::shared_ptr<ListValue>>(value_)) // it may have become shorter
    return index < (*list)->items.size() ? (*list)->items[index] : Value();
  const auto& members = std::get<std::shared_ptr<MapValue>>(value_.content())->members;
  return index < members.size() ? Value(members[index].first) : Value();
}

bool is_iterable(const Value& value) {
  const Kind kind = kind_of(value);
  return kind == Kind::list || kind == Kind::map || kind == Kind::string;
}

Members::Members(const Value& value) {
  if (const data::Value* data = as_data(value))
    owner_ = data, borrowed_ = data->map();
  else if (const auto* map = as<std::shared_ptr<MapValue>>(value))
    computed_ = map->get();
}
std::size_t Members::size() const {
  if (borrowed_) return borrowed_->size();
  return computed_ ? computed_->members.size() : 0;
}
const std::string& Members::key(std::size_t index) const {
  return borrowed_ ? (*borrowed_)[index].first : computed_->members[index].first;
}
Value Members::value(std::size_t index) const {
  return borrowed_ ? Value(&(*borrowed_)[index].second) : computed_->members[index].second;
}
std::optional<Value> Members::find(std::string_view key) const {
  if (borrowed_) {
    const data::Value* found = owner_->find(key);
    return found ? std::optional<Value>(found) : std::nullopt;
  }
  if (computed_)
    for (const auto& [name, value] : computed_->members)
      if (name == key) return value;
  return std::nullopt;
}

std::vector<Value> items_of(const Value& value) {
  const Sequence sequence(value);
  std::vector<Value> items;
  items.reserve(sequence.size());
  for (std::size_t i = 0; i < sequence.size(); ++i) items.push_back(sequence.at(i));
  return items;
}

int depth_of(const Value& value) {
  if (const auto* list = as<std::shared_ptr<ListValue>>(value)) return (*list)->depth;
  if (const auto* map = as<std::shared_ptr<MapValue>>(value)) return (*map)->depth;
  if (const auto* callable = as<std::shared_ptr<const Callable>>(value)) return (*callable)->depth;
  return 0;
}

Value make_list(std::vector<Value> items, ListKind kind) {
  int depth = 0;
  for (const Value& item : items) depth = std::max(depth, depth_of(item));
  check_depth(depth + 1);
  return std::make_shared<ListValue>(ListValue{std::move(items), kind, depth + 1, false});
}

std::shared_ptr<MapValue> make_map(std::vector<std::pair<std::string, Value>> members) {
  int depth = 0;
  for (const auto& member : members) depth = std::max(depth, depth_of(member.second));
  check_depth(depth + 1);
  return std::make_shared<MapValue>(MapValue{std::move(members), depth + 1, false, false});
}

std::string quoted_form(const Value& value) {
  return Form().of(value, 0);
}

std::string plain_form(const Value& value) {
  if (const auto* text = string_of(value)) return *text;
  switch (kind_of(value)) {
  case Kind::boolean:
    return number_of(value)->is_zero() ? "False" : "True";
  case Kind::number:
    if (const auto* number = as<Decimal>(value)) return number->to_string();
    return number_text(*as_data(value)->number());
  case Kind::list:
    return Form().of_list(value, 0);
  case Kind::map:
    return Form().of_map(value, 0);
  default:
    return {};
  }
}

} // namespace saraban::language
