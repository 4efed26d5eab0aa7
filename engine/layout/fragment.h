// What was laid, relative to its own top left corner; whoever asked for it places it.
#pragma once

#include "base/geometry.h"
#include "page/page.h"

#include <cstdint>
#include <vector>

namespace saraban::layout {

/// A float's ink: painted behind or before the text, in the order of z.
struct Layer {
  std::int64_t z_order = 0;
  bool behind = false;
  std::vector<page::Item> items;
};

struct Fragment {
  Size size;
  std::vector<page::Item> items;
  std::vector<Layer> layers; ///< In the order of their anchors.
};

/// Moves every item; what stands inside a page::Transform moves with it.
void move_items(std::vector<page::Item>& items, Point by);
/// Appends `from`, moved.
void append(std::vector<page::Item>& to, std::vector<page::Item>&& from, Point at);
void append(Fragment& to, Fragment&& from, Point at);
/// One list in paint order: layers behind, the items, layers in front.
std::vector<page::Item> flatten(Fragment&& fragment);

} // namespace saraban::layout
