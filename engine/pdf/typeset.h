// Text of fields as lines: shaped, broken and measured by our own layout.
#pragma once

#include "layout/paragraph/line.h"
#include "pdf/module/form.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::pdf {

enum class Quadding { left, center, right };

/// Sets text at one size; who places it scales it, as nothing in a line depends on its size.
class Typesetter {
public:
  static constexpr double nominal = 100; ///< Points.

  /// `requests` are all faces that will be asked for. Borrows `means`.
  Typesetter(const Means& means, std::vector<font::Request> requests, Diagnostics& diagnostics);
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  /// Lines of `text` in a column `width` wide (points, at the nominal size), the first beginning
  /// `indent` from its left; line feeds end lines.
  std::vector<layout::Line> lines(std::string_view text, const font::Request& request, double width,
                                  Quadding quadding, double indent = 0);
  /// The height of capitals, in points at the nominal size.
  double cap_height(const font::Request& request) const;
  /// Faces of the runs.
  const std::vector<std::shared_ptr<const font::Face>>& faces() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The glyphs of a line, scaled from the nominal size, its baseline starting at `x`, `y` (points
/// from the top left).
void append_line(std::vector<page::Item>& items, const layout::Line& line, double size, double x,
                 double y, Color color);

} // namespace saraban::pdf
