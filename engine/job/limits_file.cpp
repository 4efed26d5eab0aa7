// Reading limits.
#include "job/limits_file.h"

#include "data/read.h"
#include "job/compiled.h"
#include "job/guard.h"

#include <algorithm>
#include <array>
#include <limits>
#include <variant>

namespace saraban {
namespace {

using Member = std::variant<std::uint64_t Limits::*, int Limits::*>;

constexpr std::array<std::pair<const char*, Member>, 14> names{{
    {"file_bytes", &Limits::file_bytes},
    {"zip_entries", &Limits::zip_entries},
    {"zip_entry_bytes", &Limits::zip_entry_bytes},
    {"zip_total_bytes", &Limits::zip_total_bytes},
    {"zip_ratio", &Limits::zip_ratio},
    {"xml_depth", &Limits::xml_depth},
    {"xml_nodes", &Limits::xml_nodes},
    {"data_depth", &Limits::data_depth},
    {"data_values", &Limits::data_values},
    {"language_steps", &Limits::language_steps},
    {"language_depth", &Limits::language_depth},
    {"output_bytes", &Limits::output_bytes},
    {"pages", &Limits::pages},
    {"image_pixels", &Limits::image_pixels},
}};

void set(Limits& limits, const Member& member, std::int64_t value) {
  if (const auto* wide = std::get_if<std::uint64_t Limits::*>(&member))
    limits.** wide = static_cast<std::uint64_t>(value);
  else
    limits.*std::get<int Limits::*>(member) =
        static_cast<int>(std::min<std::int64_t>(value, std::numeric_limits<int>::max()));
}

std::string known_names() {
  std::string all;
  for (const auto& [name, member] : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

} // namespace

Limits read_limits(const std::string& path, const Limits& limits, Result& result) {
  Limits changed = limits;
  job::guard(result, [&] {
    data::Sources sources;
    const data::Value file = job::read_data_file(path, limits, sources, result.diagnostics);
    if (!file.map()) return;
    for (const data::Member& member : *file.map()) {
      const std::string& name = member.first;
      const data::Value& value = member.second;
      const Location where = data::location_of(value.mark(), sources);
      const auto* known = std::find_if(names.begin(), names.end(),
                                       [&](const auto& one) { return one.first == name; });
      const auto number = value.number() ? Decimal::parse(value.number()->text) : std::nullopt;
      const auto whole = number ? number->to_int64() : std::nullopt;
      if (known == names.end())
        result.diagnostics.error("limits-unknown", where,
                                 {{"name", name}, {"known", known_names()}});
      else if (!whole || *whole < 1)
        result.diagnostics.error("limits-value", where, {{"name", name}});
      else
        set(changed, known->second, *whole);
    }
  });
  return changed;
}

} // namespace saraban
