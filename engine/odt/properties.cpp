// Reads settings, metadata and our own user-defined property.
#include "odt/properties.h"

#include "odt/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using pugi::xml_node;

/// A setting of LibreOffice's configuration (config:config-item); "" when it is not there.
std::string_view setting(xml_node root, std::string_view name) {
  for (const auto& set : root.child("office:settings").children("config:config-item-set")) {
    if (!attribute(set, "config:name").ends_with("configuration-settings")) continue;
    for (const auto& item : set.children("config:config-item"))
      if (attribute(item, "config:name") == name) return item.text().get();
  }
  return {};
}

xml_node meta_of(const Part& part) {
  return part.root().child("office:meta");
}

} // namespace

void read_settings(xml_node root, SharedParts& shared) {
  auto& settings = shared.settings;
  const auto is_on = [&](const char* name, bool otherwise) {
    return boolean(setting(root, name), otherwise);
  };
  const auto& standard = shared.common.standard(Family::paragraph);
  settings.default_tab =
      std::max(standard.paragraph.tab_distance.value_or(hundredths_mm(1251)), twips(1));
  shared.tabs_from = is_on("TabsRelativeToIndent", true) ? TabsFrom::indent : TabsFrom::margin;
  settings.expand_shift_return = !is_on("DoNotJustifyLinesWithManualBreak", false);
  shared.default_language = standard.run.faces[western].language.value_or("");
}

document::Properties read_properties(const package::Package& package, const Part& content,
                                     const Limits& limits) {
  document::Properties properties;
  const auto part = open_beside(package, content, "meta.xml", limits);
  const auto meta = meta_of(part);
  const auto text = [&](const char* name) { return std::string(meta.child(name).text().get()); };
  properties.title = text("dc:title"), properties.author = text("dc:creator");
  if (properties.author.empty()) properties.author = text("meta:initial-creator");
  properties.subject = text("dc:subject"), properties.language = text("dc:language");
  for (const auto& keyword : meta.children("meta:keyword")) {
    if (!properties.keywords.empty()) properties.keywords += ", ";
    properties.keywords += keyword.text().get();
  }
  return properties;
}

document::Catchword read_catchword(const package::Package& package, const Part& content,
                                   const Limits& limits) {
  document::Catchword catchword;
  const auto part = open_beside(package, content, "meta.xml", limits);
  for (const auto& property : meta_of(part).children("meta:user-defined")) {
    if (attribute(property, "meta:name") != "saraban.catchword") continue;
    const auto words = integer_or(property.text().get(), 0);
    catchword.words = static_cast<int>(std::clamp<std::int64_t>(words, 0, 100));
  }
  return catchword;
}

} // namespace saraban::odt
