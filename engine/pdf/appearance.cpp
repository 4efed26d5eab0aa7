// Appearance streams of text and choice fields.
#include "pdf/appearance.h"

#include "thai/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::pdf {
namespace {

constexpr double smallest = 4, largest_in_lines = 12, step = 0.5;
constexpr double endless = 1e6; ///< Points: no line is ever broken by it.

/// Points from the box's top left corner.
struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

Box inset(const Look& look, double by) {
  return {by, by, std::max(0.0, look.width - 2 * by), std::max(0.0, look.height - 2 * by)};
}

double at_size(Length length, double size) {
  return length.points() * size / Typesetter::nominal;
}

double start_of(Quadding quadding, const Box& box, double width) {
  if (quadding == Quadding::left || width > box.width) return box.x;
  return box.x + (box.width - width) / (quadding == Quadding::center ? 2 : 1);
}

/// What a line takes above and below its baseline at the nominal size.
struct Extent {
  double ascent = 0, descent = 0;
  double height() const { return ascent + descent; }
};

Extent extent_of(const layout::Line& line) {
  return {line.ascent.points(), line.descent.points()};
}

/// As viewers centre a line: capitals in the middle, as long as all of the line stays inside.
double baseline_in(const Box& box, const Extent& extent, double cap_height, double size) {
  const double by = size / Typesetter::nominal;
  const double ascent = extent.ascent * by, descent = extent.descent * by;
  if (ascent + descent >= box.height) return box.y + (box.height - ascent - descent) / 2 + ascent;
  const double middle = box.y + (box.height + cap_height * by) / 2;
  return std::clamp(middle, box.y + ascent, box.y + box.height - descent);
}

double fitting_size(const Box& box, const Extent& extent, double width) {
  double size = box.height / extent.height() * Typesetter::nominal;
  if (width > 0) size = std::min(size, box.width / width * Typesetter::nominal);
  return std::clamp(size, smallest, 300.0);
}

void one_line(const Look& look, const TextStyle& style, const TextContent& content,
              Typesetter& typesetter, Appearance& out) {
  const Box clip = inset(look, look.padding()), box = inset(look, 2 * look.padding());
  const auto lines = typesetter.lines(content.text, style.request, endless, Quadding::left);
  const layout::Line& line = lines.front();
  const Extent extent = extent_of(line);
  out.size = style.size > 0 ? style.size : fitting_size(box, extent, line.width.points());
  const double width = at_size(line.width, out.size);
  out.cut = width > clip.width + 0.5;
  const double y = baseline_in(clip, extent, typesetter.cap_height(style.request), out.size);
  append_line(out.content.items, line, out.size, start_of(content.quadding, box, width), y,
              style.color);
}

double height_of(const std::vector<layout::Line>& lines, double size) {
  Length height;
  for (const layout::Line& line : lines) height += line.height;
  return at_size(height, size);
}

void many_lines(const Look& look, const TextStyle& style, const TextContent& content,
                Typesetter& typesetter, Appearance& out) {
  const Box box = inset(look, 2 * look.padding());
  std::vector<layout::Line> lines;
  const auto set = [&](double size) {
    lines = typesetter.lines(content.text, style.request, box.width / size * Typesetter::nominal,
                             content.quadding);
    out.size = size;
  };
  if (style.size > 0) {
    set(style.size);
  } else {
    for (double size = largest_in_lines; size >= smallest; size -= step) {
      set(size);
      if (height_of(lines, size) <= box.height) break;
    }
  }
  const double last_leading = 0.15 * out.size;
  out.cut = height_of(lines, out.size) > box.height + last_leading + look.padding();
  double y = box.y;
  for (const layout::Line& line : lines) {
    append_line(out.content.items, line, out.size, box.x, y + at_size(line.baseline, out.size),
                style.color);
    y += at_size(line.height, out.size);
  }
}

/// The clusters of a text, each as a line of its own.
std::vector<layout::Line> clusters_of(const std::string& text, const TextStyle& style,
                                      Typesetter& typesetter) {
  std::vector<layout::Line> clusters;
  const std::vector<std::size_t> starts = thai::cluster_starts(text);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    clusters.push_back(typesetter
                           .lines(std::string_view(text).substr(starts[i], end - starts[i]),
                                  style.request, endless, Quadding::left)
                           .front());
  }
  return clusters;
}

Length width_of(const page::GlyphRun& run, const Typesetter& typesetter) {
  const int em = std::max(1, typesetter.faces()[run.face]->metrics().units_per_em);
  std::int64_t units = 0;
  Length extra;
  for (const page::Glyph& glyph : run.glyphs) units += glyph.advance, extra += glyph.extra;
  return run.size.scaled(units, em) + extra;
}

