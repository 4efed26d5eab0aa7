// Names of a batch's outputs: a pattern with tags, filled from each record.
#include "job/output_name.h"

#include "language/scope.h"

namespace saraban::job {
namespace {

std::string safe_in_a_name(std::string text) {
  constexpr std::string_view unsafe = "/\\:*?\"<>|";
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || unsafe.find(c) != unsafe.npos) c = '-';
  if (text == "." || text == "..") text.replace(0, 1, "-");
  return text;
}

} // namespace

OutputName::OutputName(const std::string& pattern, Diagnostics& diagnostics) : pattern_(pattern) {
  Location where;
  where.file = pattern_;
  std::size_t at = 0;
  for (const language::Tag& tag : language::find_tags(pattern_, where, diagnostics)) {
    if (tag.kind != language::TagKind::output) continue;
    pieces_.push_back({pattern_.substr(at, tag.begin - at), std::nullopt});
    pieces_.push_back({"", language::parse_output(tag.content, where, diagnostics)});
    at = tag.end;
  }
  pieces_.push_back({pattern_.substr(at), std::nullopt});
}

std::string OutputName::of(const Record& record, const language::DocumentSettings& settings,
                           const Environment& environment, Diagnostics& diagnostics) const {
  language::Scope scope(record.value, record.sources, environment, settings, diagnostics);
  std::string name;
  for (const Piece& piece : pieces_) {
    name += piece.text;
    if (!piece.value) continue;
    const language::Value value = scope.evaluate(*piece.value);
    name += safe_in_a_name(language::to_text(value, scope, *piece.value));
  }
  return name;
}

} // namespace saraban::job
