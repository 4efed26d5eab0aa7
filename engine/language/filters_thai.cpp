// Filters of Thai text: digits, amounts in words, list numbers, names, phones, card numbers.
#include "language/glue.h"
#include "language/masks.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/text.h"
#include "language/values.h"
#include "thai/baht.h"
#include "thai/digits.h"
#include "thai/numbering.h"

#include <array>

namespace saraban::language {
namespace {

bool is_blank(const Value& value) {
  const std::string* text = string_of(value);
  return kind_of(value) == Kind::none || (text && text->empty());
}

Value thai_digits(Invocation& call) {
  return thai::to_thai_digits(plain_form(call.subject));
}
Value arabic_digits(Invocation& call) {
  return thai::to_arabic_digits(plain_form(call.subject));
}

std::optional<thai::WordsOptions> words_options(Invocation& call) {
  thai::WordsOptions options;
  const std::string et = call.text(0, "always"), unit = call.text(1, "บาท");
  if (et == "tens-only")
    options.et = thai::Et::tens_only;
  else if (et != "always")
    return call.bad_argument(0), std::nullopt;
  if (unit == "ล้าน" || unit == "million")
    options.unit = thai::BahtUnit::million;
  else if (unit != "บาท" && unit != "baht")
    return call.bad_argument(1), std::nullopt;
  return options;
}

/// An absent amount is a fault, never "ศูนย์บาทถ้วน" (thai.md C3).
Value bahttext(Invocation& call) {
  const auto number = call.number();
  const auto options = words_options(call);
  return number && options ? Value(thai::baht_text(*number, *options)) : Value(std::string());
}
Value thaiwords(Invocation& call) {
  const auto number = call.number();
  const auto options = words_options(call);
  return number && options ? Value(thai::number_words(*number, *options)) : Value(std::string());
}

/// One level of a list number; "" for an unknown style.
std::string level_number(int number, const std::string& style, thai::Digits digits) {
  const std::string plain = thai::with_digits(std::to_string(number), digits);
  if (style == "letter" || style == "letters") return thai::letter_thai(number) + ".";
  if (style == "letter-paren") return thai::letter_thai(number) + ")";
  if (style == "counting") return thai::counting_thai(number);
  if (style == "thai" || style == "arabic") return plain + ".";
  if (style == "paren") return plain + ")";
  if (style == "parens") return "(" + plain + ")";
  return style == "plain" ? plain : std::string();
}

thai::Digits numbering_digits(Invocation& call, const std::string& style) {
  if (call.find(1)) return call.digits();
  if (style == "arabic") return thai::Digits::arabic;
  return style == "thai" ? thai::Digits::thai : call.state.settings.digits;
}

/// 1 is "๑.", [1, 2] is "๑.๒".
Value numbering(Invocation& call) {
  const std::string style = call.text(0, "thai");
  const thai::Digits digits = numbering_digits(call, style);
  const bool nested = kind_of(call.subject) == Kind::list;
  std::string path;
  const Sequence levels(nested ? call.subject : make_list({call.subject}));
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const auto number = number_in(levels.at(i));
    const auto whole = number ? number->to_int64() : std::nullopt;
    if (!whole || *whole < 0 || *whole > 1'000'000)
      return call.fault("not-a-number", {{"value", described(levels.at(i))}});
    if (levels.size() == 1) {
      std::string alone = level_number(static_cast<int>(*whole), style, digits);
      return alone.empty() ? call.bad_argument(0) : Value(std::move(alone));
    }
    path += (i ? "." : "") + thai::with_digits(std::to_string(*whole), digits);
  }
  if (style == "paren") path += ")";
  return path;
}

Value phone(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const std::string style = call.text(0, "space");
  if (style != "space" && style != "dash") return call.bad_argument(0);
  const std::string written = plain_form(call.subject);
  std::string out;
  for (const std::string& part : split_text(written, ",")) {
    const auto masked = masked_phone(part, style == "dash" ? '-' : ' ');
    if (!masked) call.state.warn("not-a-phone", {{"value", part}});
    out += (out.empty() ? "" : ", ") + masked.value_or(part);
  }
  return thai::with_digits(out, call.digits());
}

Value idcard(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const std::string style = call.text(0, "dash");
  if (style != "space" && style != "dash") return call.bad_argument(0);
  const IdCard card = masked_id_card(plain_form(call.subject), style == "dash" ? '-' : ' ');
  if (!card.valid) call.state.warn("not-idcard", {{"value", described(call.subject)}});
  return thai::with_digits(card.text, call.digits());
}

/// "นาย  สมชาย ใจดี" or {คำนำหน้า, ชื่อ, นามสกุล}: title joined, one space that does not break.
Value personname(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  std::string written = plain_form(call.subject);
  if (kind_of(call.subject) == Kind::map) {
    written.clear();
    constexpr std::array<std::string_view, 8> keys{"คำนำหน้า", "title",  "prefix", "ชื่อ",
                                                   "first",   "นามสกุล", "สกุล",    "last"};
    for (const std::string_view key : keys)
      if (const auto part = Members(call.subject).find(key)) written += plain_form(*part) + " ";
  }
  return glued_spaces(person_name(written));
}

Value nobreak(Invocation& call) {
  return glued(call.subject_text());
}

constexpr std::array<Routine, 9> filters{{
    {"arabicdigits", arabic_digits, ""},
    {"bahttext", bahttext, "et unit"},
    {"idcard", idcard, "style digits"},
    {"nobreak", nobreak, ""},
    {"numbering", numbering, "style digits"},
    {"personname", personname, ""},
    {"phone", phone, "style digits"},
    {"thaidigits", thai_digits, ""},
    {"thaiwords", thaiwords, "et unit"},
}};

} // namespace

std::span<const Routine> thai_filters() {
  return filters;
}

} // namespace saraban::language
