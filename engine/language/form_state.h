// What evaluation keeps while a form is printed blank or made fillable: where values come from.
#pragma once

#include "language/ast.h"
#include "language/form.h"
#include "language/scope.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace saraban::language {

class FormState {
public:
  explicit FormState(const data::Value& root) : root_(root) {}

  /// The place of a value in the data, or of what is missing there; empty for what is computed.
  const std::string& path_of(const Value& value);
  /// Told of every value that evaluation meets.
  void note(const Value& value);
  /// How many missing values were met so far.
  std::size_t absent() const { return absent_; }
  /// Paths met since the last call, in order of meeting.
  std::vector<std::string> take_read();

private:
  void index(const data::Value& value, const std::string& path, int depth);

  const data::Value& root_;
  bool indexed_ = false;
  std::unordered_map<const data::Value*, std::string> paths_; ///< Looked up, never listed.
  std::size_t absent_ = 0;
  std::vector<std::string> read_;
  std::string missing_;
};

/// Undefined, as a value made of it.
Value computed_from(const Value& undefined);
/// At least `count` rows: those of `list`, then rows of which nothing is there yet.
Value rows_of(const Value& list, std::size_t count, FormState& form);

std::vector<FormPart> form_parts_of(const Expression& expression, Scope::State& state);

} // namespace saraban::language
