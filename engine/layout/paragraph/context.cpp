// What laying out one document needs everywhere.
#include "layout/paragraph/context.h"

namespace saraban::layout {

Context::Context(const document::Document& the_document, const font::Fonts& the_fonts,
                 const Options& the_options, Diagnostics& the_diagnostics)
    : document(the_document), fonts(the_fonts), options(the_options), diagnostics(the_diagnostics),
      words(the_options.words), own_shaper(the_options.shapers ? the_options.shapers->take()
                                                               : std::make_unique<text::Shaper>()),
      shaper(*own_shaper), styles(the_document, the_fonts, faces) {}

Context::~Context() {
  if (options.shapers) options.shapers->give_back(std::move(own_shaper));
}

} // namespace saraban::layout
