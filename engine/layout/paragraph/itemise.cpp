// Stage 2 of a paragraph: text cut into measured units, each of one style and one script.
#include "layout/paragraph/itemise.h"

#include "base/utf8.h"

#include <algorithm>

namespace saraban::layout {

namespace {

using text::Opportunity;
using text::Script;

constexpr std::uint32_t longest_word = 1024; ///< Bytes shaped at once (text/shaper.h).

/// What a blank without a width takes at least: room for a short word.
constexpr Length least_blank = millimetres(8);

/// What keeps characters in one unit.
struct Kind {
  UnitKind unit = UnitKind::word;
  text::Slot slot = text::Slot::ascii;
  Capitals capitals = Capitals::full;
  Script script = Script::common;
  bool slot_forced = false; ///< The run says that it is complex script.
};

class Itemiser {
public:
  Itemiser(const document::Paragraph& paragraph, const Collected& collected,
           const std::vector<Opportunity>& breaks, Context& context)
      : paragraph_(paragraph), collected_(collected), breaks_(breaks), context_(context) {}

  std::vector<Unit> run() {
    units_.reserve(collected_.text.size() / 8 + collected_.pieces.size() + 2);
    for (const Piece& piece : collected_.pieces) {
      if (piece.is_text)
        text(piece);
      else
        thing(piece);
    }
    return std::move(units_);
  }

private:
  Kind kind_of(char32_t code, const document::RunFormat& format, Capitals capitals) const {
    Kind kind;
    kind.capitals = capitals;
    kind.unit = text::is_space(code)     ? UnitKind::space
                : text::is_control(code) ? UnitKind::control
                                         : UnitKind::word;
    using document::FaceSlot;
    kind.slot =
        format.slot == FaceSlot::complex ? text::Slot::complex
        : context_.document.settings.script_runs == document::ScriptRuns::follow_text
            ? text::strong_slot(code).value_or(last_slot_)
            : text::slot_of(code, format.slot == FaceSlot::east_asian ? text::Hint::east_asian
                                                                      : text::Hint::none);
    kind.slot_forced = format.slot == FaceSlot::complex;
    kind.script = text::script_of(code);
    return kind;
  }

  static bool goes_with(const Kind& a, const Kind& b) {
    return a.unit == b.unit && a.unit != UnitKind::control && a.slot == b.slot &&
           (a.script == b.script || a.script == Script::common || b.script == Script::common);
  }

  void text(const Piece& piece) {
    const auto& formats = context_.document.run_formats;
    static const document::RunFormat plain;
    const document::RunFormat& format =
        piece.format < formats.size() ? formats[piece.format] : plain;
    const std::size_t first = units_.size();
    for (std::uint32_t at = piece.start; at < piece.end;) at = unit(piece, format, at);
    for (std::size_t i = first; i < units_.size(); ++i) units_[i].is_label = piece.is_label;
  }

  /// The unit that starts at `start`; gives its end.
  std::uint32_t unit(const Piece& piece, const document::RunFormat& format, std::uint32_t start) {
    const Decoded first = decode_utf8(collected_.text, start);
    Kind kind = kind_of(first.code, format, piece.capitals);
    last_slot_ = kind.slot;
    auto end = start + static_cast<std::uint32_t>(first.length);
    while (end < piece.end && end - start < longest_word &&
           (breaks_[end] == Opportunity::none || kind.unit == UnitKind::space)) {
      const Decoded next = decode_utf8(collected_.text, end);
      if (!text::is_mark(next.code)) {
        const Kind other = kind_of(next.code, format, piece.capitals);
        if (!goes_with(kind, other)) break;
        if (kind.script == Script::common) kind.script = other.script;
      }
      end += static_cast<std::uint32_t>(next.length);
    }
    append(piece, kind, start, end, first.code);
    return end;
  }

