// What a chart's styles say about its text, fills, lines and numbers (ODF 1.3 Part 3, 17.21).
#pragma once

#include "odt/colors.h"

namespace saraban::odt {

/// The styles of one chart, with LibreOffice's looks where they say nothing.
class ChartLooks {
public:
  /// `root`: office:document-content of the chart, or its office:document; `styles`: the root of
  /// its styles part, empty for none.
  ChartLooks(Reader& reader, pugi::xml_node root, pugi::xml_node styles);

  const Style* style_of(pugi::xml_node element) const;
  /// Of style:chart-properties.
  std::string_view says(const Style* style, const char* name) const;
  bool says(const Style* style, const char* name, bool otherwise) const;
  /// Of style:graphic-properties.
  std::string_view graphic(const Style* style, const char* name) const;

  std::uint32_t paragraph_format();
  /// `size` where the style says none.
  std::uint32_t text_format(const Style* style, Length size);
  std::optional<Color> fill(const Style* style, std::optional<Color> otherwise);
  /// `otherwise`: the colour of the line that is there without being said; none: there is none.
  document::Stroke stroke(const Style* style, std::optional<Color> otherwise);
  /// The format code of style:data-style-name.
  std::string number_format(const Style* style) const;

  /// The symbol at the points of series `index`, by its style, else that of the plot's area.
  document::ChartMarker marker(const Style* style, const Style* area, std::size_t index,
                               const document::Stroke& line);
  /// The labels that a style asks for, else `area`, else `otherwise`.
  document::ChartLabels labels(const Style* style, const Style* area,
                               document::ChartLabels otherwise);

  /// The colour of series `index`, or of a point, where nothing says it.
  static Color standard_color(std::size_t index);

private:
  const Style& standard() const { return common_.standard(Family::chart); }

  Reader& reader_;
  pugi::xml_node number_styles_;
  Styles common_, styles_;
  const CellLook* look_ = nullptr; ///< Text without spacing, in the font of charts.
};

/// The text:p in an element, a line each.
std::string chart_text(pugi::xml_node element);

} // namespace saraban::odt
