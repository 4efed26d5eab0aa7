// The tables of an OpenType file, and writing a new one (ISO/IEC 14496-22, clause 4).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace saraban::render::embed {

/// Big-endian numbers; beyond the end they are 0.
std::uint16_t u16(std::string_view bytes, std::size_t at);
std::uint32_t u32(std::string_view bytes, std::size_t at);
inline std::int16_t s16(std::string_view bytes, std::size_t at) {
  return static_cast<std::int16_t>(u16(bytes, at));
}
void append_u16(std::string& out, std::uint32_t value); ///< Its low 16 bits.
void append_u32(std::string& out, std::uint32_t value);
void set_u16(std::string& out, std::size_t at, std::uint32_t value);
void set_u32(std::string& out, std::size_t at, std::uint32_t value);

/// The table with this tag, of face `index` of a file or a collection; empty when absent or beyond
/// the end.
std::string_view sfnt_table(std::string_view file, unsigned index, std::string_view tag);

/// A TrueType file of these tables (tags ascending, each "head" at least 12 bytes).
std::string write_sfnt(const std::vector<std::pair<std::string_view, std::string>>& tables);

} // namespace saraban::render::embed
