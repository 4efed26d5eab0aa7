// Names and dictionaries of a form's fields.
#include "render/field_tree.h"

#include "render/syntax.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::render {
namespace {

using page::Field;
using page::FieldKind;

constexpr unsigned multiline = 1u << 12, no_toggle_to_off = 1u << 14, radio = 1u << 15,
                   combo = 1u << 17;

bool is_box(const Field& field) {
  return field.kind == FieldKind::check_box || field.kind == FieldKind::radio;
}

/// The path without the markers of what is derived from it (language/form.h).
std::string plain(const std::string& path) {
  return path.substr(0, path.find('#'));
}

/// How well a field gives its data back: 0 the value itself, 3 not at all.
int rank(const Field& field) {
  if (field.path.ends_with("##")) return 3;
  if (field.path.ends_with("#")) return 2;
  return field.expression.empty() ? 0 : 1;
}

/// A name's first part, up to a point outside brackets.
std::size_t part_end(std::string_view name) {
  int depth = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '[') ++depth;
    if (name[i] == ']') --depth;
    if (name[i] == '.' && depth <= 0) return i;
  }
  return name.size();
}

/// Partial names hold no points (12.7.3.2).
std::string without_points(std::string_view part) {
  std::string out(part);
  std::replace(out.begin(), out.end(), '.', '_');
  return out;
}

std::string kind_of(const Field& field) {
  const auto names = std::to_array<const char*>(
      {"text", "multiline", "check", "radio", "choice", "date", "signature"});
  return names[static_cast<std::size_t>(field.kind)];
}

} // namespace

std::string FieldTree::state_of(const Field& field) {
  if (field.kind != FieldKind::radio) return "Yes";
  std::vector<std::string>& known = choices_[field.path];
  const auto at = std::find(known.begin(), known.end(), field.choice);
  const auto index = at - known.begin();
  if (at == known.end()) known.push_back(field.choice);
  return std::to_string(index);
}

std::vector<FieldTree::Terminal> FieldTree::named() const {
  struct Variant {
    const Field* field = nullptr;
    std::vector<std::size_t> widgets;
  };
  std::vector<std::string> order;
  std::map<std::string, std::vector<Variant>> by_path;
  for (std::size_t i = 0; i < widgets_.size(); ++i) {
    const Field& field = *widgets_[i].field;
    const std::string path = plain(field.path);
    std::vector<Variant>& variants = by_path[path];
    if (variants.empty()) order.push_back(path);
    const auto same = std::find_if(variants.begin(), variants.end(), [&](const Variant& v) {
      return v.field->expression == field.expression && v.field->path == field.path &&
             is_box(*v.field) == is_box(field);
    });
    if (same == variants.end())
      variants.push_back({&field, {i}});
    else
      same->widgets.push_back(i);
  }
  // What is made of a list or a map is not that list's value.
  const auto holds_others = [&](const std::string& path) {
    const auto below = [&](char c) {
      const auto next = by_path.lower_bound(path + c);
      return next != by_path.end() && next->first.starts_with(path + c);
    };
    return below('.') || below('[');
  };
  std::vector<Terminal> out;
  for (const std::string& path : order) {
    const std::vector<Variant>& variants = by_path[path];
    const auto best =
        std::min_element(variants.begin(), variants.end(), [](const Variant& a, const Variant& b) {
          return rank(*a.field) < rank(*b.field);
        });
    int number = 1;
    for (auto v = variants.begin(); v != variants.end(); ++v) {
      const bool is_first = v == best && rank(*v->field) < (holds_others(path) ? 2 : 3);
      out.push_back({is_first ? path : path + "#" + std::to_string(++number), v->widgets});
    }
  }
  return out;
}

