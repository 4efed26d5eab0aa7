// A page's items to a content stream (ISO 32000-1, 8 and 9).
#pragma once

#include "base/diagnostics.h"
#include "page/page.h"
#include "render/fonts.h"
#include "render/forms.h"
#include "render/images.h"
#include "render/navigation.h"
#include "render/structure.h"

#include <array>
#include <set>
#include <string>

namespace saraban::render {

/// What the pages of one file share.
struct Shared {
  Objects& objects;
  Fonts& fonts;
  Images& images;
  Structure& structure;
  Navigation& navigation;
  Forms& forms;
  Diagnostics& diagnostics;
  std::set<std::uint8_t> alphas; ///< Used: each is an ExtGState "A" and its value.
};

struct Content {
  std::string operators;
  bool transparent = false;
};

Content page_content(const page::Page& page, Shared& shared);
/// What all contents used: called once, after them.
std::string resource_dictionary(Shared& shared);

} // namespace saraban::render
