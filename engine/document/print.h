// A document as indented text that reads back as the same document: what tests compare.
#pragma once

#include "base/diagnostics.h"
#include "document/document.h"

#include <functional>
#include <string>
#include <string_view>

namespace saraban::document {

enum class ImageBytes { base64, omitted };

/// One thing a line: keyword, then name=value items; what has its default is left out; what belongs
/// to a line is indented below it. Lengths are "14.5pt" where that is exact to 0.01 pt, else
/// "123emu". Two documents are equal when their texts are.
std::string print(const Document& document, ImageBytes images = ImageBytes::base64);

/// Gives the bytes of a file that an image line names ("image file=\"seal.png\""); nullptr for
/// none.
using FindFile = std::function<std::shared_ptr<const std::string>(const std::string& name)>;

/// What print printed, or a person wrote. Lines that are empty or start with "# " are skipped; an
/// index that points nowhere is an error. Errors: "document-text" with the line. Without
/// `run_format` or `paragraph_format` lines there is one default of each.
Document parse(std::string_view text, Diagnostics& diagnostics, const FindFile& find_file = {});

} // namespace saraban::document
