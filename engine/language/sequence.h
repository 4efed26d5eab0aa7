// One look at values of either owner: what kind they are, and their parts, without copying data.
#pragma once

#include "language/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::language {

enum class Kind { undefined, none, boolean, number, string, list, map, callable, document };
Kind kind_of(const Value& value);

/// The text of a string value; nullptr for any other kind. Valid while the value lives.
const std::string* string_of(const Value& value);
/// Numbers, and booleans as 1 and 0.
std::optional<Decimal> number_of(const Value& value);
/// Numbers, and text that reads as one: "๕๓๓,๘๐๐.๐๐".
std::optional<Decimal> number_in(const Value& value);
/// A number that the data wrote without a fraction, or was computed without one.
bool is_integer(const Value& value);

/// The items of a list, the keys of a map, the characters of a text; nothing of any other kind.
/// Keeps alive what it looks at.
class Sequence {
public:
  Sequence() = default;
  explicit Sequence(Value value);
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Value at(std::size_t index) const;

private:
  Value value_;
  std::vector<std::string> characters_;
  const data::List* list_ = nullptr;
  const data::Map* map_ = nullptr;
  std::size_t size_ = 0;
};
bool is_iterable(const Value& value);

/// The members of a map. Valid while the value lives.
class Members {
public:
  explicit Members(const Value& value);
  std::size_t size() const;
  const std::string& key(std::size_t index) const;
  Value value(std::size_t index) const;
  std::optional<Value> find(std::string_view key) const;

private:
  const data::Map* borrowed_ = nullptr;
  const data::Value* owner_ = nullptr;
  const MapValue* computed_ = nullptr;
};

std::vector<Value> items_of(const Value& value);

/// Computed lists and maps inside each other; 0 for what is neither.
int depth_of(const Value& value);
/// Throw Failure ("limit-depth") for values nested too deeply to be let go of safely.
Value make_list(std::vector<Value> items, ListKind kind = ListKind::list);
std::shared_ptr<MapValue> make_map(std::vector<std::pair<std::string, Value>> members);
inline constexpr int max_value_depth = 200;

/// How a value shows inside a list: text in quotes, as Python does. Numbers in Arabic digits.
std::string quoted_form(const Value& value);
/// How it shows on its own: numbers as written, none as nothing, true as "True".
std::string plain_form(const Value& value);

} // namespace saraban::language