  void append(const Piece& piece, const Kind& kind, std::uint32_t start, std::uint32_t end,
              char32_t first_code) {
    const Style& style = context_.styles.style(piece.format, kind.slot, kind.capitals);
    const std::size_t added = units_.size();
    if (kind.unit == UnitKind::control) {
      Unit unit;
      unit.kind = UnitKind::control;
      unit.start = start;
      unit.end = end;
      unit.style = &style;
      unit.soft_hyphen = first_code == 0xAD;
      units_.push_back(unit);
    } else {
      const std::string_view word = std::string_view(collected_.text).substr(start, end - start);
      append_words(word, start, kind.script, style, context_, units_);
    }
    if (kind.unit == UnitKind::space)
      for (std::size_t i = added; i < units_.size(); ++i) units_[i].kind = UnitKind::space;
    if (!units_.empty()) units_.back().break_after = opportunity(end, kind);
  }

  // Word ends a line between Thai words only in runs marked as complex script and in documents of
  // its newer modes; elsewhere what stands between two spaces goes to the next line whole if it
  // fits there. LibreOffice ends it between words everywhere.
  Opportunity opportunity(std::uint32_t end, const Kind& kind) const {
    const document::Settings& settings = context_.document.settings;
    const bool everywhere = settings.script_runs == document::ScriptRuns::follow_text;
    const bool is_marked = everywhere || (kind.slot_forced && settings.compatibility >= 14);
    return breaks_[end] == Opportunity::word && is_marked ? Opportunity::open : breaks_[end];
  }

  void thing(const Piece& piece) {
    Unit unit;
    unit.start = piece.start;
    unit.end = piece.end;
    unit.source = piece.source;
    unit.is_label = piece.is_label;
    unit.style = &context_.styles.style(piece.format, slot_of_thing(piece), Capitals::full);
    unit.kind = UnitKind::mark;
    if (piece.is_label && piece.start == piece.end) {
      drawing(*paragraph_.label->picture, unit);
    } else if (piece.is_label) {
      unit.kind = UnitKind::tab;
    } else {
      const document::Inline& source = paragraph_.inlines[piece.source];
      if (std::holds_alternative<document::Tab>(source) ||
          std::holds_alternative<document::PositionalTab>(source)) {
        unit.kind = UnitKind::tab;
        unit.break_after = Opportunity::open;
        open_before();
      } else if (const auto* place = std::get_if<document::Blank>(&source)) {
        blank(*place, unit);
      } else if (std::holds_alternative<document::Break>(source)) {
        unit.kind = UnitKind::line_break;
      } else if (const auto* reference = std::get_if<document::DrawingReference>(&source)) {
        if (drawing(reference->drawing, unit)) {
          unit.break_after = Opportunity::open;
          open_before();
        }
      }
    }
    if (unit.kind == UnitKind::mark && !units_.empty() && !units_.back().is_label &&
        piece.start > 0)
      pass_opportunity(unit);
    units_.push_back(unit);
  }

  // A mark stands at the end of the line that the text before it ends, unless it opens something.
  void pass_opportunity(Unit& mark) {
    const document::Inline& source = paragraph_.inlines[mark.source];
    if (std::holds_alternative<document::LinkEnd>(source) ||
        std::holds_alternative<document::BookmarkEnd>(source) ||
        std::holds_alternative<document::FormFieldEnd>(source))
      std::swap(mark.break_after, units_.back().break_after);
  }
  void open_before() {
    if (!units_.empty() && !units_.back().is_label) units_.back().break_after = Opportunity::open;
  }

  text::Slot slot_of_thing(const Piece& piece) const {
    const auto& formats = context_.document.run_formats;
    return piece.format < formats.size() &&
                   formats[piece.format].slot == document::FaceSlot::complex
               ? text::Slot::complex
               : text::Slot::ascii;
  }

