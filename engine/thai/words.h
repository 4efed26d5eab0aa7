// Thai words and where a line may break inside Thai text.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::thai {

/// Words of the user and of the data, beside the built-in list. Immutable once built.
class WordList {
public:
  explicit WordList(const std::vector<std::string>& words);
  ~WordList();
  WordList(WordList&&) noexcept;
  struct State;
  const State& state() const { return *state_; } ///< For the segmenter.

private:
  std::unique_ptr<State> state_;
};

/// A Thai letter or mark; digits and signs (฿ ๏ ๚ ๛) are none.
bool is_thai(char32_t code);
/// Byte offsets inside `text` (a run of Thai letters and marks, nothing else) where a new word
/// begins, ascending, neither 0 nor the end. Never inside a cluster or a syllable that needs what
/// follows; ๆ and ฯ stay with what is before.
std::vector<std::size_t> word_starts(std::string_view text, const WordList* more = nullptr);
/// Byte offsets where a grapheme cluster begins, the first (0) too (thai.md B1).
std::vector<std::size_t> cluster_starts(std::string_view text);
/// `text` with U+2060 where a line could end inside it and U+00A0 for its spaces: names, numbers
/// with their units.
std::string keep_together(std::string_view text, const WordList* more = nullptr);
/// The catchword for a page that begins with `opening`: its list label and the first `words` words,
/// "/๔. การบริหาร..." (thai.md A3); "" for an empty opening. It ends early at a space once it has a
/// word, and goes on by one word rather than end in a prefix such as การ or ความ. Two words make
/// the vectors of thai.md but one (`/๓. จัดทำ...`), which one word makes.
std::string catchword(std::string_view opening, int words = 2);

} // namespace saraban::thai
