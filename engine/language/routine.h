// Filters, tests, functions and methods: what they are called with, and the tables of them.
#pragma once

#include "language/scope.h"
#include "language/value.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace saraban::language {

struct Arguments {
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> keyword;
};

class Invocation;
enum class OnUndefined { keep, handle };

/// A filter, test, function or method. Tests give a boolean.
struct Routine {
  std::string_view name;
  Value (*run)(Invocation&) = nullptr;
  /// Names by position, between spaces; "*" at the end: takes any more.
  std::string_view parameters;
  /// keep: an undefined subject is the result, so that the message says what was missing.
  OnUndefined on_undefined = OnUndefined::keep;
};

/// One call of a routine.
class Invocation {
public:
  Invocation(Scope::State& s, const Value& of, const Arguments& with, const Routine& what)
      : state(s), subject(of), arguments(with), routine(what) {}

  Scope::State& state;
  const Value& subject;
  const Arguments& arguments;
  const Routine& routine;

  /// The argument of that place or its name; nullptr when not given.
  const Value* find(std::size_t place) const;
  /// Arguments of the wrong kind are reported, and `otherwise` comes back.
  std::string text(std::size_t place, std::string_view otherwise = "") const;
  int whole(std::size_t place, int otherwise) const; ///< Within ±1,000,000.
  bool flag(std::size_t place, bool otherwise) const;
  /// Reports, and gives empty text.
  Value fault(std::string code,
              std::vector<std::pair<std::string, std::string>> details = {}) const;
  Value bad_argument(std::size_t place) const;
  /// The subject as a number, "๕๓๓,๘๐๐" too; reports not-a-number otherwise.
  std::optional<Decimal> number() const;
  std::string subject_text() const;
  thai::Digits digits() const; ///< `digits='thai'`, else the document's.
};

/// The place of a parameter in Routine::parameters; nothing when there is none of that name.
std::optional<std::size_t> parameter_place(const Routine& routine, std::string_view name);
std::size_t parameter_count(const Routine& routine);
bool takes_more(const Routine& routine);
/// The first argument that the routine does not take: a keyword, or "3" for a third one too many.
std::string first_excess(const Routine& routine, std::size_t positional,
                         const std::vector<std::string_view>& keywords);
/// Runs the routine; reports bad-arguments and gives empty text when it does not take them.
Value run_routine(const Routine& routine, const Value& subject, const Arguments& arguments,
                  Scope::State& state);

const Routine* find_filter(std::string_view name);
const Routine* find_test(std::string_view name);
const Routine* find_function(std::string_view name);
/// A method of text, lists and maps, as Python has it; nullptr for none.
const Routine* find_method(const Value& object, std::string_view name);
std::vector<std::string> function_names();

// The tables, each in its own file.
std::span<const Routine> text_methods();
std::span<const Routine> list_changes(); ///< Methods that change a list of the template's own,
std::span<const Routine> map_changes();  ///< and a map.
std::span<const Routine> text_filters();
std::span<const Routine> list_filters();
std::span<const Routine> order_filters();
std::span<const Routine> number_filters();
std::span<const Routine> date_filters();
std::span<const Routine> thai_filters();
std::span<const Routine> document_filters();
std::span<const Routine> form_filters();

} // namespace saraban::language