  /// False when it is anchored beside the line.
  bool drawing(std::uint32_t index, Unit& unit) {
    const document::Drawing& drawing = context_.document.drawings[index];
    if (drawing.anchor) return false;
    const Size size = context_.drawing_size ? context_.drawing_size(index) : drawing.size;
    unit.kind = UnitKind::inline_drawing;
    unit.width = size.width + drawing.effect.left + drawing.effect.right;
    unit.height = size.height + drawing.effect.top + drawing.effect.bottom;
    if (drawing.in_line) unit.in_line = &*drawing.in_line;
    return true;
  }

  void blank(const document::Blank& place, Unit& unit) {
    const bool shows = place.leader != document::Leader::none;
    unit.kind = UnitKind::blank;
    unit.width = place.width.value_or(shows ? least_blank : Length{});
    unit.break_after = Opportunity::open;
    open_before();
  }

  const document::Paragraph& paragraph_;
  const Collected& collected_;
  const std::vector<Opportunity>& breaks_;
  Context& context_;
  std::vector<Unit> units_;
  text::Slot last_slot_ = text::Slot::ascii; ///< Of the last character that has a script.
};

Unit word_unit(std::uint32_t start, std::uint32_t end, const Style& style,
               const text::ShapedWord& glyphs) {
  Unit unit;
  unit.start = start;
  unit.end = end;
  unit.style = &style;
  unit.glyphs = &glyphs;
  unit.width = style.width_of(glyphs.advance) + style.format->spacing * glyphs.clusters;
  return unit;
}

/// Ends of the clusters of `word`, in bytes, ascending, with whether each lacks a glyph.
std::vector<std::pair<std::uint32_t, bool>> clusters_of(const text::ShapedWord& word,
                                                        std::uint32_t length) {
  std::vector<std::pair<std::uint32_t, bool>> starts;
  for (const text::ShapedGlyph& glyph : word.glyphs) {
    if (starts.empty() || starts.back().first != glyph.cluster)
      starts.emplace_back(glyph.cluster, false);
    starts.back().second |= glyph.id == 0;
  }
  std::sort(starts.begin(), starts.end());
  for (std::size_t i = 0; i < starts.size(); ++i)
    starts[i].first = i + 1 < starts.size() ? starts[i + 1].first : length;
  return starts;
}

/// The face for a cluster that `style` cannot draw; the no-break hyphen is drawn as a hyphen.
const Style& style_for(std::string_view cluster, const Style& style, Context& context) {
  return context.styles.fallback(style, decode_utf8(cluster, 0).code);
}

} // namespace

void append_words(std::string_view word, std::uint32_t start, Script script, const Style& style,
                  Context& context, std::vector<Unit>& out) {
  const auto shape = [&](std::string_view part, const Style& as) -> const text::ShapedWord& {
    return context.shaper.shape(*as.choice, script, as.kerning, part);
  };
  const auto length = static_cast<std::uint32_t>(word.size());
  const text::ShapedWord& whole = shape(word, style);
  if (!whole.missing) {
    out.push_back(word_unit(start, start + length, style, whole));
    return;
  }
  std::uint32_t from = 0;
  const auto clusters = clusters_of(whole, length);
  for (std::size_t i = 0; i < clusters.size();) {
    std::uint32_t to = from;
    const Style* face = &style;
    for (; i < clusters.size(); ++i) {
      const std::string_view cluster = word.substr(to, clusters[i].first - to);
      const Style* wanted = clusters[i].second ? &style_for(cluster, style, context) : &style;
      if (to != from && wanted != face) break;
      face = wanted;
      to = clusters[i].first;
    }
    out.push_back(
        word_unit(start + from, start + to, *face, shape(word.substr(from, to - from), *face)));
    from = to;
  }
}

std::vector<Unit> itemise(const document::Paragraph& paragraph, const Collected& collected,
                          const std::vector<Opportunity>& breaks, Context& context) {
  return Itemiser(paragraph, collected, breaks, context).run();
}

} // namespace saraban::layout
