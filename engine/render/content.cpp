// A page's items to a content stream.
#include "render/content.h"

#include "base/utf8.h"
#include "render/strokes.h"
#include "render/syntax.h"
#include "render/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace saraban::render {
namespace {

using Matrix = std::array<double, 6>;

/// First `inner`, then `outer`.
Matrix product(const Matrix& inner, const Matrix& outer) {
  const auto& [a, b, c, d, e, f] = inner;
  const auto& [p, q, r, s, t, u] = outer;
  return {a * p + b * r, a * q + b * s,     c * p + d * r,
          c * q + d * s, e * p + f * r + t, e * q + f * s + u};
}

/// What q saves.
struct Graphics {
  TextState text;
  Color fill = black, stroke = black; ///< Without alpha.
  std::uint8_t alpha = 255;
  Matrix matrix{1, 0, 0, 1, 0, 0}; ///< From the current coordinates to the page's, points, y up.
};

class Painter {
public:
  Painter(const page::Page& page, Shared& shared)
      : shared_(shared), height_(milli(page.size.height)), text_(shared.fonts, out_) {}

  Content paint(const page::Page& page) {
    for (const page::Item& item : page.items) std::visit([this](const auto& i) { one(i); }, item);
    one(page::FieldEnd{});
    close_content();
    for (; !saved_.empty(); saved_.pop_back()) out_ += "Q\n";
    return {std::move(out_), transparent_};
  }

private:
  void one(const page::GlyphRun& run) {
    if (run.glyphs.empty() || !shared_.fonts.has_face(run.face)) return;
    if (field_ && !sign_) sign_ = run;
    open_content(Mark::text);
    if (!in_text_) {
      out_ += "BT\n";
      in_text_ = true;
      text_.begin();
    }
    set_fill(run.color);
    if (run.synthetic_bold) set_stroke(run.color);
    text_.show(run, milli(run.origin.x), up(run.origin.y));
  }

  void one(const page::Rule& rule) {
    open_shape();
    set_stroke(rule.color);
    write_rule(out_, rule, height_);
    text_.forget_line_width();
  }

  void one(const page::Fill& fill) {
    if (fill.color.alpha == 0) return;
    open_shape();
    set_fill(fill.color);
    rectangle(fill.rect);
    out_ += " f\n";
  }

  void one(const page::Path& path) {
    if (path.steps.empty() || (!path.fill && !path.stroke)) return;
    open_shape();
    if (path.fill) set_fill(*path.fill);
    if (path.stroke) set_stroke(*path.stroke);
    write_path(out_, path, height_);
    text_.forget_line_width();
  }

  void one(const page::Image& image) {
    const Images::Used* used = shared_.images.use(image.image);
    open_content(Mark::text);
    close_text();
    shared_.structure.figure_box(box_of(image.rect));
    if (used == nullptr) {
      set_fill({217, 217, 217, 255});
      rectangle(image.rect);
      out_ += " f\n";
      return;
    }
    set_alpha(255);
    transparent_ = transparent_ || used->transparent;
    draw(image, used->resource);
  }

  /// The whole picture is placed so that the part shown fills the rectangle.
  void draw(const page::Image& image, std::size_t resource) {
    const double across = 1 - (image.crop_left + image.crop_right) / 100'000.0;
    const double down = 1 - (image.crop_top + image.crop_bottom) / 100'000.0;
    if (across < 1e-4 || down < 1e-4) return;
    const double width = image.rect.width.points() / across;
    const double height = image.rect.height.points() / down;
    const double x = image.rect.x.points() - width * image.crop_left / 100'000.0;
    const double y = image.rect.y.points() - height * image.crop_top / 100'000.0;
    out_ += "q ";
    if (across < 1 || down < 1) rectangle(image.rect), out_ += " W n ";
    out_ += number_text(width) + " 0 0 " + number_text(height) + " " + number_text(x) + " " +
            number_text(static_cast<double>(height_) / 1000 - y - height) + " cm /I" +
            std::to_string(resource) + " Do Q\n";
  }

  void one(const page::Link& link) {
    shared_.navigation.add_link(link, box_of(link.rect), shared_.objects, shared_.structure,
                                shared_.diagnostics);
  }

