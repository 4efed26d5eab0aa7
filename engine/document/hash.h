// Hashes of formats, for keeping each once.
#pragma once

#include "document/format.h"

namespace saraban::document {

/// Of every field; the same on every machine.
std::uint64_t hash(const RunFormat& format);
std::uint64_t hash(const ParagraphFormat& format);

} // namespace saraban::document
