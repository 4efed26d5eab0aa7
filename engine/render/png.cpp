// One page to a PNG, by the raster module that stands beside the program.
#include "base/module.h"
#include "render/module/raster.h"
#include "render/png_file.h"
#include "render/render.h"

namespace saraban::render {

std::string png(const page::Pages& pages, std::size_t page, const RasterOptions& options,
                Diagnostics& diagnostics) {
  using Entry = module::DrawPage*();
  static module::DrawPage* const draw =
      reinterpret_cast<Entry*>(open_module(module::raster_file, module::draw_page_symbol))();
  return png_file(draw(pages, page, options.dpi, options.limits, diagnostics), options.dpi);
}

} // namespace saraban::render
