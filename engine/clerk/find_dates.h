// Dates in running text, with what is said around them.
#pragma once

#include "base/environment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::clerk {

struct FoundDate {
  std::string text;           ///< "วันพุธที่ 17 มิถุนายน 2563".
  std::optional<Date> date;   ///< Nothing for a day that does not exist.
  std::optional<int> weekday; ///< As said; 0 is Sunday.
  int year = 0;               ///< As written.
  bool era_said = false;      ///< พ.ศ. or ค.ศ. stands before the year.
  enum class Said { plainly, happened, dated } said = Said::plainly; ///< เมื่อวันที่, ลงวันที่.
};

/// Day, full name of the month and a year of four digits; digits of `text` are Arabic.
std::vector<FoundDate> find_dates(std::string_view text);

} // namespace saraban::clerk
