// Stage 4 of a paragraph: an arranged line to page items.
#include "layout/paragraph/place.h"

#include "base/utf8.h"
#include "layout/paragraph/decorate.h"
#include "layout/paragraph/form_field.h"
#include "layout/paragraph/height.h"
#include "layout/paragraph/leader.h"
#include "layout/paragraph/sign.h"
#include "page/print.h"

#include <algorithm>
#include <iterator>

namespace saraban::layout {

namespace {

using page::GlyphRun;

enum class FieldEdge { line, field }; ///< What ends the part of a field on a line.

class Placer {
public:
  Placer(const Prepared& paragraph, const Arranged& arranged, Context& context, Line& line)
      : paragraph_(paragraph), arranged_(arranged), context_(context), line_(line) {}

  void run(Place start) {
    x_ = arranged_.placed.empty() ? arranged_.left : arranged_.placed.front().x;
    reopen_link(start.unit);
    reopen_field(start.unit);
    for (std::size_t i = 0; i < arranged_.placed.size(); ++i) add(i);
    flush();
    close_label();
    close_link();
    close_field(FieldEdge::line);
    finish();
  }

private:
  void add(std::size_t index) {
    const Placed& part = arranged_.placed[index];
    if (part.unit->is_label && !in_label_) open_label();
    if (!part.unit->is_label && in_label_) close_label();
    x_ = part.x;
    switch (part.unit->kind) {
    case UnitKind::word:
    case UnitKind::space:
      glyphs(part);
      decorate(part);
      break;
    case UnitKind::tab:
      tab(part);
      break;
    case UnitKind::inline_drawing:
      drawing(part);
      break;
    case UnitKind::blank:
      blank(part);
      break;
    case UnitKind::control:
      if (part.unit->soft_hyphen && index + 1 == arranged_.placed.size()) hyphen(part);
      break;
    case UnitKind::mark:
      mark(*part.unit);
      break;
    case UnitKind::line_break:
      break;
    }
    x_ = part.x + part.width;
  }

  void start_run(const Style& style, Length x) {
    flush();
    run_style_ = &style;
    run_.emplace();
    run_->face = style.face;
    run_->size = style.drawn;
    run_->scale_percent = style.format->scale_percent;
    run_->origin = {x, line_.baseline - style.raise};
    run_->color = text_color(style, *paragraph_.format);
    run_->synthetic_bold = style.choice->synthetic_bold;
    run_->synthetic_italic = style.choice->synthetic_italic;
  }

  bool continues(const Style& style, Length x) const {
    return run_ && run_end_ == x &&
           (run_style_ == &style ||
            (run_style_->face == style.face && run_style_->drawn == style.drawn &&
             run_style_->raise == style.raise && run_style_->choice == style.choice &&
             run_style_->format->scale_percent == style.format->scale_percent &&
             run_->color == text_color(style, *paragraph_.format)));
  }

  void glyphs(const Placed& part) {
    const Unit& unit = *part.unit;
    if (!unit.glyphs || part.from >= part.to) return;
    const auto& glyphs = unit.glyphs->glyphs;
    if (!continues(*unit.style, part.x)) start_run(*unit.style, part.x);
    const bool whole = part.from == 0 && part.to == glyphs.size();
    const std::uint32_t first = whole ? 0 : glyphs[part.from].cluster;
    const std::uint32_t last =
        whole || part.to == glyphs.size() ? unit.end - unit.start : glyphs[part.to].cluster;
    const auto base = static_cast<std::uint32_t>(run_->text.size());
    run_->text.append(paragraph_.text, unit.start + first, last - first);
    std::int64_t cluster = 0;
    for (std::uint32_t g = part.from; g < part.to; ++g) {
      const text::ShapedGlyph& glyph = glyphs[g];
      Length extra;
      if (g + 1 == part.to || glyphs[g + 1].cluster != glyph.cluster) {
        extra = unit.style->format->spacing;
        if (cluster < part.gaps) extra += arranged_.extra(part.gap + cluster);
        ++cluster;
      }
      run_->glyphs.push_back({glyph.id, glyph.advance, glyph.x_offset, glyph.y_offset,
                              glyph.cluster - first + base, extra});
      if (glyph.id == 0 && !field_) draw_sign(*unit.style);
    }
    run_end_ = part.x + part.width;
  }

