// Spreadsheets count days: serial numbers to ISO dates (ECMA-376 Part 1, 18.17.4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace saraban::data {

enum class Epoch { year_1900, year_1904 };

/// Built-in number formats that show dates or times (18.8.30).
bool is_date_format(int id);
/// A format code with a day, month, year, hour or second outside quotes and brackets.
bool shows_a_date(std::string_view format_code);
/// "2018-09-12", "2018-09-12T09:30", or "09:30" for less than a day; nothing for other text and
/// days outside 1900–9999.
std::optional<std::string> date_of_serial(std::string_view text, Epoch epoch);

} // namespace saraban::data
