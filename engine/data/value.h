// The one value type of user data: remembers where each value came from.
#pragma once

#include "base/decimal.h"
#include "base/environment.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace saraban::data {

/// Where a value stands: line and column, or sheet and cell in `place`. Small: a document has
/// millions.
struct Mark {
  std::uint32_t source = 0;           ///< Index into Sources; 0 unknown.
  std::uint32_t line = 0, column = 0; ///< From 1; for XLSX row and column.
};

class Value;
using List = std::vector<Value>;
/// Keys in the order of the file; a later duplicate replaces the earlier.
using Member = std::pair<std::string, Value>;
using Map = std::vector<Member>;

/// A number as the file wrote it: exact, and cheap until it is counted with.
struct Number {
  std::string text; ///< Parsable by Decimal::parse.
  bool operator==(const Number&) const = default;
};

class Value {
public:
  using Content = std::variant<std::monostate, bool, Number, std::string, List, Map>;

  Value() = default;
  Value(Content content, Mark mark = {}) : content_(std::move(content)), mark_(mark) {}

  const Content& content() const { return content_; }
  Content& content() { return content_; }
  Mark mark() const { return mark_; }

  bool is_null() const { return std::holds_alternative<std::monostate>(content_); }
  const bool* boolean() const { return std::get_if<bool>(&content_); }
  const Number* number() const { return std::get_if<Number>(&content_); }
  const std::string* string() const { return std::get_if<std::string>(&content_); }
  const List* list() const { return std::get_if<List>(&content_); }
  const Map* map() const { return std::get_if<Map>(&content_); }
  /// The member of that name; nullptr when absent or this is no map.
  const Value* find(std::string_view key) const;

private:
  Content content_;
  Mark mark_;
};

/// The names that Mark::source means; entry 0 is "".
struct Sources {
  std::vector<std::string> names{""};
};

} // namespace saraban::data
