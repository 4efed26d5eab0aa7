// Rules of official letters: their data is known by the names that letters have (thai.md A2).
#include "clerk/clerk.h"
#include "clerk/read_text.h"
#include "data/read.h"

#include <array>

namespace saraban::clerk {
namespace {

using data::Value;

struct Pair {
  std::string_view salutation, closing;
};
/// The longer salutations first.
constexpr std::array<Pair, 3> pairs = {{{"กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง"},
                                        {"นมัสการ", "ขอนมัสการด้วยความเคารพ"},
                                        {"เรียน", "ขอแสดงความนับถือ"}}};

std::string_view trimmed(std::string_view line) {
  while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line;
}

/// As the document prints it: "เรียน\tนายอำเภอ".
const Pair* salutation_of(std::string_view line) {
  for (const Pair& pair : pairs) {
    const std::string_view rest = line.substr(std::min(pair.salutation.size(), line.size()));
    if (line.starts_with(pair.salutation) && (rest.starts_with(' ') || rest.starts_with('\t')))
      return &pair;
  }
  return nullptr;
}

void check_closing(const std::vector<std::string>& lines, const Location& where,
                   Diagnostics& diagnostics) {
  const Pair* salutation = nullptr;
  for (const std::string& text : lines) {
    const std::string_view line = trimmed(text);
    if (salutation == nullptr) salutation = salutation_of(line);
    for (const Pair& pair : pairs)
      if (line == pair.closing && salutation != nullptr && pair.closing != salutation->closing)
        diagnostics.warning("clerk-closing", where,
                            {{"salutation", std::string(salutation->salutation)},
                             {"closing", std::string(line)},
                             {"right", std::string(salutation->closing)}});
  }
}

/// "สิ่งที่ส่งมาด้วย 3" wants a third entry.
void check_enclosures(const Papers& papers, Diagnostics& diagnostics) {
  constexpr std::string_view name = "สิ่งที่ส่งมาด้วย";
  const Value* list = papers.record.find(name);
  if (list == nullptr || list->list() == nullptr || papers.record.find("เรียน") == nullptr) return;
  const auto count = static_cast<std::int64_t>(list->list()->size());
  for_each_text(papers.record, [&](const std::string& text, data::Mark mark) {
    const std::string line = plain(text);
    for (std::size_t at = 0; (at = line.find(name, at)) != line.npos;) {
      at += name.size();
      while (at < line.size() && line[at] == ' ') ++at;
      const auto number = read_number(std::string_view(line).substr(at));
      if (number && number->value > Decimal(count))
        diagnostics.warning("clerk-enclosure", data::location_of(mark, papers.sources),
                            {{"number", grouped(number->value)}, {"count", std::to_string(count)}});
    }
  });
}

/// A letter refers to others, never to itself.
void check_own_number(const Papers& papers, Diagnostics& diagnostics) {
  const Value* number = papers.record.find("ที่");
  const Value* references = papers.record.find("อ้างถึง");
  if (number == nullptr || references == nullptr || number->string() == nullptr) return;
  const std::string own = plain(*number->string());
  if (own.empty()) return;
  for_each_text(*references, [&](const std::string& text, data::Mark mark) {
    const std::string line = plain(text);
    const std::size_t at = line.find(own);
    const std::size_t end = at == line.npos ? at : at + own.size();
    if (end == line.npos || (end < line.size() && line[end] >= '0' && line[end] <= '9')) return;
    diagnostics.warning("clerk-own-number", data::location_of(mark, papers.sources),
                        {{"number", *number->string()}});
  });
}

} // namespace

void check_letter(const Papers& papers, Diagnostics& diagnostics) {
  Location where;
  where.file = papers.file;
  check_closing(lines_of(papers.document), where, diagnostics);
  check_enclosures(papers, diagnostics);
  check_own_number(papers, diagnostics);
}

} // namespace saraban::clerk
