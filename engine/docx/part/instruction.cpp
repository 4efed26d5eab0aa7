// Instructions of fields.
#include "docx/part/instruction.h"

#include <algorithm>

namespace saraban::docx {

std::vector<std::string> instruction_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') {
      ++at;
      continue;
    }
    const bool quoted = text[at] == '"';
    const auto from = quoted ? at + 1 : at;
    auto end = quoted ? text.find('"', from) : text.find_first_of(" \t\n\"", from);
    end = std::min(end, text.size());
    words.emplace_back(text.substr(from, end - from));
    at = end + (quoted ? 1 : 0);
  }
  return words;
}

std::string upper(std::string text) {
  for (auto& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return text;
}

std::string page_reference(const std::vector<std::string>& words) {
  if (words.size() < 2 || upper(words[0]) != "PAGEREF") return {};
  return std::find(words.begin(), words.end(), "\\p") == words.end() ? words[1] : std::string();
}

} // namespace saraban::docx
