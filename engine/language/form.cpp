// Tags as places of a form.
#include "language/form.h"

#include "language/characters.h"
#include "language/document_arguments.h"
#include "language/form_state.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/text.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

using Kind = FormField::Kind;

/// Filters that say how a field looks and leave its value as it is.
bool shapes_only(std::string_view filter) {
  constexpr std::array<std::string_view, 5> names{"blank", "check", "choice", "radio", "nobreak"};
  return std::find(names.begin(), names.end(), filter) != names.end();
}

/// Filters whose text says the value again (language/invert.h).
bool gives_back(std::string_view filter) {
  constexpr std::array<std::string_view, 15> names{
      "thaidigits", "arabicdigits", "date",   "number",   "percent", "money",   "phone",   "idcard",
      "personname", "trim",         "string", "markdown", "html",    "default", "template"};
  return std::find(names.begin(), names.end(), filter) != names.end();
}

/// Cuts a tag's content at the bars of its filters.
std::vector<std::string_view> cut_at_bars(std::string_view content) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  int depth = 0;
  char quote = 0;
  for (std::size_t i = 0; i < content.size(); ++i) {
    const char c = content[i];
    if (quote != 0) {
      if (c == '\\') ++i;
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}') {
      --depth;
    } else if (c == '|' && depth == 0) {
      parts.push_back(trimmed(content.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  parts.push_back(trimmed(content.substr(begin)));
  return parts;
}

std::string_view content_of(std::string_view tag) {
  if (tag.starts_with("{{")) tag.remove_prefix(2);
  if (tag.ends_with("}}")) tag.remove_suffix(2);
  if (tag.starts_with("-")) tag.remove_prefix(1);
  if (tag.ends_with("-")) tag.remove_suffix(1);
  return trimmed(tag);
}

std::string_view filter_name(std::string_view written) {
  return trimmed(written.substr(0, written.find('(')));
}

class Parts {
public:
  Parts(const Expression& whole, Scope::State& state) : whole_(whole), state_(state) {}

  std::vector<FormPart> take() {
    add(*whole_.root, true);
    return std::move(parts_);
  }

private:
  void add(const Node& node, bool is_whole) {
    if (const auto* join = std::get_if<JoinNode>(&node.content)) {
      for (const Child& part : join->parts) add(*part, false);
      return;
    }
    std::vector<const FilterNode*> filters;
    const Node* subject = &node;
    while (const auto* filter = std::get_if<FilterNode>(&subject->content)) {
      filters.insert(filters.begin(), filter);
      subject = filter->subject.get();
    }
    if (const auto* either = std::get_if<LogicalNode>(&subject->content);
        either && either->operation == LogicalOperator::or_)
      subject = either->left.get();
    if (const auto* conditional = std::get_if<ConditionalNode>(&node.content))
      if (add_branch(*conditional)) return;
    state_.form->take_read();
    const Value value = evaluate(*subject, state_);
    const std::string path = state_.form->path_of(value);
    const std::vector<std::string> read = state_.form->take_read();
    if (!path.empty())
      add_field(node, filters, path, is_whole, is_blank(value));
    else if (!read.empty())
      add_computed(node, filters, read);
    else
      parts_.emplace_back(evaluate(node, state_));
  }

  /// What `a if condition else b` shows: fields, where the branch is no mere text.
  bool add_branch(const ConditionalNode& node) {
    const std::size_t absent = state_.form->absent();
    const bool holds = is_true(evaluate(*node.condition, state_));
    const bool unknown = state_.form->absent() != absent;
    const Node* chosen = holds || unknown ? node.then.get() : node.otherwise.get();
    if (!chosen) return true;
    if (unknown && std::holds_alternative<LiteralNode>(chosen->content)) return false;
    add(*chosen, false);
    return true;
  }

  Arguments arguments_of(const FilterNode& filter) {
    Arguments arguments;
    for (const Child& node : filter.arguments.positional)
      arguments.positional.push_back(evaluate(*node, state_));
    for (const auto& [name, node] : filter.arguments.keyword)
      arguments.keyword.emplace_back(name, evaluate(*node, state_));
    return arguments;
  }

  void shape(FormField& field, const FilterNode& filter) {
    const std::string_view name = filter.filter->name;
    const Arguments arguments = arguments_of(filter);
    const Value nothing = Undefined{};
    const Invocation call(state_, nothing, arguments, *filter.filter);
    if (name == "blank") {
      field.blank = Blank{length_argument(call, 0), std::clamp(call.whole(1, 0), 0, 200),
                          call.flag(2, false)};
      if (field.blank->lines > 1 && field.kind == Kind::text) field.kind = Kind::multiline;
    } else if (name == "check" || name == "radio") {
      field.kind = name == "check" ? Kind::check_box : Kind::radio;
      if (call.find(0)) field.choice = call.text(0);
    } else if (name == "choice") {
      field.kind = Kind::choice;
      for (const Value& option : arguments.positional) field.options.push_back(plain_form(option));
    } else if (name == "date") {
      field.kind = Kind::date;
    } else if (name == "markdown" || name == "html") {
      field.kind = Kind::multiline;
    } else if (name == "image" || name == "qr" || name == "barcode") {
      field.kind = Kind::picture;
      field.width = length_argument(call, 0).value_or(name == "qr" ? millimetres(25) : Length{});
      field.height = name == "image" ? length_argument(call, 1).value_or(Length{}) : field.width;
    }
  }

  /// Nothing where the form is to stay empty or the data has none.
  void set_value(FormField& field, const Node& node) {
    const bool is_box = field.kind == Kind::check_box || field.kind == Kind::radio;
    if (state_.environment.form == FormMode::blank) {
      if (is_box) field.value = Value(CheckBox{false, field.kind == Kind::radio});
      return;
    }
    Value value = evaluate(node, state_);
    if (std::holds_alternative<CheckBox>(value.content()) ||
        (!is_blank(value) && !std::holds_alternative<Blank>(value.content())))
      field.value = std::move(value);
    if (is_box && !field.value) field.value = Value(CheckBox{false, field.kind == Kind::radio});
  }

  void add_field(const Node& node, const std::vector<const FilterNode*>& filters,
                 const std::string& path, bool is_whole, bool is_absent) {
    FormField field;
    field.path = path;
    bool gives = true, plain = true;
    for (const FilterNode* filter : filters) {
      shape(field, *filter);
      if (shapes_only(filter->filter->name)) continue;
      plain = false;
      gives = gives && gives_back(filter->filter->name);
    }
    if (!gives) field.path += "#";
    if (!plain && is_whole) field.expression = expression_for(path);
    set_json(field, filters.empty() ? node : *filters.front()->subject);
    const bool is_box = field.kind == Kind::check_box || field.kind == Kind::radio;
    if (is_box || !is_absent) set_value(field, node);
    parts_.emplace_back(std::move(field));
  }

  void set_json(FormField& field, const Node& subject) {
    if (state_.environment.form != FormMode::fillable) return;
    const Value raw = evaluate(subject, state_);
    if (!raw.is_undefined() && std::get_if<const data::Value*>(&raw.content()))
      field.json = json_of(raw, 0);
  }

  /// The tag as written, with the place in the data for the loop's variable, and without what only
  /// shapes the field.
  std::string expression_for(const std::string& path) const {
    if (!whole_.where) return {};
    const auto written = cut_at_bars(content_of(whole_.where->tag));
    std::string out = "{{ " + path;
    for (std::size_t i = 1; i < written.size(); ++i)
      if (!shapes_only(filter_name(written[i]))) out.append(" | ").append(written[i]);
    return out + " }}";
  }

  /// What is made of several values: a total, a sum, a text by a condition.
  void add_computed(const Node& node, const std::vector<const FilterNode*>& filters,
                    const std::vector<std::string>& read) {
    FormField field;
    field.path = read.back() + "##";
    for (const FilterNode* filter : filters) shape(field, *filter);
    if (whole_.where) field.expression = whole_.where->tag;
    set_value(field, node);
    parts_.emplace_back(std::move(field));
  }

  const Expression& whole_;
  Scope::State& state_;
  std::vector<FormPart> parts_;
};

} // namespace

std::vector<FormPart> form_parts_of(const Expression& expression, Scope::State& state) {
  return Parts(expression, state).take();
}

std::string_view plain_path(std::string_view path) {
  const std::size_t end = path.find('#');
  return path.substr(0, end);
}

} // namespace saraban::language
