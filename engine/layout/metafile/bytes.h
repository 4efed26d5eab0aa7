// Numbers in bytes, least significant first; 0 where there are none.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace saraban::layout::metafile {

class Bytes {
public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  std::size_t size() const { return bytes_.size(); }
  std::string_view view() const { return bytes_; }
  Bytes part(std::size_t from, std::size_t count) const {
    return Bytes(from < bytes_.size() ? bytes_.substr(from, count) : std::string_view());
  }

  std::uint32_t u8(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0;
  }
  std::uint32_t u16(std::size_t at) const { return u8(at) | u8(at + 1) << 8; }
  std::uint32_t u32(std::size_t at) const { return u16(at) | u16(at + 2) << 16; }
  int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
  int i32(std::size_t at) const { return static_cast<std::int32_t>(u32(at)); }
  double f32(std::size_t at) const { return static_cast<double>(std::bit_cast<float>(u32(at))); }

private:
  std::string_view bytes_;
};

} // namespace saraban::layout::metafile
