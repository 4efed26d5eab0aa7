// Glyph runs to text-showing operators.
#include "render/text.h"

#include <algorithm>
#include <cmath>

namespace saraban::render {
namespace {

/// Where a run's clusters end in its text, whatever the direction.
class ClusterEnds {
public:
  explicit ClusterEnds(const page::GlyphRun& run) : run_(run) {
    ascending_ = std::is_sorted(run.glyphs.begin(), run.glyphs.end(),
                                [](const auto& a, const auto& b) { return a.cluster < b.cluster; });
    if (ascending_) return;
    for (const page::Glyph& g : run.glyphs) starts_.push_back(g.cluster);
    std::sort(starts_.begin(), starts_.end());
  }
  /// The text of the cluster whose glyphs are [first, last).
  std::string_view text(std::size_t first, std::size_t last) const {
    const std::size_t start = run_.glyphs[first].cluster;
    std::size_t end = run_.text.size();
    if (ascending_ && last < run_.glyphs.size()) end = run_.glyphs[last].cluster;
    if (!ascending_)
      if (const auto next = std::upper_bound(starts_.begin(), starts_.end(), start);
          next != starts_.end())
        end = *next;
    end = std::min(end, run_.text.size());
    return start < end ? std::string_view(run_.text).substr(start, end - start)
                       : std::string_view();
  }

private:
  const page::GlyphRun& run_;
  bool ascending_ = true;
  std::vector<std::uint32_t> starts_;
};

/// From here on readers see a space between letters, in em.
constexpr double word_gap = 0.1;

/// The stroke that makes letters look bold, as a share of the size: 1/24 for small text to 1/32
/// for large, the usual rule.
Milli bold_stroke(Milli size) {
  const double points = static_cast<double>(size) / 1000;
  const double share = points <= 9    ? 1.0 / 24
                       : points >= 36 ? 1.0 / 32
                                      : 1.0 / 24 + (1.0 / 32 - 1.0 / 24) * (points - 9) / 27;
  return milli(points * share);
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
  close_string();
  if (in_array_) out_ += "]TJ\n", in_array_ = false;
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

// Adjustments stand only between clusters: marks cannot be torn off.
void TextWriter::show(const page::GlyphRun& run, Milli x, Milli y) {
  const Milli size = milli(run.size);
  if (size <= 0 || run.scale_percent <= 0 || run.glyphs.empty() || !fonts_.has_face(run.face))
    return;
  set_style(run);
  move_to(x, y, run.synthetic_italic);
  const ClusterEnds clusters(run);
  const double em = run.size.points(), scale = run.scale_percent / 100.0;
  const double unit = em * scale / fonts_.units_per_em(run.face), share = em * scale / 1000;
  double wanted = 0, reached = 0; // points from the run's start
  for (std::size_t first = 0, last; first < run.glyphs.size(); first = last) {
    double advance = 0;
    for (last = first;
         last < run.glyphs.size() && run.glyphs[last].cluster == run.glyphs[first].cluster; ++last)
      advance += run.glyphs[last].advance * unit + run.glyphs[last].extra.points();
    const Fonts::Shown shown =
        fonts_.place(run.face, {&run.glyphs[first], last - first}, clusters.text(first, last));
    set_font(shown.font, size);
    if (first != 0) adjust(wanted, reached, share);
    append_code(shown.placed.code);
    reached += shown.width * share;
    wanted += advance;
    if (shown.placed.blank != 0) {
      // A gap of a word's size comes after the blank, any other before it (see append_code).
      if (std::abs(wanted - reached) < word_gap * em) adjust(wanted, reached, share);
      append_code(shown.placed.blank);
    }
  }
  close_string();
  out_ += "]TJ\n", in_array_ = false;
}

} // namespace saraban::render
