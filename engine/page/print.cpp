// Pages to text, one item a line.
#include "page/print.h"

#include "page/names.h"

#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <map>

namespace saraban::page {
namespace {

class Printer {
public:
  Printer(const Pages& pages, Detail detail) : pages_(pages), detail_(detail) {}

  std::string document() {
    for (const auto& [name, value] : {std::pair{"title", &pages_.title},
                                      {"author", &pages_.author},
                                      {"subject", &pages_.subject},
                                      {"keywords", &pages_.keywords},
                                      {"language", &pages_.language}})
      if (!value->empty()) line(name), quoted(*value);
    if (detail_ == Detail::full) faces();
    for (const auto& picture : pages_.images) line("picture"), quoted(picture.name);
    for (const auto& entry : pages_.outline) {
      line("outline");
      word(std::to_string(entry.level)), word(std::to_string(entry.page)), word(length(entry.y));
      quoted(entry.title);
    }
    for (const Page& page : pages_.pages) one_page(page);
    out_ += out_.empty() ? "" : "\n";
    return std::move(out_);
  }

private:
  void faces() {
    for (const auto& face : pages_.faces) {
      line("face");
      quoted(face ? face->family() : "");
      if (face && face->bold()) word("bold");
      if (face && face->italic()) word("italic");
    }
  }

  void one_page(const Page& page) {
    depth_ = 0;
    line("page");
    word(length(page.size.width)), word(length(page.size.height));
    quoted(page.label);
    depth_ = 1;
    for (const Item& item : page.items) std::visit([this](const auto& i) { one(i); }, item);
  }

  void one(const GlyphRun& run) {
    const auto& face = run.face < pages_.faces.size() ? pages_.faces[run.face] : nullptr;
    line("run");
    word(point(run.origin));
    if (detail_ == Detail::full)
      word(std::to_string(run.face));
    else
      quoted(face ? face->family() : "");
    if (detail_ == Detail::brief && face && face->bold()) word("bold");
    if (detail_ == Detail::brief && face && face->italic()) word("italic");
    word(length(run.size));
    quoted(run.text);
    if (detail_ == Detail::brief)
      attribute("width", length(width(run, face ? face->metrics().units_per_em : 1000)));
    color("color", run.color);
    if (run.scale_percent != 100) attribute("scale", std::to_string(run.scale_percent));
    if (run.synthetic_bold) word("synthetic-bold");
    if (run.synthetic_italic) word("synthetic-italic");
    if (detail_ == Detail::full && !run.glyphs.empty()) glyphs(run.glyphs);
  }

  void glyphs(const std::vector<Glyph>& list) {
    ++depth_;
    line("glyphs");
    --depth_;
    for (const Glyph& g : list) {
      fmt::format_to(std::back_inserter(out_), " {}@{}:{}", g.id, g.cluster, g.advance);
      if (g.x_offset != 0 || g.y_offset != 0)
        fmt::format_to(std::back_inserter(out_), ",{},{}", g.x_offset, g.y_offset);
      if (g.extra.emu != 0) out_ += "+" + length(g.extra);
    }
  }

  void one(const Rule& rule) {
    line("rule");
    word(point(rule.from)), word(point(rule.to)), word(length(rule.width));
    color("color", rule.color);
    dash(rule.dash);
  }

  void one(const Fill& fill) {
    line("fill");
    word(rect(fill.rect));
    word(hex(fill.color));
  }

  void one(const Path& path) {
    line("path");
    std::string steps;
    for (const PathStep& step : path.steps) {
      using Kind = PathStep::Kind;
      if (!steps.empty()) steps += ' ';
      if (step.kind == Kind::move) steps += "M " + point(step.end);
      if (step.kind == Kind::line) steps += "L " + point(step.end);
      if (step.kind == Kind::curve)
        steps += "C " + point(step.control1) + " " + point(step.control2) + " " + point(step.end);
      if (step.kind == Kind::close) steps += "Z";
    }
    quoted(steps);
    if (path.fill) attribute("fill", hex(*path.fill));
    if (path.stroke) attribute("stroke", hex(*path.stroke));
    if (path.stroke_width.emu != 0) attribute("width", length(path.stroke_width));
    dash(path.dash);
    if (path.even_odd) word("even-odd");
  }

  void one(const Image& image) {
    line("image");
    word(std::to_string(image.image)), word(rect(image.rect));
    if (image.crop_top != 0 || image.crop_right != 0 || image.crop_bottom != 0 ||
        image.crop_left != 0)
      attribute("crop", fmt::format("{},{},{},{}", image.crop_top, image.crop_right,
                                    image.crop_bottom, image.crop_left));
  }

  void one(const Link& link) {
    line("link");
    word(rect(link.rect));
    quoted(link.uri);
    if (!link.tooltip.empty()) attribute("tooltip", ""), quote(link.tooltip);
  }

  void one(const Destination& destination) {
    line("destination");
    word(point(destination.at));
    quoted(destination.name);
  }

