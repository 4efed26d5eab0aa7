// Instructions of fields (ECMA-376 Part 1, 17.16.4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace saraban::docx {

/// Words of an instruction; quoted ones without their quotes.
std::vector<std::string> instruction_words(std::string_view text);
/// ASCII upper case: names of fields.
std::string upper(std::string text);
/// The bookmark whose page a PAGEREF shows (17.16.5.45); empty for all else, also for one that says
/// "above" or "below" (\p).
std::string page_reference(const std::vector<std::string>& words);

} // namespace saraban::docx
