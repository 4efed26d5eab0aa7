// Amounts in Thai words, read from text.
#pragma once

#include "base/decimal.h"

#include <optional>
#include <string_view>
#include <vector>

namespace saraban::thai {

/// Words of an amount in a text: "ห้าร้อยบาทถ้วน".
struct BahtWords {
  std::size_t begin = 0, end = 0; ///< Bytes of the text.
  std::optional<Decimal> amount; ///< Nothing where they say no number: "ร้อยแสนบาท".
};

/// Every run of number words with บาท or สตางค์ in it, in order; "ล้านกว่าบาท" is none.
std::vector<BahtWords> find_baht_words(std::string_view text);

} // namespace saraban::thai
