// Crop box, rotation and unit of a page.
#include "pdf/scan/page_space.h"

#include <algorithm>
#include <optional>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace saraban::pdf::scan {
namespace {

struct Edges {
  double left = 0, bottom = 0, right = 612, top = 792;
};

constexpr double farthest = 1e6;

std::optional<Edges> edges_of(QPDFObjectHandle box) {
  if (!box.isArray() || box.getArrayNItems() != 4) return std::nullopt;
  double n[4] = {};
  for (int i = 0; i < 4; ++i) {
    if (!box.getArrayItem(i).isNumber()) return std::nullopt;
    n[i] = box.getArrayItem(i).getNumericValue();
    if (!(std::abs(n[i]) < farthest)) return std::nullopt;
  }
  const Edges edges{std::min(n[0], n[2]), std::min(n[1], n[3]), std::max(n[0], n[2]),
                    std::max(n[1], n[3])};
  if (edges.right - edges.left < 1 || edges.top - edges.bottom < 1) return std::nullopt;
  return edges;
}

Edges shown_edges(QPDFPageObjectHelper& page) {
  const Edges media = edges_of(page.getAttribute("/MediaBox", false)).value_or(Edges{});
  const Edges crop = edges_of(page.getAttribute("/CropBox", false)).value_or(media);
  const Edges both{std::max(media.left, crop.left), std::max(media.bottom, crop.bottom),
                   std::min(media.right, crop.right), std::min(media.top, crop.top)};
  return both.right - both.left < 1 || both.top - both.bottom < 1 ? media : both;
}

int quarter_turns(QPDFPageObjectHelper& page) {
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  if (!rotate.isInteger()) return 0;
  return static_cast<int>(((rotate.getIntValue() / 90) % 4 + 4) % 4);
}

double unit_of(QPDFObjectHandle page) {
  QPDFObjectHandle unit = page.getKey("/UserUnit");
  if (!unit.isNumber()) return 1;
  const double value = unit.getNumericValue();
  return value > 0.001 && value < 1000 ? value : 1;
}

} // namespace

PageSpace page_space(const QPDFObjectHandle& page) {
  QPDFPageObjectHelper helper(page);
  const Edges e = shown_edges(helper);
  const double u = unit_of(page);
  const int turns = quarter_turns(helper);
  PageSpace space;
  space.width = (e.right - e.left) * u, space.height = (e.top - e.bottom) * u;
  if (turns % 2 == 1) std::swap(space.width, space.height);
  switch (turns) {
  case 0:
    space.to_page = {u, 0, 0, -u, -e.left * u, e.top * u};
    break;
  case 1:
    space.to_page = {0, u, u, 0, -e.bottom * u, -e.left * u};
    break;
  case 2:
    space.to_page = {-u, 0, 0, u, e.right * u, -e.bottom * u};
    break;
  default:
    space.to_page = {0, -u, -u, 0, e.top * u, e.right * u};
  }
  return space;
}

} // namespace saraban::pdf::scan
