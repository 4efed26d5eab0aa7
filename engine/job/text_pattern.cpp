// Text with tags outside of a template.
#include "job/text_pattern.h"

namespace saraban::job {

TextPattern::TextPattern(std::string text, const Location& where, Diagnostics& diagnostics) {
  std::size_t at = 0;
  for (const language::Tag& tag : language::find_tags(text, where, diagnostics)) {
    if (tag.kind != language::TagKind::output) continue;
    pieces_.push_back({text.substr(at, tag.begin - at), std::nullopt});
    pieces_.push_back({"", language::parse_output(tag.content, where, diagnostics)});
    at = tag.end;
  }
  pieces_.push_back({text.substr(at), std::nullopt});
}

std::string TextPattern::of(language::Scope& scope,
                            const std::function<std::string(std::string)>& change) const {
  std::string text;
  for (const Piece& piece : pieces_) {
    text += piece.text;
    if (piece.value)
      text += change(language::to_text(scope.evaluate(*piece.value), scope, *piece.value));
  }
  return text;
}

} // namespace saraban::job
