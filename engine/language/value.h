// What expressions work with: borrowed data, computed values, and what only a document can hold.
#pragma once

#include "base/decimal.h"
#include "base/length.h"
#include "data/value.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace saraban::language {

class Value;
struct ListValue;
struct MapValue;
struct Callable;

/// A missing name: remembers what was asked for, so that the message can say it.
struct Undefined {
  std::string name;                    ///< The whole path asked for: "a.b.c".
  std::string missing;                 ///< The first part that was not there: "b".
  const data::Value* within = nullptr; ///< Where it was not found; null: among the names in scope.
  bool expected = false;               ///< Of an empty row that was asked for: no fault.
  bool computed = false;               ///< Made of what was missing: `name` is no path of its own.
};

/// What a document shows that is not plain text. The format's Markup turns it into its own
/// elements.
struct Picture {
  std::string source; ///< Asset name, data URI or base64.
  std::optional<Length> width, height;
  enum class Fit { contain, cover, stretch } fit = Fit::contain;
  std::string description;
};
struct QrCode {
  std::string text;
  Length size = millimetres(25);
};
struct BarCode {
  std::string kind; ///< A name that codes::kind_of knows, or is told of.
  std::string text;
  std::optional<Length> width, height;
};
struct LinkText {
  std::string target, text;
};
struct CheckBox {
  bool checked = false;
  bool radio = false;
};
struct Blank {
  std::optional<Length> width; ///< A dotted leader of this width …
  int lines = 0;               ///< … or whole dotted lines,
  bool fill = false;           ///< … or dots to the end of the line.
};
struct RichText {
  enum class Kind { markdown, html, docx_runs } kind = Kind::markdown;
  std::string source;
};

/// Text that must not break inside is written with U+00A0 and U+2060 already.
class Value {
public:
  using Content = std::variant<Undefined, std::monostate, bool, Decimal, std::string,
                               const data::Value*, std::shared_ptr<ListValue>,
                               std::shared_ptr<MapValue>, std::shared_ptr<const Callable>, Picture,
                               QrCode, BarCode, LinkText, CheckBox, Blank, RichText>;
  Value() : content_(std::monostate{}) {}
  template <class T>
  requires(!std::is_same_v<std::decay_t<T>, Value> && std::is_constructible_v<Content, T>)
      Value(T&& content)
      : content_(std::forward<T>(content)) {}
  const Content& content() const { return content_; }
  bool is_undefined() const { return std::holds_alternative<Undefined>(content_); }

private:
  Content content_;
};

enum class ListKind { list, tuple };
struct ListValue {
  std::vector<Value> items;
  ListKind kind = ListKind::list; ///< Only how it is shown differs.
  int depth = 1;                  ///< Of computed lists and maps inside each other, for the limit.
  bool changed = false;           ///< By append() and the like: kept by the state until it ends.
};
struct MapValue {
  std::vector<std::pair<std::string, Value>> members; ///< In order; namespaces change theirs.
  int depth = 1;
  bool is_namespace = false; ///< Made by namespace(): {% set ns.x = … %} works.
  bool changed = false;      ///< As ListValue::changed.
};

} // namespace saraban::language
