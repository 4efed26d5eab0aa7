// Reads what filling does not change: styles, lists, page layouts, settings.
#include "odt/shared.h"

#include "odt/elements.h"
#include "odt/properties.h"

namespace saraban::odt {

bool SharedParts::is_of(const package::Package& package) const {
  for (const auto& [name, bytes] : sources) {
    const auto own = package.part(name);
    if (own != bytes && (!own || !bytes || *own != *bytes)) return false;
  }
  return true;
}

std::shared_ptr<const SharedParts> read_shared(const package::Package& package,
                                               const Limits& limits, Diagnostics&) {
  auto shared = std::make_shared<SharedParts>();
  const auto content = open_part(package, content_part, limits);
  const auto open = [&](const char* name) {
    auto part = open_beside(package, content, name, limits);
    shared->sources.emplace_back(part.name, part.bytes);
    return part;
  };
  shared->styles_xml = open(styles_part);
  const auto root = shared->styles_xml.root();
  read_font_faces(root, shared->fonts);
  shared->common.add(root.child("office:styles"), shared->fonts);
  shared->of_styles_xml.add(root.child("office:automatic-styles"), shared->fonts);
  shared->common_lists.add(root.child("office:styles"), shared->fonts);
  shared->lists_of_styles_xml.add(root.child("office:automatic-styles"), shared->fonts);
  const auto settings = open("settings.xml");
  read_settings(settings.root(), *shared);
  return shared;
}

} // namespace saraban::odt
