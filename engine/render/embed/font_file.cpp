// The TrueType file of a subset.
#include "render/embed/sfnt.h"
#include "render/embed/subset.h"

#include <algorithm>

namespace saraban::render::embed {
namespace {

constexpr int deepest = 8; ///< Composites of composites; fonts have 2.
constexpr std::size_t most_bytes = std::size_t{64} << 20;

struct Box {
  int left = 0, bottom = 0, right = 0, top = 0;
};

Box moved(const Box& b, const page::Glyph& by) {
  return {b.left + by.x_offset, b.bottom + by.y_offset, b.right + by.x_offset, b.top + by.y_offset};
}

Box around(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.bottom, b.bottom), std::max(a.right, b.right),
          std::max(a.top, b.top)};
}

/// What maxp tells of a glyph.
struct Extent {
  std::uint32_t points = 0, contours = 0, depth = 0, components = 0;
};

std::uint32_t clamped(int value) {
  return static_cast<std::uint32_t>(std::clamp(value, -32768, 32767));
}

class Builder {
public:
  explicit Builder(const Subset& subset) : subset_(subset), entries_(subset.entries()) {}

  FontFile build() {
    number_glyphs();
    describe();
    FontFile file;
    Box all;
    for (std::size_t i = 0; i < descriptions_.size(); ++i)
      if (!descriptions_[i].empty())
        all = all.right == all.left ? boxes_[i] : around(all, boxes_[i]);
    file.box = {all.left, all.bottom, all.right, all.top};
    std::string glyf, offsets = loca(glyf);
    file.bytes = write_sfnt({{"glyf", std::move(glyf)},
                             {"head", head(all)},
                             {"hhea", hhea(all)},
                             {"hmtx", hmtx()},
                             {"loca", std::move(offsets)},
                             {"maxp", maxp()}});
    return file;
  }

private:
  static bool is_plain(const Subset::Entry& entry) {
    return entry.parts.size() == 1 && entry.parts[0].x_offset == 0 && entry.parts[0].y_offset == 0;
  }