  /// A box that its face lacks is drawn over a space, which reads back as the box. In a field it is
  /// the renderer's, who draws its other state too.
  void draw_sign(const Style& style) {
    page::Glyph& glyph = run_->glyphs.back();
    const char32_t code = decode_utf8(run_->text, glyph.cluster).code;
    const int units = style.choice->face->metrics().units_per_em;
    GlyphRun before = *run_;
    before.glyphs.pop_back();
    const Point origin{run_->origin.x + page::width(before, units), run_->origin.y};
    const Length width = run_->size.scaled(glyph.advance, units);
    auto path = sign(code, origin, width, run_->size, run_->color);
    if (!path) return;
    glyph.id = style.choice->face->glyph_of(U' ');
    on_.emplace_back(std::move(*path));
  }

  void decorate(const Placed& part) {
    decorator_.add({part.unit->style, part.x, part.x + part.width, line_.baseline,
                    part.unit->kind == UnitKind::space, part.hangs});
  }

  void tab(const Placed& part) {
    flush();
    decorate(part);
    if (part.tab && part.tab->leader != document::Leader::none)
      if (auto run = leader(*part.unit->style, part.tab->leader, part.x, part.x + part.width,
                            context_.shaper)) {
        run->origin.y = line_.baseline;
        text_.emplace_back(std::move(*run));
      }
  }

  /// Its dots end exactly where it ends, so that lines of dots are flush with the margin.
  void blank(const Placed& part) {
    flush();
    decorate(part);
    const auto& source =
        std::get<document::Blank>(paragraph_.paragraph->inlines[part.unit->source]);
    if (source.leader == document::Leader::none) return;
    auto run = leader(*part.unit->style, source.leader, Length{}, part.width, context_.shaper);
    if (!run) return;
    const Length drawn = page::width(*run, part.unit->style->choice->face->metrics().units_per_em);
    run->origin = {part.x + part.width - drawn, line_.baseline - part.unit->style->raise};
    text_.emplace_back(std::move(*run));
  }

  void hyphen(const Placed& part) {
    const Style& style = *part.unit->style;
    const text::ShapedWord& shaped =
        context_.shaper.shape(*style.choice, text::Script::common, style.kerning, "-");
    if (!continues(style, part.x)) start_run(style, part.x);
    const auto base = static_cast<std::uint32_t>(run_->text.size());
    run_->text += "-";
    for (const text::ShapedGlyph& glyph : shaped.glyphs)
      run_->glyphs.push_back({glyph.id, glyph.advance, glyph.x_offset, glyph.y_offset, base, {}});
  }

  void drawing(const Placed& part) {
    flush();
    const document::Paragraph& source = *paragraph_.paragraph;
    const std::uint32_t index =
        part.unit->is_label
            ? *source.label->picture
            : std::get<document::DrawingReference>(source.inlines[part.unit->source]).drawing;
    const document::Drawing& drawing = context_.document.drawings[index];
    const Length raise = raise_of(*part.unit, line_.ascent, line_.descent);
    const Length top = line_.baseline - raise - part.unit->height;
    line_.drawings.push_back({index,
                              {part.x + drawing.effect.left, top + drawing.effect.top,
                               part.unit->width - drawing.effect.left - drawing.effect.right,
                               part.unit->height - drawing.effect.top - drawing.effect.bottom}});
  }

  void mark(const Unit& unit) {
    const document::Inline& source = paragraph_.paragraph->inlines[unit.source];
    if (const auto* note = std::get_if<document::NoteReference>(&source))
      line_.notes.push_back(note->note);
    else if (const auto* anchored = std::get_if<document::DrawingReference>(&source))
      line_.anchors.push_back({anchored->drawing, x_});
    else if (const auto* bookmark = std::get_if<document::BookmarkStart>(&source))
      on_.emplace_back(page::Destination{bookmark->name, {x_, Length{}}});
    else if (const auto* link = std::get_if<document::LinkStart>(&source))
      open_link(*link);
    else if (std::holds_alternative<document::LinkEnd>(source))
      close_link();
    else if (const auto* field = std::get_if<document::FormFieldStart>(&source))
      open_field(*field, static_cast<std::uint32_t>(&unit - paragraph_.units.data()));
    else if (std::holds_alternative<document::FormFieldEnd>(source))
      close_field(FieldEdge::field);
  }