  void one(const page::Destination& destination) {
    const auto [x, y] = to_page(destination.at);
    shared_.navigation.add_destination(destination.name, milli(x), milli(y));
  }

  // With y downwards a point goes to (a x + c y + e, b x + d y + f); PDF's y is the height less
  // ours.
  void one(const page::Transform& transform) {
    close_text();
    saved_.push_back(graphics_);
    saved_.back().text = text_.state;
    const auto& [a, b, c, d, e, f] = transform.matrix;
    const double height = static_cast<double>(height_) / 1000;
    const Matrix turned{a, -b, -c, d, c * height + e / 12700, height - d * height - f / 12700};
    out_ += "q ";
    for (const double n : turned) out_ += number_text(n) + " ";
    out_ += "cm\n";
    graphics_.matrix = product(turned, graphics_.matrix);
    if (transform.clip) rectangle(*transform.clip), out_ += " W n\n";
  }

  void one(const page::Restore&) {
    if (saved_.empty()) return;
    close_text();
    out_ += "Q\n";
    graphics_ = saved_.back();
    text_.state = graphics_.text;
    saved_.pop_back();
  }

  void one(const page::TagBegin& tag) {
    one(page::FieldEnd{}); // Fields hold no tags.
    close_content();
    shared_.structure.begin(tag);
  }
  void one(const page::TagEnd&) {
    close_content();
    shared_.structure.end();
  }
  /// What stands in a field of an interactive form is drawn apart, in the page's coordinates.
  void one(const page::FieldBegin& begin) {
    if (!shared_.forms.begins(begin)) return;
    close_content();
    field_ = &begin;
    outside_ = std::exchange(out_, {});
    outer_ = std::exchange(graphics_, Graphics{});
    outer_.text = std::exchange(text_.state, TextState{});
    graphics_.matrix = outer_.matrix;
    sign_.reset();
    begin_field_content();
  }
  void begin_field_content() {
    is_turned_ = graphics_.matrix != Matrix{1, 0, 0, 1, 0, 0};
    if (!is_turned_) return;
    out_ += "q ";
    for (const double n : graphics_.matrix) out_ += number_text(n) + " ";
    out_ += "cm\n";
  }
  std::string end_field_content() {
    close_text();
    if (is_turned_) out_ += "Q\n";
    return std::exchange(out_, {});
  }
  void one(const page::FieldEnd&) {
    if (!field_) return;
    Forms::Drawn drawn;
    drawn.on_page = end_field_content();
    if (sign_ && is_box(*field_->field)) {
      drawn.on_page = box_in_state(0x2611);
      drawn.off = box_in_state(0x2610);
    }
    const Box box = box_of(field_->rect);
    out_ = std::move(outside_), graphics_ = outer_, text_.state = outer_.text;
    shared_.forms.add(*field_, box, std::move(drawn), shared_.structure, shared_.objects);
    field_ = nullptr;
  }
  static bool is_box(const page::Field& field) {
    return field.kind == page::FieldKind::check_box || field.kind == page::FieldKind::radio;
  }
  /// What says "on" where no face has the sign.
  page::Path tick_in(const page::GlyphRun& run) const {
    const auto at = [&](int across, int up) {
      return Point{run.origin.x + field_->rect.width.scaled(across, 100),
                   run.origin.y - run.size.scaled(up, 100)};
    };
    using Kind = page::PathStep::Kind;
    page::Path tick;
    tick.steps = {{Kind::move, {}, {}, at(20, 32)},
                  {Kind::line, {}, {}, at(42, 12)},
                  {Kind::line, {}, {}, at(82, 60)}};
    tick.stroke = run.color;
    tick.stroke_width = run.size.scaled(8, 100);
    return tick;
  }
  /// A box as drawn, with another sign; where its face lacks that, as it is drawn now and ticked.
  std::string box_in_state(char32_t sign) {
    page::GlyphRun run = *sign_;
    if (const std::uint32_t glyph = shared_.fonts.glyph_of(run.face, sign)) {
      run.glyphs.resize(1);
      run.glyphs.front().id = glyph;
      run.text.clear();
      append_utf8(run.text, sign);
    }
    const Matrix matrix = graphics_.matrix;
    graphics_ = Graphics{}, graphics_.matrix = matrix, text_.state = TextState{};
    begin_field_content();
    one(run);
    if (sign == 0x2611 && shared_.fonts.glyph_of(run.face, sign) == 0) one(tick_in(run));
    return end_field_content();
  }

