// Reading text as the clerk does: digits are Arabic, glue is gone, tables are lines.
#pragma once

#include "base/decimal.h"
#include "clerk/clerk.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::clerk {

/// Thai digits become Arabic, no-break spaces spaces; word joiners go.
std::string plain(std::string_view text);
/// The paragraphs of the body, in order; a row of a table is one line, its cells apart by tabs.
std::vector<std::string> lines_of(const document::Document& document);
/// "1,234.50" at the start of `text`; how many bytes it took.
struct ReadNumber {
  Decimal value;
  std::size_t length = 0;
};
std::optional<ReadNumber> read_number(std::string_view text);
/// Every text of the data and where it stands.
void for_each_text(const data::Value& value,
                   const std::function<void(const std::string&, data::Mark)>& see);
/// A number, or a text that is one.
std::optional<Decimal> number_of(const data::Value& value);
/// With commas: "61,857,700".
std::string grouped(const Decimal& number);

} // namespace saraban::clerk
