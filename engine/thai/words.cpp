// Words by dynamic programming over the places where a word may begin.
#include "thai/words.h"

#include "base/utf8.h"
#include "thai/letters.h"
#include "thai/syllable.h"
#include "thai/trie.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace saraban::thai {

struct WordList::State {
  std::vector<std::string> words; ///< A byte for each letter; sorted.
};

namespace {

// Costs: few words, long ones, and no letters that belong to none.
constexpr int word_cost = 1000, longest_bonus = 400, user_bonus = 60;
constexpr int single_letter_cost = 2500, unknown_cost = 4000;
/// A known word shorter than this beside an unknown part is taken for a part of the same name.
constexpr std::size_t trusted_length = 4;

/// Titles that a given name follows without a space.
constexpr std::array<std::u16string_view, 5> titles = {u"นาย", u"นาง", u"นางสาว", u"เด็กชาย",
                                                       u"เด็กหญิง"};
/// Letters after the title: of most names, and of those with unknown parts.
constexpr std::size_t common_name = 12, longest_name = 20;

/// Text as letters, and where each starts.
struct Letters {
  std::vector<Letter> codes;
  std::vector<std::uint32_t> offsets;
};

Letters read_letters(std::string_view text) {
  Letters out;
  out.codes.reserve(text.size() / 3 + 1);
  out.offsets.reserve(text.size() / 3 + 2);
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    out.codes.push_back(is_thai(decoded.code) ? static_cast<Letter>(decoded.code - 0x0E00) : 0);
    out.offsets.push_back(static_cast<std::uint32_t>(i));
    i += decoded.length;
  }
  return out;
}

/// Narrows a sorted list to the words that go on as the text does.
class ListWalk {
public:
  explicit ListWalk(const WordList* list) {
    if (list != nullptr) rest_ = list->state().words;
  }
  bool step(Letter letter) {
    const auto at_depth = [this](const std::string& word) {
      return depth_ < word.size() ? static_cast<Letter>(word[depth_]) : Letter{0};
    };
    const auto first = std::partition_point(
        rest_.begin(), rest_.end(), [&](const auto& word) { return at_depth(word) < letter; });
    const auto last = std::partition_point(
        first, rest_.end(), [&](const auto& word) { return at_depth(word) <= letter; });
    rest_ = {first, last};
    ++depth_;
    return !rest_.empty();
  }
  bool is_word() const { return !rest_.empty() && rest_.front().size() == depth_; }

private:
  std::span<const std::string> rest_;
  std::size_t depth_ = 0;
};

/// The cheapest way from a place to the end.
struct Step {
  int cost = std::numeric_limits<int>::max();
  std::uint32_t next = 0;
  bool known = false;
};

class Segmentation {
public:
  Segmentation(std::span<const Letter> letters, const WordList* more)
      : letters_(letters), more_(more), begins_(letters.size() + 1), steps_(letters.size() + 1) {
    for (std::size_t i = 0; i < letters.size(); ++i) begins_[i] = may_begin(letters, i);
    begins_.back() = true;
    steps_.back() = {0, static_cast<std::uint32_t>(letters.size()), true};
    for (std::size_t i = letters.size(); i-- > 0;)
      if (begins_[i]) find_step(i);
  }

  /// Numbers of the letters where words begin, the first (0) left out.
  std::vector<std::size_t> starts() const;

private:
  bool is_title(std::size_t begin, std::size_t end) const;
  bool is_name() const;
  void find_step(std::size_t at);
  void offer(std::size_t at, std::size_t end, int bonus, bool known);

  std::span<const Letter> letters_;
  const WordList* more_;
  std::vector<char> begins_;
  std::vector<Step> steps_;
};

