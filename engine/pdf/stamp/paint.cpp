// Stamps to page items.
#include "pdf/stamp/paint.h"

#include "base/utf8.h"
#include "pdf/stamp/fit.h"
#include "thai/words.h"

#include <algorithm>

namespace saraban::pdf::stamp {
namespace {

Color color_of(const map::Style& style) {
  return style.color.value_or(black);
}

/// As large as the smaller side, in the middle.
Rect square_in(const Rect& r) {
  const Length side = std::min(r.width, r.height);
  return {r.x + (r.width - side) / 2, r.y + (r.height - side) / 2, side, side};
}

/// Characters as a comb takes them: a base with its marks in one cell.
std::vector<std::string> clusters_of(std::string_view text) {
  std::vector<std::size_t> starts = thai::cluster_starts(text);
  std::vector<std::string> clusters;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    clusters.emplace_back(text.substr(starts[i], end - starts[i]));
  }
  return clusters;
}

std::vector<Rect> cells_of(const map::Entry& entry) {
  if (!entry.boxes.empty()) return entry.boxes;
  std::vector<Rect> cells;
  for (int i = 0; i < entry.cells; ++i) {
    const Length left = entry.rect.x + entry.rect.width.scaled(i, entry.cells);
    const Length right = entry.rect.x + entry.rect.width.scaled(i + 1, entry.cells);
    cells.push_back({left, entry.rect.y, right - left, entry.rect.height});
  }
  return cells;
}

Quadding quadding_of(const map::Style& style) {
  const map::Align align = style.align.value_or(map::Align::left);
  return align == map::Align::center  ? Quadding::center
         : align == map::Align::right ? Quadding::right
                                      : Quadding::left;
}

} // namespace

font::Request request_of(const map::Style& style) {
  font::Request request;
  request.family = style.font.value_or("TH SarabunPSK");
  request.bold = style.bold.value_or(false);
  request.italic = style.italic.value_or(false);
  return request;
}

std::vector<page::Item>& Painter::items(const Stamp& stamp) {
  return pages_.pages[static_cast<std::size_t>(stamp.entry.page - 1)].items;
}

void Painter::paint(const Stamp& stamp, const Content& content) {
  if (const auto* text = std::get_if<std::string>(&content)) {
    if (stamp.entry.kind == map::Kind::comb)
      paint_comb(stamp, *text);
    else
      paint_text(stamp, *text);
  } else if (std::holds_alternative<Tick>(content)) {
    paint_tick(stamp);
  } else if (const auto* image = std::get_if<fill::ImageFile>(&content)) {
    paint_picture(stamp, *image);
  } else if (const auto* code = std::get_if<Code>(&content)) {
    paint_code(stamp, *code);
  }
}

void Painter::note_missing(const Stamp& stamp, const std::vector<layout::Line>& lines) {
  std::string characters;
  for (const layout::Line& line : lines)
    for (const page::Item& item : line.items)
      if (const auto* run = std::get_if<page::GlyphRun>(&item))
        for (const page::Glyph& glyph : run->glyphs)
          if (glyph.id == 0) append_utf8(characters, decode_utf8(run->text, glyph.cluster).code);
  if (!characters.empty())
    diagnostics_.warning("map-characters-missing", stamp.where, {{"characters", characters}});
}

void Painter::paint_text(const Stamp& stamp, const std::string& text) {
  const Fitted fitted = fit_text(stamp, text, quadding_of(stamp.style), typesetter_);
  if (fitted.cut)
    diagnostics_.warning("map-text-cut", stamp.where, {{"text", text.substr(0, 200)}});
  note_missing(stamp, fitted.lines);
  double y = fitted.first_baseline;
  for (const layout::Line& line : fitted.lines) {
    append_line(items(stamp), line, fitted.size, stamp.entry.rect.x.points(), y,
                color_of(stamp.style));
    y += fitted.pitch;
  }
}

