// A compiled template: what is written as it is, and what is decided for each record.
#pragma once

#include "fill/markup.h"
#include "language/scope.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace saraban::fill {

struct Node;
using Nodes = std::vector<Node>;
using Form = std::shared_ptr<const TextForm>;

/// XML written as it is.
struct Static {
  std::string xml;
};
/// A value, between runs of a paragraph.
struct Slot {
  language::Expression value;
  Form form;
  bool fills_cell = false; ///< Nothing else stands in its cell of a table.
};
/// A value in an attribute, a property, a field's instruction: characters only.
struct PlainSlot {
  language::Expression value;
};
struct Loop {
  language::For loop;
  Nodes body, otherwise;
  std::vector<std::string> restarting; ///< Lists that start anew with each pass.
};
struct Branches {
  /// The first whose condition holds; none is "else".
  std::vector<std::pair<std::optional<language::Expression>, Nodes>> branches;
};
struct Assign {
  language::Set set;
  std::optional<Nodes> body; ///< Of a block: its text is the value.
};
struct Within {
  language::With with;
  Nodes body;
};
struct MacroBlock {
  language::Macro macro;
  std::shared_ptr<const Nodes> body; ///< Shared by the calls.
};
struct CallBlock {
  language::Call call;
  std::shared_ptr<const Nodes> body;
  Form form;
};
struct FilterBlock {
  language::Expression filter;
  Nodes body;
  Form form;
};
struct IncludeBlock {
  language::Include include;
  Form form;
  bool in_paragraph = false; ///< Other content stands beside it.
};
/// In an included file: what its own relationship means.
struct ForeignRelation {
  std::string relation;
};
struct Action {
  language::Do action;
};
/// An id that must be unique in the package, where the same XML may be written many times.
struct Id {
  IdKind kind = IdKind::none;
  std::string written;
};
/// A relationship whose target is made of values.
struct LinkTarget {
  Nodes target;
};
/// Cells, tables and stories must not be left without what they need.
struct Guard {
  enum class Rule {
    add_when_last_is_missing, ///< The content must end with `needed`, else `filler` is added.
    drop_when_missing         ///< Nothing is written where `needed` does not occur.
  } rule = Rule::add_when_last_is_missing;
  std::string needed, or_needed, filler; ///< The second may be empty.
  Nodes body;
};
/// In a start tag: the id of a list that goes on in the next pass, and which one it goes on from.
struct ContinuedList {
  std::string list, written; ///< What the list is known by, and its id.
};
/// A table whose cells repeat or merge.
struct FinishedTable {
  Nodes body;
};
/// A paragraph whose only content is one value: a value of whole paragraphs takes its place.
struct SoleValue {
  Nodes before;
  Slot slot;
  std::string after;
  bool keeps_place = false; ///< The paragraph itself must stay: it ends a section.
};
struct Node {
  std::variant<Static, Slot, PlainSlot, Loop, Branches, Assign, Within, MacroBlock, CallBlock,
               FilterBlock, IncludeBlock, ForeignRelation, Action, Id, LinkTarget, Guard, SoleValue,
               ContinuedList, FinishedTable>
      content;
};

struct FilledPart {
  std::string name;
  std::size_t size = 0; ///< Of its XML in the template.
  Nodes nodes;
  /// Not empty where the format's own placeholders are all that may change: the names of data that
  /// they stand for. Without any of them the part stays as it is.
  std::vector<std::string> placeholders;
};

/// The names of data that a part reads: the first steps of their paths.
std::vector<std::string> names_read(const Nodes& nodes);

struct Program {
  const Markup* markup = nullptr;
  Facts facts;
  std::vector<language::SettingsTag> settings; ///< Applied before all else.
  std::vector<FilledPart> parts;
};

} // namespace saraban::fill
