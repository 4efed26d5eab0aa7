// The tables of an OpenType file, and writing a new one.
#include "render/embed/sfnt.h"

#include <bit>
#include <cstring>

namespace saraban::render::embed {
namespace {

std::size_t directory_of(std::string_view file, unsigned index) {
  if (!file.starts_with("ttcf")) return index == 0 ? 0 : std::string_view::npos;
  if (index >= u32(file, 8)) return std::string_view::npos;
  return u32(file, 12 + std::size_t{4} * index);
}

std::uint32_t checksum(std::string_view table) {
  std::uint32_t sum = 0;
  std::size_t i = 0;
  for (; i + 4 <= table.size(); i += 4) {
    std::uint32_t word = 0;
    std::memcpy(&word, table.data() + i, 4);
    sum += std::endian::native == std::endian::little ? __builtin_bswap32(word) : word;
  }
  std::string rest(table.substr(i));
  rest.resize(4);
  return sum + u32(rest, 0);
}

} // namespace

std::uint16_t u16(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || bytes.size() - at < 2) return 0;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                    static_cast<unsigned char>(bytes[at + 1]));
}

std::uint32_t u32(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || bytes.size() - at < 4) return 0;
  return static_cast<std::uint32_t>(u16(bytes, at)) << 16 | u16(bytes, at + 2);
}

void append_u16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value >> 8 & 0xff);
  out += static_cast<char>(value & 0xff);
}

void append_u32(std::string& out, std::uint32_t value) {
  append_u16(out, value >> 16);
  append_u16(out, value);
}

void set_u16(std::string& out, std::size_t at, std::uint32_t value) {
  out[at] = static_cast<char>(value >> 8 & 0xff);
  out[at + 1] = static_cast<char>(value & 0xff);
}

void set_u32(std::string& out, std::size_t at, std::uint32_t value) {
  set_u16(out, at, value >> 16);
  set_u16(out, at + 2, value);
}

std::string_view sfnt_table(std::string_view file, unsigned index, std::string_view tag) {
  const std::size_t directory = directory_of(file, index);
  if (directory >= file.size()) return {};
  const std::size_t count = u16(file, directory + 4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = directory + 12 + 16 * i;
    if (record + 16 > file.size()) return {};
    if (file.substr(record, 4) != tag) continue;
    const std::size_t offset = u32(file, record + 8), length = u32(file, record + 12);
    if (offset > file.size() || length > file.size() - offset) return {};
    return file.substr(offset, length);
  }
  return {};
}

std::string write_sfnt(const std::vector<std::pair<std::string_view, std::string>>& tables) {
  std::uint32_t power = 1, log = 0;
  for (; power * 2 <= tables.size(); power *= 2) ++log;
  std::string out;
  append_u32(out, 0x00010000);
  append_u16(out, static_cast<std::uint32_t>(tables.size()));
  append_u16(out, power * 16);
  append_u16(out, log);
  append_u16(out, static_cast<std::uint32_t>(tables.size()) * 16 - power * 16);
  std::size_t offset = out.size() + 16 * tables.size(), head = 0;
  for (const auto& [tag, data] : tables) {
    if (tag == "head") head = offset;
    out += tag;
    append_u32(out, checksum(data));
    append_u32(out, static_cast<std::uint32_t>(offset));
    append_u32(out, static_cast<std::uint32_t>(data.size()));
    offset += (data.size() + 3) / 4 * 4;
  }
  out.reserve(offset);
  for (const auto& [tag, data] : tables) {
    out += data;
    out.resize((out.size() + 3) / 4 * 4);
  }
  set_u32(out, head + 8, 0xB1B0AFBAu - checksum(out)); // head's field is 0 until here
  return out;
}

} // namespace saraban::render::embed
