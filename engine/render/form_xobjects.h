// Pages as form XObjects, for those who put them into other files (ISO 32000-1, 8.10).
#pragma once

#include "render/objects.h"
#include "render/render.h"

namespace saraban::render {

/// What stands about a page's content, as operators, and in its dictionary beside /BBox (the page),
/// /Resources and the like.
struct Frame {
  std::string before, after;
  std::string entries; ///< "/Matrix[0 1 -1 0 20 0]"
};

struct FormXObjects {
  const page::Pages& pages;
  const std::vector<Frame>& frames; ///< One for each page.
  /// For text that other programs will type into a form; null: none is needed.
  std::shared_ptr<const font::Face> characters;
};

/// A PDF file without pages. Its catalogue holds them in the array /XObjects; fonts are shared; the
/// font for typing is /Characters.
std::string form_xobjects(const FormXObjects& what, const PdfOptions& options,
                          Diagnostics& diagnostics);

/// The same as objects for a file in which they are numbered from `first` on.
struct LooseForms {
  std::vector<LooseObject> objects; ///< `first`, `first` + 1 …
  std::vector<int> forms;           ///< The number of each page's.
  int characters = 0;               ///< Of the font for typing; 0: none was asked for.
};
LooseForms loose_form_xobjects(const FormXObjects& what, int first, const PdfOptions& options,
                               Diagnostics& diagnostics);

} // namespace saraban::render
