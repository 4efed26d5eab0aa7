// A file's fields proposed: opened, looked at, written down.
#include "pdf/detect/detect.h"
#include "pdf/map/print.h"
#include "pdf/open.h"
#include "pdf/stamp/flat.h"

namespace saraban::pdf::stamp {
namespace {

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

} // namespace

std::string detect_fields(std::shared_ptr<const std::string> bytes, const OpenOptions& options,
                          MapAs as, Language language, Diagnostics& diagnostics) {
  const std::shared_ptr<File> file = open(std::move(bytes), options, diagnostics);
  file->demand(Permission::extract);
  map::Map map;
  guarded(*file,
          [&] { map = detect::detect(scan::scan(file->qpdf(), file->location(), diagnostics)); });
  map.pdf = file_name(options.name);
  if (map.entries.empty()) diagnostics.notice("no-fields-found", file->location());
  return as == MapAs::json ? map::print_json(map) : map::print_yaml(map, language);
}

} // namespace saraban::pdf::stamp
