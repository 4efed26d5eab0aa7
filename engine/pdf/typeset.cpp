// Text of fields as lines: shaped, broken and measured by our own layout.
#include "pdf/typeset.h"

#include "base/utf8.h"
#include "document/document.h"
#include "layout/paragraph/paragraph.h"

#include <algorithm>
#include <cmath>

namespace saraban::pdf {
namespace {

constexpr document::Alignment alignments[] = {
    document::Alignment::start, document::Alignment::center, document::Alignment::end};

document::RunFormat format_of(const font::Request& request) {
  document::RunFormat format;
  for (document::FaceRequest* face : {&format.latin, &format.east_asian, &format.complex}) {
    face->family = request.family;
    face->bold = request.bold;
    face->italic = request.italic;
    face->size = points(Typesetter::nominal);
  }
  return format;
}

document::Document document_of(const std::vector<font::Request>& requests) {
  document::Document document;
  for (const font::Request& request : requests) document.run_formats.push_back(format_of(request));
  for (const document::Alignment alignment : alignments) {
    document::ParagraphFormat format;
    format.alignment = alignment;
    document.paragraph_formats.push_back(format);
  }
  document.settings.default_tab = points(4 * Typesetter::nominal);
  return document;
}

/// Control characters are spaces, lines are broken where the text says so.
std::vector<document::Inline> inlines_of(std::string_view text, document::FormatIndex format) {
  std::vector<document::Inline> inlines;
  std::string part;
  const auto end_part = [&] {
    if (!part.empty()) inlines.push_back(document::Text{std::move(part), format});
    part.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    at += decoded.length;
    if (decoded.code == '\n') {
      end_part();
      inlines.push_back(document::Break{document::BreakKind::line, format});
    } else if (decoded.code == '\t') {
      end_part();
      inlines.push_back(document::Tab{format});
    } else {
      append_utf8(part, decoded.code < 0x20 || decoded.code == 0x7F ? U' ' : decoded.code);
    }
  }
  end_part();
  return inlines;
}

Length scaled(Length length, double by) {
  return emu(std::llround(static_cast<double>(length.emu) * by));
}

} // namespace

struct Typesetter::State {
  State(const Means& means, std::vector<font::Request> all, Diagnostics& diagnostics)
      : requests(std::move(all)),
        document(document_of(requests)), options{{}, means.environment.limits, means.shapers},
        context(document, *means.fonts, options, diagnostics) {}

  std::vector<font::Request> requests;
  document::Document document;
  layout::Options options;
  layout::Context context;
};

Typesetter::Typesetter(const Means& means, std::vector<font::Request> requests,
                       Diagnostics& diagnostics)
    : state_(std::make_unique<State>(means, std::move(requests), diagnostics)) {}

Typesetter::~Typesetter() = default;

std::vector<layout::Line> Typesetter::lines(std::string_view text, const font::Request& request,
                                            double width, Quadding quadding, double indent) {
  const auto& requests = state_->requests;
  const auto at = std::find(requests.begin(), requests.end(), request);
  const auto format = static_cast<document::FormatIndex>(at - requests.begin());
  document::Paragraph paragraph;
  paragraph.format = static_cast<std::uint32_t>(quadding);
  paragraph.mark_format = format;
  paragraph.inlines = inlines_of(text, format);
  const layout::PreparedParagraph prepared = layout::prepare(paragraph, state_->context);
  layout::LineSpace space;
  space.column_width = points(width);
  if (indent <= 0) return layout::break_lines(*prepared, space, state_->context);
  std::vector<layout::Line> lines;
  layout::Cursor cursor;
  space.left = points(indent);
  while (!cursor.done) {
    lines.push_back(layout::next_line(*prepared, cursor, space, state_->context));
    space.left.reset();
  }
  return lines;
}

double Typesetter::cap_height(const font::Request& request) const {
  const font::Choice& choice = state_->context.fonts.choose(request);
  const font::Metrics& metrics = choice.face->metrics();
  const int height = metrics.cap_height > 0 ? metrics.cap_height : metrics.hhea_ascent * 7 / 10;
  return nominal * height / std::max(1, metrics.units_per_em) * choice.size_ten_thousandths / 1e4;
}

const std::vector<std::shared_ptr<const font::Face>>& Typesetter::faces() const {
  return state_->context.faces.faces();
}

void append_line(std::vector<page::Item>& items, const layout::Line& line, double size, double x,
                 double y, Color color) {
  const double by = size / Typesetter::nominal;
  const Point origin{points(x), points(y)};
  for (const page::Item& item : line.items) {
    const auto* run = std::get_if<page::GlyphRun>(&item);
    if (run == nullptr) continue;
    page::GlyphRun placed = *run;
    placed.size = scaled(run->size, by);
    placed.color = color;
    placed.origin =
        origin + Point{scaled(run->origin.x, by), scaled(run->origin.y - line.baseline, by)};
    for (page::Glyph& glyph : placed.glyphs) glyph.extra = scaled(glyph.extra, by);
    items.push_back(std::move(placed));
  }
}

} // namespace saraban::pdf
