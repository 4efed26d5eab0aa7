// Data files to one value: which reader, and values laid over values.
#include "data/read.h"

#include "data/readers.h"

#include <algorithm>

namespace saraban::data {
namespace {

/// One step of a KEY: a name, or an index into a list that is there.
Value* step_into(Value& value, std::string_view name) {
  if (auto* list = std::get_if<List>(&value.content())) {
    const auto index = Decimal::parse(name);
    const auto i = index ? index->to_int64() : std::nullopt;
    if (!i || *i < 0 || static_cast<std::size_t>(*i) >= list->size()) return nullptr;
    return &(*list)[static_cast<std::size_t>(*i)];
  }
  if (value.map() == nullptr) value = Value(Map(), value.mark());
  Map& map = std::get<Map>(value.content());
  for (auto& [key, member] : map)
    if (key == name) return &member;
  map.emplace_back(std::string(name), Value());
  return &map.back().second;
}

/// JSON where the text is JSON and no bare word, else the text itself.
Value assigned_value(std::string_view text) {
  const bool json = !text.empty() && (text == "true" || text == "false" || text == "null" ||
                                      text[0] == '[' || text[0] == '{' || is_json_number(text));
  if (json) {
    Diagnostics faults;
    const Limits limits;
    Value value = read_json({text, "", 0, limits, faults});
    if (!faults.has_errors()) return value;
  }
  return Value(std::string(text));
}

} // namespace

const Value* Value::find(std::string_view key) const {
  const Map* members = map();
  if (members == nullptr) return nullptr;
  for (const auto& [name, value] : *members)
    if (name == key) return &value;
  return nullptr;
}

std::optional<Format> format_of(std::string_view file_name) {
  const auto dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  std::string extension(file_name.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (extension == "json") return Format::json;
  if (extension == "ndjson" || extension == "jsonl") return Format::ndjson;
  if (extension == "yaml" || extension == "yml") return Format::yaml;
  if (extension == "csv" || extension == "tsv") return Format::csv;
  if (extension == "xlsx") return Format::xlsx;
  return std::nullopt;
}

Value read(std::string_view bytes, Format format, const std::string& name, Sources& sources,
           const Limits& limits, Diagnostics& diagnostics) {
  sources.names.push_back(name);
  const Reading reading{bytes, name, static_cast<std::uint32_t>(sources.names.size() - 1), limits,
                        diagnostics};
  switch (format) {
  case Format::json:
    return read_json(reading);
  case Format::ndjson:
    return read_ndjson(reading);
  case Format::yaml:
    return read_yaml(reading);
  case Format::csv:
    return read_csv(reading);
  case Format::xlsx:
    return read_xlsx(reading);
  }
  return {};
}

Value merge(Value left, Value right) {
  if (left.map() == nullptr || right.map() == nullptr) return right;
  Map& into = std::get<Map>(left.content());
  for (auto& [key, value] : std::get<Map>(right.content())) {
    const auto same = std::find_if(into.begin(), into.end(),
                                   [&k = key](const Member& m) { return m.first == k; });
    if (same == into.end())
      into.emplace_back(key, std::move(value));
    else
      same->second = merge(std::move(same->second), std::move(value));
  }
  return left;
}

Value set_path(Value root, std::string_view assignment, Diagnostics& diagnostics) {
  const auto equals = assignment.find('=');
  const std::string_view key = assignment.substr(0, equals);
  Value* place = equals == std::string_view::npos || key.empty() ? nullptr : &root;
  for (std::size_t at = 0; place != nullptr && at <= key.size();) {
    const std::size_t end = std::min(key.find('.', at), key.size());
    place = end == at ? nullptr : step_into(*place, key.substr(at, end - at));
    at = end + 1;
  }
  if (place == nullptr)
    diagnostics.error("assignment-malformed", {}, {{"text", std::string(assignment)}});
  else
    *place = assigned_value(assignment.substr(equals + 1));
  return root;
}

Location location_of(Mark mark, const Sources& sources) {
  Location where;
  if (mark.source == 0 || mark.source >= sources.names.size()) return where;
  where.file = sources.names[mark.source];
  if (format_of(where.file) == Format::xlsx) {
    if (mark.line > 0) where.place.push_back({"row", static_cast<int>(mark.line), ""});
    if (mark.column > 0) where.place.push_back({"column", static_cast<int>(mark.column), ""});
    return where;
  }
  where.line = static_cast<int>(mark.line);
  where.column = static_cast<int>(mark.column);
  return where;
}

} // namespace saraban::data
