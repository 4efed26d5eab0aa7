// Reading sfnt tables (OpenType specification: otff, name, OS/2, head, hhea, post).
#include "font/sfnt.h"

#include "base/utf8.h"

#include <algorithm>

namespace saraban::font {
namespace {

constexpr std::size_t names_at_most = 512;

/// Big-endian numbers of a table; beyond its end they are 0.
class Table {
public:
  explicit Table(std::string_view bytes = {}) : bytes_(bytes) {}
  bool empty() const { return bytes_.empty(); }
  std::size_t size() const { return bytes_.size(); }
  unsigned u8(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0;
  }
  unsigned u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
  int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
  std::uint32_t u32(std::size_t at) const { return std::uint32_t{u16(at)} << 16 | u16(at + 2); }
  std::string_view part(std::size_t at, std::size_t length) const {
    if (at > bytes_.size() || length > bytes_.size() - at) return {};
    return bytes_.substr(at, length);
  }

private:
  std::string_view bytes_;
};

constexpr std::uint32_t tag(const char (&name)[5]) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(name[i]);
  return value;
}

bool is_font_tag(std::uint32_t version) {
  return version == 0x00010000 || version == tag("OTTO") || version == tag("true");
}

/// Where the face's table directory starts; nothing when there is no such face.
std::optional<std::size_t> directory_of(const Table& file, unsigned index) {
  if (file.u32(0) != tag("ttcf"))
    return index == 0 && is_font_tag(file.u32(0)) ? std::optional<std::size_t>(0) : std::nullopt;
  if (index >= face_count(file.part(0, file.size()))) return std::nullopt;
  const std::size_t start = file.u32(12 + std::size_t{4} * index);
  return is_font_tag(file.u32(start)) ? std::optional<std::size_t>(start) : std::nullopt;
}

Table find_table(const Table& file, std::size_t directory, std::uint32_t name) {
  const unsigned count = file.u16(directory + 4);
  for (unsigned i = 0; i < count; ++i) {
    const std::size_t entry = directory + 12 + std::size_t{16} * i;
    if (file.u32(entry) == name) return Table(file.part(file.u32(entry + 8), file.u32(entry + 12)));
  }
  return Table();
}

std::string from_utf16(std::string_view bytes) {
  const Table units(bytes);
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t code = units.u16(i);
    if (code >= 0xD800 && code < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = units.u16(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if (code >= 0xD800 && code < 0xE000) code = 0xFFFD;
    if (code != 0) append_utf8(text, code);
  }
  return text;
}

std::string from_ascii(std::string_view bytes) {
  std::string text;
  for (const char c : bytes)
    if (c >= 0x20 && c < 0x7F) text += c;
  return text;
}

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

/// One record of the name table, kept where it belongs.
void take_name(FaceInfo& info, unsigned id, bool english, const std::string& text) {
  if (text.empty()) return;
  if (id == 1 && (info.family.empty() || english)) info.family = text;
  if (id == 6 && (info.postscript_name.empty() || english)) info.postscript_name = text;
  if (id == 1 || id == 16 || id == 21) add_once(info.families, text);
  if (id == 4 || id == 6) add_once(info.full_names, text);
}

void read_names(const Table& table, unsigned platform, FaceInfo& info) {
  const std::size_t count = std::min<std::size_t>(table.u16(2), names_at_most);
  const std::size_t storage = table.u16(4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = 6 + 12 * i;
    const unsigned encoding = table.u16(record + 2), language = table.u16(record + 4);
    if (table.u16(record) != platform) continue;
    if (platform == 3 && encoding != 0 && encoding != 1 && encoding != 10) continue;
    const std::string_view bytes =
        table.part(storage + table.u16(record + 10), table.u16(record + 8));
    const bool english = platform == 3 ? language == 0x409 : language == 0;
    take_name(info, table.u16(record + 6), english,
              platform == 1 ? from_ascii(bytes) : from_utf16(bytes));
  }
}

void read_os2(const Table& os2, FaceInfo& info) {
  if (os2.size() < 78) return;
  Metrics& m = info.metrics;
  info.weight = std::clamp<int>(os2.u16(4), 1, 1000);
  if (info.weight < 10) info.weight *= 100; // 1 to 9 in fonts of the nineties
  info.width = std::clamp<int>(os2.u16(6), 1, 9);
  m.strikeout_thickness = os2.i16(26), m.strikeout_position = os2.i16(28);
  m.embedding_rights = static_cast<int>(os2.u16(8));
  info.panose_family = static_cast<std::uint8_t>(os2.u8(32));
  info.panose_serif = static_cast<std::uint8_t>(os2.u8(33));
  const unsigned selection = os2.u16(62);
  if (selection & 1) info.slant = Slant::italic;
  if (selection & 0x200) info.slant = Slant::oblique;
  if ((selection & 0x20) && info.weight < 600) info.weight = 700;
  m.use_typo_metrics = (selection & 0x80) != 0 && os2.u16(0) >= 4;
  m.typo_ascent = os2.i16(68), m.typo_descent = -os2.i16(70), m.typo_gap = os2.i16(72);
  m.win_ascent = static_cast<int>(os2.u16(74)), m.win_descent = static_cast<int>(os2.u16(76));
  if (os2.u16(0) >= 2 && os2.size() >= 90) m.x_height = os2.i16(86), m.cap_height = os2.i16(88);
}

/// What OS/2 would say, for the rare font without it.
void make_up_os2(const Table& head, FaceInfo& info) {
  Metrics& m = info.metrics;
  m.win_ascent = m.typo_ascent = m.hhea_ascent;
  m.win_descent = m.typo_descent = m.hhea_descent;
  if (head.u16(44) & 1) info.weight = 700;
  if (head.u16(44) & 2) info.slant = Slant::italic;
}

void complete(Metrics& m) {
  const int em = m.units_per_em;
  if (m.cap_height <= 0) m.cap_height = em * 7 / 10;
  if (m.x_height <= 0) m.x_height = em / 2;
  if (m.underline_thickness <= 0) m.underline_thickness = em / 20;
  if (m.underline_position == 0) m.underline_position = -em / 10;
  if (m.strikeout_thickness <= 0) m.strikeout_thickness = m.underline_thickness;
  if (m.strikeout_position <= 0) m.strikeout_position = m.x_height / 2;
  if (m.win_ascent + m.win_descent == 0)
    m.win_ascent = m.hhea_ascent, m.win_descent = m.hhea_descent;
}

} // namespace

unsigned face_count(std::string_view bytes) {
  const Table file(bytes);
  if (file.u32(0) != tag("ttcf")) return is_font_tag(file.u32(0)) ? 1 : 0;
  const std::size_t fit = bytes.size() < 12 ? 0 : (bytes.size() - 12) / 4;
  return static_cast<unsigned>(std::min<std::size_t>({file.u32(8), fit, 256}));
}

std::optional<FaceInfo> read_face_info(std::string_view bytes, unsigned index) {
  const Table file(bytes);
  const auto directory = directory_of(file, index);
  if (!directory) return std::nullopt;
  const auto table = [&](std::uint32_t name) { return find_table(file, *directory, name); };
  const Table head = table(tag("head")), hhea = table(tag("hhea")), post = table(tag("post"));
  const bool drawable =
      !table(tag("glyf")).empty() || !table(tag("CFF ")).empty() || !table(tag("CFF2")).empty();
  if (head.size() < 54 || hhea.size() < 36 || table(tag("maxp")).size() < 6 || !drawable ||
      table(tag("cmap")).empty() || table(tag("hmtx")).empty())
    return std::nullopt;
  FaceInfo info;
  Metrics& m = info.metrics;
  m.units_per_em = static_cast<int>(head.u16(18));
  if (m.units_per_em < 16 || m.units_per_em > 16384) return std::nullopt;
  m.hhea_ascent = hhea.i16(4), m.hhea_descent = -hhea.i16(6), m.hhea_gap = hhea.i16(8);
  m.italic_angle = static_cast<std::int32_t>(post.u32(4)) / 65536.0;
  m.underline_thickness = post.i16(10);
  // post gives the line's top (OpenType, post: underlinePosition).
  m.underline_position = post.i16(8) - m.underline_thickness / 2;
  m.fixed_pitch = post.u32(12) != 0;
  const Table os2 = table(tag("OS/2"));
  os2.size() < 78 ? make_up_os2(head, info) : read_os2(os2, info);
  m.weight = info.weight;
  complete(m);
  const Table names = table(tag("name"));
  for (const unsigned platform : {3u, 0u, 1u})
    if (info.families.empty()) read_names(names, platform, info);
  if (info.family.empty() && !info.families.empty()) info.family = info.families.front();
  return info;
}

} // namespace saraban::font
