// Classes of Thai letters and marks, as offsets from U+0E00.
#pragma once

#include <cstdint>

namespace saraban::thai {

using Letter = std::uint8_t; ///< Code point minus U+0E00; 0 for anything that is not Thai.

namespace letter {
inline constexpr Letter ko_kai = 0x01, yo_yak = 0x22, ro_rua = 0x23, ru = 0x24, lo_ling = 0x25,
                        lu = 0x26, wo_waen = 0x27, ho_hip = 0x2B, o_ang = 0x2D, paiyannoi = 0x2F,
                        sara_a = 0x30, mai_han_akat = 0x31, sara_aa = 0x32, sara_am = 0x33,
                        sara_i = 0x34, sara_ii = 0x35, sara_ue = 0x36, sara_uee = 0x37,
                        sara_u = 0x38, sara_e = 0x40, sara_ae = 0x41, lakkhangyao = 0x45,
                        maiyamok = 0x46, maitaikhu = 0x47, thanthakhat = 0x4C;
} // namespace letter

constexpr bool is_consonant(Letter c) {
  return c >= 0x01 && c <= 0x2E;
}
constexpr bool is_leading_vowel(Letter c) {
  return c >= 0x40 && c <= 0x44;
}
constexpr bool is_tone(Letter c) {
  return c >= 0x48 && c <= 0x4B;
}
/// Above or below what is before it.
constexpr bool is_combining(Letter c) {
  return c == letter::mai_han_akat || (c >= 0x34 && c <= 0x3A) || (c >= 0x47 && c <= 0x4E);
}
/// Belongs to the consonant before it: marks, ะ า ำ ๅ.
constexpr bool follows_consonant(Letter c) {
  return is_combining(c) || c == letter::sara_a || c == letter::sara_aa || c == letter::sara_am ||
         c == letter::lakkhangyao;
}
/// ๆ and ฯ.
constexpr bool is_repeater(Letter c) {
  return c == letter::maiyamok || c == letter::paiyannoi;
}

} // namespace saraban::thai