  void open_shape() {
    open_content(Mark::decoration);
    close_text();
  }
  void open_content(Mark mark) {
    if (!shared_.structure.tagged() || field_) return;
    if (in_content_ && !shared_.structure.same_content(mark_, mark)) close_content();
    if (in_content_) return;
    out_ += shared_.structure.open_content(mark);
    in_content_ = true, mark_ = mark;
  }
  void close_content() {
    close_text();
    if (in_content_) out_ += "EMC\n";
    in_content_ = false;
  }
  void close_text() {
    if (in_text_) out_ += "ET\n";
    in_text_ = false;
  }

  void set_fill(Color color) {
    set_alpha(color.alpha);
    color.alpha = 255;
    if (graphics_.fill != color) append_color(out_, color, ColorUse::fill);
    graphics_.fill = color;
  }
  void set_stroke(Color color) {
    set_alpha(color.alpha);
    color.alpha = 255;
    if (graphics_.stroke != color) append_color(out_, color, ColorUse::stroke);
    graphics_.stroke = color;
  }
  void set_alpha(std::uint8_t alpha) {
    if (alpha == graphics_.alpha) return;
    graphics_.alpha = alpha;
    shared_.alphas.insert(alpha);
    out_ += "/A" + std::to_string(alpha) + " gs\n";
    transparent_ = true;
  }

  void rectangle(const Rect& rect) {
    const Milli left = milli(rect.x), right = milli(rect.right());
    const Milli bottom = up(rect.bottom()), top = up(rect.y);
    for (const Milli n : {left, bottom, right - left, top - bottom})
      append_milli(out_, n), out_ += ' ';
    out_ += "re";
  }
  Milli up(Length y) const { return height_ - milli(y); }

  std::array<double, 2> to_page(Point p) const {
    const double x = p.x.points(), y = static_cast<double>(height_) / 1000 - p.y.points();
    const auto& [a, b, c, d, e, f] = graphics_.matrix;
    return {a * x + c * y + e, b * x + d * y + f};
  }
  std::array<Milli, 4> box_of(const Rect& rect) const {
    std::array<Milli, 4> box{};
    bool first = true;
    for (const Point corner : {Point{rect.x, rect.y}, Point{rect.right(), rect.y},
                               Point{rect.x, rect.bottom()}, Point{rect.right(), rect.bottom()}}) {
      const auto [px, py] = to_page(corner);
      const Milli x = milli(px), y = milli(py);
      box = first ? std::array{x, y, x, y}
                  : std::array{std::min(box[0], x), std::min(box[1], y), std::max(box[2], x),
                               std::max(box[3], y)};
      first = false;
    }
    return box;
  }

  Shared& shared_;
  Milli height_;
  std::string out_;
  TextWriter text_;
  Graphics graphics_;
  std::vector<Graphics> saved_;
  bool in_text_ = false, in_content_ = false, transparent_ = false;
  Mark mark_ = Mark::text;
  const page::FieldBegin* field_ = nullptr; ///< Drawn now, as a widget.
  std::optional<page::GlyphRun> sign_;      ///< The first run in it.
  std::string outside_;
  Graphics outer_;
  bool is_turned_ = false;
};

} // namespace

Content page_content(const page::Page& page, Shared& shared) {
  return Painter(page, shared).paint(page);
}

std::string resource_dictionary(Shared& shared) {
  std::string states;
  for (const std::uint8_t alpha : shared.alphas) {
    const std::string value = milli_text((alpha * 2000 + 255) / 510);
    fmt::format_to(std::back_inserter(states), "/A{0}<</ca {1}/CA {1}>>", alpha, value);
  }
  std::string out = "<<";
  for (const auto& [key, entries] : {std::pair{"Font", shared.fonts.write(shared.objects)},
                                     {"XObject", shared.images.resources()},
                                     {"ExtGState", states}})
    if (!entries.empty()) out += fmt::format("/{}<<{}>>", key, entries);
  return out + ">>";
}

} // namespace saraban::render