  /// Where a glyph of the face stands in the file; given a number behind the codes when it is new.
  std::uint16_t home(std::uint32_t glyph) {
    const auto next = static_cast<std::uint16_t>(entries_.size() + components_.size());
    const auto [place, is_new] = homes_.try_emplace(glyph, next);
    if (is_new && next < 65'000) components_.push_back(glyph);
    return place->second < 65'000 ? place->second : 0;
  }

  void number_glyphs() {
    for (std::size_t code = 0; code < entries_.size(); ++code)
      if (is_plain(entries_[code]))
        homes_.try_emplace(entries_[code].parts[0].id, static_cast<std::uint16_t>(code));
  }

  void describe() {
    descriptions_.resize(entries_.size());
    boxes_.resize(entries_.size());
    for (std::size_t code = 0; code < entries_.size(); ++code)
      if (is_plain(entries_[code]) && homes_.at(entries_[code].parts[0].id) == code)
        set(code, own(entries_[code].parts[0].id));
    for (const Subset::Entry& entry : entries_)
      for (const page::Glyph& part : entry.parts) home(part.id);
    for (std::size_t i = 0; i < components_.size(); ++i) { // grows as composites are read
      descriptions_.emplace_back(), boxes_.emplace_back();
      set(entries_.size() + i, own(components_[i]));
    }
    for (std::size_t code = 0; code < entries_.size(); ++code)
      if (!entries_[code].parts.empty() && descriptions_[code].empty())
        compose(code, entries_[code]);
  }

  void set(std::size_t code, std::string description) {
    bytes_ += description.size();
    if (bytes_ > most_bytes) return;
    boxes_[code] = {s16(description, 2), s16(description, 4), s16(description, 6),
                    s16(description, 8)};
    descriptions_[code] = std::move(description);
  }

  std::string own(std::uint32_t glyph) {
    std::string description = subset_.glyphs().description(glyph);
    if (s16(description, 0) >= 0) return description;
    for (const std::size_t place : component_places(description))
      set_u16(description, place, home(u16(description, place)));
    return description;
  }

  void compose(std::size_t code, const Subset::Entry& entry) {
    std::string components;
    std::size_t last = 0;
    Box box;
    for (const page::Glyph& part : entry.parts) {
      const std::uint16_t glyph = home(part.id);
      if (glyph == code || descriptions_[glyph].empty()) continue;
      box =
          components.empty() ? moved(boxes_[glyph], part) : around(box, moved(boxes_[glyph], part));
      last = components.size();
      append_u16(components, 0x0023); // words, x and y, more to come
      append_u16(components, glyph);
      append_u16(components, clamped(part.x_offset));
      append_u16(components, clamped(part.y_offset));
    }
    if (components.empty()) return;
    set_u16(components, last, 0x0003);
    std::string out;
    append_u16(out, 0xFFFF);
    for (const int side : {box.left, box.bottom, box.right, box.top})
      append_u16(out, clamped(side));
    descriptions_[code] = out + components;
    boxes_[code] = box;
  }

  /// Each glyph is measured once, so that no damaged font can make this long.
  Extent extent(std::size_t code, int depth) {
    if (extents_.empty()) extents_.resize(descriptions_.size());
    if (extents_[code] || depth > deepest) return extents_[code].value_or(Extent{});
    extents_[code] = Extent{};
    const std::string& d = descriptions_[code];
    Extent e;
    if (const int contours = s16(d, 0); contours > 0) {
      e.contours = static_cast<std::uint32_t>(contours);
      e.points = u16(d, 8 + 2 * e.contours) + 1u;
    } else if (contours < 0) {
      for (const std::size_t place : component_places(d)) {
        const std::size_t part = u16(d, place);
        const Extent p = extent(part < descriptions_.size() ? part : 0, depth + 1);
        e.points += p.points, e.contours += p.contours, ++e.components;
        e.depth = std::max(e.depth, p.depth + 1);
      }
    }
    extents_[code] = e;
    return e;
  }

  std::string loca(std::string& glyf) {
    std::size_t total = 0;
    for (const std::string& d : descriptions_) total += (d.size() + 1) / 2 * 2;
    long_loca_ = total > 0x1fffe;
    glyf.reserve(total);
    std::string out;
    const auto offset = [&] {
      long_loca_ ? append_u32(out, static_cast<std::uint32_t>(glyf.size()))
                 : append_u16(out, static_cast<std::uint32_t>(glyf.size() / 2));
    };
    for (const std::string& d : descriptions_) {
      offset();
      glyf += d;
      glyf.resize((glyf.size() + 1) / 2 * 2);
    }
    offset();
    return out;
  }

  std::string head(const Box& box) const {
    std::string out(subset_.glyphs().head().substr(0, 54));
    out.resize(54);
    set_u32(out, 0, 0x00010000);
    set_u32(out, 8, 0); // write_sfnt's
    set_u32(out, 12, 0x5F0F3CF5);
    set_u16(out, 16, 0x0003); // baseline at 0, left side bearing at 0; nothing of instructions
    set_u16(out, 18, static_cast<std::uint32_t>(subset_.glyphs().units_per_em()));
    const int sides[] = {box.left, box.bottom, box.right, box.top};
    for (std::size_t i = 0; i < 4; ++i) set_u16(out, 36 + 2 * i, clamped(sides[i]));
    set_u16(out, 50, long_loca_ ? 1 : 0);
    set_u16(out, 52, 0);
    return out;
  }

  std::string hhea(const Box& box) const {
    const font::Metrics& metrics = subset_.face().metrics();
    std::int32_t widest = 0;
    for (const Subset::Entry& entry : entries_) widest = std::max(widest, entry.advance);
    std::string out;
    append_u32(out, 0x00010000);
    append_u16(out, clamped(metrics.hhea_ascent));
    append_u16(out, clamped(-metrics.hhea_descent));
    append_u16(out, clamped(metrics.hhea_gap));
    append_u16(out, clamped(widest));
    append_u16(out, clamped(box.left));
    append_u16(out, 0);
    append_u16(out, clamped(box.right));
    append_u16(out, 1); // an upright caret
    out.resize(34);
    append_u16(out, static_cast<std::uint32_t>(descriptions_.size()));
    return out;
  }

  std::string hmtx() const {
    std::string out;
    out.reserve(descriptions_.size() * 4);
    for (std::size_t code = 0; code < descriptions_.size(); ++code) {
      const int advance = code < entries_.size()
                              ? entries_[code].advance
                              : subset_.glyphs().advance(components_[code - entries_.size()]);
      append_u16(out, static_cast<std::uint32_t>(std::clamp(advance, 0, 65535)));
      append_u16(out, clamped(boxes_[code].left)); // rasterisers shift by xMin - lsb
    }
    return out;
  }

  std::string maxp() {
    Extent simple, composite;
    for (std::size_t code = 0; code < descriptions_.size(); ++code) {
      const Extent e = extent(code, 0);
      Extent& most = e.depth == 0 ? simple : composite;
      most.points = std::max(most.points, e.points);
      most.contours = std::max(most.contours, e.contours);
      most.components = std::max(most.components, e.components);
      most.depth = std::max(most.depth, e.depth);
    }
    std::string out;
    append_u32(out, 0x00010000);
    append_u16(out, static_cast<std::uint32_t>(descriptions_.size()));
    for (const std::uint32_t n :
         {simple.points, simple.contours, composite.points, composite.contours, 2u, 0u, 0u, 0u, 0u,
          0u, 0u, composite.components, composite.depth})
      append_u16(out, std::min(n, 0xffffu));
    return out;
  }

  const Subset& subset_;
  const std::vector<Subset::Entry>& entries_;
  std::unordered_map<std::uint32_t, std::uint16_t> homes_;
  std::vector<std::uint32_t> components_;
  std::vector<std::string> descriptions_;
  std::vector<Box> boxes_;
  std::vector<std::optional<Extent>> extents_;
  std::size_t bytes_ = 0;
  bool long_loca_ = false;
};

} // namespace

FontFile font_file(const Subset& subset) {
  return Builder(subset).build();
}

} // namespace saraban::render::embed
