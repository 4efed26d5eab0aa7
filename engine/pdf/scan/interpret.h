// Content streams run: what they paint becomes marks.
#pragma once

#include "pdf/scan/marks.h"

#include <qpdf/QPDFObjectHandle.hh>

namespace saraban::pdf::scan {

/// The marks of a page with its form XObjects, whatever is in its streams. What cannot be
/// understood is passed over. Throws what qpdf throws for files whose objects cannot be read.
PageMarks interpret(const QPDFObjectHandle& page);

} // namespace saraban::pdf::scan
