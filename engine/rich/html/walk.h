// From an HTML tree to blocks.
#pragma once

#include "rich/html/flow.h"
#include "rich/html/tree.h"

namespace saraban::rich::html {

/// The content of `node`, as it stands in `flow`.
void walk_children(const GumboElement& element, const State& state, Flow& flow);

// walk_table.cpp
Table read_table(const GumboElement& element, const State& state, Flow& caption);

/// What an element's tag and style attribute say of the text inside it.
State state_inside(const GumboElement& element, State state);

} // namespace saraban::rich::html