/// A word from `at` to `end`, with the ๆ and ฯ after it. Of two ways that cost the same, the one
/// offered later, with the longer first word, is taken.
void Segmentation::offer(std::size_t at, std::size_t end, int bonus, bool known) {
  const auto length = static_cast<int>(end - at);
  while (end < letters_.size() && is_repeater(letters_[end])) ++end;
  if (!begins_[end]) return;
  int cost = steps_[end].cost +
             (known ? word_cost - std::min(length * length, longest_bonus) - bonus : unknown_cost);
  if (known && length == 1) cost += single_letter_cost;
  if (cost <= steps_[at].cost) steps_[at] = {cost, static_cast<std::uint32_t>(end), known};
}

void Segmentation::find_step(std::size_t at) {
  std::size_t end = at + 1;
  while (!begins_[end]) ++end;
  std::size_t letters_end = end;
  while (letters_end > at + 1 && is_repeater(letters_[letters_end - 1])) --letters_end;
  offer(at, letters_end, 0, false);
  TrieWalk walk;
  for (std::size_t i = at; i < letters_.size() && walk.step(letters_[i]); ++i)
    if (walk.is_word()) offer(at, i + 1, 0, true);
  if (more_ == nullptr) return;
  ListWalk list(more_);
  for (std::size_t i = at; i < letters_.size() && list.step(letters_[i]); ++i)
    if (list.is_word()) offer(at, i + 1, user_bonus, true);
}

/// Is the word from `begin` to `end` a title?
bool Segmentation::is_title(std::size_t begin, std::size_t end) const {
  const auto part = letters_.subspan(begin, end - begin);
  return std::any_of(titles.begin(), titles.end(), [&](std::u16string_view title) {
    return std::equal(title.begin(), title.end(), part.begin(), part.end(),
                      [](char16_t a, Letter b) { return a == b + 0x0E00; });
  });
}

/// Whether the whole run is one name: a title, then little, or letters that belong to no word.
bool Segmentation::is_name() const {
  const std::size_t title = steps_.front().next;
  if (!is_title(0, title) || letters_.size() > title + longest_name) return false;
  if (letters_.size() <= title + common_name) return true;
  for (std::size_t at = title; at < letters_.size(); at = steps_[at].next)
    if (!steps_[at].known) return true;
  return false;
}

std::vector<std::size_t> Segmentation::starts() const {
  std::vector<std::size_t> starts;
  if (is_name()) return starts;
  bool known_before = steps_.front().known;
  std::size_t begin = 0;
  for (std::size_t at = steps_.front().next; at < letters_.size(); at = steps_[at].next) {
    const bool known = steps_[at].known;
    const std::size_t length_before = at - begin, length = steps_[at].next - at;
    const bool torn =
        known_before ? !known && length_before < trusted_length : !known || length < trusted_length;
    if (!torn && !is_title(begin, at)) starts.push_back(at);
    known_before = known;
    begin = at;
  }
  return starts;
}

} // namespace

WordList::WordList(const std::vector<std::string>& words) : state_(std::make_unique<State>()) {
  for (const std::string& word : words) {
    const std::vector<Letter> letters = read_letters(word).codes;
    const bool thai = std::all_of(letters.begin(), letters.end(), [](Letter c) { return c != 0; });
    if (!letters.empty() && thai) state_->words.emplace_back(letters.begin(), letters.end());
  }
  std::sort(state_->words.begin(), state_->words.end());
  state_->words.erase(std::unique(state_->words.begin(), state_->words.end()), state_->words.end());
}

WordList::~WordList() = default;
WordList::WordList(WordList&&) noexcept = default;

bool is_thai(char32_t code) {
  return code >= 0x0E01 && code <= 0x0E4E && !(code >= 0x0E3B && code <= 0x0E3F);
}

std::vector<std::size_t> word_starts(std::string_view text, const WordList* more) {
  const Letters letters = read_letters(text);
  if (letters.codes.empty()) return {};
  std::vector<std::size_t> starts = Segmentation(letters.codes, more).starts();
  for (std::size_t& start : starts) start = letters.offsets[start];
  return starts;
}

} // namespace saraban::thai
