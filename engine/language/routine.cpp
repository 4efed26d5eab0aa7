// Calling routines: arguments by place or name, and their faults.
#include "language/routine.h"

#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

const Routine* find_in(std::span<const Routine> table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Routine& routine) { return routine.name == name; });
  return found == table.end() ? nullptr : &*found;
}

const std::array<std::span<const Routine>, 8>& filter_tables() {
  static const std::array<std::span<const Routine>, 8> tables{
      text_filters(), list_filters(), order_filters(),    number_filters(),
      date_filters(), thai_filters(), document_filters(), form_filters()};
  return tables;
}

/// Calls `visit` with each parameter's name until it gives true.
template <class Visit>
void for_parameters(std::string_view parameters, Visit visit) {
  std::size_t place = 0;
  while (!parameters.empty()) {
    const std::size_t space = std::min(parameters.find(' '), parameters.size());
    if (visit(place++, parameters.substr(0, space))) return;
    parameters.remove_prefix(std::min(space + 1, parameters.size()));
  }
}

void report_missing(const Arguments& arguments, Scope::State& state) {
  const auto report = [&](const Value& value) {
    if (const auto* missing = std::get_if<Undefined>(&value.content()))
      state.report_undefined(*missing);
  };
  for (const Value& value : arguments.positional) report(value);
  for (const auto& [name, value] : arguments.keyword) report(value);
}

} // namespace

std::optional<std::size_t> parameter_place(const Routine& routine, std::string_view name) {
  std::optional<std::size_t> found;
  for_parameters(routine.parameters, [&](std::size_t place, std::string_view parameter) {
    if (parameter == name) found = place;
    return found.has_value();
  });
  return found;
}

std::size_t parameter_count(const Routine& routine) {
  std::size_t count = 0;
  for_parameters(routine.parameters, [&](std::size_t, std::string_view) { return ++count, false; });
  return count;
}

bool takes_more(const Routine& routine) {
  return routine.parameters.ends_with('*');
}

std::string first_excess(const Routine& routine, std::size_t positional,
                         const std::vector<std::string_view>& keywords) {
  if (takes_more(routine)) return {};
  const std::size_t count = parameter_count(routine);
  if (positional > count) return std::to_string(count + 1);
  for (const std::string_view name : keywords) {
    const auto place = parameter_place(routine, name);
    if (!place || *place < positional) return std::string(name);
  }
  return {};
}

Value run_routine(const Routine& routine, const Value& subject, const Arguments& arguments,
                  Scope::State& state) {
  Invocation invocation(state, subject, arguments, routine);
  if (routine.on_undefined == OnUndefined::keep) report_missing(arguments, state);
  std::vector<std::string_view> keywords;
  for (const auto& [name, value] : arguments.keyword) keywords.push_back(name);
  const std::string excess = first_excess(routine, arguments.positional.size(), keywords);
  if (excess.empty()) return routine.run(invocation);
  return invocation.fault("bad-arguments", {{"name", std::string(routine.name)},
                                            {"argument", excess},
                                            {"known", std::string(routine.parameters)}});
}

const Value* Invocation::find(std::size_t place) const {
  if (place < arguments.positional.size()) return &arguments.positional[place];
  for (const auto& [name, value] : arguments.keyword)
    if (parameter_place(routine, name) == place) return &value;
  return nullptr;
}

Value Invocation::fault(std::string code,
                        std::vector<std::pair<std::string, std::string>> details) const {
  state.report(std::move(code), std::move(details));
  return std::string();
}

Value Invocation::bad_argument(std::size_t place) const {
  std::string name;
  for_parameters(routine.parameters, [&](std::size_t at, std::string_view parameter) {
    if (at == place) name = parameter;
    return at == place;
  });
  const Value* given = find(place);
  return fault("bad-argument", {{"name", std::string(routine.name)},
                                {"argument", name},
                                {"value", given ? described(*given) : std::string()}});
}

std::string Invocation::text(std::size_t place, std::string_view otherwise) const {
  const Value* given = find(place);
  if (!given || kind_of(*given) == Kind::none) return std::string(otherwise);
  return plain_form(*given);
}

int Invocation::whole(std::size_t place, int otherwise) const {
  const Value* given = find(place);
  if (!given || kind_of(*given) == Kind::none) return otherwise;
  const auto number = number_in(*given);
  const auto value = number ? number->to_int64() : std::nullopt;
  if (value && *value >= -1'000'000 && *value <= 1'000'000) return static_cast<int>(*value);
  bad_argument(place);
  return otherwise;
}

bool Invocation::flag(std::size_t place, bool otherwise) const {
  const Value* given = find(place);
  return given ? is_true(*given) : otherwise;
}

std::optional<Decimal> Invocation::number() const {
  auto value = number_in(subject);
  if (!value) fault("not-a-number", {{"value", described(subject)}});
  return value;
}

std::string Invocation::subject_text() const {
  return shown_text(subject, state);
}

thai::Digits Invocation::digits() const {
  const auto place = parameter_place(routine, "digits");
  const Value* given = place ? find(*place) : nullptr;
  if (!given) return state.settings.digits;
  const std::string wanted = plain_form(*given);
  if (wanted == "thai") return thai::Digits::thai;
  if (wanted != "arabic") bad_argument(*place);
  return thai::Digits::arabic;
}

const Routine* find_filter(std::string_view name) {
  for (const auto& table : filter_tables())
    if (const Routine* found = find_in(table, name)) return found;
  return nullptr;
}

std::vector<std::string> filter_names() {
  std::vector<std::string> names;
  for (const auto& table : filter_tables())
    for (const Routine& routine : table) names.emplace_back(routine.name);
  std::sort(names.begin(), names.end());
  return names;
}

} // namespace saraban::language
