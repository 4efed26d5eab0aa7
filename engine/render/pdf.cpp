// Pages to a PDF file: contents, then fonts, structure, navigation, catalogue.
#include "render/color_profile.h"
#include "render/content.h"
#include "render/metadata.h"
#include "render/render.h"
#include "render/syntax.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::render {
namespace {

const std::string thai = "th-TH"; ///< Where no language is said and one must be.

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

/// What the colours of the file mean (ISO 19005-2, 6.2.3).
int write_output_intent(Objects& objects) {
  const int profile = objects.add_stream("/N 3", srgb_profile());
  return objects.add(fmt::format("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB "
                                 "IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile {} 0 R>>",
                                 profile));
}

int write_catalogue(const page::Pages& pages, const PdfOptions& options, int tree, Shared& shared) {
  Objects& objects = shared.objects;
  std::string out = fmt::format("<</Type/Catalog/Pages {} 0 R", tree);
  if (const int root = shared.structure.write(objects))
    out += fmt::format("/StructTreeRoot {} 0 R/MarkInfo<</Marked true>>", root);
  const bool standard = options.standard != PdfStandard{};
  const std::string& language = pages.language.empty() && standard ? thai : pages.language;
  if (!language.empty()) out += "/Lang" + text_string(language);
  if (options.standard.archive != PdfStandard::Archive::none)
    out += fmt::format("/OutputIntents[{} 0 R]", write_output_intent(objects));
  if (!title_of(pages, options).empty()) out += "/ViewerPreferences<</DisplayDocTitle true>>";
  out += shared.navigation.write(objects);
  if (const int form = shared.forms.write(options.notation, objects))
    out += fmt::format("/AcroForm {} 0 R", form);
  out += fmt::format("/Metadata {} 0 R", write_xmp(pages, options, objects));
  return objects.add(out + ">>");
}

Demands demands_of(const PdfStandard& standard) {
  return {standard.archive == PdfStandard::Archive::a_2a || standard.universal_access,
          standard.universal_access};
}

/// ISO 19005-2, 6.2.11.8: glyph 0 may not be shown.
bool shows_missing_glyphs(const page::Pages& pages) {
  for (const page::Page& page : pages.pages)
    for (const page::Item& item : page.items)
      if (const auto* run = std::get_if<page::GlyphRun>(&item))
        if (std::any_of(run->glyphs.begin(), run->glyphs.end(),
                        [](const page::Glyph& glyph) { return glyph.id == 0; }))
          return true;
  return false;
}

/// What the document lacks that the standard asks of its author.
void report_shortcomings(const page::Pages& pages, const Images& images, const Structure& structure,
                         const PdfOptions& options, Diagnostics& diagnostics) {
  if (options.standard.archive != PdfStandard::Archive::none) {
    if (shows_missing_glyphs(pages)) diagnostics.warning("archive-glyph-missing", {});
    if (images.has_print_colors()) diagnostics.warning("archive-print-colors", {});
  }
  if (const std::size_t count = structure.undescribed_figures(); count > 0)
    diagnostics.warning("picture-without-alternative", {}, {{"count", std::to_string(count)}});
  if (options.standard.universal_access && structure.links_in_artifacts() > 0)
    diagnostics.warning("link-in-header", {},
                        {{"count", std::to_string(structure.links_in_artifacts())}});
}

} // namespace

std::string pdf(const page::Pages& pages, const PdfOptions& options, Diagnostics& diagnostics) {
  Objects objects(options.compress ? Compression::deflate : Compression::none);
  Fonts fonts(pages);
  Images images(pages, options.limits, objects, diagnostics);
  Structure structure(pages, demands_of(options.standard));
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
  report_shortcomings(pages, images, structure, options, diagnostics);
  return objects.finish(catalogue, write_information(pages, options, objects));
}

} // namespace saraban::render
