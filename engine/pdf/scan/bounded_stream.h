// Bytes of a stream, decoded, and no more of them than asked for.
#pragma once

#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace saraban::pdf::scan {

/// The decoded bytes of a stream, or of an array's streams with a line feed between each two; what
/// cannot be decoded is left out, what is beyond `most` is cut off. Throws nothing.
std::string stream_bytes(const QPDFObjectHandle& streams, std::size_t most);

} // namespace saraban::pdf::scan
