// The device context that both kinds of metafile draw with: objects, mapping, paths.
#pragma once

#include "layout/metafile/metafile.h"

#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace saraban::layout::metafile {

struct Spot {
  double x = 0, y = 0;
};

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Spot apply(Spot p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  /// This one first, then `next`.
  Matrix then(const Matrix& next) const;
};

struct Pen {
  bool visible = true;
  double width = 0; ///< Logical.
  Color color = black;
  page::Dash dash = page::Dash::solid;
};
struct Brush {
  bool visible = true;
  Color color = white;
};
struct Font {
  double height = 12; ///< Logical; the letters' when negative, as in LOGFONT.
  double turn = 0;    ///< Degrees counter-clockwise.
  std::string family;
};
using Object = std::variant<std::monostate, Pen, Brush, Font>;

/// Red, green, blue from the least significant byte on (COLORREF).
Color color_of(std::uint32_t reference);

class Canvas {
public:
  /// `to_box`: from device units to the box, in EMU.
  explicit Canvas(const Matrix& to_box) : to_box_(to_box) {}

  /// The mapping of the state under way.
  struct Mapping {
    Spot window_origin, window{1, 1}, viewport_origin, viewport{1, 1};
    bool scaled = false; ///< Otherwise window and viewport are origins only.
    Matrix world;
  };
  Mapping& mapping() { return now_.mapping; }

  bool even_odd = true;
  std::uint32_t text_alignment = 0; ///< TA_ flags.
  bool clockwise = false;

  void save();
  void restore(int which); ///< Counted back from -1, or from 1 on.

  void define(std::uint32_t index, Object object);
  /// The first free place, as WMF numbers its objects.
  void define_next(Object object);
  void forget(std::uint32_t index);
  void select(std::uint32_t index);
  void select(const Object& object);

  void move(Spot to);
  void line(Spot to);
  void curve(Spot one, Spot two, Spot to);
  void close();
  /// Paints what was begun since the last paint; between begin_path and end_path it gathers.
  enum class Paint { stroke, fill, both };
  void paint(Paint how);
  void begin_path();
  void end_path() { gathering_ = false; }
  /// Paints what begin_path and end_path gathered.
  void paint_path(Paint how);

  void polygon(const std::vector<Spot>& points);
  void polyline(const std::vector<Spot>& points);
  void rectangle(Spot one, Spot two);
  void rounded(Spot one, Spot two, Spot corner);
  void ellipse(Spot one, Spot two);
  enum class Arc { open, chord, pie };
  /// From the ray through `from` to that through `to`, counter-clockwise.
  void arc(Spot one, Spot two, Spot from, Spot to, Arc kind);
  void text(std::string text, Spot at);

  Spot position() const { return position_; }
  void place(Spot at) { position_ = at; }
  bool gathering() const { return gathering_; }
  bool is_full() const { return steps_ > most_steps; }
  std::vector<Item> take() { return std::move(items_); }

private:
  static constexpr std::size_t most_steps = 2'000'000;

  struct State {
    Mapping mapping;
    Pen pen;
    Brush brush;
    Font font;
  };

  Matrix matrix() const;
  Point map(Spot at) const;
  void add(page::PathStep::Kind kind, Spot one, Spot two, Spot to);
  void emit(std::vector<page::PathStep> steps, Paint how);

  Matrix to_box_;
  State now_;
  std::vector<State> saved_;
  std::map<std::uint32_t, Object> objects_;
  std::vector<page::PathStep> begun_, gathered_;
  bool gathering_ = false;
  Spot position_;
  std::size_t steps_ = 0;
  std::vector<Item> items_;
};

} // namespace saraban::layout::metafile
