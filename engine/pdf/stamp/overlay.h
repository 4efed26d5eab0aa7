// Finished pages laid over those of a file.
#pragma once

#include "base/diagnostics.h"
#include "page/page.h"
#include "pdf/open.h"

namespace saraban::pdf::stamp {

/// `pages` are as many as the file has, as large as they are shown. Each that has items becomes a
/// form XObject, painted after the page's own content, which stays as it is. Throws what `guarded`
/// catches.
void overlay(File& file, const page::Pages& pages, const Limits& limits, Diagnostics& diagnostics);

} // namespace saraban::pdf::stamp
