// What can be called, and what a loop tells about itself.
#pragma once

#include "language/routine.h"
#include "language/sequence.h"
#include "language/value.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace saraban::language {

struct MacroFunction {
  Macro macro;
  std::function<Value()> body;
  std::size_t frame = 0; ///< Where it was defined: the names it sees.
};
/// The body of a call block.
struct CallerFunction {
  std::vector<std::string> parameters;
  std::function<Value()> body;
  std::size_t frame = 0;
};
struct LoopObject {
  const For* loop = nullptr;
  Sequence items;
  std::size_t index = 0; ///< From 0.
  int depth = 1;
  const std::function<void()>* body = nullptr;
  const std::function<void()>* otherwise = nullptr;
  std::optional<Value> changed; ///< What loop.changed(…) was last called with.
};
struct Cycler {
  std::vector<Value> items;
  std::size_t index = 0;
};
struct Joiner {
  std::string separator;
  bool used = false;
};

/// A loop, cycler or joiner changes as it is used: its state is one scope's own.
struct Callable {
  mutable std::variant<MacroFunction, CallerFunction, LoopObject, Cycler, Joiner> content;
  int depth = 1; ///< As ListValue::depth.
};

} // namespace saraban::language
