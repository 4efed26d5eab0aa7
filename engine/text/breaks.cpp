// Where a line may end: UAX #14 as Word narrows it, with Thai words inside Thai runs.
#include "text/breaks.h"

#include "base/utf8.h"
#include "text/script.h"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>

namespace saraban::text {

namespace {

// Word breaks before and after these characters only where the pair rules say so; the others need
// UAX #14.
bool is_simple(char32_t code) {
  return code < 0x0590 || (code >= 0x0E00 && code <= 0x0E7F) ||
         (code >= 0x1E00 && code <= 0x206F) || code == 0xFEFF || (code >= 0x20A0 && code < 0x2300);
}

bool is_latin_letter(char32_t code) {
  return script_of(code) == Script::latin;
}
bool opens(char32_t code) {
  return code == '(' || code == '[' || code == '{' || code == 0x201C || code == 0x2018 ||
         code == 0xAB;
}
bool closes(char32_t code) {
  return code == ')' || code == ']' || code == '}' || code == 0x201D || code == 0x2019 ||
         code == 0xBB;
}
bool is_glue(char32_t code) {
  return code == 0xA0 || code == 0x2007 || code == 0x202F || code == 0x2060 || code == 0xFEFF ||
         code == 0x2011;
}
// ๆ and ฯ belong to what is before them, a space between or not (thai.md B3); ฯลฯ and ฯพณฯ are
// words.
bool repeats(std::string_view rest) {
  return rest.starts_with("ๆ") ||
         (rest.starts_with("ฯ") && !rest.starts_with("ฯลฯ") && !rest.starts_with("ฯพณฯ"));
}
// Word ends a line after these, but not after one that begins a word ("-5").
bool is_hyphen(char32_t code) {
  return code == '-' || code == 0x2010 || code == 0x2013 || code == 0x2014;
}

Opportunity between_scripts(char32_t before, char32_t after) {
  const bool thai_before = is_thai_letter(before), thai_after = is_thai_letter(after);
  if ((thai_before && is_latin_letter(after)) || (is_latin_letter(before) && thai_after))
    return Opportunity::open;
  if ((thai_before && opens(after)) || (closes(before) && thai_after)) return Opportunity::word;
  return Opportunity::none;
}

/// Between two characters that are not both Thai; `earlier` stands before `before` (0: nothing),
/// `rest` begins with `after`.
Opportunity between(char32_t earlier, char32_t before, char32_t after, std::string_view rest) {
  if (is_glue(before) || is_glue(after) || is_space(after) || is_mark(after))
    return Opportunity::none;
  if (before == 0x200B || before == 0xAD) return Opportunity::open;
  if (is_space(before)) return repeats(rest) ? Opportunity::none : Opportunity::open;
  if (is_hyphen(before)) {
    const bool starts_word = earlier == 0 || is_space(earlier) || opens(earlier);
    const bool ends_word = closes(after) || is_hyphen(after) || after == ',' || after == '.';
    return starts_word || ends_word ? Opportunity::none : Opportunity::open;
  }
  return between_scripts(before, after);
}

void thai_words(std::string_view text, std::size_t start, std::size_t end,
                const thai::WordList* words, std::vector<Opportunity>& out) {
  for (const std::size_t at : thai::word_starts(text.substr(start, end - start), words))
    if (at > 0 && at < end - start) out[start + at] = Opportunity::word;
}

/// UAX #14 by ICU on a copy in which Thai letters are plain letters, so that ICU's own dictionary
/// sleeps; ๆ and ฯ at a run's start become "!", before which no line ends.
void unicode_breaks(std::string_view text, std::vector<Opportunity>& out) {
  UErrorCode error = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> prototype(
      icu::BreakIterator::createLineInstance(icu::Locale::getEnglish(), error));
  if (!prototype) return;
  icu::UnicodeString copy;
  std::vector<std::uint32_t> offsets; // Of each UTF-16 unit.
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode_utf8(text, i);
    char32_t code = is_thai_letter(next.code) ? U'a' : next.code;
    if (!is_thai_letter(before) && repeats(text.substr(i))) code = U'!';
    copy.append(static_cast<UChar32>(code));
    offsets.resize(static_cast<std::size_t>(copy.length()), static_cast<std::uint32_t>(i));
    before = next.code;
    i += next.length;
  }
  const std::unique_ptr<icu::BreakIterator> breaks(prototype->clone());
  breaks->setText(copy);
  for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE && at < copy.length();
       at = breaks->next())
    out[offsets[static_cast<std::size_t>(at)]] = Opportunity::open;
}

/// Word ends a line where UAX #14 does in East Asian text and emoji, not after "/" or "!" in words.
bool trusts_unicode(char32_t before, char32_t after) {
  return !is_simple(before) || !is_simple(after);
}

} // namespace

std::vector<Opportunity> line_breaks(std::string_view text, const thai::WordList* words) {
  std::vector<Opportunity> out(text.size() + 1, Opportunity::none);
  bool simple = true;
  for (std::size_t i = 0; i < text.size() && simple;) {
    const Decoded next = decode_utf8(text, i);
    simple = is_simple(next.code);
    i += next.length;
  }
  if (!simple) unicode_breaks(text, out);
  char32_t earlier = 0, before = 0;
  std::size_t thai_start = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode_utf8(text, i);
    const bool thai = is_thai_letter(next.code), thai_before = is_thai_letter(before);
    if (thai && !thai_before) thai_start = i;
    if (!thai && thai_before) thai_words(text, thai_start, i, words, out);
    if (i > 0 && !(thai && thai_before) && !trusts_unicode(before, next.code))
      out[i] = between(earlier, before, next.code, text.substr(i));
    earlier = before;
    before = next.code;
    i += next.length;
  }
  if (is_thai_letter(before)) thai_words(text, thai_start, text.size(), words, out);
  out.back() = Opportunity::none;
  return out;
}

} // namespace saraban::text
