// Fills a page with its colour, and with its picture once, in tiles or stretched.
#include "layout/page_ground.h"

#include <algorithm>

namespace saraban::layout {

namespace {

using document::GroundPicture;

constexpr std::int64_t most_tiles = 20'000;

page::Image tile(const GroundPicture& picture, Rect at) {
  page::Image image;
  image.image = picture.image;
  image.rect = at;
  return image;
}

void draw_tiles(std::vector<page::Item>& items, const GroundPicture& picture, const Rect& area) {
  const Size size = picture.size;
  if (size.width <= Length{} || size.height <= Length{}) return;
  const auto first = [](Length room, Length each, int percent) {
    const Length at = (room - each).scaled(percent, 100);
    return Length{at.emu % each.emu} - (at.emu % each.emu > 0 ? each : Length{});
  };
  const Length left = first(area.width, size.width, picture.across),
               top = first(area.height, size.height, picture.down);
  const auto columns = (area.width - left).emu / size.width.emu + 1,
             rows = (area.height - top).emu / size.height.emu + 1;
  if (columns > most_tiles || rows > most_tiles || columns * rows > most_tiles) return;
  for (Length y = top; y < area.height; y += size.height)
    for (Length x = left; x < area.width; x += size.width)
      items.push_back(tile(picture, {area.x + x, area.y + y, size.width, size.height}));
}

void draw_picture(std::vector<page::Item>& items, const GroundPicture& picture, const Rect& area) {
  const Size size = picture.size;
  page::Transform window;
  window.clip = area;
  items.push_back(window);
  if (picture.fill == GroundPicture::Fill::stretched)
    items.push_back(tile(picture, area));
  else if (picture.fill == GroundPicture::Fill::tiles)
    draw_tiles(items, picture, area);
  else
    items.push_back(tile(picture, {area.x + (area.width - size.width).scaled(picture.across, 100),
                                   area.y + (area.height - size.height).scaled(picture.down, 100),
                                   size.width, size.height}));
  items.push_back(page::Restore{});
}

} // namespace

void draw_page_ground(std::vector<page::Item>& items, const PageFrame& frame,
                      const document::Document& document) {
  const document::Section& section = *frame.section;
  if (!section.page_background && !section.page_picture) return;
  const Rect area = section.page_ground_inside_margins
                        ? frame.margins
                        : Rect{{}, {}, frame.size.width, frame.size.height};
  items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  if (section.page_background) items.push_back(page::Fill{area, *section.page_background});
  if (section.page_picture && section.page_picture->image < document.images.size())
    draw_picture(items, *section.page_picture, area);
  items.push_back(page::TagEnd{});
}

} // namespace saraban::layout