std::string FieldTree::field_entries(const Terminal& terminal) const {
  const Placed& first = widgets_[terminal.widgets.front()];
  const Field& field = *first.field;
  std::string out, shown = field.text;
  unsigned flags = 0;
  switch (field.kind) {
  case FieldKind::check_box:
    out = "/FT/Btn";
    shown = field.text == "true" ? "Yes" : "Off";
    break;
  case FieldKind::radio: {
    out = "/FT/Btn/Opt[";
    flags = radio | no_toggle_to_off;
    shown = "Off";
    const auto& choices = choices_.at(field.path);
    for (const std::size_t w : terminal.widgets) {
      const Field& button = *widgets_[w].field;
      out += text_string(button.choice);
      if (button.text == "true")
        shown = std::to_string(std::find(choices.begin(), choices.end(), button.choice) -
                               choices.begin());
    }
    out += "]";
    break;
  }
  case FieldKind::choice:
    out = "/FT/Ch/Opt[";
    flags = combo;
    for (const std::string& option : field.options) out += text_string(option);
    out += "]";
    break;
  default:
    out = "/FT/Tx";
    for (const std::size_t w : terminal.widgets)
      if (widgets_[w].is_multiline) flags = multiline;
  }
  if (flags != 0) fmt::format_to(std::back_inserter(out), "/Ff {}", flags);
  out += "/TU" + text_string(field.title);
  if (!field.expression.empty()) out += "/TM" + text_string(field.expression);
  if (is_box(field))
    out += "/V/" + shown;
  else
    out += "/DA" + byte_string(first.font) + "/V" + text_string(shown);
  out += "/SRB<</T/" + kind_of(field);
  if (!field.json.empty()) out += "/V" + text_string(field.json) + "/S" + text_string(shown);
  if (flags == multiline)
    fmt::format_to(std::back_inserter(out), "/L {}/I {}", milli_text(milli(field.pitch)),
                   milli_text(milli(field.indent)));
  return out + ">>";
}

int FieldTree::write_terminal(const Terminal& terminal, const std::string& partial, int parent,
                              Objects& objects) {
  std::string entries = "/T" + text_string(partial) + field_entries(terminal);
  if (parent != 0) fmt::format_to(std::back_inserter(entries), "/Parent {} 0 R", parent);
  const Placed& first = widgets_[terminal.widgets.front()];
  if (terminal.widgets.size() == 1 && first.field->kind != FieldKind::radio) {
    objects.set(first.object, "<<" + first.entries + entries + ">>");
    return first.object;
  }
  const int number = objects.reserve();
  std::string kids;
  for (const std::size_t w : terminal.widgets) {
    fmt::format_to(std::back_inserter(kids), "{} 0 R ", widgets_[w].object);
    objects.set(widgets_[w].object,
                fmt::format("<<{}/Parent {} 0 R>>", widgets_[w].entries, number));
  }
  objects.set(number, "<<" + entries + "/Kids[" + kids + "]>>");
  return number;
}

std::string FieldTree::write_branch(const Branch& branch, int parent, Objects& objects) {
  std::string references;
  const auto refer = [&](int number) {
    fmt::format_to(std::back_inserter(references), "{} 0 R ", number);
  };
  for (const std::string& part : branch.order) {
    const Branch& kid = branch.kids.at(part);
    if (kid.terminal >= 0) {
      // A path that is a value and holds others too: its own field gets a name beside them.
      const std::string partial = kid.order.empty() ? part : part + "#";
      refer(write_terminal(terminals_[static_cast<std::size_t>(kid.terminal)], partial, parent,
                           objects));
    }
    if (kid.order.empty()) continue;
    const int number = objects.reserve();
    const std::string kids = write_branch(kid, number, objects);
    std::string out = "<</T" + text_string(part) + "/Kids[" + kids + "]";
    if (parent != 0) fmt::format_to(std::back_inserter(out), "/Parent {} 0 R", parent);
    objects.set(number, out + ">>");
    refer(number);
  }
  return references;
}

std::string FieldTree::write(Objects& objects) {
  terminals_ = named();
  Branch root;
  constexpr int deepest = 64; // Of names; what is deeper keeps its points as lines.
  for (std::size_t i = 0; i < terminals_.size(); ++i) {
    Branch* at = &root;
    std::string_view rest = terminals_[i].name;
    for (int depth = 0; !rest.empty(); ++depth) {
      const std::size_t end = depth < deepest ? part_end(rest) : rest.size();
      const std::string part = without_points(rest.substr(0, end));
      const auto [kid, is_new] = at->kids.try_emplace(part);
      if (is_new) at->order.push_back(part);
      at = &kid->second;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (at->terminal < 0) at->terminal = static_cast<int>(i);
  }
  return write_branch(root, 0, objects);
}

} // namespace saraban::render
