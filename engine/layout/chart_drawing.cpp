// Charts as ink: their figures as paths, their labels as lines of text.
#include "layout/chart_drawing.h"

#include "layout/border.h"
#include "layout/cache.h"
#include "layout/chart/chart.h"
#include "layout/flow.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace saraban::layout {

namespace {

constexpr double point = 12700;

/// Lines of text that layout makes itself, each kept once by its text and format.
class Lines {
public:
  Lines(const document::Chart& chart, Context& context) : chart_(chart), context_(context) {}

  const document::Block& block(const std::string& text, std::uint32_t format) {
    document::Block*& known = blocks_[{text, format}];
    if (known) return *known;
    document::Paragraph paragraph;
    paragraph.format = chart_.paragraph_format;
    paragraph.mark_format = format;
    paragraph.inlines.push_back(document::Text{text, format});
    auto& own = context_.cache->own_blocks;
    own.push_back(std::make_unique<std::vector<document::Block>>(1));
    known = &own.back()->front();
    known->content = std::move(paragraph);
    return *known;
  }

  Fragment line(const std::string& text, std::uint32_t format) {
    const document::Block& made = block(text, format);
    Region region;
    region.width = width(made) + twips(2);
    region.around.column = {{}, {}, region.width, {}};
    region.depth = 1;
    Fragment fragment = fill({&made, 1}, {}, region, context_).fragment;
    fragment.size.width = width(made);
    return fragment;
  }

private:
  Length width(const document::Block& made) {
    const auto& paragraph = std::get<document::Paragraph>(made.content);
    return natural_widths(*prepared(paragraph, context_), context_).maximum;
  }

  const document::Chart& chart_;
  Context& context_;
  std::map<std::pair<std::string, std::uint32_t>, document::Block*> blocks_;
};

page::Path path_of(const chart::Figure& figure) {
  page::Path path;
  path.steps = figure.steps;
  path.fill = figure.fill;
  path.even_odd = true; // the holes of rings
  if (figure.stroke.style == document::LineStyle::none) return path;
  path.stroke = figure.stroke.color;
  path.stroke_width = std::max(figure.stroke.width, twips(5));
  path.dash = dash_of(figure.stroke.style);
  return path;
}

void place_label(Fragment& out, const chart::Label& label, Fragment text) {
  const auto emu_of = [](double x) { return Length{std::llround(x)}; };
  const double w = static_cast<double>(text.size.width.emu),
               h = static_cast<double>(text.size.height.emu);
  const double x = label.at.x * point, y = label.at.y * point;
  if (label.turn % 360 == 0)
    return append(out, std::move(text), {emu_of(x - w * label.across), emu_of(y - h * label.down)});
  const double angle = label.turn * std::numbers::pi / 180, c = std::cos(angle),
               s = std::sin(angle);
  const double dx = -w * label.across, dy = -h * label.down;
  page::Transform transform;
  transform.matrix = {c, s, -s, c, x + c * dx - s * dy, y + s * dx + c * dy};
  text.items.insert(text.items.begin(), transform);
  text.items.push_back(page::Restore{});
  append(out, std::move(text), {});
}

} // namespace

void paint_chart(Fragment& fragment, const document::Chart& chart, Size size, Context& context) {
  Lines lines(chart, context);
  const chart::MeasureText measure = [&](const std::string& text, std::uint32_t format) {
    const Size found = lines.line(text, format).size;
    return chart::TextSize{static_cast<double>(found.width.emu) / point,
                           static_cast<double>(found.height.emu) / point};
  };
  const chart::Ink ink = chart::draw_chart(
      chart,
      {static_cast<double>(size.width.emu) / point, static_cast<double>(size.height.emu) / point},
      measure);
  for (const chart::Figure& figure : ink.figures) fragment.items.push_back(path_of(figure));
  for (const chart::Label& label : ink.labels)
    place_label(fragment, label, lines.line(label.text, label.format));
}

} // namespace saraban::layout
