// A PDF file taken apart into numbered objects, and put together again by our own writer.
#pragma once

#include "render/objects.h"

#include <map>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

namespace saraban::pdf {

/// Objects that stand in a file as texts of our own writer: by their numbers there.
using OwnObjects = std::map<int, render::LooseObject>;

/// What can be reached from a file's trailer, numbered from 1 on; streams keep their bytes.
struct Parts {
  std::vector<render::LooseObject> objects; ///< By number - 1.
  std::vector<std::vector<int>> references; ///< What each of them names, by number - 1.
  std::string trailer;                      ///< Entries, without those of the cross-reference.
  std::vector<int> roots;                   ///< What the trailer names.
  std::string first_id;                     ///< As it stands in /ID; empty: there is none.
  bool packed = false;                      ///< Objects stood in object streams.
  bool version_2 = false;                   ///< "%PDF-2.0".
};

enum class Packing {
  as_before,
  none ///< Each object is found and read by itself.
};

/// For files that are neither encrypted nor damaged. Throws what qpdf throws.
Parts take_apart(QPDF& file, const OwnObjects& own);

/// The file with all of the parts.
std::string put_together(const Parts& parts, Packing packing);

/// The same where some objects became others and more came after them. What nothing names any more
/// is null.
std::string put_together(const Parts& parts, const OwnObjects& changed);

} // namespace saraban::pdf