void Painter::paint_comb(const Stamp& stamp, const std::string& text) {
  const std::vector<Rect> cells = cells_of(stamp.entry);
  std::vector<std::string> clusters = clusters_of(text);
  if (clusters.size() > cells.size()) // as people group the digits of numbers
    std::erase_if(clusters, [](const std::string& c) { return c == "-" || c == " "; });
  if (clusters.size() > cells.size())
    diagnostics_.warning("map-text-cut", stamp.where, {{"text", text.substr(0, 200)}});
  Stamp cell = stamp;
  cell.entry.kind = map::Kind::text;
  if (!cell.style.raise) cell.style.raise = map::Raise::middle;
  for (std::size_t i = 0; i < std::min(cells.size(), clusters.size()); ++i) {
    cell.entry.rect = cells[i];
    const Fitted fitted = fit_text(cell, clusters[i], Quadding::center, typesetter_);
    note_missing(stamp, fitted.lines);
    for (const layout::Line& line : fitted.lines)
      append_line(items(stamp), line, fitted.size, cells[i].x.points(), fitted.first_baseline,
                  color_of(stamp.style));
  }
}

/// ✓ as a stroke, so that no font needs to have it.
void Painter::paint_tick(const Stamp& stamp) {
  const Rect box = square_in(stamp.entry.rect);
  const auto at = [&](int x, int y) {
    return Point{box.x + box.width.scaled(x, 100), box.y + box.height.scaled(y, 100)};
  };
  page::Path path;
  using Kind = page::PathStep::Kind;
  path.steps.push_back({Kind::move, {}, {}, at(14, 54)});
  path.steps.push_back({Kind::line, {}, {}, at(40, 82)});
  path.steps.push_back({Kind::line, {}, {}, at(88, 14)});
  path.stroke = color_of(stamp.style);
  path.stroke_width = std::max(box.width / 9, points(0.8));
  items(stamp).push_back(std::move(path));
}

/// As large as fits, in the middle.
void Painter::paint_picture(const Stamp& stamp, const fill::ImageFile& image) {
  const Rect& r = stamp.entry.rect;
  if (image.width <= Length{} || image.height <= Length{}) return;
  Rect shown = r;
  if (image.width.points() * r.height.points() > image.height.points() * r.width.points())
    shown.height = r.width.scaled(image.height.emu, image.width.emu);
  else
    shown.width = r.height.scaled(image.width.emu, image.height.emu);
  const map::Align align = stamp.style.align.value_or(map::Align::center);
  const int side = align == map::Align::left ? 0 : align == map::Align::right ? 2 : 1;
  shown.x = r.x + (r.width - shown.width).scaled(side, 2);
  shown.y = r.y + (r.height - shown.height) / 2;
  page::Image item;
  item.image = static_cast<std::uint32_t>(pages_.images.size());
  item.rect = shown;
  pages_.images.push_back(
      {"stamp" + std::to_string(pages_.images.size()) + "." + image.extension, image.bytes});
  items(stamp).push_back(item);
}

/// The dark areas as one path; the quiet zone is within the rectangle.
void Painter::paint_code(const Stamp& stamp, const Code& code) {
  const Rect box = code.is_linear ? stamp.entry.rect : square_in(stamp.entry.rect);
  const codes::Symbol& symbol = code.symbol;
  const int margin = code.is_linear ? 0 : symbol.quiet;
  const int across = symbol.columns + 2 * symbol.quiet, down = symbol.rows + 2 * margin;
  page::Path path;
  path.fill = color_of(stamp.style);
  using Kind = page::PathStep::Kind;
  for (const auto& outline : codes::outlines(symbol)) {
    Kind kind = Kind::move;
    for (const codes::Corner& corner : outline) {
      path.steps.push_back({kind,
                            {},
                            {},
                            {box.x + box.width.scaled(corner.column + symbol.quiet, across),
                             box.y + box.height.scaled(corner.row + margin, down)}});
      kind = Kind::line;
    }
    path.steps.push_back({Kind::close, {}, {}, {}});
  }
  items(stamp).push_back(std::move(path));
}

} // namespace saraban::pdf::stamp
