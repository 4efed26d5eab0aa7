// Glyph runs to text-showing operators.
#include "render/text.h"

#include "base/utf8.h"

#include <algorithm>
#include <cmath>

namespace saraban::render {
namespace {

/// From here on readers see a space between letters, in em; behind a blank already from the second.
constexpr double word_gap = 0.1, blank_gap = 0.03;
constexpr double last_blank_back = 0.01;

/// The stroke that makes letters look bold, as a share of the size: 1/24 for small text to 1/32
/// for large, the usual rule.
Milli bold_stroke(Milli size) {
  const double points = static_cast<double>(size) / 1000;
  const double share = points <= 9    ? 1.0 / 24
                       : points >= 36 ? 1.0 / 32
                                      : 1.0 / 24 + (1.0 / 32 - 1.0 / 24) * (points - 9) / 27;
  return milli(points * share);
}

bool is_space(std::string_view text) {
  return text == " " || text == "\u00A0";
}

bool has_more_than_a_character(std::string_view text) {
  return text.size() > decode_utf8(text, 0).length;
}

/// Where clusters end in a text whose glyphs are not in its order (right to left).
std::vector<std::uint32_t> sorted_starts(const page::GlyphRun& run) {
  std::vector<std::uint32_t> starts;
  for (const page::Glyph& g : run.glyphs) starts.push_back(g.cluster);
  std::sort(starts.begin(), starts.end());
  return starts;
}

} // namespace

void TextWriter::begin() {
  line_x_ = line_y_ = 0;
  line_slanted_ = false;
}

void TextWriter::move_to(Milli x, Milli y, bool slanted) {
  if (slanted || line_slanted_) {
    out_ += slanted ? "1 0 .3333 1 " : "1 0 0 1 ";
    append_milli(out_, x), out_ += ' ';
    append_milli(out_, y), out_ += " Tm\n";
  } else {
    append_milli(out_, x - line_x_), out_ += ' ';
    append_milli(out_, y - line_y_), out_ += " Td\n";
  }
  line_x_ = x, line_y_ = y, line_slanted_ = slanted;
}

void TextWriter::set_style(const page::GlyphRun& run) {
  if (state.scale_percent != run.scale_percent) {
    state.scale_percent = run.scale_percent;
    out_ += std::to_string(run.scale_percent) + " Tz\n";
  }
  const Milli outline = run.synthetic_bold ? bold_stroke(milli(run.size)) : 0;
  if (state.outline != outline) {
    if (outline != 0) append_milli(out_, outline), out_ += " w 2 Tr\n";
    if (outline == 0) out_ += "0 Tr\n";
    state.outline = outline;
  }
}

void TextWriter::set_font(std::size_t font, Milli size) {
  if (state.font == font && state.size == size) return;
  end_array();
  state.font = font, state.size = size;
  out_ += "/F" + std::to_string(font) + ' ';
  append_milli(out_, size), out_ += " Tf\n";
}

// Readers that look for words by gaps (poppler) take what follows a blank within a tenth of an em
// for the beginning of a word; it goes on being the same word when no gap is seen there.
void TextWriter::append_code(std::uint16_t code) {
  if (!in_array_) out_ += '[';
  if (!in_string_) out_ += '(';
  in_array_ = in_string_ = true;
  append_byte(out_, static_cast<unsigned char>(code >> 8));
  append_byte(out_, static_cast<unsigned char>(code & 0xff));
}

// From where the glyphs are to where they shall be, so that rounding never adds up.
void TextWriter::adjust(double wanted, double& reached, double share) {
  const Milli tenths = std::llround((reached - wanted) / share * 10); // of a thousandth of an em
  if (tenths == 0) return;
  close_string();
  if (!in_array_) out_ += '[', in_array_ = true;
  append_milli(out_, tenths * 100);
  reached -= static_cast<double>(tenths) / 10 * share;
}

void TextWriter::close_string() {
  if (in_string_) out_ += ')';
  in_string_ = false;
}

void TextWriter::collect_clusters(const page::GlyphRun& run) {
  clusters_.clear();
  in_text_order_ =
      std::is_sorted(run.glyphs.begin(), run.glyphs.end(),
                     [](const auto& a, const auto& b) { return a.cluster < b.cluster; });
  const std::vector<std::uint32_t> starts =
      in_text_order_ ? std::vector<std::uint32_t>() : sorted_starts(run);
  const double unit = run.size.points() * run.scale_percent / 100.0 / fonts_.units_per_em(run.face);
  const double share = run.size.points() * run.scale_percent / 100'000.0;
  for (std::size_t first = 0, last; first < run.glyphs.size(); first = last) {
    Cluster cluster;
    const std::size_t start = run.glyphs[first].cluster;
    for (last = first; last < run.glyphs.size() && run.glyphs[last].cluster == start; ++last) {
      cluster.advance += run.glyphs[last].advance * unit + run.glyphs[last].extra.points();
    }
    std::size_t end = last < run.glyphs.size() ? run.glyphs[last].cluster : run.text.size();
    if (!in_text_order_) {
      const auto next = std::upper_bound(starts.begin(), starts.end(), start);
      end = next == starts.end() ? run.text.size() : *next;
    }
    end = std::min(end, run.text.size());
    if (start < end) cluster.text = std::string_view(run.text).substr(start, end - start);
    cluster.glyphs = {&run.glyphs[first], last - first};
    cluster.shown = fonts_.place(run.face, cluster.glyphs, cluster.text);
    cluster.gap = cluster.advance - cluster.shown.width * share;
    clusters_.push_back(cluster);
  }
}

/// How many clusters from this one on are a word that its gaps would tear apart in a reader; 0 for
/// none. Such a word says what it is by ActualText (ISO 32000-1, 14.9.4).
std::size_t TextWriter::torn_word(std::size_t from, double em) const {
  if (!in_text_order_ || is_space(clusters_[from].text)) return 0;
  if (from != 0 && !is_space(clusters_[from - 1].text)) return 0;
  double widest = 0;
  bool marks = false;
  std::size_t end = from;
  for (; end < clusters_.size() && !is_space(clusters_[end].text); ++end) {
    if (end != from) widest = std::max(widest, clusters_[end - 1].gap);
    marks = marks || has_more_than_a_character(clusters_[end].text);
  }
  const bool torn = widest >= (marks ? blank_gap : word_gap) * em;
  return torn ? end - from : 0;
}

void TextWriter::begin_span(std::size_t from, std::size_t count) {
  end_array();
  const char* start = clusters_[from].text.data();
  const std::string_view last = clusters_[from + count - 1].text;
  const std::string_view word(start, static_cast<std::size_t>(last.data() + last.size() - start));
  out_ += "/Span<</ActualText<FEFF" + utf16_hex(word) + ">>>BDC\n";
}

void TextWriter::end_array() {
  close_string();
  if (in_array_) out_ += "]TJ\n";
  in_array_ = false;
}

// Adjustments stand only between clusters: marks cannot be torn off.
void TextWriter::show(const page::GlyphRun& run, Milli x, Milli y) {
  const Milli size = milli(run.size);
  if (size <= 0 || run.scale_percent <= 0 || run.glyphs.empty() || !fonts_.has_face(run.face))
    return;
  set_style(run);
  move_to(x, y, run.synthetic_italic);
  collect_clusters(run);
  const double em = run.size.points(), share = em * run.scale_percent / 100'000.0;
  double wanted = 0, reached = 0; // points from the run's start
  std::size_t span_end = 0;       // one past the last cluster of an open span
  for (std::size_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
    const Fonts::Shown& shown = cluster.shown;
    set_font(shown.font, size);
    if (i != 0) adjust(wanted, reached, share);
    if (const std::size_t count = torn_word(i, em)) {
      begin_span(i, count);
      span_end = i + count;
    }
    append_code(shown.placed.code);
    reached += shown.width * share;
    wanted += cluster.advance;
    if (shown.placed.blank != 0) {
      // A gap of a word's size comes after the blank, any other before it (see append_code). The
      // last one stands a little back: what another run draws next must not seem to come first.
      const double back = i + 1 == clusters_.size() ? last_blank_back * em : 0;
      const bool narrow = std::abs(wanted - reached) < word_gap * em;
      adjust((narrow ? wanted : reached) - back, reached, share);
      append_code(shown.placed.blank);
    }
    if (i + 1 == span_end) end_array(), out_ += "EMC\n";
  }
  end_array();
}

} // namespace saraban::render