/// Adds a run to the one before it where the face stays the same, so that readers see one word.
void join(std::vector<page::Item>& items, page::GlyphRun run, const Typesetter& typesetter) {
  auto* last = items.empty() ? nullptr : std::get_if<page::GlyphRun>(&items.back());
  if (last == nullptr || last->face != run.face || last->size != run.size) {
    items.push_back(std::move(run));
    return;
  }
  last->glyphs.back().extra += run.origin.x - last->origin.x - width_of(*last, typesetter);
  for (page::Glyph& glyph : run.glyphs) {
    glyph.cluster += static_cast<std::uint32_t>(last->text.size());
    last->glyphs.push_back(glyph);
  }
  last->text += run.text;
}

/// Each cluster in the middle of its cell.
void in_cells(const Look& look, const TextStyle& style, const TextContent& content,
              Typesetter& typesetter, Appearance& out) {
  const Box box = inset(look, look.padding());
  const double cell = look.width / static_cast<double>(content.cells);
  const std::vector<layout::Line> clusters = clusters_of(content.text, style, typesetter);
  Extent extent;
  double widest = 0;
  for (const layout::Line& cluster : clusters) {
    extent.ascent = std::max(extent.ascent, cluster.ascent.points());
    extent.descent = std::max(extent.descent, cluster.descent.points());
    widest = std::max(widest, cluster.width.points());
  }
  Box room = box;
  room.width = cell;
  out.size = style.size > 0 ? style.size : fitting_size(room, extent, widest);
  const double y = baseline_in(box, extent, typesetter.cap_height(style.request), out.size);
  std::size_t first = 0;
  if (content.quadding != Quadding::left && clusters.size() < content.cells)
    first = (content.cells - clusters.size()) / (content.quadding == Quadding::center ? 2 : 1);
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    const double left = cell * static_cast<double>(first + i);
    std::vector<page::Item> fresh;
    append_line(fresh, clusters[i], out.size,
                left + (cell - at_size(clusters[i].width, out.size)) / 2, y, style.color);
    for (page::Item& item : fresh)
      join(out.content.items, std::move(std::get<page::GlyphRun>(item)), typesetter);
  }
  out.cut = clusters.size() > content.cells;
}

} // namespace

Appearance empty_appearance(const Look& look) {
  Appearance out;
  out.content.size = {points(look.width), points(look.height)};
  const double border = look.border.empty() ? 0 : look.border_width;
  out.frame.before =
      paint_box(look, Shape::box) +
      fmt::format("/Tx BMC\nq\n{0:.4g} {0:.4g} {1:.6g} {2:.6g} re W n\n", border,
                  std::max(0.0, look.width - 2 * border), std::max(0.0, look.height - 2 * border));
  out.frame.after = "Q\nEMC\n";
  out.frame.entries = matrix_entry(look);
  return out;
}

Appearance text_appearance(const Look& look, const TextStyle& style, const TextContent& content,
                           Typesetter& typesetter) {
  Appearance out = empty_appearance(look);
  if (content.text.empty()) return out;
  switch (content.fitting) {
  case Fitting::one_line:
    one_line(look, style, content, typesetter, out);
    break;
  case Fitting::lines:
    many_lines(look, style, content, typesetter, out);
    break;
  case Fitting::comb:
    in_cells(look, style, content, typesetter, out);
    break;
  }
  return out;
}

ListAppearance list_appearance(const Look& look, const TextStyle& style, const ListContent& content,
                               Typesetter& typesetter) {
  constexpr Color selected{153, 193, 218}; // as viewers show it
  ListAppearance out{empty_appearance(look), 0};
  const Box box = inset(look, look.padding());
  const double size = style.size > 0 ? style.size : largest_in_lines;
  out.appearance.size = size;
  if (content.rows.empty()) return out;
  const auto row = [&](std::size_t i) {
    return typesetter.lines(content.rows[i], style.request, endless, Quadding::left).front();
  };
  const double pitch = at_size(row(0).height, size);
  const auto visible = static_cast<std::size_t>(std::max(1.0, box.height / pitch));
  if (!content.selected.empty() && content.selected.front() >= visible)
    out.top = std::min(content.selected.front(), content.rows.size() - visible);
  double y = box.y;
  for (std::size_t i = out.top; i < content.rows.size() && y < box.y + box.height; ++i) {
    if (std::binary_search(content.selected.begin(), content.selected.end(), i))
      out.appearance.content.items.push_back(
          page::Fill{{points(box.x), points(y), points(box.width), points(pitch)}, selected});
    const layout::Line line = row(i);
    const Box room{box.x + look.padding(), y, box.width - 2 * look.padding(), pitch};
    append_line(out.appearance.content.items, line, size,
                start_of(content.quadding, room, at_size(line.width, size)),
                y + at_size(line.baseline, size), style.color);
    y += pitch;
  }
  return out;
}

} // namespace saraban::pdf
