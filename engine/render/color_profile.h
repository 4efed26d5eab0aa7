// The sRGB colour profile that archives ask for.
#pragma once

#include <string>

namespace saraban::render {

/// An ICC profile (ICC.1:2001-04, a display profile of matrix and curves) of sRGB (IEC 61966-2-1);
/// the same bytes each time.
std::string srgb_profile();

} // namespace saraban::render
