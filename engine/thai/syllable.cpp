// The rules of Thai syllables that hold without a dictionary.
#include "thai/syllable.h"

namespace saraban::thai {
namespace {

class Around {
public:
  Around(std::span<const Letter> letters, std::size_t at) : letters_(letters), at_(at) {}
  Letter before(std::size_t n) const { return n <= at_ ? letters_[at_ - n] : Letter{0}; }
  Letter after(std::size_t n) const {
    return at_ + n < letters_.size() ? letters_[at_ + n] : Letter{0};
  }

private:
  std::span<const Letter> letters_;
  std::size_t at_;
};

/// A silent consonant: ก์, ธิ์, ตร์.
bool is_silenced(const Around& a) {
  const Letter next = a.after(1), after_next = a.after(2);
  if (next == letter::thanthakhat) return true;
  const bool under_vowel = next == letter::sara_i || next == letter::sara_u;
  return after_next == letter::thanthakhat && (under_vowel || is_consonant(next));
}

/// Is the consonant `n` letters before, or the cluster that it ends, after เ?
bool is_after_sara_e(const Around& a, std::size_t n) {
  if (a.before(n + 1) == letter::sara_e) return true;
  const Letter second = a.before(n);
  const bool can_be_second =
      second == letter::ro_rua || second == letter::lo_ling || second == letter::wo_waen;
  return can_be_second && is_consonant(a.before(n + 1)) && a.before(n + 2) == letter::sara_e;
}

/// Does the syllable before need what follows?
bool is_unfinished(const Around& a) {
  const std::size_t vowel = is_tone(a.before(1)) ? 2 : 1;
  switch (a.before(vowel)) {
  case letter::mai_han_akat:
  case letter::sara_uee:
    return true;
  case letter::maitaikhu:
    return !(a.before(2) == letter::ko_kai && !is_leading_vowel(a.before(3)));
  case letter::sara_i: // เ◌ิ◌
    return is_after_sara_e(a, vowel + 1);
  case letter::sara_ii: // เ◌ีย
    return a.after(0) == letter::yo_yak && is_after_sara_e(a, vowel + 1);
  default:
    return false;
  }
}

} // namespace

bool may_begin(std::span<const Letter> letters, std::size_t at) {
  if (at == 0) return true;
  const Around around(letters, at);
  const Letter here = letters[at], before = around.before(1);
  if (follows_consonant(here) || is_repeater(here)) return false;
  if (is_leading_vowel(before)) return false;
  // ฯลฯ, ฯพณฯ
  if (before == letter::paiyannoi && around.after(1) == letter::paiyannoi) return false;
  if (before == letter::paiyannoi && around.after(2) == letter::paiyannoi) return false;
  return !is_silenced(around) && !is_unfinished(around);
}

} // namespace saraban::thai
