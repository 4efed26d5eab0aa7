// Following a schema's words through the data.
#include "schema/validate.h"

#include "data/read.h"
#include "thai/date.h"
#include "thai/digits.h"

#include <algorithm>
#include <optional>
#include <unicode/regex.h>

namespace saraban::schema {
namespace {

using data::Value;

std::string member_text(const Value& schema, std::string_view key) {
  const Value* member = schema.find(key);
  return member && member->string() ? *member->string() : std::string();
}

std::optional<Decimal> decimal_of(const Value& value) {
  if (const data::Number* number = value.number()) return Decimal::parse(number->text);
  if (const std::string* text = value.string()) {
    std::string plain = thai::to_arabic_digits(*text);
    std::erase(plain, ',');
    return Decimal::parse(plain);
  }
  return std::nullopt;
}

/// As the filters read: a number may be written as text, and text as a number.
bool is_of_type(const Value& value, const std::string& type) {
  if (type == "object") return value.map() != nullptr;
  if (type == "array") return value.list() != nullptr;
  if (type == "boolean") return value.boolean() != nullptr;
  if (type == "null") return value.is_null();
  if (type == "string") return value.string() || value.number();
  const auto number = decimal_of(value);
  if (type == "number") return number.has_value();
  return type != "integer" || (number && number->is_whole());
}

/// Not more than a message needs; characters stay whole.
std::string beginning(const std::string& text) {
  std::size_t end = std::min<std::size_t>(text.size(), 60);
  while (end < text.size() && end > 0 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end) + (end < text.size() ? "…" : "");
}

std::string shown(const Value& value) {
  if (const std::string* text = value.string()) return beginning(*text);
  if (const data::Number* number = value.number()) return number->text.substr(0, 60);
  if (const bool* flag = value.boolean()) return *flag ? "true" : "false";
  return value.is_null() ? "null" : value.list() ? "[…]" : "{…}";
}

bool equal(const Value& a, const Value& b) {
  if (a.string() || b.string()) return shown(a) == shown(b);
  const auto left = decimal_of(a), right = decimal_of(b);
  if (left && right) return *left == *right;
  return a.content().index() == b.content().index() && shown(a) == shown(b);
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Somewhere in the text (JSON Schema Validation 6.3.3); a pattern that is none fits everything.
bool fits_pattern(const std::string& text, const std::string& pattern) {
  constexpr std::int32_t most_steps = 100'000; // Of the matcher's, before it gives up.
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(pattern), 0, status);
  if (U_FAILURE(status)) return true;
  matcher.setTimeLimit(most_steps / 1000, status);
  const icu::UnicodeString subject = icu::UnicodeString::fromUTF8(text);
  matcher.reset(subject);
  const bool found = matcher.find(status);
  return U_FAILURE(status) || found;
}

class Validator {
public:
  Validator(const Value& root, const data::Sources& sources, Diagnostics& diagnostics)
      : root_(root), sources_(sources), diagnostics_(diagnostics) {}

  void check(const Value& value, const Value& schema, const std::string& path, int depth) {
    constexpr int deepest = 100;
    if (depth > deepest || !schema.map()) return;
    if (const Value* meant = referred(schema)) check(value, *meant, path, depth + 1);
    if (const Value* all = schema.find("allOf"); all && all->list())
      for (const Value& one : *all->list()) check(value, one, path, depth + 1);
    if (value.is_null() && member_text(schema, "type") != "null") return; // As if it were missing.
    if (!check_type(value, schema, path)) return;
    check_choice(value, schema, path);
    check_text(value, schema, path);
    check_range(value, schema, path);
    check_members(value, schema, path, depth);
    check_items(value, schema, path, depth);
  }

private:
  using Arguments = std::vector<std::pair<std::string, std::string>>;

