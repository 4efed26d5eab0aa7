// A file of others written anew by our own writer.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>

namespace saraban::pdf {

/// What can be reached from the trailer, renumbered; streams keep their bytes, and object streams
/// are written where there were some. For files that are neither encrypted nor damaged. Throws what
/// qpdf throws.
std::string rewrite(QPDF& file);

} // namespace saraban::pdf
