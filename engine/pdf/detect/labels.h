// Labels of fields: what of the words beside a blank names it, and names made of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace saraban::pdf::detect {

/// Characters as people count them: Thai marks are none.
std::size_t width_in_letters(std::string_view text);
std::string trimmed_text(std::string_view text);
/// Parted at spaces.
std::vector<std::string> phrases(std::string_view text);

/// "๑.๒ ", "(3)", "ก.", "-" at the beginning: its length in bytes with the spaces behind it; 0.
std::size_t numbering_length(std::string_view text);
/// Without numbering, what is in brackets, dots and colons at the ends.
std::string cleaned(std::string_view text);
/// What of a text before a blank is its label: all of a short one, the last phrases of a long one.
std::string label_of(std::string_view text);
/// The first words after the numbering, as a name for what stands below: "ผู้เสนอโครงการ".
std::string heading_of(std::string_view text);

/// A name for the template language: letters, digits, "_" for spaces; "" when no letter is left.
std::string name_of(std::string_view label);

} // namespace saraban::pdf::detect
