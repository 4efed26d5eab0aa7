// The text of XML that was just written.
#include "fill/applier.h"

namespace saraban::fill {
namespace {

void collect(const Markup& markup, pugi::xml_node parent, std::string& text) {
  for (pugi::xml_node child : parent.children()) {
    if (child.type() == pugi::node_pcdata && parent.type() == pugi::node_document)
      text += child.value();
    switch (markup.kind(child)) {
    case ElementKind::text:
      text += child.type() == pugi::node_element ? child.text().get() : child.value();
      break;
    case ElementKind::character:
      text += markup.character(child);
      break;
    case ElementKind::paragraph:
      if (!text.empty()) text += "\n\n";
      collect(markup, child, text);
      break;
    case ElementKind::deleted:
    case ElementKind::properties:
    case ElementKind::fallback:
      break;
    default:
      collect(markup, child, text);
    }
  }
}

} // namespace

std::string text_of(const Markup& markup, const std::string& xml) {
  pugi::xml_document document;
  document.load_buffer(xml.data(), xml.size(),
                       pugi::parse_fragment | pugi::parse_escapes | pugi::parse_ws_pcdata);
  std::string text;
  collect(markup, document, text);
  return text;
}

} // namespace saraban::fill
