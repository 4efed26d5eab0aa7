// Thai takes a run's complex-script size, weight and face; a template made without them prints it
// otherwise than its author meant (ECMA-376 17.3.2).
#include "clerk/clerk.h"

#include "base/utf8.h"

#include <set>

namespace saraban::clerk {
namespace {

/// The first Thai of a text, a few words of it.
std::string thai_in(std::string_view text) {
  std::string found;
  for (std::size_t at = 0; at < text.size() && found.size() < 60;) {
    const Decoded next = decode_utf8(text, at);
    const bool thai = next.code >= 0x0E01 && next.code <= 0x0E4E;
    if (thai || (!found.empty() && next.code == U' '))
      found += text.substr(at, next.length);
    else if (!found.empty())
      break;
    at += next.length;
  }
  while (found.ends_with(' ')) found.pop_back();
  return found;
}

class Slots {
public:
  Slots(const Papers& papers, Diagnostics& diagnostics)
      : papers_(papers), diagnostics_(diagnostics) {}

  void look(const std::vector<document::Block>& blocks) {
    for (const document::Block& block : blocks) {
      if (const auto* table = std::get_if<document::Table>(&block.content))
        for (const auto& row : table->rows)
          for (const auto& cell : row.cells) look(cell.blocks);
      if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content))
        for (const auto& item : paragraph->inlines)
          if (const auto* run = std::get_if<document::Text>(&item)) look(*run);
    }
  }

private:
  void look(const document::Text& run) {
    const document::RunFormat& format = papers_.document.run_formats[run.format];
    if (format.hidden && run.text.find("{{") != run.text.npos) warn_hidden(run.text);
    const auto& latin = format.latin;
    const auto& complex = format.complex;
    if (latin.size == complex.size && latin.bold == complex.bold) return;
    const std::string thai = thai_in(run.text);
    if (thai.empty() || !told_.insert(run.format).second) return;
    Location where;
    where.file = papers_.file;
    diagnostics_.warning("clerk-slot", where,
                         {{"text", thai}, {"thai", said(complex)}, {"latin", said(latin)}});
  }

  /// What only sets or chooses may well be hidden; a value is meant to be seen.
  void warn_hidden(const std::string& text) {
    Location where;
    where.file = papers_.file;
    diagnostics_.warning("clerk-hidden", where, {{"text", text}});
  }

  static std::string said(const document::FaceRequest& face) {
    std::string size = std::to_string(face.size.points());
    size.erase(size.find_last_not_of('0') + 1);
    if (size.ends_with('.')) size.pop_back();
    return size + " pt" + (face.bold ? " bold" : "");
  }

  const Papers& papers_;
  Diagnostics& diagnostics_;
  std::set<document::FormatIndex> told_;
};

} // namespace

void check_slots(const Papers& papers, Diagnostics& diagnostics) {
  Slots slots(papers, diagnostics);
  for (const auto& section : papers.document.sections) slots.look(section.blocks);
}

} // namespace saraban::clerk
