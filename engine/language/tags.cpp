// Finding tags in a paragraph's text: delimiters, docxtpl's units, trim marks, raw blocks.
#include "language/tags.h"

#include "base/utf8.h"
#include "language/characters.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Delimiters {
  TagKind kind;
  std::string_view open, close;
};
constexpr std::array<Delimiters, 3> delimiters{{{TagKind::output, "{{", "}}"},
                                                {TagKind::statement, "{%", "%}"},
                                                {TagKind::comment, "{#", "#}"}}};

/// docxtpl's way to write a delimiter itself.
struct Escape {
  std::string_view written, expression;
};
constexpr std::array<Escape, 4> escapes{
    {{"{_%", "'{%'"}, {"{_{", "'{{'"}, {"%_}", "'%}'"}, {"}_}", "'}}'"}}};

bool has_opener(std::string_view text) {
  return text.find("{%") != npos || text.find("{{") != npos || text.find("{#") != npos;
}

bool starts_expression(std::string_view text) {
  const Decoded c = decode_utf8(text, 0);
  return c.length != 0 && (is_name_start(c.code) || digit_value(c.code) >= 0 ||
                           quote_class(c.code) != Quote::none || c.code == '(' || c.code == '[');
}

/// Takes `word` and the space after it from the front of `content`.
bool take_word(std::string_view& content, std::string_view word) {
  if (content.substr(0, word.size()) != word) return false;
  const std::string_view rest = content.substr(word.size());
  const Decoded c = decode_utf8(rest, 0);
  const std::string_view after = trimmed(rest);
  if (c.length == 0 || !is_space(c.code) || !starts_expression(after)) return false;
  content = after;
  return true;
}

Unit take_unit(std::string_view& content) {
  if (take_word(content, "p")) return Unit::paragraph;
  if (take_word(content, "tr")) return Unit::row;
  if (take_word(content, "tc")) return Unit::cell;
  if (take_word(content, "r")) return Unit::run;
  return Unit::automatic;
}

class Finder {
public:
  Finder(std::string_view text, const Location& where, Diagnostics& diagnostics)
      : text_(text), where_(where), diagnostics_(diagnostics) {}

  std::vector<Tag> run() {
    std::size_t at = 0;
    while ((at = next_candidate(at)) != npos) at = take_at(at);
    return std::move(tags_);
  }

private:
  /// The next byte at which a tag or an escape may stand.
  std::size_t next_candidate(std::size_t at) {
    if (next_escape_end_ != npos && next_escape_end_ < at) next_escape_end_ = find_escape_end(at);
    return std::min(text_.find('{', at), next_escape_end_);
  }
  std::size_t find_escape_end(std::size_t at) const {
    for (std::size_t p = at; (p = text_.find("_}", p)) != npos; ++p)
      if (p > at && (text_[p - 1] == '%' || text_[p - 1] == '}')) return p - 1;
    return npos;
  }

  /// Takes what stands at `at`; where to go on.
  std::size_t take_at(std::size_t at) {
    for (const Escape& e : escapes)
      if (text_.substr(at, 3) == e.written) return take_escape(at, e);
    for (const Delimiters& d : delimiters)
      if (text_.substr(at, 2) == d.open) return take_tag(at, d);
    return at + 1;
  }
  std::size_t take_escape(std::size_t at, const Escape& escape) {
    Tag tag;
    tag.begin = at, tag.end = at + 3, tag.content = escape.expression;
    tags_.push_back(tag);
    return tag.end;
  }

  std::size_t take_tag(std::size_t at, const Delimiters& d) {
    const std::size_t close = find_close(at + 2, d);
    if (close == npos) return report_unclosed(at, d);
    Tag tag;
    tag.kind = d.kind, tag.begin = at, tag.end = close + 2;
    std::string_view content = text_.substr(at + 2, close - at - 2);
    if (d.kind != TagKind::comment && has_opener_outside_quotes(content))
      return report_unclosed(at, d);
    take_trim_marks(content, tag);
    content = trimmed(content);
    tag.unit = take_unit(content);
    tag.content = content;
    tags_.push_back(tag);
    if (d.kind == TagKind::statement && content == "raw") return skip_raw(tag.end);
    return tag.end;
  }

  static void take_trim_marks(std::string_view& content, Tag& tag) {
    if (!content.empty() && (content.front() == '-' || content.front() == '+')) {
      tag.before = content.front() == '-' ? Trim::yes : Trim::no;
      content.remove_prefix(1);
    }
    if (!content.empty() && (content.back() == '-' || content.back() == '+')) {
      tag.after = content.back() == '-' ? Trim::yes : Trim::no;
      content.remove_suffix(1);
    }
  }

