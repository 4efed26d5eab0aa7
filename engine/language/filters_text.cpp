// Filters of text: case, cutting, replacing, wrapping.
#include "base/utf8.h"
#include "language/characters.h"
#include "language/sequence.h"
#include "language/state.h"
#include "language/text.h"
#include "language/values.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

Value upper(Invocation& call) {
  return upper_case(call.subject_text());
}
Value lower(Invocation& call) {
  return lower_case(call.subject_text());
}
Value capitalize(Invocation& call) {
  return capitalized(call.subject_text());
}
Value title(Invocation& call) {
  return title_case(call.subject_text());
}

Value trim(Invocation& call) {
  const std::string text = call.subject_text();
  const Value* characters = call.find(0);
  if (!characters) return std::string(trimmed(text));
  return stripped(text, plain_form(*characters), Side::both);
}

Value center(Invocation& call) {
  const std::string text = call.subject_text();
  const auto width = static_cast<std::size_t>(std::max(call.whole(0, 80), 0));
  const std::size_t length = code_points(text);
  if (length >= width) return text;
  call.state.charge(width / 4);
  const std::size_t missing = width - length;
  const std::size_t before = missing / 2 + (missing & width & 1); // as Python rounds
  return std::string(before, ' ') + text + std::string(missing - before, ' ');
}

Value replace(Invocation& call) {
  const Value* from = call.find(0);
  const Value* to = call.find(1);
  if (!from || !to) return call.bad_argument(from ? 1 : 0);
  const int count = call.whole(2, -1);
  std::string result = replaced(call.subject_text(), plain_form(*from), plain_form(*to), count);
  call.state.charge(result.size() / 4);
  return result;
}

Value format(Invocation& call) {
  const std::string text = call.subject_text();
  if (call.arguments.keyword.empty())
    return percent_formatted(text, make_list(call.arguments.positional), call.state);
  return percent_formatted(text, make_map(call.arguments.keyword), call.state);
}

Value indent(Invocation& call) {
  const Value* width = call.find(0);
  const int spaces = width && string_of(*width) ? 0 : std::max(call.whole(0, 4), 0);
  const std::string margin = width && string_of(*width)
                                 ? *string_of(*width)
                                 : std::string(static_cast<std::size_t>(spaces), ' ');
  const std::vector<std::string> lines = split_text(call.subject_text(), "\n");
  const bool first = call.flag(1, false), blank = call.flag(2, false);
  call.state.charge(lines.size() * (margin.size() / 4 + 1));
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i) out += '\n';
    if (i == 0 ? first : blank || !lines[i].empty()) out += margin;
    out += lines[i];
  }
  return out;
}

/// Cut at a cluster boundary: a vowel or tone mark stays with its consonant.
Value truncate(Invocation& call) {
  const std::string text = call.subject_text();
  const auto length = static_cast<std::size_t>(std::max(call.whole(0, 255), 0));
  const bool kill_words = call.flag(1, false);
  const std::string ending = call.text(2, "...");
  const auto leeway = static_cast<std::size_t>(std::max(call.whole(3, 5), 0));
  if (code_points(text) <= length + leeway) return text;
  const std::size_t room = length - std::min(length, code_points(ending));
  std::string kept = first_clusters(text, room);
  const std::size_t space = kept.rfind(' ');
  if (!kill_words && space != std::string::npos) kept.resize(space);
  return kept + ending;
}

Value wordcount(Invocation& call) {
  std::int64_t words = 0;
  bool inside = false;
  const std::string text = call.subject_text();
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    at += c.length;
    const bool part = !is_space(c.code) && (c.code >= 0x80 || is_name_part(c.code));
    if (part && !inside) ++words;
    inside = part;
  }
  return Decimal(words);
}

Value wordwrap(Invocation& call) {
  const int width = call.whole(0, 79);
  if (width < 1) return call.bad_argument(0);
  const std::string separator = call.text(2, "\n");
  const bool break_long = call.flag(1, true);
  const auto lines = split_text(call.subject_text(), "\n");
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i) out += separator;
    out += wrapped_line(lines[i], static_cast<std::size_t>(width), break_long, separator);
  }
  call.state.charge(out.size() / 4);
  return out;
}

Value striptags(Invocation& call) {
  const std::string text = call.subject_text();
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('<', at), text.size());
    out += text.substr(at, open - at);
    const std::size_t close = text.find('>', open);
    if (close == std::string::npos) {
      out += text.substr(open);
      break;
    }
    at = close + 1;
  }
  return collapsed_spaces(out);
}

Value urlencode(Invocation& call) {
  if (kind_of(call.subject) != Kind::map) return url_encoded(plain_form(call.subject));
  const Members members(call.subject);
  std::string out;
  for (std::size_t i = 0; i < members.size(); ++i)
    out += (i ? "&" : "") + url_encoded(members.key(i)) + "=" +
           url_encoded(plain_form(members.value(i)));
  return replaced(out, "%20", "+", -1);
}

Value xmlattr(Invocation& call) {
  const Members members(call.subject);
  std::string out;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Value value = members.value(i);
    if (value.is_undefined() || kind_of(value) == Kind::none) continue;
    out += (call.flag(0, true) || !out.empty() ? " " : "") + members.key(i) + "=\"" +
           replaced(replaced(replaced(plain_form(value), "&", "&amp;", -1), "<", "&lt;", -1), "\"",
                    "&#34;", -1) +
           "\"";
  }
  return out;
}

Value string(Invocation& call) {
  return call.subject_text();
}
/// Escaping is the document's, not the author's: these change nothing.
Value unchanged(Invocation& call) {
  return call.subject;
}
Value pprint(Invocation& call) {
  std::string text = quoted_form(call.subject);
  call.state.charge(text.size());
  return text;
}
Value tojson(Invocation& call) {
  std::string text = json_of(call.subject, std::clamp(call.whole(0, 0), 0, 8));
  call.state.charge(text.size());
  return text;
}

constexpr std::array<Routine, 22> filters{{
    {"capitalize", capitalize, ""},
    {"center", center, "width"},
    {"e", unchanged, ""},
    {"escape", unchanged, ""},
    {"forceescape", unchanged, ""},
    {"format", format, "*"},
    {"indent", indent, "width first blank"},
    {"lower", lower, ""},
    {"pprint", pprint, "verbose"},
    {"replace", replace, "old new count"},
    {"safe", unchanged, ""},
    {"string", string, ""},
    {"striptags", striptags, ""},
    {"title", title, ""},
    {"tojson", tojson, "indent"},
    {"trim", trim, "chars"},
    {"truncate", truncate, "length killwords end leeway"},
    {"upper", upper, ""},
    {"urlencode", urlencode, ""},
    {"wordcount", wordcount, ""},
    {"wordwrap", wordwrap, "width break_long_words wrapstring break_on_hyphens"},
    {"xmlattr", xmlattr, "autospace"},
}};

} // namespace

std::span<const Routine> text_filters() {
  return filters;
}

} // namespace saraban::language
