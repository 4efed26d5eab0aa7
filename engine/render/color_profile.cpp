// Making the sRGB profile: a header, a table of tags, their data.
#include "render/color_profile.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace saraban::render {
namespace {

class Bytes {
public:
  Bytes& number(std::uint32_t value, int bytes = 4) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
      text += static_cast<char>(value >> shift & 0xff);
    return *this;
  }
  Bytes& words(std::string_view signature) {
    text += signature;
    return *this;
  }
  Bytes& zeros(std::size_t count) {
    text.append(count, '\0');
    return *this;
  }
  /// s15Fixed16Number.
  Bytes& fixed(double value) {
    return number(
        static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
  }
  std::string text;
};

/// 6.5.17
std::string description() {
  constexpr std::string_view name = "sRGB IEC61966-2.1";
  Bytes out;
  out.words("desc").zeros(4).number(name.size() + 1).words(name).zeros(1);
  out.zeros(4 + 4);      // No Unicode text.
  out.zeros(2 + 1 + 67); // No script text.
  return out.text;
}

/// 6.5.18
std::string copyright() {
  return Bytes().words("text").zeros(4).words("No copyright, use freely").zeros(1).text;
}

/// 6.5.26
std::string xyz(double x, double y, double z) {
  return Bytes().words("XYZ ").zeros(4).fixed(x).fixed(y).fixed(z).text;
}

/// 6.5.3: light for each of 1,024 steps of a component (IEC 61966-2-1, 5.2).
std::string curve() {
  constexpr int steps = 1024;
  Bytes out;
  out.words("curv").zeros(4).number(steps);
  for (int i = 0; i < steps; ++i) {
    const double c = i / (steps - 1.0);
    const double light = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    out.number(static_cast<std::uint32_t>(std::lround(light * 65535)), 2);
  }
  return out.text;
}

/// 6.1
std::string header(std::size_t size) {
  Bytes out;
  out.number(static_cast<std::uint32_t>(size)).zeros(4).number(0x02400000);
  out.words("mntrRGB XYZ ");
  for (const std::uint32_t part : {2024u, 1u, 1u, 0u, 0u, 0u}) out.number(part, 2);
  out.words("acsp").zeros(4 + 4 + 4 + 4 + 8 + 4);
  out.fixed(0.9642).fixed(1.0).fixed(0.8249); // D50, of the connection space.
  return out.zeros(48).text;
}

} // namespace

/// Colorants are adapted to D50.
std::string srgb_profile() {
  const std::string light = curve();
  const std::vector<std::pair<std::string_view, std::string>> tags{
      {"desc", description()},
      {"cprt", copyright()},
      {"wtpt", xyz(0.9642, 1.0, 0.8249)},
      {"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)},
      {"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)},
      {"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)},
      {"rTRC", light}};
  constexpr std::size_t header_size = 128;
  const std::size_t count = tags.size() + 2; // The three components share a curve.
  Bytes table, data;
  table.number(static_cast<std::uint32_t>(count));
  std::size_t at = header_size + 4 + 12 * count;
  const auto entry = [&](std::string_view name, std::size_t size) {
    table.words(name)
        .number(static_cast<std::uint32_t>(at))
        .number(static_cast<std::uint32_t>(size));
  };
  for (const auto& [name, bytes] : tags) {
    entry(name, bytes.size());
    if (name == "rTRC")
      for (const char* other : {"gTRC", "bTRC"}) entry(other, bytes.size());
    data.words(bytes).zeros((4 - bytes.size() % 4) % 4);
    at += (bytes.size() + 3) / 4 * 4;
  }
  return header(header_size + table.text.size() + data.text.size()) + table.text + data.text;
}

} // namespace saraban::render
