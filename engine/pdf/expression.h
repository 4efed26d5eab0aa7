// Expressions that stand in a field: its mapping name, default value or value with tags.
#pragma once

#include "language/scope.h"
#include "pdf/fields.h"

#include <optional>
#include <string>
#include <vector>

namespace saraban::pdf {

/// Text and expressions in turn.
struct FieldExpression {
  struct Piece {
    std::string text;                               ///< Before the expression.
    std::optional<language::Expression> expression; ///< None: only text.
  };
  std::vector<Piece> pieces;
  std::vector<std::string> paths; ///< Data paths that it reads.
  std::string source;

  /// One tag and nothing else: its value keeps its kind.
  bool is_single() const { return pieces.size() == 1 && pieces[0].text.empty(); }
};

/// Text with tags in it. Faults are reported.
FieldExpression parse_expression(const std::string& source, const Location& where,
                                 Diagnostics& diagnostics);
/// The field's /TM, /DV or /V with tags in it; nothing when none has any. Faults are reported.
std::optional<FieldExpression> expression_of(const Field& field, const Location& where,
                                             Diagnostics& diagnostics);
/// Its value: text, number, true or false, or a list; null for a blank.
data::Value evaluate(const FieldExpression& expression, language::Scope& scope);

} // namespace saraban::pdf