  // A link that began on a line before goes on here.
  void reopen_link(std::uint32_t first_unit) {
    if (!paragraph_.has_links) return;
    for (std::uint32_t i = first_unit; i-- > 0;) {
      if (paragraph_.units[i].kind != UnitKind::mark) continue;
      const document::Inline& source = paragraph_.paragraph->inlines[paragraph_.units[i].source];
      if (std::holds_alternative<document::LinkEnd>(source)) return;
      if (const auto* link = std::get_if<document::LinkStart>(&source)) return open_link(*link);
    }
  }
  void open_link(const document::LinkStart& link) {
    close_link();
    flush();
    link_ = &link;
    link_start_ = x_;
    text_.emplace_back(page::TagBegin{page::Role::link, context_.next_tag++, {}, 1, 1});
  }
  void close_link() {
    if (!link_) return;
    flush();
    text_.emplace_back(page::TagEnd{});
    if (x_ > link_start_)
      on_.emplace_back(page::Link{{link_start_, line_.baseline - line_.ascent, x_ - link_start_,
                                   line_.ascent + line_.descent},
                                  link_->target,
                                  link_->tooltip});
    link_ = nullptr;
  }

  // A field that began on a line before goes on here.
  void reopen_field(std::uint32_t first_unit) {
    if (!paragraph_.has_form_fields) return;
    for (std::uint32_t i = first_unit; i-- > 0;) {
      if (paragraph_.units[i].kind != UnitKind::mark) continue;
      const document::Inline& source = paragraph_.paragraph->inlines[paragraph_.units[i].source];
      if (std::holds_alternative<document::FormFieldEnd>(source)) return;
      if (const auto* field = std::get_if<document::FormFieldStart>(&source))
        return open_field(*field, i);
    }
  }
  void open_field(const document::FormFieldStart& field, std::uint32_t unit) {
    close_field(FieldEdge::field);
    flush();
    field_ = page_field(field, unit, paragraph_, line_, context_);
    field_start_ = x_;
    field_item_ = text_.size();
    text_.emplace_back(page::FieldBegin{field_, {}});
  }
  /// What of a field stands on no part of this line leaves nothing here.
  void close_field(FieldEdge edge) {
    if (!field_) return;
    flush();
    const Rect box{field_start_, line_.baseline - line_.ascent, x_ - field_start_,
                   line_.ascent + line_.descent};
    if (box.width <= Length{} && edge == FieldEdge::line) {
      text_.erase(text_.begin() + static_cast<std::ptrdiff_t>(field_item_));
    } else {
      std::get<page::FieldBegin>(text_[field_item_]).rect = box;
      text_.emplace_back(page::FieldEnd{});
    }
    field_ = nullptr;
  }

  void open_label() {
    in_label_ = true;
    text_.emplace_back(page::TagBegin{page::Role::label, context_.next_tag++, {}, 1, 1});
  }
  void close_label() {
    if (!in_label_) return;
    flush();
    text_.emplace_back(page::TagEnd{});
    in_label_ = false;
  }

  void flush() {
    // Wholly transparent text only keeps its place.
    if (run_ && !run_->glyphs.empty() && run_->color.alpha != 0)
      text_.emplace_back(std::move(*run_));
    run_.reset();
    run_style_ = nullptr;
  }

  void finish() {
    std::vector<page::Item> behind;
    decorator_.finish(behind, on_);
    for (const document::TabStop& stop : paragraph_.format->tabs)
      if (stop.kind == document::TabKind::bar)
        on_.emplace_back(page::Rule{{stop.position, Length{}},
                                    {stop.position, line_.height},
                                    points(0.75),
                                    black,
                                    page::Dash::solid});
    line_.items = std::move(behind);
    line_.items.reserve(line_.items.size() + text_.size() + on_.size());
    std::move(text_.begin(), text_.end(), std::back_inserter(line_.items));
    std::move(on_.begin(), on_.end(), std::back_inserter(line_.items));
  }

  const Prepared& paragraph_;
  const Arranged& arranged_;
  Context& context_;
  Line& line_;
  std::vector<page::Item> text_, on_; ///< In reading order; drawn over the text.
  Decorator decorator_;
  std::optional<GlyphRun> run_;
  const Style* run_style_ = nullptr;
  Length run_end_, x_;
  const document::LinkStart* link_ = nullptr;
  std::shared_ptr<const page::Field> field_;
  std::size_t field_item_ = 0; ///< Of text_.
  Length link_start_, field_start_;
  bool in_label_ = false;
};

} // namespace

void place(const Prepared& paragraph, const Arranged& arranged, Place start, Context& context,
           Line& line) {
  Placer(paragraph, arranged, context, line).run(start);
}

} // namespace saraban::layout
