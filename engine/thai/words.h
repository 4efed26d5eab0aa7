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
  const State& state() const { return *state_; }

private:
  std::unique_ptr<State> state_;
};

bool is_thai(char32_t code);
/// Byte offsets inside `text` (a run of Thai letters and marks, nothing else) where a new word
/// begins, ascending, neither 0 nor the end. Never inside a cluster or a syllable that needs what
/// follows; ๆ and ฯ stay with what is before.
std::vector<std::size_t> word_starts(std::string_view text, const WordList* more = nullptr);
/// Byte offsets where a grapheme cluster begins, the first (0) too (thai.md B1).
std::vector<std::size_t> cluster_starts(std::string_view text);
/// The catchword for a page that begins with `opening`: label and the first `words` dictionary
/// words,
/// "/๔. การบริหาร..." (thai.md A3); "" for an empty opening.
std::string catchword(std::string_view opening, int words);

} // namespace saraban::thai
