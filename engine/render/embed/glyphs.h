// A face's glyphs as TrueType glyph descriptions, whatever its outlines are made of.
#pragma once

#include "font/face.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::render::embed {

/// TrueType outlines are copied without their instructions; others (CFF) are drawn by HarfBuzz and
/// turned into quadratic curves within 1/2000 em. Variable fonts give their default instance.
class Glyphs {
public:
  /// Borrows the face.
  explicit Glyphs(const font::Face& face);

  int units_per_em() const { return units_per_em_; }
  std::string_view head() const { return head_; }
  /// Design units, from the file.
  int advance(std::uint32_t glyph) const;
  /// A glyph description (ISO/IEC 14496-22, 5.3.3); empty for a blank or a damaged glyph.
  /// Component glyphs are named by the face's own numbers.
  std::string description(std::uint32_t glyph) const;

private:
  std::string_view raw(std::uint32_t glyph) const;
  std::string drawn(std::uint32_t glyph) const;

  const font::Face& face_;
  std::string_view head_, hmtx_, loca_, glyf_;
  std::size_t long_metrics_ = 0;
  int units_per_em_ = 1000;
  bool long_loca_ = false;
};

/// The places of a composite description where component glyph numbers stand (2 bytes each).
/// Nothing for a damaged one.
std::vector<std::size_t> component_places(std::string_view description);

} // namespace saraban::render::embed