  void one(const Transform& transform) {
    line("transform");
    std::string numbers;
    for (const double n : transform.matrix) {
      char buffer[32];
      const auto end = std::to_chars(buffer, buffer + sizeof buffer, n).ptr;
      numbers.append(numbers.empty() ? "" : ",").append(buffer, end);
    }
    word(numbers);
    if (transform.clip) attribute("clip", rect(*transform.clip));
    ++depth_;
  }

  void one(const Restore&) {
    close();
    line("restore");
  }

  void one(const TagBegin& tag) {
    line("tag");
    word(name_of(role_names, tag.role)), word(std::to_string(tag.id));
    if (!tag.description.empty()) attribute("description", ""), quote(tag.description);
    if (tag.row_span != 1) attribute("rows", std::to_string(tag.row_span));
    if (tag.column_span != 1) attribute("columns", std::to_string(tag.column_span));
    ++depth_;
  }

  void one(const TagEnd&) {
    close();
    line("end");
  }

  /// The number tells parts of one field; the first says all of it.
  void one(const FieldBegin& begin) {
    const auto [known, is_new] = fields_.try_emplace(begin.field.get(), fields_.size() + 1);
    line("field");
    word(std::to_string(known->second)), word(rect(begin.rect));
    ++depth_;
    if (!is_new || !begin.field) return;
    const Field& field = *begin.field;
    word(name_of(field_names, field.kind));
    quoted(field.path);
    if (field.content == FieldContent::prompt) word("prompt");
    for (const auto& [name, text] : {std::pair{"title", &field.title},
                                     {"expression", &field.expression},
                                     {"text", &field.text},
                                     {"json", &field.json},
                                     {"choice", &field.choice}})
      if (!text->empty()) attribute(name, ""), quote(*text);
    if (detail_ == Detail::full) attribute("face", std::to_string(field.face));
    attribute("size", length(field.size));
    color("color", field.color);
    if (field.alignment != FieldAlignment::left)
      attribute("align", name_of(alignment_names, field.alignment));
    attribute("pitch", length(field.pitch));
    if (field.indent.emu != 0) attribute("indent", length(field.indent));
    if (field.after_label) word("after-label");
    for (const std::string& option : field.options) quoted(option);
  }

  void one(const FieldEnd&) {
    close();
    line("field-end");
  }

  void close() { depth_ = depth_ > 1 ? depth_ - 1 : 1; }
  void line(std::string_view keyword) {
    if (!out_.empty()) out_ += '\n';
    out_.append(std::size_t{2} * depth_, ' ');
    out_ += keyword;
  }
  void word(std::string_view text) { out_.append(" ").append(text); }
  void attribute(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=").append(value);
  }
  void color(std::string_view name, Color c) {
    if (c != black) attribute(name, hex(c));
  }
  void dash(Dash d) {
    if (d != Dash::solid) attribute("dash", name_of(dash_names, d));
  }
  void quoted(std::string_view text) {
    out_ += ' ';
    quote(text);
  }
  void quote(std::string_view text) {
    out_ += '"';
    for (const char c : text) {
      if (c == '"' || c == '\\') out_ += '\\';
      if (c == '\n' || c == '\r' || c == '\t')
        out_.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
      else
        out_ += c;
    }
    out_ += '"';
  }

  static std::string hex(Color c) {
    std::string text = fmt::format("{:02X}{:02X}{:02X}", c.red, c.green, c.blue);
    if (c.alpha != 255) text += fmt::format("/{}", c.alpha);
    return text;
  }
  std::string point(Point p) const { return length(p.x) + "," + length(p.y); }
  std::string rect(const Rect& r) const {
    return point({r.x, r.y}) + "," + length(r.width) + "," + length(r.height);
  }
  /// Five decimals name every EMU apart (a point has 12,700).
  std::string length(Length l) const {
    const std::int64_t unit = detail_ == Detail::full ? 100'000 : 100;
    const std::int64_t whole = l.emu / 12700, rest = l.emu % 12700;
    const std::int64_t fraction = Length{rest}.scaled(unit, 12700).emu;
    const std::int64_t carried = whole + fraction / unit, digits = std::llabs(fraction % unit);
    std::string text = l.emu < 0 && carried == 0 && digits != 0 ? "-0" : std::to_string(carried);
    if (digits == 0) return text;
    std::string decimals = std::to_string(unit + digits).substr(1);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    return text + "." + decimals;
  }

  const Pages& pages_;
  Detail detail_;
  std::size_t depth_ = 0;
  std::map<const Field*, std::size_t> fields_; ///< In order of appearance.
  std::string out_;
};

} // namespace

std::string print(const Pages& pages, Detail detail) {
  return Printer(pages, detail).document();
}

Length width(const GlyphRun& run, int units_per_em) {
  std::int64_t advances = 0;
  Length extra;
  for (const Glyph& g : run.glyphs) advances += g.advance, extra += g.extra;
  const Length natural = run.size.scaled(advances, units_per_em > 0 ? units_per_em : 1000);
  return natural.scaled(run.scale_percent, 100) + extra;
}

} // namespace saraban::page
