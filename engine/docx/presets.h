// The preset shapes of DrawingML (ECMA-376 Part 1, 20.1.10.56 and Annex D).
#pragma once

#include <string_view>

namespace saraban::docx {

/// The definition of a preset: a:avLst, a:gdLst, a:rect and a:pathLst as XML; empty for a name that
/// is none.
std::string_view preset_definition(std::string_view name);

} // namespace saraban::docx
