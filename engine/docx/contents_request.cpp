// What a TOC field asks for.
#include "docx/contents_request.h"

#include "docx/part/elements.h"
#include "docx/part/instruction.h"

#include <algorithm>

namespace saraban::docx {
namespace {

constexpr int deepest = 9;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

/// "1-3"; all levels where it says nothing.
void read_range(const std::string& word, ContentsRequest& request) {
  const auto dash = std::min(word.find('-'), word.size());
  const auto level = [&](const std::string& text, int standard) {
    return static_cast<int>(std::clamp<std::int64_t>(integer_or(text, standard), 1, deepest));
  };
  request.first = level(word.substr(0, dash), 1);
  request.last = dash < word.size() ? level(word.substr(dash + 1), deepest) : deepest;
}

/// "Name,1,Other name,2"; some have semicolons.
void read_styles(std::string_view text, ContentsRequest& request) {
  std::string name;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(",;"), text.size());
    const std::string_view word = text.substr(0, end);
    const auto level = integer(word);
    if (level && !name.empty())
      request.styles[lower(name)] = static_cast<int>(std::clamp<std::int64_t>(*level, 1, deepest));
    name = level ? std::string() : std::string(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

} // namespace

bool read_contents_request(std::string_view instruction, ContentsRequest& request) {
  const auto words = instruction_words(instruction);
  if (words.empty() || upper(words[0]) != "TOC") return false;
  constexpr std::string_view others[] = {"\\a", "\\b", "\\c", "\\f", "\\l", "\\s"};
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (std::find(std::begin(others), std::end(others), word) != std::end(others)) return false;
    const bool has_argument = i + 1 < words.size() && !words[i + 1].starts_with('\\');
    const std::string argument = has_argument ? words[i + 1] : std::string();
    if (word == "\\o") read_range(argument, request);
    if (word == "\\t") read_styles(argument, request);
    if (word == "\\u") request.by_outline = true;
    if (word == "\\h") request.links = true;
    if (word == "\\n") request.pages = false;
  }
  return request.first > 0 || request.by_outline || !request.styles.empty();
}

int level_in(const ContentsRequest& request, const std::string& style, int outline_level) {
  if (const auto named = request.styles.find(style); named != request.styles.end())
    return named->second;
  const auto within = [&](int level, int first, int last) {
    return level >= first && level <= last ? level : 0;
  };
  constexpr std::string_view heading = "heading ";
  if (request.first > 0 && style.starts_with(heading)) {
    const auto number = integer(std::string_view(style).substr(heading.size()));
    if (number) return within(static_cast<int>(*number), request.first, request.last);
  }
  if (!request.by_outline || outline_level == 0) return 0;
  return request.first > 0 ? within(outline_level, request.first, request.last) : outline_level;
}

} // namespace saraban::docx
