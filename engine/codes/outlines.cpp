// Outlines: the edges between dark and light, followed round with the dark on their right.
#include "codes/codes.h"

#include <array>

namespace saraban::codes {
namespace {

enum class Heading { right, down, left, up };
constexpr std::array<std::pair<int, int>, 4> steps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

class Tracer {
public:
  explicit Tracer(const Symbol& symbol)
      : symbol_(symbol), seen_(static_cast<std::size_t>((symbol.columns + 1) * (symbol.rows + 1))) {
  }

  std::vector<std::vector<Corner>> run() {
    std::vector<std::vector<Corner>> paths;
    for (int row = 0; row < symbol_.rows; ++row)
      for (int column = 0; column < symbol_.columns; ++column) {
        if (begins(column, row)) paths.push_back(follow({column, row}, Heading::right));
        if (begins_hole(column, row)) paths.push_back(follow({column + 1, row}, Heading::left));
      }
    return paths;
  }

private:
  /// The top edge of a dark module below a light one, not yet on a path.
  bool begins(int column, int row) {
    return symbol_.is_dark(column, row) && !symbol_.is_dark(column, row - 1) &&
           !seen(column, row, Heading::right);
  }
  /// The bottom edge of a dark module above a light one.
  bool begins_hole(int column, int row) {
    return row > 0 && symbol_.is_dark(column, row - 1) && !symbol_.is_dark(column, row) &&
           !seen(column + 1, row, Heading::left);
  }
  bool seen(int column, int row, Heading heading) {
    return (at(column, row) >> static_cast<int>(heading) & 1) != 0;
  }
  unsigned char& at(int column, int row) {
    return seen_[static_cast<std::size_t>(row * (symbol_.columns + 1) + column)];
  }
  /// Whether an edge leads from the corner that way, with the dark on its right.
  bool leads(Corner c, Heading heading) const {
    const auto dark = [&](int dx, int dy) { return symbol_.is_dark(c.column + dx, c.row + dy); };
    switch (heading) {
    case Heading::right:
      return dark(0, 0) && !dark(0, -1);
    case Heading::down:
      return dark(-1, 0) && !dark(0, 0);
    case Heading::left:
      return dark(-1, -1) && !dark(-1, 0);
    default:
      return dark(0, -1) && !dark(-1, -1);
    }
  }
  std::vector<Corner> follow(Corner start, Heading heading) {
    std::vector<Corner> path{start};
    Corner here = start;
    while (true) {
      at(here.column, here.row) |= static_cast<unsigned char>(1 << static_cast<int>(heading));
      const auto [dx, dy] = steps[static_cast<std::size_t>(heading)];
      here = {here.column + dx, here.row + dy};
      const Heading next = turn(here, heading);
      if (here.column == start.column && here.row == start.row && seen(here.column, here.row, next))
        return path;
      if (next != heading) path.push_back(here);
      heading = next;
    }
  }
  /// Right first, so that modules that touch at a corner stay apart.
  Heading turn(Corner here, Heading heading) const {
    for (const int by : {1, 0, 3}) {
      const auto next = static_cast<Heading>((static_cast<int>(heading) + by) % 4);
      if (leads(here, next)) return next;
    }
    return heading;
  }

  const Symbol& symbol_;
  std::vector<unsigned char> seen_; ///< By corner: the headings that are on a path.
};

} // namespace

std::vector<std::vector<Corner>> outlines(const Symbol& symbol) {
  return Tracer(symbol).run();
}

} // namespace saraban::codes
