// The outline of the pages, from headings.
#pragma once

#include "layout/paragraph/context.h"
#include "page/page.h"

namespace saraban::layout {

/// Headings in the order of the pages, each once, where its first part begins.
std::vector<page::OutlineEntry> outline_of(const std::vector<page::Page>& pages, Context& context);

} // namespace saraban::layout