  /// The closing delimiter of a tag whose content starts at `from`.
  std::size_t find_close(std::size_t from, const Delimiters& d) {
    bool& none_left = none_left_[static_cast<std::size_t>(d.kind)];
    if (none_left) return npos;
    const std::size_t plain = text_.find(d.close, from);
    none_left = plain == npos;
    if (plain == npos || d.kind == TagKind::comment) return plain;
    const std::size_t balanced = find_balanced(from, d);
    return balanced == npos ? plain : balanced;
  }
  /// The first closing delimiter outside quotes and outside braces that were opened in the tag.
  std::size_t find_balanced(std::size_t from, const Delimiters& d) const {
    int braces = 0;
    for (std::size_t at = from; at < text_.size();) {
      if (braces == 0 && text_.substr(at, 2) == d.close) return at;
      const Decoded c = decode_utf8(text_, at);
      if (quote_class(c.code) != Quote::none && !is_apostrophe(at)) {
        at = after_quotes(at, c.length, d);
        continue;
      }
      if (c.code == '{') {
        if (has_opener(text_.substr(at, 2))) return npos;
        ++braces;
      }
      if (c.code == '}' && braces > 0) --braces;
      at += c.length;
    }
    return npos;
  }
  /// In "it's" no text begins.
  bool is_apostrophe(std::size_t at) const {
    std::size_t before = at;
    while (before > 0 && (text_[--before] & 0xC0) == 0x80) continue;
    return before < at && is_name_part(decode_utf8(text_, before).code);
  }
  /// After a quoted text; after the quote alone when it was but an apostrophe.
  std::size_t after_quotes(std::size_t at, std::size_t length, const Delimiters& d) const {
    const std::size_t close = text_.find(d.close, at);
    if (close == npos) return at + length;
    // Within this tag first: a quote of the next tag must not be taken for its end.
    const std::size_t inside = string_end(text_.substr(0, close), at);
    if (inside != npos) return inside;
    const std::size_t end = string_end(text_, at);
    if (end == npos || leaves_tag(text_.substr(at, end - at), d)) return at + length;
    return end;
  }
  /// A tag is closed and another opened in `quoted`: its quote was one of two tags.
  static bool leaves_tag(std::string_view quoted, const Delimiters& d) {
    const std::size_t close = quoted.find(d.close);
    return close != npos && !has_opener(quoted.substr(0, close)) &&
           has_opener(quoted.substr(close));
  }
  static bool has_opener_outside_quotes(std::string_view content) {
    if (!has_opener(content)) return false;
    for (std::size_t at = 0; at < content.size();) {
      const Decoded c = decode_utf8(content, at);
      if (quote_class(c.code) != Quote::none) {
        const std::size_t end = string_end(content, at);
        at = end == npos ? at + c.length : end;
        continue;
      }
      if (has_opener(content.substr(at, 2))) return true;
      at += c.length;
    }
    return false;
  }

  std::size_t report_unclosed(std::size_t at, const Delimiters& d) {
    if (!reported_) {
      std::size_t length = std::min<std::size_t>(60, text_.size() - at);
      while (at + length < text_.size() && (text_[at + length] & 0xC0) == 0x80) --length;
      diagnostics_.error(
          "unclosed-tag", where_,
          {{"tag", std::string(text_.substr(at, length))}, {"closing", std::string(d.close)}});
    }
    reported_ = true;
    return at + 2;
  }

  /// Leaves out what stands up to {% endraw %}, which is a tag again.
  std::size_t skip_raw(std::size_t at) {
    for (; (at = text_.find("{%", at)) != npos; at += 2) {
      const std::size_t close = text_.find("%}", at + 2);
      if (close == npos) return text_.size();
      Tag tag;
      std::string_view content = text_.substr(at + 2, close - at - 2);
      take_trim_marks(content, tag);
      tag.content = trimmed(content);
      tag.unit = take_unit(tag.content);
      if (tag.content != "endraw") continue;
      tag.kind = TagKind::statement, tag.begin = at, tag.end = close + 2;
      tags_.push_back(tag);
      return tag.end;
    }
    return text_.size();
  }

  std::string_view text_;
  const Location& where_;
  Diagnostics& diagnostics_;
  std::vector<Tag> tags_;
  std::array<bool, 3> none_left_{};
  std::size_t next_escape_end_ = find_escape_end(0);
  bool reported_ = false;
};

} // namespace

std::vector<Tag> find_tags(std::string_view text, const Location& where, Diagnostics& diagnostics) {
  return Finder(text, where, diagnostics).run();
}

} // namespace saraban::language
