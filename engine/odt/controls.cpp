// Content controls as fields of a form.
#include "odt/paragraphs.h"

namespace saraban::odt {

std::optional<document::FormFieldStart> form_field_of(pugi::xml_node) {
  return std::nullopt;
}

} // namespace saraban::odt
