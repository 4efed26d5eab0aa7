// From what is asked for to a schema.
#include "schema/derive.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace saraban::schema {
namespace {

using data::List;
using data::Map;
using data::Value;

Value text(std::string value) {
  return Value(std::move(value));
}

/// What is known of one name.
struct Node {
  std::string name;
  bool is_list = false;
  std::vector<std::string> filters, choices;
  std::vector<std::unique_ptr<Node>> members; ///< Of an object, or of a list's items.

  Node& member(const std::string& wanted) {
    for (const auto& known : members)
      if (known->name == wanted) return *known;
    members.push_back(std::make_unique<Node>());
    members.back()->name = wanted;
    return *members.back();
  }
};

/// The node that a path leads to; "a[]" is a list, "a[].b" a member of its items.
Node& follow(Node& root, std::string_view path) {
  Node* node = &root;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    std::string name(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
    std::size_t lists = 0;
    while (name.ends_with("[]")) name.resize(name.size() - 2), ++lists;
    node = &node->member(name);
    if (lists > 0) node->is_list = true;
  }
  return *node;
}

bool has_one_of(const std::vector<std::string>& filters, const auto& wanted) {
  return std::any_of(filters.begin(), filters.end(), [&](const std::string& filter) {
    return std::find(std::begin(wanted), std::end(wanted), filter) != std::end(wanted);
  });
}

constexpr std::array number_filters{"number", "money", "percent", "bahttext", "thaiwords",
                                    "round",  "abs",   "sum",     "avg",      "numbering"};
constexpr std::array date_filters{"date", "daterange", "fiscalyear", "quarter", "quarterrange"};
constexpr std::array answered{"default", "d", "blank"};

Map type_of(const Node& node) {
  Map type;
  if (!node.choices.empty()) {
    List choices;
    for (const std::string& choice : node.choices) choices.push_back(text(choice));
    return {{"type", text("string")}, {"enum", Value(std::move(choices))}};
  }
  if (has_one_of(node.filters, std::array{"check"})) return {{"type", text("boolean")}};
  if (has_one_of(node.filters, number_filters)) return {{"type", text("number")}};
  type.emplace_back("type", text("string"));
  if (has_one_of(node.filters, date_filters)) type.emplace_back("format", text("date"));
  return type;
}

Map object_of(const Node& node);

Value schema_of(const Node& node) {
  Map schema;
  schema.emplace_back("title", text(node.name));
  if (node.is_list) {
    schema.emplace_back("type", text("array"));
    schema.emplace_back(
        "items", Value(node.members.empty() ? Map{{"type", text("string")}} : object_of(node)));
    return Value(std::move(schema));
  }
  Map rest = node.members.empty() ? type_of(node) : object_of(node);
  std::move(rest.begin(), rest.end(), std::back_inserter(schema));
  return Value(std::move(schema));
}

Map object_of(const Node& node) {
  Map properties;
  List required;
  for (const auto& member : node.members) {
    properties.emplace_back(member->name, schema_of(*member));
    if (!has_one_of(member->filters, answered)) required.push_back(text(member->name));
  }
  Map object{{"type", text("object")}, {"properties", Value(std::move(properties))}};
  if (!required.empty()) object.emplace_back("required", Value(std::move(required)));
  return object;
}

std::string string_member(const Value& schema, std::string_view key) {
  const Value* member = schema.find(key);
  return member && member->string() ? *member->string() : std::string();
}

Value sample_at(const Value& schema, const std::string& name, int depth);

Value sample_of_type(const Value& schema, const std::string& name, int depth) {
  const std::string type = string_member(schema, "type");
  const Value* properties = schema.find("properties");
  if (type == "object" || properties) {
    Map object;
    if (properties && properties->map())
      for (const auto& [key, member] : *properties->map())
        object.emplace_back(key, sample_at(member, key, depth + 1));
    return Value(std::move(object));
  }
  if (type == "array") {
    const Value* items = schema.find("items");
    const Value item = items ? sample_at(*items, name, depth + 1) : text(name);
    return Value(List{item, item});
  }
  if (type == "number" || type == "integer")
    return Value(data::Number{type == "integer" ? "1" : "1234.5"});
  if (type == "boolean") return Value(true);
  return text(string_member(schema, "format") == "date" ? "2026-01-31" : name);
}

Value sample_at(const Value& schema, const std::string& name, int depth) {
  constexpr int deepest = 50;
  if (depth > deepest) return {};
  for (const char* key : {"examples", "enum"})
    if (const Value* all = schema.find(key); all && all->list() && !all->list()->empty())
      return all->list()->front();
  for (const char* key : {"default", "const"})
    if (const Value* value = schema.find(key)) return *value;
  const std::string title = string_member(schema, "title");
  return sample_of_type(schema, name.empty() ? title : name, depth);
}

} // namespace

Value derive(const std::vector<Asked>& asked, const std::string& title) {
  Node root;
  for (const Asked& one : asked) {
    Node& node = follow(root, one.path);
    node.is_list = node.is_list || one.is_list;
    node.filters.insert(node.filters.end(), one.filters.begin(), one.filters.end());
    node.choices = one.choices;
  }
  Map schema{{"$schema", text("https://json-schema.org/draft/2020-12/schema")},
             {"title", text(title)}};
  Map object = object_of(root);
  std::move(object.begin(), object.end(), std::back_inserter(schema));
  return Value(std::move(schema));
}

Value sample(const Value& schema) {
  return sample_at(schema, "", 0);
}

Value merged(const Value& under, const Value& over) {
  if (!under.map() || !over.map()) return over;
  Map members = *under.map();
  for (const data::Member& wanted : *over.map()) {
    const auto known = std::find_if(members.begin(), members.end(), [&](const auto& member) {
      return member.first == wanted.first;
    });
    if (known == members.end())
      members.push_back(wanted);
    else
      known->second = merged(known->second, wanted.second);
  }
  return Value(std::move(members));
}

} // namespace saraban::schema
