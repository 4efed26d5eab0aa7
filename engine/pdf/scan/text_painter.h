// Text objects: from their operators to characters at places.
#pragma once

#include "pdf/scan/graphics_state.h"
#include "pdf/scan/tokens.h"

#include <optional>

namespace saraban::pdf::scan {

class TextPainter {
public:
  explicit TextPainter(PageMarks& out) : out_(out) {}

  void begin();
  void set_matrix(const Matrix& matrix);
  void move(double x, double y);
  void next_line(const GraphicsState& state);
  void show(const std::string& bytes, const GraphicsState& state);
  void show(const std::vector<Operand>& items, const GraphicsState& state);

  /// Marked content begins, whose text is `actual` (UTF-8) where it says so (ISO 32000-1, 14.9.4).
  void open(std::optional<std::string> actual);
  void close();

private:
  void show_one(const Shown& shown, const GraphicsState& state);
  void skip(double thousandths, const GraphicsState& state);
  std::string text_of(const Shown& shown);

  PageMarks& out_;
  Matrix text_, line_;
  struct Marked {
    std::optional<std::string> actual;
    bool said = false;
  };
  std::vector<Marked> marked_;
};

} // namespace saraban::pdf::scan
