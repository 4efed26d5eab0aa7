// How wide blocks need to be, for tables that fit their content.
#pragma once

#include "layout/paragraph/context.h"
#include "layout/table_columns.h"

namespace saraban::layout {

/// The widest of the blocks: broken wherever allowed, and not at all.
ContentWidths measure_blocks(const std::vector<document::Block>& blocks, Context& context,
                             int depth = 0);

} // namespace saraban::layout
