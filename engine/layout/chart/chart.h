// Charts as lines, areas and labels: a pure function of the chart, its size and its texts' sizes.
#pragma once

#include "document/chart.h"
#include "page/page.h"

#include <functional>
#include <vector>

namespace saraban::layout::chart {

/// In points, y down, from the chart's top left corner.
struct Spot {
  double x = 0, y = 0;
};
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  Spot middle() const { return {(left + right) / 2, (top + bottom) / 2}; }
};

struct Figure {
  std::vector<page::PathStep> steps;
  std::optional<Color> fill;
  document::Stroke stroke;
};

/// One line of text. `across` and `down`: which part of it stands at `at`: 0 its start (top), 0.5
/// its middle, 1 its end (bottom), before it is turned about `at`.
struct Label {
  std::string text;
  std::uint32_t format = 0;
  Spot at;
  double across = 0.5, down = 0.5;
  int turn = 0; ///< Degrees clockwise.
};

struct Ink {
  std::vector<Figure> figures;
  std::vector<Label> labels;
};

struct TextSize {
  double width = 0, height = 0;
};
using MeasureText = std::function<TextSize(const std::string&, std::uint32_t format)>;

/// Faulty numbers count as absent; a chart without plots gives its frame.
Ink draw_chart(const document::Chart& chart, Spot size, const MeasureText& measure);

} // namespace saraban::layout::chart
