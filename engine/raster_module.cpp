// The raster module's one entry.
#include "render/module/raster.h"
#include "render/raster/draw.h"

extern "C" __attribute__((visibility("default"))) saraban::render::module::DrawPage*
saraban_draw_page() {
  return saraban::render::raster::draw_page;
}
