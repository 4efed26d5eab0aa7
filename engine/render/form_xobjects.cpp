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
  // The words of a blank are so few that finding out how to write them shorter costs more.
  constexpr std::size_t few = 400;
  const std::string operators = frame.before + content.operators + frame.after;
  return shared.objects.add_stream(entries, operators,
                                   operators.size() < few ? Filter::none : Filter::automatic);
}

/// The numbers of the forms, whose resources are shared.
std::vector<int> write_forms(const FormXObjects& what, const PdfOptions& options, Objects& objects,
                             Diagnostics& diagnostics) {
  Fonts fonts(what.pages);
  Images images(what.pages, options.limits, objects, diagnostics);
  Structure structure(what.pages);
  Navigation navigation(what.pages);
  Forms no_fields(what.pages, FieldsAs::ink);
  Shared shared{objects, fonts, images, structure, navigation, no_fields, diagnostics, {}};
  const int resources = objects.reserve();
  std::vector<int> forms;
  for (std::size_t i = 0; i < what.pages.pages.size(); ++i)
    forms.push_back(write_form(what.pages.pages[i], what.frames[i], resources, shared));
  objects.set(resources, resource_dictionary(shared));
  return forms;
}

Compression compression_of(const PdfOptions& options) {
  return options.compress ? Compression::streams : Compression::none;
}

} // namespace

std::string form_xobjects(const FormXObjects& what, const PdfOptions& options,
                          Diagnostics& diagnostics) {
  Objects objects(compression_of(options));
  std::string forms;
  for (const int form : write_forms(what, options, objects, diagnostics))
    fmt::format_to(std::back_inserter(forms), "{} 0 R ", form);
  std::string catalogue = "<</Type/Catalog/XObjects[" + forms + "]";
  if (what.characters)
    catalogue +=
        fmt::format("/Characters {} 0 R", Fonts::write_characters(what.characters, objects));
  const int root = objects.add(catalogue + ">>");
  return objects.finish(root, objects.add("<<>>"));
}

LooseForms loose_form_xobjects(const FormXObjects& what, int first, const PdfOptions& options,
                               Diagnostics& diagnostics) {
  constexpr int fast = 1; // A form's few words are hardly smaller at a higher level.
  Objects objects(compression_of(options), first, fast);
  LooseForms loose;
  loose.forms = write_forms(what, options, objects, diagnostics);
  if (what.characters) loose.characters = Fonts::write_characters(what.characters, objects);
  loose.objects = objects.take_loose();
  return loose;
}

} // namespace saraban::render
