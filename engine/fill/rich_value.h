// Which values are rich text, and what they hold.
#pragma once

#include "base/location.h"
#include "language/value.h"
#include "rich/rich.h"

#include <optional>

namespace saraban::fill {

/// Of what the filters markdown and html give, and of data that say it themselves:
/// {"markdown": "…"}, {"html": "…"}, {"richtext": ["…", {"text": "…", "bold": true}]}. Nothing for
/// other values. Throws Failure ("limit-rich-text" at `where`).
std::optional<rich::Blocks> rich_blocks(const language::Value& value, const Location& where);

} // namespace saraban::fill
