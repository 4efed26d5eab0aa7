// The scope that a template is applied in.
#include "language/scope.h"

#include "language/form_state.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/text.h"
#include "language/values.h"

#include <algorithm>

namespace saraban::language {
namespace {

/// The place of an expression while it is evaluated.
class PlaceGuard {
public:
  PlaceGuard(Scope::State& state, const Expression& expression)
      : state_(state), before_(state.where) {
    if (expression.where) state.where = expression.where.get();
  }
  ~PlaceGuard() { state_.where = before_; }
  PlaceGuard(const PlaceGuard&) = delete;
  PlaceGuard& operator=(const PlaceGuard&) = delete;

private:
  Scope::State& state_;
  const Location* before_;
};

thai::Digits digits_named(const std::string& name, thai::Digits otherwise) {
  if (name == "thai") return thai::Digits::thai;
  return name == "arabic" ? thai::Digits::arabic : otherwise;
}

std::optional<Missing> missing_named(const std::string& name) {
  if (name == "error") return Missing::error;
  if (name == "blank") return Missing::blank;
  if (name == "empty") return Missing::empty;
  if (name == "keep") return Missing::keep;
  return std::nullopt;
}

/// False when the setting has no such value.
bool apply_setting(const std::string& name, const Value& value, DocumentSettings& settings) {
  const std::string text = plain_form(value);
  if (name == "digits") {
    settings.digits = digits_named(text, settings.digits);
    return text == "thai" || text == "arabic";
  }
  if (name == "era") {
    const bool buddhist = text == "be" || text == "buddhist" || text == "พ.ศ.";
    settings.era = buddhist ? thai::Era::buddhist : thai::Era::common;
    return buddhist || text == "ce" || text == "common" || text == "ค.ศ.";
  }
  if (name == "missing") {
    const auto missing = missing_named(text);
    if (missing) settings.missing = *missing;
    return missing.has_value();
  }
  const auto words = number_of(value);
  const auto count = words ? words->to_int64() : std::nullopt;
  if (!count || *count < 0 || *count > 100) return false;
  settings.catchword_words = static_cast<int>(*count);
  return true;
}

/// Binds a name, or sets an attribute of a namespace for "ns.x".
void assign_target(Scope::State& state, const std::string& target, Value value) {
  const std::size_t dot = target.find('.');
  if (dot == std::string::npos) return state.bind(target, std::move(value));
  const std::string name = target.substr(0, dot);
  const Value* space = state.find_binding(name);
  const auto* map = space ? std::get_if<std::shared_ptr<MapValue>>(&space->content()) : nullptr;
  if (!map || !(*map)->is_namespace) return state.report("not-a-namespace", {{"name", name}});
  state.charge(1);
  (*map)->depth = std::max((*map)->depth, depth_of(value) + 1);
  if ((*map)->depth > max_value_depth) state.fail("limit-depth");
  auto& members = (*map)->members;
  const std::string key = target.substr(dot + 1);
  for (auto& member : members)
    if (member.first == key) {
      member.second = std::move(value);
      return;
    }
  members.emplace_back(key, std::move(value));
}

/// A form has places for what is missing.
Missing missing_in(const Environment& environment, Missing by_template) {
  if (environment.form != FormMode::filled) return Missing::empty;
  return environment.missing.value_or(by_template);
}

} // namespace

Scope::Scope(const data::Value& root, const data::Sources& sources, const Environment& environment,
             DocumentSettings settings, Diagnostics& diagnostics)
    : state_(std::make_unique<State>(root, sources, environment, settings, diagnostics)) {
  state_->settings.missing = missing_in(environment, settings.missing);
}
Scope::~Scope() = default;

Value Scope::evaluate(const Expression& expression) {
  if (!expression.root) return std::string();
  const PlaceGuard place(*state_, expression);
  return language::evaluate(*expression.root, *state_);
}

bool Scope::holds(const Expression& condition) {
  if (!state_->form) return is_true(evaluate(condition));
  const std::size_t absent = state_->form->absent();
  const bool holds = is_true(evaluate(condition));
  return holds || state_->form->absent() != absent;
}

std::vector<FormPart> Scope::form_parts(const Expression& expression) {
  if (!expression.root || !state_->form) return {FormPart{evaluate(expression)}};
  const PlaceGuard place(*state_, expression);
  return form_parts_of(expression, *state_);
}

void Scope::for_each(const For& loop, const std::function<void()>& body,
                     const std::function<void()>& otherwise) {
  if (!loop.list.root) return;
  const PlaceGuard place(*state_, loop.list);
  const Value list = language::evaluate(*loop.list.root, *state_);
  run_loop(loop, list, 1, body, otherwise, *state_);
}

void Scope::in_new_frame(const std::function<void()>& body) {
  const FrameGuard frame(*state_);
  body();
}

void Scope::bind(const std::string& name, Value value) {
  state_->bind(name, std::move(value));
}

void Scope::assign(const Set& set, Value value) {
  const Expression nothing;
  const PlaceGuard place(*state_, set.value ? *set.value : nothing);
  if (set.targets.size() == 1) return assign_target(*state_, set.targets.front(), value);
  const Sequence parts(value);
  if (kind_of(value) != Kind::list || parts.size() != set.targets.size())
    state_->report("cannot-unpack",
                   {{"value", described(value)}, {"expected", std::to_string(set.targets.size())}});
  for (std::size_t i = 0; i < set.targets.size(); ++i)
    assign_target(*state_, set.targets[i], i < parts.size() ? parts.at(i) : Value());
}

void Scope::apply(const SettingsTag& settings) {
  for (const auto& [name, expression] : settings.values) {
    const PlaceGuard place(*state_, expression);
    const Value value = evaluate(expression);
    if (!apply_setting(name, value, state_->settings))
      state_->report("bad-setting", {{"name", name}, {"value", described(value)}});
  }
  state_->settings.missing = missing_in(state_->environment, state_->settings.missing);
}

void Scope::define(const Macro& macro, std::function<Value()> body) {
  auto callable = std::make_shared<Callable>();
  callable->content = MacroFunction{macro, std::move(body), state_->frames.size() - 1};
  state_->bind(macro.name, std::shared_ptr<const Callable>(std::move(callable)));
}

Value Scope::call(const Call& call, std::function<Value()> body) {
  auto caller = std::make_shared<Callable>();
  caller->content = CallerFunction{call.parameters, std::move(body), state_->frames.size() - 1};
  state_->caller = caller;
  Value result = evaluate(call.call);
  state_->caller.reset();
  std::get<CallerFunction>(caller->content).body = nullptr; // it may borrow what ends here
  return result;
}

const DocumentSettings& Scope::settings() const {
  return state_->settings;
}
const Environment& Scope::environment() const {
  return state_->environment;
}
Diagnostics& Scope::diagnostics() {
  return state_->diagnostics;
}

std::string shown_text(const Value& value, Scope::State& state) {
  if (const auto* missing = std::get_if<Undefined>(&value.content())) {
    state.report_undefined(*missing);
    return {};
  }
  if (state.settings.digits == thai::Digits::thai && kind_of(value) == Kind::number)
    return thai::all_thai_digits(plain_form(value));
  std::string text = plain_form(value);
  state.charge(text.size() / 4);
  return text;
}

std::string described(const Value& value) {
  if (kind_of(value) == Kind::none) return "none";
  std::string text = plain_form(value);
  std::string start = first_clusters(text, 60);
  return start.size() == text.size() ? text : start + "…";
}

std::string to_text(const Value& value, Scope& scope, const Expression& from) {
  return scope.text_of(value, from);
}

std::string Scope::text_of(const Value& value, const Expression& from) {
  if (!value.is_undefined()) return shown_text(value, *state_);
  switch (state_->settings.missing) {
  case Missing::blank:
    return std::string(16, '.');
  case Missing::keep:
    return from.where ? from.where->tag : std::string();
  case Missing::empty:
    return {};
  default:
    break;
  }
  const PlaceGuard place(*state_, from);
  return shown_text(value, *state_);
}

bool is_true(const Value& value) {
  switch (kind_of(value)) {
  case Kind::undefined:
  case Kind::none:
    return false;
  case Kind::boolean:
  case Kind::number: {
    const auto number = number_of(value);
    return number && !number->is_zero();
  }
  case Kind::string:
    return !string_of(value)->empty();
  case Kind::list:
    return !Sequence(value).empty();
  case Kind::map:
    return Members(value).size() != 0;
  default:
    return true;
  }
}

} // namespace saraban::language