  void report(const char* code, const Value& value, const std::string& path, Arguments arguments) {
    Location where = data::location_of(value.mark(), sources_);
    where.path = path;
    arguments.insert(arguments.begin(), {{"path", path}, {"value", shown(value)}});
    diagnostics_.warning(code, std::move(where), std::move(arguments));
  }
  /// "#/$defs/name": of this schema alone.
  const Value* referred(const Value& schema) const {
    const std::string reference = member_text(schema, "$ref");
    if (!reference.starts_with("#")) return nullptr;
    const Value* meant = &root_;
    for (std::size_t at = 1; meant && at < reference.size();) {
      const std::size_t end = std::min(reference.find('/', at + 1), reference.size());
      meant = meant->find(std::string_view(reference).substr(at + 1, end - at - 1));
      at = end;
    }
    return meant;
  }
  bool check_type(const Value& value, const Value& schema, const std::string& path) {
    const Value* type = schema.find("type");
    if (!type) return true;
    std::vector<std::string> allowed;
    if (type->string()) allowed.push_back(*type->string());
    if (type->list())
      for (const Value& one : *type->list())
        if (one.string()) allowed.push_back(*one.string());
    const bool fits = allowed.empty() ||
                      std::any_of(allowed.begin(), allowed.end(),
                                  [&](const std::string& one) { return is_of_type(value, one); });
    if (!fits) report("schema-type", value, path, {{"type", allowed.front()}});
    return fits;
  }
  void check_choice(const Value& value, const Value& schema, const std::string& path) {
    const Value* choices = schema.find("enum");
    if (!choices || !choices->list()) return;
    std::string known;
    for (const Value& choice : *choices->list()) {
      if (equal(value, choice)) return;
      known += (known.empty() ? "" : ", ") + shown(choice);
    }
    report("schema-enum", value, path, {{"known", known}});
  }
  void check_text(const Value& value, const Value& schema, const std::string& path) {
    const std::string* text = value.string();
    if (!text) return;
    const auto limit = [&](const char* key) {
      const Value* most = schema.find(key);
      return most ? decimal_of(*most) : std::nullopt;
    };
    const Decimal length(static_cast<std::int64_t>(characters(*text)));
    const auto least = limit("minLength"), most = limit("maxLength");
    if ((least && length < *least) || (most && *most < length))
      report("schema-length", value, path,
             {{"limit", least && length < *least ? least->to_string() : most->to_string()}});
    if (const std::string pattern = member_text(schema, "pattern");
        !pattern.empty() && !fits_pattern(*text, pattern))
      report("schema-pattern", value, path, {{"pattern", pattern}});
    const std::string format = member_text(schema, "format");
    if ((format == "date" || format == "date-time") && !text->empty() && !thai::parse_date(*text))
      report("schema-format", value, path, {{"format", format}});
  }
  void check_range(const Value& value, const Value& schema, const std::string& path) {
    const auto number = decimal_of(value);
    if (!number) return;
    for (const auto& [key, breaks] :
         {std::pair<const char*, bool (*)(const Decimal&, const Decimal&)>{
              "minimum", [](const Decimal&n, const Decimal&limit) { return n < limit; }},
          {"maximum", [](const Decimal&n, const Decimal&limit) { return limit < n; }},
          {"exclusiveMinimum", [](const Decimal&n, const Decimal&limit) { return !(limit < n); }},
          {"exclusiveMaximum",
           [](const Decimal&n, const Decimal&limit) { return !(n < limit); }}}) {
      const Value* limit = schema.find(key);
      const auto bound = limit && limit->number() ? decimal_of(*limit) : std::nullopt;
      if (bound && breaks(*number, *bound))
        report("schema-range", value, path, {{"limit", bound->to_string()}});
    }
  }
  void check_members(const Value& value, const Value& schema, const std::string& path, int depth) {
    if (!value.map()) return;
    const Value* properties = schema.find("properties");
    const std::string prefix = path.empty() ? "" : path + ".";
    if (const Value* required = schema.find("required"); required && required->list())
      for (const Value& name : *required->list())
        if (name.string() && !value.find(*name.string()))
          report("schema-required", value, prefix + *name.string(), {{"name", *name.string()}});
    const Value* others = schema.find("additionalProperties");
    const bool closed = others && others->boolean() && !*others->boolean();
    for (const auto& [key, member] : *value.map()) {
      const Value* own = properties ? properties->find(key) : nullptr;
      if (own)
        check(member, *own, prefix + key, depth + 1);
      else if (closed)
        report("schema-unknown", member, prefix + key, {{"name", key}});
      else if (others)
        check(member, *others, prefix + key, depth + 1);
    }
  }
  void check_items(const Value& value, const Value& schema, const std::string& path, int depth) {
    if (!value.list()) return;
    const auto count = Decimal(static_cast<std::int64_t>(value.list()->size()));
    for (const char* key : {"minItems", "maxItems"}) {
      const Value* limit = schema.find(key);
      const auto bound = limit ? decimal_of(*limit) : std::nullopt;
      const bool least = std::string_view(key) == "minItems";
      if (bound && (least ? count < *bound : *bound < count))
        report("schema-items", value, path,
               {{"count", count.to_string()}, {"limit", bound->to_string()}});
    }
    const Value* items = schema.find("items");
    if (!items) return;
    for (std::size_t i = 0; i < value.list()->size(); ++i)
      check((*value.list())[i], *items, path + "[" + std::to_string(i) + "]", depth + 1);
  }

  const Value& root_;
  const data::Sources& sources_;
  Diagnostics& diagnostics_;
};

} // namespace

void validate(const data::Value& value, const data::Sources& sources, const data::Value& schema,
              Diagnostics& diagnostics) {
  Validator(schema, sources, diagnostics).check(value, schema, "", 0);
}

} // namespace saraban::schema
