// Writes the parts of a number style one after the other in a format code.
#include "odt/number_codes.h"

#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using pugi::xml_node;

constexpr std::int64_t most_digits = 20;

int digits(xml_node e, const char* name, int otherwise) {
  return static_cast<int>(
      std::clamp<std::int64_t>(integer_or(attribute(e, name), otherwise), 0, most_digits));
}

std::string literal(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c == '"')
      out += "\\\"";
    else
      out += c;
  const bool plain = out.find_first_not_of(" %-+/.,:()") == out.npos;
  return plain || out.empty() ? out : '"' + out + '"';
}

/// number:number (16.29.3): "#,##0.00"; "General" without decimal places said.
std::string number(xml_node e) {
  const bool grouped = boolean(attribute(e, "number:grouping"), false);
  const bool scientific = is(e, "number:scientific-number");
  if (!e.attribute("number:decimal-places") && !grouped && !scientific) return "General";
  const int whole = digits(e, "number:min-integer-digits", 1);
  const int places = digits(e, "number:decimal-places", 0);
  const int least = std::min(digits(e, "number:min-decimal-places", places), places);
  std::string out(static_cast<std::size_t>(whole), '0');
  if (grouped) {
    while (out.size() < 4) out.insert(0, "#");
    out.insert(out.size() - 3, ",");
  }
  if (out.empty()) out = "#";
  if (places > 0)
    out += "." + std::string(static_cast<std::size_t>(least), '0') +
           std::string(static_cast<std::size_t>(places - least), '#');
  if (scientific)
    out += "E+" + std::string(static_cast<std::size_t>(
                                  std::max(digits(e, "number:min-exponent-digits", 2), 1)),
                              '0');
  return out;
}

/// Parts of dates and times (16.29.11 to 16.29.22).
std::string date_part(xml_node e) {
  const bool is_long = attribute(e, "number:style") == "long";
  if (is(e, "number:day")) return is_long ? "dd" : "d";
  if (is(e, "number:month")) {
    const bool word = boolean(attribute(e, "number:textual"), false);
    return word ? (is_long ? "mmmm" : "mmm") : (is_long ? "mm" : "m");
  }
  if (is(e, "number:year")) return is_long ? "yyyy" : "yy";
  if (is(e, "number:day-of-week")) return is_long ? "dddd" : "ddd";
  if (is(e, "number:hours")) return is_long ? "hh" : "h";
  if (is(e, "number:minutes")) return is_long ? "mm" : "m";
  if (is(e, "number:seconds")) return is_long ? "ss" : "s";
  return {};
}

} // namespace

std::string number_code(xml_node style) {
  const bool known = is(style, "number:number-style") || is(style, "number:percentage-style") ||
                     is(style, "number:currency-style") || is(style, "number:date-style") ||
                     is(style, "number:time-style");
  if (!known) return {};
  std::string out;
  for (const auto& child : style.children()) {
    if (is(child, "number:number") || is(child, "number:scientific-number"))
      out += number(child);
    else if (is(child, "number:text") || is(child, "number:currency-symbol"))
      out += literal(child.text().get());
    else
      out += date_part(child);
  }
  return out == "General" ? std::string() : out;
}

} // namespace saraban::odt
