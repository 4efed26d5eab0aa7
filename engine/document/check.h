// What every document must keep to, whoever made it.
#pragma once

#include "document/document.h"

namespace saraban::document {

/// Every format, drawing, image and note index points at something, drawings and notes do not
/// contain themselves.
bool indices_are_valid(const Document& document);

} // namespace saraban::document
