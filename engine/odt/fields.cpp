// Fields: what only layout can know, and stored results of all others (ODF 1.3 Part 3, 7).
#include "odt/elements.h"
#include "odt/paragraphs.h"

namespace saraban::odt {

bool read_field(InlineWriter& out, pugi::xml_node e, document::FormatIndex format) {
  const std::string_view name = e.name();
  if (!name.starts_with("text:")) return false;
  document::Field field;
  if (name == "text:page-number")
    field.kind = document::FieldKind::page;
  else if (name == "text:page-count")
    field.kind = document::FieldKind::page_count;
  else {
    read_inlines(out, e);
    return true;
  }
  field.cached = e.text().get();
  field.format = format;
  out.item(std::move(field));
  return true;
}

} // namespace saraban::odt
