// Filters that give what only a document can show: blanks, boxes, pictures, rich text, links.
#include "base/utf8.h"
#include "language/characters.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/tags.h"
#include "language/values.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

/// "2.5cm", "30mm", "1in", "36pt"; a number alone is centimetres.
std::optional<Length> length_in(const Value& value) {
  const std::string written = plain_form(value);
  const std::string_view text = trimmed(written);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto number = Decimal::parse(text.substr(0, digits));
  if (!number || number->is_negative() || *number > Decimal(10'000)) return std::nullopt;
  const std::string_view unit = trimmed(text.substr(digits));
  const double size = number->to_double();
  if (unit.empty() || unit == "cm" || unit == "ซม.") return millimetres(size * 10);
  if (unit == "mm" || unit == "มม.") return millimetres(size);
  if (unit == "in") return points(size * 72);
  return unit == "pt" ? std::optional(points(size)) : std::nullopt;
}

std::optional<Length> length_argument(Invocation& call, std::size_t place) {
  const Value* given = call.find(place);
  if (!given || kind_of(*given) == Kind::none) return std::nullopt;
  const auto length = length_in(*given);
  if (!length) call.bad_argument(place);
  return length;
}

bool is_blank(const Value& value) {
  const std::string* text = string_of(value);
  return value.is_undefined() || kind_of(value) == Kind::none || (text && text->empty());
}

/// The value where there is one; else the place to write it by hand.
Value blank(Invocation& call) {
  if (!is_blank(call.subject)) return call.subject;
  Blank blank;
  blank.width = length_argument(call, 0);
  blank.lines = std::clamp(call.whole(1, 0), 0, 1'000);
  blank.fill = call.flag(2, false);
  return blank;
}

/// How data files say no.
bool says_no(const Value& value) {
  const std::string* text = string_of(value);
  if (!text) return !is_true(value);
  constexpr std::array<std::string_view, 9> no{"",   "0",  "false", "False", "FALSE",
                                               "no", "ไม่", "ไม่ใช่",  "-"};
  return std::find(no.begin(), no.end(), trimmed(*text)) != no.end();
}

bool is_chosen(const Value& value, const Value& choice) {
  if (kind_of(value) != Kind::list) return equal_values(value, choice);
  const Sequence items(value);
  for (std::size_t i = 0; i < items.size(); ++i)
    if (equal_values(items.at(i), choice)) return true;
  return false;
}

/// In a form that may stay empty an absent choice is an empty box.
bool reports_missing(const Invocation& call) {
  return call.subject.is_undefined() && call.state.settings.missing != Missing::blank &&
         call.state.settings.missing != Missing::empty;
}

Value check(Invocation& call) {
  if (reports_missing(call)) return call.subject;
  const Value* choice = call.find(0);
  const bool checked = choice ? is_chosen(call.subject, *choice) : !says_no(call.subject);
  return CheckBox{checked && !call.subject.is_undefined(), false};
}
Value radio(Invocation& call) {
  if (reports_missing(call)) return call.subject;
  const Value* choice = call.find(0);
  if (!choice) return call.bad_argument(0);
  return CheckBox{!call.subject.is_undefined() && is_chosen(call.subject, *choice), true};
}

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
  return call.fault("not-supported", {{"name", "barcode"}});
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

constexpr auto handle = OnUndefined::handle;
constexpr std::array<Routine, 10> filters{{
    {"barcode", barcode, "kind width height"},
    {"blank", blank, "cm lines fill", handle},
    {"check", check, "value", handle},
    {"html", html, ""},
    {"image", image, "width height fit alt"},
    {"link", link, "text"},
    {"markdown", markdown, ""},
    {"qr", qr, "size"},
    {"radio", radio, "value", handle},
    {"template", expanded, ""},
}};

} // namespace

std::span<const Routine> document_filters() {
  return filters;
}

} // namespace saraban::language
