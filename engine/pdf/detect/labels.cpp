// Labels of fields and names made of them.
#include "pdf/detect/labels.h"

#include "base/utf8.h"
#include "language/characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace saraban::pdf::detect {
namespace {

constexpr std::size_t longest_label = 28; // letters
constexpr std::size_t longest_name = 48;

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x0E50 && c <= 0x0E59);
}
bool is_mark(char32_t c) {
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E);
}
bool is_letter(char32_t c) {
  return language::is_name_start(c) && c != '_';
}
bool is_space(char32_t c) {
  return c == ' ' || c == 0xA0 || c == '\t';
}
/// Dots, colons, bullets, quotes: nothing of them names a thing.
bool is_ornament(char32_t c) {
  static constexpr std::u32string_view ornaments = U".:;,-–—*•●■▪◦·\"'“”‘’()[]{}<>/\\|_=+…□☐○ฯ";
  return is_space(c) || ornaments.find(c) != std::u32string_view::npos;
}

std::u32string without_brackets(std::u32string_view text) {
  std::u32string out;
  int depth = 0;
  for (const char32_t c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

/// "๑๐. ผู้เสนอโครงการ งบประมาณ....": who it is heads what is asked of them. Bytes of the person.
std::size_t person_length(std::string_view text, std::string_view cleaned_text) {
  const std::size_t space = cleaned_text.find(' ');
  const bool person = cleaned_text.starts_with("ผู้") && space != std::string_view::npos;
  return person && numbering_length(trimmed_text(text)) > 0 ? space : 0;
}

} // namespace

std::size_t width_in_letters(std::string_view text) {
  const std::u32string all = to_utf32(text);
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](char32_t c) { return !is_mark(c); }));
}

std::string trimmed_text(std::string_view text) {
  return std::string(language::trimmed(text));
}

std::vector<std::string> phrases(std::string_view text) {
  std::vector<std::string> out;
  std::string phrase;
  for (const char32_t c : to_utf32(text)) {
    if (!is_space(c)) {
      append_utf8(phrase, c);
    } else if (!phrase.empty()) {
      out.push_back(std::move(phrase));
      phrase.clear();
    }
  }
  if (!phrase.empty()) out.push_back(std::move(phrase));
  return out;
}

std::size_t numbering_length(std::string_view text) {
  const std::u32string all = to_utf32(text);
  std::size_t i = 0, digits = 0;
  const auto at = [&](std::size_t k) { return k < all.size() ? all[k] : U'\0'; };
  if (at(0) == '-' || at(0) == 0x2022 || at(0) == '*') {
    i = 1;
  } else {
    if (at(i) == '(') ++i;
    while (is_digit(at(i)) || (digits > 0 && at(i) == '.' && is_digit(at(i + 1)))) ++i, ++digits;
    const bool letter = digits == 0 && is_letter(at(i)) && (at(i + 1) == '.' || at(i + 1) == ')') &&
                        (is_space(at(i + 2)) || at(i + 2) == 0);
    if (letter) ++i;
    if (digits == 0 && !letter) return 0;
    const bool closed = at(i) == '.' || at(i) == ')';
    while (at(i) == '.' || at(i) == ')') ++i;
    if (!closed && !is_space(at(i)) && i < all.size()) return 0; // "5ส", "๒๕๖๑/..."
    if (digits > 3 && !closed) return 0;
  }
  while (is_space(at(i))) ++i;
  return to_utf8(all.substr(0, i)).size();
}

std::string cleaned(std::string_view text) {
  const std::string whole = trimmed_text(text);
  std::u32string all =
      without_brackets(to_utf32(std::string_view(whole).substr(numbering_length(whole))));
  while (!all.empty() && is_ornament(all.back())) all.pop_back();
  const auto first =
      std::find_if(all.begin(), all.end(), [](char32_t c) { return !is_ornament(c); });
  all.erase(all.begin(), first);
  return to_utf8(all);
}

std::string label_of(std::string_view text) {
  std::string whole = cleaned(text);
  if (const std::size_t person = person_length(text, whole)) whole = cleaned(whole.substr(person));
  if (width_in_letters(whole) <= longest_label) return whole;
  const std::vector<std::string> all = phrases(whole);
  std::string label;
  for (auto phrase = all.rbegin(); phrase != all.rend(); ++phrase) {
    const std::string longer = label.empty() ? *phrase : *phrase + " " + label;
    if (!label.empty() && width_in_letters(longer) > longest_label) break;
    label = longer;
  }
  return cleaned(label);
}

std::string heading_of(std::string_view text) {
  const std::string whole = cleaned(text);
  if (const std::size_t person = person_length(text, whole)) return whole.substr(0, person);
  if (width_in_letters(whole) <= longest_label) return whole;
  const std::vector<std::string> all = phrases(whole);
  return all.empty() ? "" : all.front();
}

std::string name_of(std::string_view label) {
  std::string name;
  std::size_t letters = 0;
  bool pending = false;
  for (const char32_t c : to_utf32(label)) {
    if (is_space(c) || c == '-' || c == '/' || c == '_') {
      pending = !name.empty();
      if (letters > longest_name) break;
      continue;
    }
    if (!language::is_name_part(c) || c == '_') continue;
    if (name.empty() && !language::is_name_start(c)) continue;
    if (letters > longest_name && !is_mark(c) && pending) break;
    if (std::exchange(pending, false)) name += '_';
    append_utf8(name, c);
    letters += is_mark(c) ? 0 : 1;
  }
  static constexpr std::array<std::string_view, 16> taken = {
      "and",  "or",    "not",  "in",   "is",    "if",   "else", "for",
      "true", "false", "none", "True", "False", "None", "loop", "recursive"};
  if (std::find(taken.begin(), taken.end(), name) != taken.end()) name += '_';
  return name;
}

} // namespace saraban::pdf::detect
