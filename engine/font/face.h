// One face of a font file: metrics, coverage, and what shaping and embedding need.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct hb_font_t;

namespace saraban::font {

/// All in design units; descents are positive downwards.
struct Metrics {
  int units_per_em = 1000;
  int hhea_ascent = 0, hhea_descent = 0, hhea_gap = 0;
  int typo_ascent = 0, typo_descent = 0, typo_gap = 0;
  int win_ascent = 0, win_descent = 0;
  bool use_typo_metrics = false; ///< OS/2 fsSelection bit 7.
  int cap_height = 0, x_height = 0;
  int underline_position = 0, underline_thickness = 0; ///< Position of the line's middle, upwards.
  int strikeout_position = 0, strikeout_thickness = 0;
  double italic_angle = 0;
  bool fixed_pitch = false;
  int weight = 400;
  int embedding_rights = 0; ///< OS/2 fsType.
};

/// Immutable, shared by all threads; a file's bytes are mapped, not read.
class Face {
public:
  /// Nothing when the bytes are no font that we can use.
  static std::shared_ptr<const Face> open(const std::filesystem::path& path, unsigned index = 0);
  static std::shared_ptr<const Face> from_bytes(std::shared_ptr<const std::string> bytes,
                                                unsigned index = 0);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  const std::string& family() const; ///< Its platform-3 name.
  const std::string& postscript_name() const;
  bool bold() const;
  bool italic() const;
  const Metrics& metrics() const;
  std::uint32_t glyph_of(char32_t code) const; ///< 0 when absent.
  std::string_view bytes() const;              ///< The whole font file.
  unsigned index() const;                      ///< In a collection.
  const std::filesystem::path& path() const;   ///< Empty for a font from bytes.
  hb_font_t* shaper() const;                   ///< Scaled to design units; borrowed, immutable.

private:
  struct State;
  explicit Face(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

} // namespace saraban::font
