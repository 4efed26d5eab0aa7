// Numbered paragraphs: numbers that go back, lists that are not as long as was said.
#include "clerk/clerk.h"

#include "clerk/read_text.h"

#include <array>
#include <optional>

namespace saraban::clerk {
namespace {

struct Label {
  std::string text;   ///< "3.", "3)".
  std::string before; ///< "2." of "2.3".
  int number = 0;
};

/// "3. text", "2.3 text", "3) text".
std::optional<Label> label_of(std::string_view line) {
  Label label;
  std::size_t at = 0, start = 0;
  while (at < line.size() && line[at] == ' ') ++at;
  const std::size_t begin = at;
  if (at < line.size() && line[at] == '0') return std::nullopt; // "08.00", "๐๙.๐๐ น."
  for (start = at; at < line.size(); start = at) {
    while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
    if (at == start || at - start > 2) return std::nullopt;
    label.number = std::stoi(std::string(line.substr(start, at - start)));
    if (at >= line.size() || line[at] != '.') break;
    ++at;
    if (at < line.size() && (line[at] < '0' || line[at] > '9')) break;
  }
  if (at < line.size() && line[at] == ')') ++at;
  const bool marked = at > begin && (line[at - 1] == '.' || line[at - 1] == ')');
  const bool nested = start > begin;
  if (at == begin || at >= line.size() || (line[at] != ' ' && line[at] != '\t'))
    return std::nullopt;
  if (!marked && !nested) return std::nullopt;
  label.before = std::string(line.substr(begin, start - begin)) + (line[at - 1] == ')' ? ")" : "");
  label.text = std::string(line.substr(begin, at - begin));
  return label;
}

/// The lists of one kind of label that are open, the innermost last.
struct OpenLists {
  std::string before;
  std::vector<int> last;
};

/// Whether the number goes on in an open list, or begins one.
bool goes_on(OpenLists& lists, int number) {
  if (number == 1 || lists.last.empty()) return lists.last.push_back(number), true;
  for (std::size_t i = lists.last.size(); i-- > 0;)
    if (lists.last[i] + 1 == number) {
      lists.last.resize(i + 1);
      return lists.last[i] = number, true;
    }
  return false;
}

constexpr std::array<std::string_view, 6> announced_units = {"เรื่อง",   "ข้อ",  "รายการ",
                                                             "ประเด็น", "ด้าน", "ขั้นตอน"};

/// "… จำนวน 2 เรื่อง" at the end of a line, with or without ดังนี้.
std::optional<int> announced(std::string_view line) {
  const auto drop = [&](std::string_view end) {
    if (line.ends_with(end)) line.remove_suffix(end.size());
  };
  for (int i = 0; i < 3; ++i)
    for (const std::string_view end : {" ", ":", "ดังนี้", "ได้แก่", "คือ"}) drop(end);
  for (const std::string_view unit : announced_units) {
    if (!line.ends_with(unit)) continue;
    std::string_view rest = line.substr(0, line.size() - unit.size());
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    std::size_t begin = rest.size();
    while (begin > 0 && rest[begin - 1] >= '0' && rest[begin - 1] <= '9') --begin;
    if (begin == rest.size() || rest.size() - begin > 2) return std::nullopt;
    const int number = std::stoi(std::string(rest.substr(begin)));
    rest = rest.substr(0, begin);
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    return rest.ends_with("จำนวน") ? std::optional(number) : std::nullopt;
  }
  return std::nullopt;
}

/// The items of the list whose first one is at `first`: what stands between them is theirs.
int items_of(const std::vector<std::string>& lines, std::size_t first) {
  const auto begin = label_of(lines[first]);
  if (!begin || begin->number != 1) return 0;
  int count = 1;
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    const auto label = label_of(lines[i]);
    if (!label || label->before != begin->before) continue;
    if (label->number != count + 1) break;
    ++count;
  }
  return count;
}

class Numbering {
public:
  Numbering(const std::string& file, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    where_.file = file;
  }
  void follow(const Label& label);
  void count(const std::string& line, int said, int counted) {
    if (counted > 1 && counted != said)
      diagnostics_.warning(
          "clerk-announced", where_,
          {{"text", line}, {"said", std::to_string(said)}, {"counted", std::to_string(counted)}});
  }

private:
  Diagnostics& diagnostics_;
  Location where_;
  std::vector<OpenLists> open_;
};

void Numbering::follow(const Label& label) {
  for (OpenLists& lists : open_)
    if (lists.before == label.before) {
      const int last = lists.last.empty() ? 0 : lists.last.back();
      if (goes_on(lists, label.number)) return;
      diagnostics_.warning("clerk-numbering", where_,
                           {{"label", label.text}, {"before", std::to_string(last)}});
      lists.last.back() = label.number;
      return;
    }
  open_.push_back({label.before, {label.number}});
}

} // namespace

void check_numbering(const Papers& papers, Diagnostics& diagnostics) {
  Numbering numbering(papers.file, diagnostics);
  const std::vector<std::string> lines = lines_of(papers.document);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (const auto label = label_of(lines[i])) numbering.follow(*label);
    const auto said = announced(lines[i]);
    if (said && i + 1 < lines.size()) numbering.count(lines[i], *said, items_of(lines, i + 1));
  }
}

} // namespace saraban::clerk
