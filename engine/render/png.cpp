// One page to a PNG, by the raster module that stands beside the program.
#include "base/failure.h"
#include "render/module/raster.h"
#include "render/png_file.h"
#include "render/render.h"

#include <dlfcn.h>
#include <filesystem>

namespace saraban::render {
namespace {

namespace fs = std::filesystem;

/// The program's folder; modules stand beside it.
fs::path own_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path(".") : program.parent_path();
}

[[noreturn]] void fail(const std::string& reason) {
  throw Failure(Fault::machine, "module-missing", {},
                {{"file", module::raster_file}, {"reason", reason}});
}

/// Stays loaded: the module is opened once in a process.
module::DrawPage* open_module() {
  const fs::path file = own_folder() / module::raster_file;
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) fail(dlerror());
  using Entry = module::DrawPage*();
  auto* entry = reinterpret_cast<Entry*>(dlsym(library, module::draw_page_symbol));
  if (entry == nullptr) fail(dlerror());
  return entry();
}

} // namespace

std::string png(const page::Pages& pages, std::size_t page, const RasterOptions& options,
                Diagnostics& diagnostics) {
  static module::DrawPage* const draw = open_module();
  return png_file(draw(pages, page, options.dpi, options.limits, diagnostics), options.dpi);
}

} // namespace saraban::render
