// Parsed expressions and statements. Immutable, shared by all threads.
#pragma once

#include "base/decimal.h"
#include "base/location.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace saraban::language {

struct Node; ///< language/node.h, private to the folder.

/// A handle to a parsed expression, with the place of its tag.
struct Expression {
  std::shared_ptr<const Node> root; ///< Null: evaluates to nothing (after a reported fault).
  std::shared_ptr<const Location> where;
};

struct For {
  std::vector<std::string> targets; ///< One name, or several to unpack.
  Expression list;
  std::optional<Expression> filter; ///< {% for x in xs if … %}
  bool recursive = false;
};
struct EndFor {};
struct If {
  Expression condition;
};
struct Elif {
  Expression condition;
};
struct Else {};
struct EndIf {};
struct Set {
  std::vector<std::string> targets; ///< "ns.x" for an attribute of a namespace.
  std::optional<Expression> value;  ///< None: a block {% set x %}…{% endset %}.
  std::optional<Expression> filter; ///< {% set x | upper %}…: as FilterBlock::filter.
};
struct EndSet {};
struct Include {
  Expression name;
};
/// {% settings digits='thai', era='be', missing='error', catchword=2 %}
struct SettingsTag {
  std::vector<std::pair<std::string, Expression>> values;
};
struct Macro {
  std::string name;
  std::vector<std::pair<std::string, std::optional<Expression>>> parameters;
};
struct EndMacro {};
struct Call {
  Expression call;
  std::vector<std::string> parameters;
};
struct EndCall {};
struct With {
  std::vector<std::pair<std::string, Expression>> values;
};
struct EndWith {};
struct FilterBlock {
  Expression filter; ///< Applied to a value bound to the name "" (its operand).
};
struct EndFilter {};
struct Do {
  Expression expression;
};
struct Raw {};
struct EndRaw {};
/// docxtpl's cell tags: {% colspan n %}, {% cellbg 'FF0000' %}, {% hm %}, {% vm %}.
struct CellTag {
  enum class Kind {
    colspan,
    cell_background,
    horizontal_merge,
    vertical_merge
  } kind = Kind::colspan;
  std::optional<Expression> value;
};

using Statement = std::variant<For, EndFor, If, Elif, Else, EndIf, Set, EndSet, Include,
                               SettingsTag, Macro, EndMacro, Call, EndCall, With, EndWith,
                               FilterBlock, EndFilter, Do, Raw, EndRaw, CellTag>;

} // namespace saraban::language
