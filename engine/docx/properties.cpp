// Reads settings, core properties and our own custom property.
#include "docx/properties.h"

#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using pugi::xml_node;

bool is_on(xml_node parent, const char* name) {
  const auto element = parent.child(name);
  return element && on_off(element);
}

void read_compatibility(xml_node compat, document::Settings& settings) {
  settings.expand_shift_return = !is_on(compat, "w:doNotExpandShiftReturn");
  settings.word_spacing_rules = !is_on(compat, "w:doNotUseHTMLParagraphAutoSpacing");
  settings.no_leading = is_on(compat, "w:noLeading");
  settings.space_before_after_page_break = !is_on(compat, "w:suppressSpBfAfterPgBrk");
  // Files without the setting are older than it (17.15.3.4 as extended by [MS-DOCX]).
  settings.compatibility = 12;
  for (const auto& setting : compat.children("w:compatSetting"))
    if (attribute(setting, "w:name") == "compatibilityMode")
      settings.compatibility =
          static_cast<int>(std::clamp<std::int64_t>(integer_or(value(setting), 12), 1, 99));
}

Part package_part(const package::Package& package, std::string_view type, const Limits& limits) {
  Part root;
  root.relationships = package::relationships(package, "", limits);
  return open_related(package, root, type, limits);
}

} // namespace

void read_settings(xml_node root, SharedParts& shared) {
  auto& settings = shared.settings;
  settings.default_tab =
      std::max(length_or(value(root.child("w:defaultTabStop")), twips(720)), twips(1));
  settings.even_and_odd = is_on(root, "w:evenAndOddHeaders");
  settings.mirror_margins = is_on(root, "w:mirrorMargins");
  shared.gutter_at_top = is_on(root, "w:gutterAtTop");
  shared.show_background = is_on(root, "w:displayBackgroundShape");
  shared.endnotes.format = document::NumberFormat::lower_roman;
  shared.footnotes = read_note_numbering(root.child("w:footnotePr"), shared.footnotes);
  shared.endnotes = read_note_numbering(root.child("w:endnotePr"), shared.endnotes);
  shared.default_language = attribute(root.child("w:themeFontLang"), "w:val");
  read_compatibility(root.child("w:compat"), settings);
}

document::Properties read_properties(const package::Package& package, const Limits& limits) {
  document::Properties properties;
  const auto part = package_part(package, "core-properties", limits);
  if (!part.xml) return properties;
  const auto root = part.xml->document_element();
  const auto text = [&](const char* name) { return std::string(root.child(name).text().get()); };
  properties.title = text("dc:title"), properties.author = text("dc:creator");
  properties.subject = text("dc:subject"), properties.keywords = text("cp:keywords");
  properties.language = text("dc:language");
  return properties;
}

document::Catchword read_catchword(const package::Package& package, const Limits& limits) {
  document::Catchword catchword;
  const auto part = package_part(package, "custom-properties", limits);
  if (!part.xml) return catchword;
  for (const auto& property : part.xml->document_element().children()) {
    if (attribute(property, "name") != "saraban.catchword") continue;
    const auto words = integer_or(property.first_child().text().get(), 0);
    catchword.words = static_cast<int>(std::clamp<std::int64_t>(words, 0, 100));
  }
  return catchword;
}

} // namespace saraban::docx
