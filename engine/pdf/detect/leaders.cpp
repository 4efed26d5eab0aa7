// Leaders (....., …….., _____), empty brackets and box signs inside a line of text.
#include "pdf/detect/leaders.h"

#include "base/utf8.h"

#include <algorithm>
#include <string_view>

namespace saraban::pdf::detect {
namespace {

using scan::Character;
using scan::TextLine;

/// How many dots a character of a leader is worth; 0 for any other.
int dots_in(const Character& one) {
  int dots = 0;
  for (std::size_t at = 0; at < one.text.size();) {
    const Decoded d = decode_utf8(one.text, at);
    at += d.length;
    switch (d.code) {
    case U'.':
    case U'·':
    case 0x2024: // one dot leader
    case 0x2027:
    case 0x22C5:
    case 0xFF0E:
      dots += 1;
      break;
    case U'_':
    case 0x2025: // two dot leader
      dots += 2;
      break;
    case U'…':
    case 0x22EF:
    case 0x2026 + 0xF000:
      dots += 3;
      break;
    default:
      return 0;
    }
  }
  return dots;
}

enum class Sign { none, square, round };

Sign sign_in(const Character& one) {
  static constexpr std::u32string_view squares = U"□☐▢◻◽⬜❏❐❑❒☑☒▯";
  static constexpr std::u32string_view rounds = U"○◯⚪⭘❍⃝";
  const char32_t code = decode_utf8(one.text, 0).code;
  if (squares.find(code) != std::u32string_view::npos) return Sign::square;
  return rounds.find(code) != std::u32string_view::npos ? Sign::round : Sign::none;
}

class LineReader {
public:
  LineReader(const TextLine& line, std::size_t begin, std::size_t end)
      : line_(line), at_(begin), begin_(begin), end_(end) {}
  std::vector<Piece> read();

private:
  const Character& character(std::size_t i) const { return line_.characters[i]; }
  std::size_t leader_end(std::size_t from) const;
  bool is_leader(std::size_t from, std::size_t to) const;
  std::size_t bracket_end(std::size_t from) const;
  void add(PieceKind kind, std::size_t from, std::size_t to);
  void add_text(std::size_t from, std::size_t to);

  const TextLine& line_;
  std::size_t at_, begin_, end_;
  std::vector<Piece> pieces_;
};

/// Past the dots that start at `from`, with the narrow gaps between them.
std::size_t LineReader::leader_end(std::size_t from) const {
  std::size_t last = from;
  for (std::size_t i = from; i < end_; ++i) {
    if (dots_in(character(i)) > 0)
      last = i + 1;
    else if (!character(i).is_space() || character(i).right - character(i).left > character(i).size)
      break;
  }
  return last;
}

/// Three dots alone end a sentence as often as they wait for a number: a leader only where text
/// goes on behind them.
bool LineReader::is_leader(std::size_t from, std::size_t to) const {
  int dots = 0;
  for (std::size_t i = from; i < to; ++i) dots += dots_in(character(i));
  if (dots > 4) return true;
  if (dots < 3) return false;
  const bool opens = from == begin_ || character(from - 1).is_space();
  const bool closes = to < end_;
  return dots == 3 ? opens && closes && character(to).is_space() : true;
}

/// Past a pair of brackets with nothing or next to nothing between; `from` when it is none.
std::size_t LineReader::bracket_end(std::size_t from) const {
  const std::string& open = character(from).text;
  const char* const close = open == "(" ? ")" : open == "[" ? "]" : nullptr;
  if (close == nullptr) return from;
  std::size_t i = from + 1;
  bool dotted = false;
  for (; i < end_ && character(i).text != close; ++i) {
    if (!character(i).is_space() && dots_in(character(i)) == 0) return from;
    dotted = dotted || !character(i).is_space();
  }
  if (i == end_) return from;
  const Length inside = character(i).left - character(from).right;
  const Length size = character(from).size;
  if (inside < size / 10 || inside > size * 3) return from;
  if (dotted && inside > size * 14 / 10) return from;
  return i + 1;
}

void LineReader::add(PieceKind kind, std::size_t from, std::size_t to) {
  Piece piece;
  piece.kind = kind;
  piece.size = character(from).size;
  piece.font = character(from).font;
  const Length left = character(from).left, right = character(to - 1).right;
  const Length top = line_.baseline - piece.size;
  piece.rect = {left, top, right - left, piece.size * 5 / 4};
  piece.joined = from > begin_ && !character(from - 1).is_space();
  if (kind == PieceKind::text) piece.text = text_between(line_, from, to);
  pieces_.push_back(std::move(piece));
}

/// Text is cut where nothing stands for the width of three characters.
void LineReader::add_text(std::size_t from, std::size_t to) {
  std::size_t start = from;
  for (std::size_t i = from; i <= to; ++i) {
    const bool wide = i < to && character(i).is_space() &&
                      character(i).right - character(i).left > character(i).size * 2;
    if (i < to && !wide) continue;
    std::size_t first = start, last = i;
    while (first < last && character(first).is_space()) ++first;
    while (last > first && character(last - 1).is_space()) --last;
    if (first < last) add(PieceKind::text, first, last);
    start = i;
  }
}

std::vector<Piece> LineReader::read() {
  std::size_t text_from = at_;
  const auto take = [&](PieceKind kind, std::size_t to) {
    add_text(text_from, at_);
    add(kind, at_, to);
    text_from = at_ = to;
  };
  while (at_ < end_) {
    const Sign sign = sign_in(character(at_));
    if (const std::size_t to = bracket_end(at_); to != at_) {
      const bool narrow = character(to - 1).left - character(at_).right < character(at_).size * 3;
      take(narrow ? PieceKind::choice : PieceKind::blank, to);
      pieces_.back().bracketed = true;
    } else if (sign != Sign::none) {
      take(PieceKind::choice, at_ + 1);
      pieces_.back().round = sign == Sign::round;
      Rect& box = pieces_.back().rect; // as fonts draw it: about a square on the baseline
      const Length side = std::min(box.width, line_.size * 9 / 10);
      box = {box.x, line_.baseline - line_.size * 3 / 10 - side / 2, box.width, side};
    } else if (const std::size_t end = dots_in(character(at_)) > 0 ? leader_end(at_) : at_;
               end != at_ && is_leader(at_, end)) {
      take(PieceKind::blank, end);
    } else {
      at_ = std::max(at_ + 1, end);
    }
  }
  add_text(text_from, end_);
  return std::move(pieces_);
}

} // namespace

std::vector<Piece> pieces_of_line(const TextLine& line, std::size_t begin, std::size_t end) {
  while (begin < end && line.characters[begin].is_space()) ++begin;
  while (end > begin && line.characters[end - 1].is_space()) --end;
  return LineReader(line, begin, end).read();
}

} // namespace saraban::pdf::detect
