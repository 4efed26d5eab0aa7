// Fields to page content: what was a form becomes a document.
#pragma once

#include "pdf/open.h"

namespace saraban::pdf {

/// Draws the widgets' appearances into their pages, where a viewer shows them, and takes the fields
/// out of the file. Annotations of other kinds stay. May throw what `guarded` catches.
void flatten(File& file);

} // namespace saraban::pdf
