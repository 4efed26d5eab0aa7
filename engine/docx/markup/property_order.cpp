// Properties in their order.
#include "docx/markup/property_order.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace saraban::docx {
namespace {

/// Of EG_RPrBase.
constexpr std::array<const char*, 39> run_order{"w:rStyle",
                                                "w:rFonts",
                                                "w:b",
                                                "w:bCs",
                                                "w:i",
                                                "w:iCs",
                                                "w:caps",
                                                "w:smallCaps",
                                                "w:strike",
                                                "w:dstrike",
                                                "w:outline",
                                                "w:shadow",
                                                "w:emboss",
                                                "w:imprint",
                                                "w:noProof",
                                                "w:snapToGrid",
                                                "w:vanish",
                                                "w:webHidden",
                                                "w:color",
                                                "w:spacing",
                                                "w:w",
                                                "w:kern",
                                                "w:position",
                                                "w:sz",
                                                "w:szCs",
                                                "w:highlight",
                                                "w:u",
                                                "w:effect",
                                                "w:bdr",
                                                "w:shd",
                                                "w:fitText",
                                                "w:vertAlign",
                                                "w:rtl",
                                                "w:cs",
                                                "w:em",
                                                "w:lang",
                                                "w:eastAsianLayout",
                                                "w:specVanish",
                                                "w:oMath"};

/// Of CT_PPr.
constexpr std::array<const char*, 36> paragraph_order{"w:pStyle",
                                                      "w:keepNext",
                                                      "w:keepLines",
                                                      "w:pageBreakBefore",
                                                      "w:framePr",
                                                      "w:widowControl",
                                                      "w:numPr",
                                                      "w:suppressLineNumbers",
                                                      "w:pBdr",
                                                      "w:shd",
                                                      "w:tabs",
                                                      "w:suppressAutoHyphens",
                                                      "w:kinsoku",
                                                      "w:wordWrap",
                                                      "w:overflowPunct",
                                                      "w:topLinePunct",
                                                      "w:autoSpaceDE",
                                                      "w:autoSpaceDN",
                                                      "w:bidi",
                                                      "w:adjustRightInd",
                                                      "w:snapToGrid",
                                                      "w:spacing",
                                                      "w:ind",
                                                      "w:contextualSpacing",
                                                      "w:mirrorIndents",
                                                      "w:suppressOverlap",
                                                      "w:jc",
                                                      "w:textDirection",
                                                      "w:textAlignment",
                                                      "w:textboxTightWrap",
                                                      "w:outlineLvl",
                                                      "w:divId",
                                                      "w:cnfStyle",
                                                      "w:rPr",
                                                      "w:sectPr",
                                                      "w:pPrChange"};

template <std::size_t N>
std::size_t rank_of(const std::array<const char*, N>& order, const char* name) {
  const auto at = std::find_if(order.begin(), order.end(),
                               [&](const char* known) { return std::strcmp(known, name) == 0; });
  return static_cast<std::size_t>(at - order.begin());
}

template <std::size_t N>
pugi::xml_node property(const std::array<const char*, N>& order, pugi::xml_node properties,
                        const char* name) {
  if (pugi::xml_node known = properties.child(name)) return known;
  const std::size_t rank = rank_of(order, name);
  for (pugi::xml_node child : properties.children())
    if (rank_of(order, child.name()) > rank) return properties.insert_child_before(name, child);
  return properties.append_child(name);
}

} // namespace

pugi::xml_node run_property(pugi::xml_node properties, const char* name) {
  return property(run_order, properties, name);
}

pugi::xml_node paragraph_property(pugi::xml_node properties, const char* name) {
  return property(paragraph_order, properties, name);
}

void set_attribute(pugi::xml_node node, const char* attribute, const char* value) {
  if (!node.attribute(attribute)) node.append_attribute(attribute);
  node.attribute(attribute).set_value(value);
}

} // namespace saraban::docx
