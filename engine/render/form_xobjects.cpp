// Pages as form XObjects, for those who put them into other files.
#include "render/form_xobjects.h"

#include "render/content.h"
#include "render/syntax.h"

#include <fmt/format.h>

namespace saraban::render {
namespace {

int write_form(const page::Page& page, const Frame& frame, int resources, Shared& shared) {
  const Content content = page_content(page, shared);
  std::string entries = fmt::format("/Type/XObject/Subtype/Form/BBox[0 0 {} {}]/Resources {} 0 R{}",
                                    milli_text(milli(page.size.width)),
                                    milli_text(milli(page.size.height)), resources, frame.entries);
  if (content.transparent) entries += "/Group<</S/Transparency/CS/DeviceRGB>>";
  return shared.objects.add_stream(entries, frame.before + content.operators + frame.after);
}

} // namespace

std::string form_xobjects(const FormXObjects& what, const PdfOptions& options,
                          Diagnostics& diagnostics) {
  Objects objects(options.compress ? Compression::streams : Compression::none);
  Fonts fonts(what.pages);
  Images images(what.pages, options.limits, objects, diagnostics);
  Structure structure(what.pages);
  Navigation navigation(what.pages);
  Forms no_fields(what.pages, FieldsAs::ink);
  Shared shared{objects, fonts, images, structure, navigation, no_fields, diagnostics, {}};
  const int resources = objects.reserve();
  std::string forms;
  for (std::size_t i = 0; i < what.pages.pages.size(); ++i)
    fmt::format_to(std::back_inserter(forms), "{} 0 R ",
                   write_form(what.pages.pages[i], what.frames[i], resources, shared));
  objects.set(resources, resource_dictionary(shared));
  std::string catalogue = "<</Type/Catalog/XObjects[" + forms + "]";
  if (what.characters)
    catalogue +=
        fmt::format("/Characters {} 0 R", Fonts::write_characters(what.characters, objects));
  const int root = objects.add(catalogue + ">>");
  return objects.finish(root, objects.add("<<>>"));
}

} // namespace saraban::render
