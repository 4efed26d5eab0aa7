// Finding tags in text, and what each says.
#pragma once

#include "base/diagnostics.h"
#include "language/ast.h"

#include <optional>
#include <string_view>
#include <vector>

namespace saraban::language {

enum class TagKind { output, statement, comment };
/// docxtpl's explicit units: {%p %} {%tr %} {%tc %} {%r %} {{r x}}.
enum class Unit { automatic, paragraph, row, cell, run };
enum class Trim { no, yes };

/// A tag in a paragraph's text, as found: offsets are bytes of that text.
struct Tag {
  TagKind kind = TagKind::output;
  Unit unit = Unit::automatic;
  std::size_t begin = 0, end = 0;           ///< With the delimiters.
  std::string_view content;                 ///< Between them, without unit and trim marks.
  Trim before = Trim::no, after = Trim::no; ///< {%- -%}
};

/// All tags of `text`, in order; raw blocks are skipped. A delimiter inside quotes does not end a
/// tag; smart quotes are quotes and no-break spaces are spaces. Unclosed tags are reported
/// ("unclosed-tag") at `where`.
std::vector<Tag> find_tags(std::string_view text, const Location& where, Diagnostics& diagnostics);

/// The expression of an output tag. Faults are reported at `where` and give an expression of
/// nothing.
Expression parse_output(std::string_view content, const Location& where, Diagnostics& diagnostics);
/// The statement of a statement tag; nothing after a reported fault.
std::optional<Statement> parse_statement(std::string_view content, const Location& where,
                                         Diagnostics& diagnostics);

} // namespace saraban::language
