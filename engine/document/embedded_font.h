// A font that a document carries with it.
#pragma once

#include <memory>
#include <string>

namespace saraban::document {

struct EmbeddedFont {
  std::string family;
  bool bold = false, italic = false;
  std::shared_ptr<const std::string> bytes; ///< An OpenType file, in the clear.
};

} // namespace saraban::document
