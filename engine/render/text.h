// Glyph runs to text-showing operators (ISO 32000-1, 9.4).
#pragma once

#include "render/fonts.h"
#include "render/syntax.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::render {

/// What the text operators of a content stream left behind; saved and restored with q and Q.
struct TextState {
  std::size_t font = ~std::size_t{0};
  Milli size = 0;
  int scale_percent = 100;
  Milli outline = 0; ///< Line width of synthetic bold; 0 for filled text.
  bool operator==(const TextState&) const = default;
};

/// Writes runs into a text object that the caller opens and closes.
class TextWriter {
public:
  TextWriter(Fonts& fonts, std::string& out) : fonts_(fonts), out_(out) {}

  void begin(); ///< After BT: the line matrix is the identity.
  /// The run at a baseline start in PDF coordinates (points, y upwards).
  void show(const page::GlyphRun& run, Milli x, Milli y);
  /// Somebody else has set the line width, which synthetic bold uses.
  void forget_line_width() {
    if (state.outline != 0) state.outline = -1;
  }
  TextState state;

private:
  struct Cluster {
    std::span<const page::Glyph> glyphs;
    std::string_view text;
    Fonts::Shown shown;
    double advance = 0; ///< To the next cluster, in points.
    double gap = 0;     ///< What of it the embedded glyph does not fill.
  };
  void collect_clusters(const page::GlyphRun& run);
  std::size_t torn_word(std::size_t from, double em) const;
  void begin_span(std::size_t from, std::size_t count);
  void end_array();
  void move_to(Milli x, Milli y, bool slanted);
  void set_style(const page::GlyphRun& run);
  void set_font(std::size_t font, Milli size);
  void append_code(std::uint16_t code);
  void adjust(double wanted, double& reached, double share);
  void close_string();

  Fonts& fonts_;
  std::string& out_;
  Milli line_x_ = 0, line_y_ = 0;
  bool line_slanted_ = false;
  std::vector<Cluster> clusters_; ///< Of the run being shown.
  bool in_text_order_ = true;
  bool in_array_ = false, in_string_ = false;
};

} // namespace saraban::render
