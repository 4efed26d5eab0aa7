// Pages to a PDF file: contents, then fonts, structure, navigation, catalogue.
#include "render/content.h"
#include "render/metadata.h"
#include "render/render.h"
#include "render/syntax.h"

#include <fmt/format.h>

namespace saraban::render {
namespace {

struct Numbers {
  int tree = 0, resources = 0;
};

int write_page(const page::Page& page, std::size_t index, const Numbers& numbers, Shared& shared) {
  Objects& objects = shared.objects;
  const int number = objects.reserve();
  shared.structure.begin_page(number);
  shared.navigation.begin_page(number);
  shared.forms.begin_page(page, number);
  const Content content = page_content(page, shared);
  const int stream = objects.add_stream("", content.operators);
  std::string out =
      fmt::format("<</Type/Page/Parent {} 0 R/MediaBox[0 0 {} {}]/Resources {} 0 R/Contents {} 0 R",
                  numbers.tree, milli_text(milli(page.size.width)),
                  milli_text(milli(page.size.height)), numbers.resources, stream);
  if (content.transparent) out += "/Group<</S/Transparency/CS/DeviceRGB>>";
  const std::string annotations =
      shared.navigation.annotations() + shared.forms.end_page(numbers.resources, objects);
  if (!annotations.empty()) out += "/Annots[" + annotations + "]";
  if (shared.structure.tagged()) out += fmt::format("/StructParents {}/Tabs/S", index);
  objects.set(number, out + ">>");
  return number;
}

int write_catalogue(const page::Pages& pages, const PdfOptions& options, int tree, Shared& shared) {
  Objects& objects = shared.objects;
  std::string out = fmt::format("<</Type/Catalog/Pages {} 0 R", tree);
  if (const int root = shared.structure.write(objects))
    out += fmt::format("/StructTreeRoot {} 0 R/MarkInfo<</Marked true>>", root);
  if (!pages.language.empty()) out += "/Lang" + text_string(pages.language);
  if (!pages.title.empty()) out += "/ViewerPreferences<</DisplayDocTitle true>>";
  out += shared.navigation.write(objects);
  if (const int form = shared.forms.write(options.notation, objects))
    out += fmt::format("/AcroForm {} 0 R", form);
  out += fmt::format("/Metadata {} 0 R", write_xmp(pages, options, objects));
  return objects.add(out + ">>");
}

} // namespace

std::string pdf(const page::Pages& pages, const PdfOptions& options, Diagnostics& diagnostics) {
  Objects objects(options.compress ? Compression::deflate : Compression::none);
  Fonts fonts(pages);
  Images images(pages, options.limits, objects, diagnostics);
  Structure structure(pages);
  Navigation navigation(pages);
  Forms forms(pages, options.fields);
  Shared shared{objects, fonts, images, structure, navigation, forms, diagnostics, {}};
  const Numbers numbers{objects.reserve(), objects.reserve()};
  std::string kids;
  for (std::size_t i = 0; i < pages.pages.size(); ++i)
    fmt::format_to(std::back_inserter(kids), "{} 0 R ",
                   write_page(pages.pages[i], i, numbers, shared));
  objects.set(numbers.tree,
              fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages.pages.size(), kids));
  objects.set(numbers.resources, resource_dictionary(shared));
  const int catalogue = write_catalogue(pages, options, numbers.tree, shared);
  return objects.finish(catalogue, write_information(pages, options, objects));
}

} // namespace saraban::render
