// Filters that give what only a document can show: blanks, boxes, pictures, rich text, links.
#include "base/utf8.h"
#include "language/characters.h"
#include "language/document_arguments.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/tags.h"
#include "language/values.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

Value image(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  Picture picture;
  picture.source = plain_form(call.subject);
  picture.width = length_argument(call, 0);
  picture.height = length_argument(call, 1);
  picture.description = call.text(3);
  const std::string fit = call.text(2, "contain");
  if (fit == "cover")
    picture.fit = Picture::Fit::cover;
  else if (fit == "stretch")
    picture.fit = Picture::Fit::stretch;
  else if (fit != "contain")
    return call.bad_argument(2);
  return picture;
}

Value qr(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  QrCode code;
  code.text = plain_form(call.subject);
  if (const auto size = length_argument(call, 0)) code.size = *size;
  return code;
}

Value barcode(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  BarCode code;
  code.text = plain_form(call.subject);
  code.kind = call.text(0, "code128");
  code.width = length_argument(call, 1);
  code.height = length_argument(call, 2);
  return code;
}

Value rich(Invocation& call, RichText::Kind kind) {
  return RichText{kind, plain_form(call.subject)};
}
Value markdown(Invocation& call) {
  return rich(call, RichText::Kind::markdown);
}
Value html(Invocation& call) {
  return rich(call, RichText::Kind::html);
}

Value link(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  std::string target = plain_form(call.subject);
  std::string text = call.text(0, target);
  return LinkText{std::move(target), std::move(text)};
}

/// Text with tags of its own, as letters' paragraphs in data files have them: `{{ … }}` only.
Value expanded(Invocation& call) {
  const std::string text = plain_form(call.subject);
  if (text.find("{{") == std::string::npos && text.find("{%") == std::string::npos) return text;
  Scope::State& state = call.state;
  const CallGuard depth(state);
  state.charge(text.size());
  const Location where = state.where ? *state.where : Location{};
  std::string out;
  std::size_t at = 0;
  for (const Tag& tag : find_tags(text, where, state.diagnostics)) {
    out += text.substr(at, tag.begin - at);
    at = tag.end;
    if (tag.kind == TagKind::statement)
      state.report("statement-in-data", {{"tag", text.substr(tag.begin, tag.end - tag.begin)}});
    if (tag.kind != TagKind::output) continue;
    const Expression expression = parse_output(tag.content, where, state.diagnostics);
    if (expression.root) out += shown_text(evaluate(*expression.root, state), state);
  }
  return out + text.substr(at);
}

constexpr std::array<Routine, 7> filters{{
    {"barcode", barcode, "kind width height"},
    {"html", html, ""},
    {"image", image, "width height fit alt"},
    {"link", link, "text"},
    {"markdown", markdown, ""},
    {"qr", qr, "size"},
    {"template", expanded, ""},
}};

} // namespace

std::span<const Routine> document_filters() {
  return filters;
}

} // namespace saraban::language
