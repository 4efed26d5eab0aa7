// Names and their values while one record is applied; evaluating expressions in it.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"
#include "data/value.h"
#include "language/ast.h"
#include "language/form.h"
#include "language/value.h"
#include "thai/date.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace saraban::language {

using Missing = MissingValue;

struct DocumentSettings {
  thai::Digits digits = thai::Digits::arabic;
  thai::Era era = thai::Era::buddhist;
  Missing missing = Missing::error;
  int catchword_words = 0;
};

/// One record's evaluation. Not shared between threads. Faults go to the diagnostics, once for each
/// place and name. Throws Failure ("limit-steps") when the step limit is reached.
class Scope {
public:
  Scope(const data::Value& root, const data::Sources& sources, const Environment& environment,
        DocumentSettings settings, Diagnostics& diagnostics);
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

  Value evaluate(const Expression& expression);
  /// Jinja's truth: undefined, none, false, 0, "", [] and {} are false. In a form that is not
  /// filled a condition on what the data does not say holds.
  bool holds(const Expression& condition);

  /// Runs `body` for each item with the targets and `loop` bound, or `otherwise` once when there is
  /// none.
  void for_each(const For& loop, const std::function<void()>& body,
                const std::function<void()>& otherwise);
  /// Names bound inside are gone after: {% with %}, macro bodies, loop passes.
  void in_new_frame(const std::function<void()>& body);
  void bind(const std::string& name, Value value);
  void assign(const Set& set, Value value); ///< {% set a, b = … %}, {% set ns.x = … %}
  void apply(const SettingsTag& settings);
  /// Binds a macro: calling it binds the arguments and `caller`, runs `body` and gives what that
  /// returns.
  void define(const Macro& macro, std::function<Value()> body);
  /// Evaluates a call block's call with `caller` bound to `body`.
  Value call(const Call& call, std::function<Value()> body);

  std::string text_of(const Value& value, const Expression& from); ///< See to_text.
  /// What stands in a tag's place in a form that is not `filled`, in order: fields to fill in, and
  /// what does not depend on the data as it is.
  std::vector<FormPart> form_parts(const Expression& expression);

  const DocumentSettings& settings() const;
  const Environment& environment() const;
  Diagnostics& diagnostics();

  struct State;

private:
  std::unique_ptr<State> state_;
};

/// What a value looks like in text: numbers as written, true as "True" like Jinja, lists as Jinja
/// shows them; document values as "". Undefined as settings.missing says: an error is reported and
/// "" comes back.
std::string to_text(const Value& value, Scope& scope, const Expression& from);
bool is_true(const Value& value);

/// Filters and tests known, for messages and for `inspect`.
std::vector<std::string> filter_names();
std::vector<std::string> test_names();

/// Every data path that an expression reads ("ผู้ลงนาม.ชื่อ"), for `inspect` and `check`.
std::vector<std::string> paths_read(const Expression& expression);
/// The names of its filters, in order of writing.
std::vector<std::string> filters_used(const Expression& expression);

} // namespace saraban::language
