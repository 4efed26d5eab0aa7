// Hashes of formats, field by field.
#include "document/hash.h"

#include "document/fields.h"

#include <type_traits>

namespace saraban::document {
namespace {

template <class T>
concept HasFields = requires {
  sizeof(Fields<T>);
};

class Hasher {
public:
  std::uint64_t result() const { return state_; }

  template <class T>
  requires(std::is_integral_v<T> || std::is_enum_v<T>) void add(T value) {
    state_ = (state_ ^ static_cast<std::uint64_t>(value)) * 0x9E3779B97F4A7C15u;
    state_ ^= state_ >> 29;
  }
  void add(Length value) { add(value.emu); }
  void add(Color c) { add(c.red << 24 | c.green << 16 | c.blue << 8 | c.alpha); }
  void add(const std::string& text) {
    add(text.size());
    for (const char c : text) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  }
  template <class T>
  void add(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <class T>
  void add(const std::vector<T>& values) {
    add(values.size());
    for (const auto& value : values) add(value);
  }
  template <HasFields T>
  void add(const T& value) {
    Fields<T>::visit([&](std::string_view, auto member) { add(value.*member); });
  }

private:
  std::uint64_t state_ = 0xCBF29CE484222325u;
};

} // namespace

std::uint64_t hash(const RunFormat& format) {
  Hasher hasher;
  hasher.add(format);
  return hasher.result();
}

std::uint64_t hash(const ParagraphFormat& format) {
  Hasher hasher;
  hasher.add(format);
  return hasher.result();
}

} // namespace saraban::document
