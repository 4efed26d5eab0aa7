// An embedded font in the making: each cluster of glyphs is one glyph of it.
#include "render/embed/subset.h"

#include "base/utf8.h"

#include <cstring>
#include <hb.h>

namespace saraban::render::embed {
namespace {

/// Component-only glyphs need codes as well; 65,535 is the last.
constexpr std::size_t most_entries = 50'000;

bool has_nonspacing_mark(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded c = decode_utf8(text, i);
    if (c.length == 0) break;
    if (hb_unicode_general_category(hb_unicode_funcs_get_default(), c.code) ==
        HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK)
      return true;
    i += c.length;
  }
  return false;
}

std::uint32_t packed(std::string_view text) {
  std::uint32_t value = 0;
  if (text.size() <= 4) std::memcpy(&value, text.data(), text.size());
  return value;
}

void append(std::string& key, std::int32_t value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  key.append(bytes, sizeof value);
}

/// A lone glyph keeps its own advance, because kerning is the line's affair and not the font's. One
/// that stands in for another font's and is given that one's advance keeps the latter: readers take
/// a gap of a tenth of an em for a space.
std::int32_t lone_advance(std::int32_t own, std::int32_t asked, std::int32_t units_per_em) {
  return (asked - own) * 20 > units_per_em ? asked : own;
}

} // namespace

Subset::Subset(std::shared_ptr<const font::Face> face) : face_(std::move(face)), glyphs_(*face_) {
  entries_.push_back({{page::Glyph{}}, "", glyphs_.advance(0)});
}

std::optional<Subset::Placed> Subset::place(std::span<const page::Glyph> glyphs,
                                            std::string_view text) {
  const page::Glyph& first = glyphs.front();
  const bool alone = glyphs.size() == 1 && first.x_offset == 0 && first.y_offset == 0 &&
                     first.id < 0x10000 && packed(text) != 0;
  if (alone && first.id < singles_.size() && singles_[first.id].text == packed(text))
    return singles_[first.id].placed;
  key_.clear();
  std::int32_t pen = 0;
  for (const page::Glyph& g : glyphs) {
    append(key_, static_cast<std::int32_t>(g.id));
    append(key_, pen + g.x_offset);
    append(key_, g.y_offset);
    pen += g.advance;
  }
  append(key_, static_cast<std::int32_t>(glyphs.size()));
  key_ += text;
  Placed placed;
  if (const auto known = clusters_.find(std::string_view(key_)); known != clusters_.end()) {
    placed = known->second;
  } else {
    if (entries_.size() + 2 > most_entries) return std::nullopt;
    placed = add(glyphs, text);
    clusters_.emplace(key_, placed);
  }
  if (alone) {
    if (first.id >= singles_.size()) singles_.resize(first.id + 1);
    singles_[first.id] = {packed(text), placed};
  }
  return placed;
}

Subset::Placed Subset::add(std::span<const page::Glyph> glyphs, std::string_view text) {
  Entry entry;
  std::int32_t pen = 0;
  for (const page::Glyph& g : glyphs) {
    entry.parts.push_back(g);
    entry.parts.back().x_offset += pen;
    pen += g.advance;
  }
  entry.advance = glyphs.size() == 1 ? lone_advance(glyphs_.advance(glyphs.front().id), pen,
                                                    glyphs_.units_per_em())
                                     : pen;
  const std::size_t first = decode_utf8(text, 0).length;
  const bool marks_follow = has_nonspacing_mark(text.substr(first));
  entry.text = marks_follow ? text.substr(0, first) : text;
  Placed placed;
  placed.code = static_cast<std::uint16_t>(entries_.size());
  placed.advance = entry.advance;
  entries_.push_back(std::move(entry));
  if (marks_follow) placed.blank = blank(text.substr(first));
  return placed;
}

std::uint16_t Subset::blank(std::string_view text) {
  const auto [place, is_new] =
      blanks_.try_emplace(std::string(text), static_cast<std::uint16_t>(entries_.size()));
  if (is_new) entries_.push_back({{}, std::string(text), 0});
  return place->second;
}

} // namespace saraban::render::embed
