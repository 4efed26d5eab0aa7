// Where a page's own coordinates lie on the page as shown.
#pragma once

#include "pdf/scan/matrix.h"

#include <qpdf/QPDFObjectHandle.hh>

namespace saraban::pdf::scan {

/// `to_page` takes default user space to points from the top left corner of the page as shown, y
/// downwards: crop box, /Rotate and /UserUnit are in it (ISO 32000-1, 14.11.2, table 30).
struct PageSpace {
  Matrix to_page;
  double width = 612, height = 792; ///< As shown, in points.
};

/// A page whose boxes are missing or mad is as large as a letter.
PageSpace page_space(const QPDFObjectHandle& page);

} // namespace saraban::pdf::scan
