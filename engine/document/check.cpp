// What every document must keep to, whoever made it.
#include "document/check.h"

#include <algorithm>

namespace saraban::document {
namespace {

class Checker {
public:
  explicit Checker(const Document& document)
      : document_(document), drawings_(document.drawings.size()), notes_(document.notes.size()) {}

  bool document() {
    return sections(document_.sections) && sections(document_.endnote_pages) &&
           blocks(document_.settings.footnote_separator) &&
           blocks(document_.settings.endnote_separator);
  }

private:
  enum class Visit : char { no, open, done };

  bool sections(const std::vector<Section>& all) {
    return std::all_of(all.begin(), all.end(), [&](const Section& section) {
      for (const auto* story : {&section.header, &section.footer, &section.first_header,
                                &section.first_footer, &section.even_header, &section.even_footer})
        if (*story && !blocks(**story)) return false;
      return blocks(section.blocks) && sections(section.following);
    });
  }

  bool blocks(const std::vector<Block>& all) {
    return std::all_of(all.begin(), all.end(), [&](const Block& block) {
      if (const auto* p = std::get_if<Paragraph>(&block.content)) return paragraph(*p);
      for (const auto& row : std::get<Table>(block.content).rows)
        for (const auto& cell : row.cells)
          if (!blocks(cell.blocks)) return false;
      return true;
    });
  }

  bool run(FormatIndex index) const { return index < document_.run_formats.size(); }

  bool paragraph(const Paragraph& p) {
    if (p.format >= document_.paragraph_formats.size() || !run(p.mark_format)) return false;
    if (p.label && (!run(p.label->format) || (p.label->picture && !drawing(*p.label->picture))))
      return false;
    return std::all_of(p.inlines.begin(), p.inlines.end(), [&](const Inline& item) {
      if (const auto* d = std::get_if<DrawingReference>(&item))
        return run(d->format) && drawing(d->drawing);
      if (const auto* n = std::get_if<NoteReference>(&item)) return run(n->format) && note(n->note);
      return std::visit(
          [&](const auto& what) {
            if constexpr (requires { what.format; })
              return run(what.format);
            else
              return true;
          },
          item);
    });
  }

  bool note(std::uint32_t index) {
    if (index >= notes_.size() || notes_[index] == Visit::open) return false;
    if (notes_[index] == Visit::done) return true;
    notes_[index] = Visit::open;
    const bool good = blocks(document_.notes[index].blocks);
    notes_[index] = Visit::done;
    return good;
  }

  bool drawing(std::uint32_t index) {
    if (index >= drawings_.size() || drawings_[index] == Visit::open) return false;
    if (drawings_[index] == Visit::done) return true;
    drawings_[index] = Visit::open;
    const bool good = content(document_.drawings[index]);
    drawings_[index] = Visit::done;
    return good;
  }

  bool content(const Drawing& d) {
    if (const auto* picture = std::get_if<Picture>(&d.content))
      return picture->image < document_.images.size();
    if (const auto* shape = std::get_if<Shape>(&d.content)) return blocks(shape->text);
    if (const auto* chart = std::get_if<Chart>(&d.content)) return formats_of(*chart);
    const auto& children = std::get<Group>(d.content).children;
    return std::all_of(children.begin(), children.end(),
                       [&](const Group::Child& child) { return drawing(child.drawing); });
  }

  bool run_format(std::uint32_t index) const { return index < document_.run_formats.size(); }
  bool formats_of(const Chart& chart) const {
    bool good = chart.paragraph_format < document_.paragraph_formats.size() &&
                run_format(chart.title_format) && run_format(chart.legend.format);
    const auto axis_exists = [&](int axis) {
      return axis >= -1 && axis < static_cast<int>(chart.axes.size());
    };
    for (const ChartAxis& axis : chart.axes)
      good = good && run_format(axis.format) && run_format(axis.title_format);
    for (const ChartPlot& plot : chart.plots) {
      good = good && axis_exists(plot.category_axis) && axis_exists(plot.value_axis);
      for (const ChartSeries& series : plot.series) {
        good = good && run_format(series.labels.format);
        for (const ChartPoint& point : series.points)
          good = good && (!point.labels || run_format(point.labels->format));
      }
    }
    return good;
  }

  const Document& document_;
  std::vector<Visit> drawings_, notes_;
};

} // namespace

bool indices_are_valid(const Document& document) {
  return Checker(document).document();
}

} // namespace saraban::document
