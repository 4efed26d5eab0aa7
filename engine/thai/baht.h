// Amounts and numbers in Thai words (thai.md C3).
#pragma once

#include "base/decimal.h"

#include <string>

namespace saraban::thai {

enum class Et { always, tens_only }; ///< 101: ร้อยเอ็ด, or ร้อยหนึ่ง.
enum class BahtUnit { baht, million }; ///< million: "แปดจุดห้าล้านบาท".

struct WordsOptions {
  Et et = Et::always;
  BahtUnit unit = BahtUnit::baht;
  Rounding rounding = Rounding::half_up;
};

/// "ห้าแสนสามหมื่นสามพันแปดร้อยบาทถ้วน"; rounds to satang.
std::string baht_text(const Decimal& amount, const WordsOptions& options = {});
/// "ห้าร้อยสามสิบสาม", with จุด and the digits of the fraction one by one.
std::string number_words(const Decimal& number, const WordsOptions& options = {});

} // namespace saraban::thai
