// Numbers and names with a shape of their own: telephones, identity cards, persons.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace saraban::language {

/// "0 5426 5055", "08 1171 0557"; short numbers (1669) and what follows the number ("ต่อ 12") stay.
/// Nothing for any other count of digits.
std::optional<std::string> masked_phone(std::string_view written, char separator);

struct IdCard {
  std::string text;   ///< "1-2345-67890-12-1"; as written when it has not 13 digits.
  bool valid = false; ///< Its last digit agrees with the others.
};
IdCard masked_id_card(std::string_view written, char separator);

/// One space between parts, titles joined to the first name: "นายสมชาย ใจดี", "ว่าที่ ร.ต.สมชาย …".
std::string person_name(std::string_view written);

} // namespace saraban::language
