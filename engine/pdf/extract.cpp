// A filled form to data in the shape that fills it.
#include "data/read.h"
#include "language/invert.h"
#include "pdf/data_path.h"
#include "pdf/form.h"
#include "pdf/values.h"

#include <algorithm>
#include <charconv>

namespace saraban::pdf {
namespace {

constexpr std::size_t longest_list = 100'000, deepest = 64;

/// One step of a path: a key, or an index into a list.
struct Step {
  std::string key;
  std::optional<std::size_t> index;
};

/// "รายการ[0].ชื่อ"; one key for names that are no path.
std::vector<Step> steps_of(const std::string& name) {
  std::vector<Step> steps;
  const std::vector<Step> whole{{name, std::nullopt}};
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('.', at), name.size());
    std::string part = name.substr(at, end - at);
    std::vector<std::size_t> indexes;
    while (part.ends_with(']')) {
      const std::size_t open = part.find_last_of('[');
      if (open == std::string::npos) return whole;
      std::size_t index = 0;
      const char* last = part.data() + part.size() - 1;
      const auto [stop, error] = std::from_chars(part.data() + open + 1, last, index);
      if (error != std::errc() || stop != last || index >= longest_list) return whole;
      indexes.insert(indexes.begin(), index);
      part.resize(open);
    }
    if (part.empty()) return whole;
    steps.push_back({part, std::nullopt});
    for (const std::size_t index : indexes) steps.push_back({"", index});
    if (steps.size() > deepest) return whole;
    at = end + 1;
  }
  return steps;
}

/// The place for a step, made where there is none; null when something else stands there.
data::Value* place_in(data::Value& value, const Step& step) {
  if (step.index) {
    if (value.is_null()) value.content() = data::List{};
    auto* list = std::get_if<data::List>(&value.content());
    if (list == nullptr) return nullptr;
    if (list->size() <= *step.index) list->resize(*step.index + 1);
    return &(*list)[*step.index];
  }
  if (value.is_null()) value.content() = data::Map{};
  auto* map = std::get_if<data::Map>(&value.content());
  if (map == nullptr) return nullptr;
  for (auto& [key, member] : *map)
    if (key == step.key) return &member;
  return &map->emplace_back(step.key, data::Value()).second;
}

/// A name that cannot be a path beside the others is one key.
void put(data::Value& root, const std::string& name, data::Value value) {
  data::Value* at = &root;
  for (const Step& step : steps_of(name)) {
    at = place_in(*at, step);
    if (at == nullptr) break;
  }
  if (at == nullptr || !at->is_null()) at = place_in(root, {name, std::nullopt});
  if (at != nullptr) *at = std::move(value);
}

/// Nothing but null, false, and lists and maps of them.
bool is_blank(const data::Value& value) {
  if (const bool* truth = value.boolean()) return !*truth;
  if (const data::List* list = value.list())
    return std::all_of(list->begin(), list->end(), is_blank);
  if (const data::Map* map = value.map())
    return std::all_of(map->begin(), map->end(),
                       [](const data::Member& member) { return is_blank(member.second); });
  return value.is_null();
}

/// Rows of a list that nobody has written in, at its end.
void drop_blank_rows(data::Value& value) {
  if (auto* list = std::get_if<data::List>(&value.content())) {
    const bool rows = !list->empty() && (list->front().map() != nullptr || list->front().is_null());
    while (rows && !list->empty() && is_blank(list->back())) list->pop_back();
    for (data::Value& item : *list) {
      if (rows && item.is_null()) item.content() = data::Map{};
      drop_blank_rows(item);
    }
  }
  if (auto* map = std::get_if<data::Map>(&value.content()))
    for (auto& [key, member] : *map) drop_blank_rows(member);
}

/// What the data was, where the field still shows what was made of it.
std::optional<data::Value> raw_value(const Field& field, const std::string& text,
                                     const Limits& limits) {
  QPDFObjectHandle known = field.attribute("/SRB");
  if (!known.isDictionary() || !known.getKey("/V").isString()) return std::nullopt;
  if (known.getKey("/S").isString() && text_of(known.getKey("/S")) != text) return std::nullopt;
  data::Sources sources;
  Diagnostics faults;
  data::Value value =
      data::read(text_of(known.getKey("/V")), data::Format::json, "", sources, limits, faults);
  return faults.has_errors() ? std::nullopt : std::optional(std::move(value));
}

