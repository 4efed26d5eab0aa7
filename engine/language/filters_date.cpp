// Filters of dates and times, calling thai/date.
#include "language/sequence.h"
#include "language/state.h"
#include "language/values.h"
#include "thai/date.h"

#include <array>
#include <cstdio>

namespace saraban::language {
namespace {

bool is_blank(const Value& value) {
  const std::string* text = string_of(value);
  return kind_of(value) == Kind::none || (text && text->empty());
}

std::optional<thai::DateTime> date_in(Invocation& call, const Value& value) {
  auto date = thai::parse_date(plain_form(value));
  if (!date) call.fault("not-a-date", {{"value", described(value)}});
  return date;
}

/// A time alone, or that of a date-time.
std::optional<thai::Time> time_in(Invocation& call, const Value& value) {
  const std::string text = plain_form(value);
  if (const auto time = thai::parse_time(text)) return time;
  const auto date = thai::parse_date(text);
  if (date && date->time) return date->time;
  call.fault("not-a-time", {{"value", text}});
  return std::nullopt;
}

thai::Era era_of(Invocation& call) {
  const auto place = parameter_place(call.routine, "era");
  const Value* given = place ? call.find(*place) : nullptr;
  if (!given) return call.state.settings.era;
  const std::string era = plain_form(*given);
  if (era == "ce" || era == "common" || era == "ค.ศ.") return thai::Era::common;
  if (era != "be" && era != "buddhist" && era != "พ.ศ.") call.bad_argument(*place);
  return thai::Era::buddhist;
}

Value date(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const auto when = date_in(call, call.subject);
  if (!when) return std::string();
  const std::string style = call.text(0, "letter");
  const auto text = thai::format_date(*when, style, call.digits(), era_of(call));
  if (text) return *text;
  return call.fault("unknown-date-style",
                    {{"name", style}, {"nearest", nearest_name(style, thai::date_styles())}});
}

/// Both ends of a range: the subject and the argument `to`.
struct Ends {
  thai::DateTime from, to;
};
std::optional<Ends> ends_of(Invocation& call) {
  const Value* other = call.find(0);
  if (const auto* missing = other ? std::get_if<Undefined>(&other->content()) : nullptr) {
    call.state.report_undefined(*missing);
    return std::nullopt;
  }
  const auto from = date_in(call, call.subject);
  const auto to = other && !is_blank(*other) ? date_in(call, *other) : from;
  if (!from || !to) return std::nullopt;
  if (other && *to < *from) {
    call.fault("range-reversed", {{"from", described(call.subject)}, {"to", described(*other)}});
    return std::nullopt;
  }
  return Ends{*from, *to};
}

Value daterange(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const auto ends = ends_of(call);
  if (!ends) return std::string();
  const std::string style = call.text(1, "day");
  if (style != "day" && style != "month") return call.bad_argument(1);
  const bool months = style == "month" || (ends->from.precision == thai::Precision::month &&
                                           ends->to.precision == thai::Precision::month);
  return months
             ? thai::format_month_range(ends->from.date, ends->to.date, call.digits(), era_of(call))
             : thai::format_date_range(ends->from.date, ends->to.date, call.digits(), era_of(call));
}

Value time(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const auto when = time_in(call, call.subject);
  return when ? Value(thai::format_time(*when, call.digits())) : Value(std::string());
}

Value timerange(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const Value* other = call.find(0);
  if (!other) return call.bad_argument(0);
  const auto from = time_in(call, call.subject), to = time_in(call, *other);
  if (!from || !to) return std::string();
  return thai::format_time_range(*from, *to, call.digits());
}

/// A number, so that it can be counted with; text where `digits` is given.
Value fiscal_year(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const auto when = date_in(call, call.subject);
  if (!when) return std::string();
  const int year = thai::fiscal_year(when->date);
  if (!call.find(0)) return Decimal(year);
  return thai::with_digits(std::to_string(year), call.digits());
}

Value quarter(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const auto when = date_in(call, call.subject);
  if (!when) return std::string();
  const std::string style = call.text(0, "long");
  if (style == "number") return Decimal(thai::fiscal_quarter(when->date));
  if (style != "long") return call.bad_argument(0);
  return thai::format_quarter(when->date, call.digits(), era_of(call));
}

Value quarter_range(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const auto ends = ends_of(call);
  if (!ends) return std::string();
  return thai::format_quarter_range(ends->from.date, ends->to.date, call.digits(), era_of(call));
}

/// An ISO date, some days later or, with a negative number, earlier.
Value add_days(Invocation& call) {
  if (is_blank(call.subject)) return std::string();
  const auto when = date_in(call, call.subject);
  if (!when) return std::string();
  const Date day = thai::add_days(when->date, call.whole(0, 0));
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
  return std::string(text.data());
}

constexpr std::array<Routine, 8> filters{{
    {"adddays", add_days, "days"},
    {"date", date, "style digits era"},
    {"daterange", daterange, "to style digits era"},
    {"fiscalyear", fiscal_year, "digits"},
    {"quarter", quarter, "style digits era"},
    {"quarterrange", quarter_range, "to digits era"},
    {"time", time, "digits"},
    {"timerange", timerange, "to digits"},
}};

} // namespace

std::span<const Routine> date_filters() {
  return filters;
}

} // namespace saraban::language
