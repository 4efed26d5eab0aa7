// What stands at a position of a flow: its origin, its text.
#pragma once

#include "layout/flow.h"

#include <optional>
#include <string>

namespace saraban::layout {

struct Opening {
  const document::Paragraph* paragraph = nullptr;
  std::size_t offset = 0; ///< Byte in its text, as document::PageStart counts.
  std::string text;       ///< From there on; with the list label when it is the beginning.
  bool in_table = false;
};

/// The first paragraph at or after `position` that has text, else the first one; nothing at the
/// end.
std::optional<Opening> opening_at(std::span<const document::Block> blocks, const Position& position,
                                  Context& context);

} // namespace saraban::layout
