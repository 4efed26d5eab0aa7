// Thai list numbers.
#pragma once

#include <string>

namespace saraban::thai {

std::string number_thai(int number); ///< ๑๒
/// Word's thaiLetters: 41 letters ก ข ค ง … ฮ, then doubled (thai.md C4).
std::string letter_thai(int number);
std::string counting_thai(int number); ///< หนึ่ง สอง สาม

} // namespace saraban::thai