std::optional<data::Value> button_value(const Field& field, const std::string& state) {
  std::vector<std::string> states;
  for (const Widget& widget : field.widgets)
    for (const std::string& known : on_states(widget))
      if (std::find(states.begin(), states.end(), known) == states.end()) states.push_back(known);
  const bool off = state.empty() || state == "Off";
  if (field.kind == FieldKind::check_box && states.size() <= 1) return data::Value(!off);
  if (off) return std::nullopt;
  for (std::size_t i = 0; i < field.widgets.size() && i < field.options.size(); ++i)
    for (const std::string& known : on_states(field.widgets[i]))
      if (name_text(known) == state) return data::Value(field.options[i].shown);
  return data::Value(state);
}

/// A box of a form of ours that nobody touched.
bool is_untouched(const Field& field, const std::string& state) {
  QPDFObjectHandle known = field.attribute("/SRB");
  return known.isDictionary() && !known.hasKey("/V") && (state.empty() || state == "Off");
}

/// Data said that the field of a form of ours is empty: templates tell that from what is absent.
bool filled_empty(const Field& field) {
  QPDFObjectHandle known = field.attribute("/SRB");
  return known.isDictionary() && known.getKey("/S").isString() &&
         text_of(known.getKey("/S")).empty();
}

std::optional<data::Value> value_of(const Field& field, const FieldExpression* expression,
                                    const Limits& limits) {
  QPDFObjectHandle held = field.attribute("/V");
  const std::string text = text_of(held);
  if (field.kind == FieldKind::check_box || field.kind == FieldKind::radio) {
    if (auto raw = raw_value(field, text, limits)) return raw;
    return is_untouched(field, text) ? std::nullopt : button_value(field, text);
  }
  if (held.isArray()) {
    data::List list;
    for (int i = 0; i < held.getArrayNItems(); ++i)
      list.emplace_back(text_of(held.getArrayItem(i)));
    return list.empty() ? std::nullopt : std::optional(data::Value(std::move(list)));
  }
  if (text.empty())
    return filled_empty(field) ? std::optional(data::Value(std::string())) : std::nullopt;
  if (auto raw = raw_value(field, text, limits)) return raw;
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r')
      lines += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      lines += '\n';
  if (expression != nullptr && expression->is_single() && expression->pieces[0].expression)
    return language::invert(*expression->pieces[0].expression, lines);
  return data::Value(std::move(lines));
}

bool holds_data(const Field& field) {
  return !field.name.empty() && field.kind != FieldKind::push_button &&
         field.kind != FieldKind::signature && field.kind != FieldKind::unknown;
}

/// "path#2": the same value once more, written otherwise.
bool is_derived(const std::string& name) {
  const std::size_t hash = name.find_last_of('#');
  return hash != std::string::npos && hash + 1 < name.size() &&
         name.find_first_not_of("0123456789", hash + 1) == std::string::npos;
}

/// Where the field's value belongs: its name, or what its expression reads. Nothing for values made
/// of several others, or of one that another field holds.
std::optional<std::string> path_of(const Field& field, const FieldExpression* expression,
                                   const data::Value& root) {
  if (expression == nullptr) return field.name;
  if (expression->paths.size() != 1) return std::nullopt;
  const std::string& path = expression->paths.front();
  return find_path(root, path) == nullptr ? std::optional(path) : std::nullopt;
}

/// Adds what the data held beside what the form has places for (fill.cpp's keep_rest).
void put_rest(data::Value& root, QPDFObjectHandle form, const Limits& limits) {
  if (!form.isDictionary() || !form.getKey("/SRB").isDictionary()) return;
  QPDFObjectHandle kept = form.getKey("/SRB").getKey("/Rest");
  if (!kept.isString()) return;
  data::Sources sources;
  Diagnostics faults;
  data::Value rest = data::read(text_of(kept), data::Format::json, "", sources, limits, faults);
  if (faults.has_errors() || rest.map() == nullptr) return;
  for (auto& [path, value] : std::get<data::Map>(rest.content()))
    if (find_path(root, path) == nullptr) put(root, path, std::move(value));
}

} // namespace

data::Value values_in(const Form& form, const FormFields& fields) {
  data::Value root{data::Map{}};
  for (std::size_t i = 0; i < fields.fields.size(); ++i) {
    const Field& field = fields.fields[i];
    if (!holds_data(field) || is_derived(field.name)) continue;
    const std::optional<std::string> path = path_of(field, form.expression(i), root);
    if (!path) continue;
    if (auto value = value_of(field, form.expression(i), form.options().limits))
      put(root, *path, std::move(*value));
  }
  drop_blank_rows(root);
  return root;
}

data::Value extract_values(const Form& form) {
  Diagnostics unheard; // of opening: said when the form was compiled
  const auto file = form.file(unheard);
  data::Value root;
  guarded(*file, [&] {
    file->demand(Permission::extract);
    const FormFields fields = read_fields(*file);
    root = values_in(form, fields);
    put_rest(root, fields.form, form.options().limits);
  });
  return root;
}

} // namespace saraban::pdf
