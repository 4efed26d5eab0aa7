// Drawing into a chart's ink: lines, areas, sectors, markers, labels.
#pragma once

#include "layout/chart/chart.h"

namespace saraban::layout::chart {

class Pen {
public:
  Pen(Ink& ink, const MeasureText& measure) : ink_(ink), measure_(measure) {}

  TextSize measure(const std::string& text, std::uint32_t format) const {
    return text.empty() ? TextSize{} : measure_(text, format);
  }
  void line(Spot from, Spot to, const document::Stroke& stroke);
  void lines(const std::vector<Spot>& spots, const document::Stroke& stroke);
  /// Through the spots, a curve without corners.
  void curve(const std::vector<Spot>& spots, const document::Stroke& stroke);
  void area(const std::vector<Spot>& spots, std::optional<Color> fill,
            const document::Stroke& stroke);
  void box(const Box& box, std::optional<Color> fill, const document::Stroke& stroke);
  /// Between two angles in degrees clockwise from the top; `hole`: the inner radius.
  void sector(Spot middle, double radius, double hole, double from, double to,
              std::optional<Color> fill, const document::Stroke& stroke);
  void marker(Spot at, const document::ChartMarker& marker, double size);
  void label(Label label) {
    if (!label.text.empty()) ink_.labels.push_back(std::move(label));
  }

private:
  void add(std::vector<page::PathStep> steps, std::optional<Color> fill,
           const document::Stroke& stroke);

  Ink& ink_;
  const MeasureText& measure_;
};

Spot on_circle(Spot middle, double radius, double degrees);

} // namespace saraban::layout::chart
