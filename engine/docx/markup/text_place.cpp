// Counting a paragraph's text as the reader makes it: text as it is, tabs and breaks one byte.
#include "docx/markup/text_place.h"

#include <algorithm>
#include <string_view>

namespace saraban::docx {
namespace {

constexpr std::string_view holders[] = {"w:hyperlink", "w:ins", "w:moveTo",     "w:smartTag",
                                        "w:customXml", "w:sdt", "w:sdtContent", "w:fldSimple",
                                        "w:dir",       "w:bdo"};

/// Bytes of text that a run's child stands for.
std::size_t bytes_of(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "w:t") return std::string_view(node.text().get()).size();
  if (name == "w:tab" || name == "w:ptab" || name == "w:br" || name == "w:cr") return 1;
  if (name == "w:noBreakHyphen" || name == "w:sym") return 3; // U+2011; symbols: U+0800 and up
  if (name == "w:softHyphen") return 2;                       // U+00AD
  return 0;
}

/// Calls `visit(child of a run)` in order until it says true.
template <class Visit>
bool walk(pugi::xml_node parent, const Visit& visit) {
  for (pugi::xml_node child : parent.children()) {
    const std::string_view name = child.name();
    if (name == "w:r") {
      if (child.child("w:rPr").child("w:vanish")) continue;
      for (pugi::xml_node part : child.children())
        if (visit(part)) return true;
    } else if (std::find(std::begin(holders), std::end(holders), name) != std::end(holders)) {
      if (walk(child, visit)) return true;
    }
  }
  return false;
}

} // namespace

std::optional<TextPlace> text_place(pugi::xml_node paragraph, std::size_t offset) {
  std::optional<TextPlace> place;
  std::size_t before = 0;
  walk(paragraph, [&](pugi::xml_node part) {
    const std::size_t bytes = bytes_of(part);
    if (bytes > 0 && offset < before + bytes) place = TextPlace{part, offset - before};
    before += bytes;
    return place.has_value();
  });
  return place;
}

std::size_t text_length(pugi::xml_node paragraph) {
  std::size_t length = 0;
  walk(paragraph, [&](pugi::xml_node part) {
    length += bytes_of(part);
    return false;
  });
  return length;
}

} // namespace saraban::docx
