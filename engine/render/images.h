// Pictures as image objects, each embedded once (ISO 32000-1, 8.9.5).
#pragma once

#include "base/diagnostics.h"
#include "base/limits.h"
#include "page/page.h"
#include "render/objects.h"

#include <optional>
#include <string>
#include <vector>

namespace saraban::render {

/// JPEG and plain PNG data go in as they are; what has transparency, interlacing or is GIF is
/// decoded. Other kinds are told of (notice "picture-unsupported").
class Images {
public:
  /// Borrows all of them.
  Images(const page::Pages& pages, const Limits& limits, Objects& objects,
         Diagnostics& diagnostics);

  struct Used {
    std::size_t resource = 0; ///< Its resource name is "I" and this number.
    bool transparent = false;
  };
  /// Nothing for a picture that cannot be shown. Throws Failure (input: "limit-image-pixels").
  const Used* use(std::uint32_t image);
  /// The entries of a resource dictionary's /XObject.
  std::string resources() const;
  /// Whether one of them is in CMYK, whose colours nothing defines.
  bool has_print_colors() const { return print_colors_; }

private:
  struct State {
    bool tried = false;
    std::optional<Used> used;
  };
  std::optional<Used> embed(const page::Picture& picture);
  std::optional<Used> embed_same(std::uint32_t image);

  const page::Pages& pages_;
  const Limits& limits_;
  Objects& objects_;
  Diagnostics& diagnostics_;
  bool print_colors_ = false;
  std::vector<State> states_;
  std::vector<int> numbers_; ///< Object of each resource.
};

} // namespace saraban::render
