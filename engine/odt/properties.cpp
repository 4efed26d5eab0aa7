// Reads settings, metadata and our own user-defined property.
#include "odt/properties.h"

#include "odt/part/elements.h"

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

/// What LibreOffice writes in settings.xml and does without it (measured with 7.4): an item that is
/// absent there means an old file, no settings at all (`is_bare`) mean what a new file has.
template <class IsOn>
void read_layout_settings(const IsOn& is_on, bool is_bare, document::Settings& settings) {
  settings.line_metrics = document::LineMetrics::horizontal_header;
  settings.multiple_rule = document::MultipleRule::between_lines;
  settings.script_runs = document::ScriptRuns::follow_text;
  settings.blank_pages = document::BlankPages::skipped;
  settings.contextual_spacing = document::ContextualSpacing::pairs;
  settings.word_spacing_rules = !is_on("AddParaTableSpacing", true);
  settings.space_before_at_top = is_on("AddParaTableSpacingAtStart", true);
  settings.external_leading = is_on("AddExternalLeading", is_bare);
  settings.former_line_spacing = is_on("UseFormerLineSpacing", !is_bare);
  settings.first_line_shrinks = is_on("PropLineSpacingShrinksFirstLine", is_bare);
  settings.stories_inside_margins = true;
  settings.space_after_in_stories = is_on("HeaderSpacingBelowLastPara", false);
  settings.space_after_in_cells = is_on("AddParaSpacingToTableCells", is_bare);
  settings.line_gap_in_cells =
      settings.space_after_in_cells && is_on("AddParaLineSpacingToTableCells", is_bare);
  settings.trailing_spaces_count = !is_on("MsWordCompTrailingBlanks", false);
  settings.default_tabs_from_indent = is_on("TabsRelativeToIndent", true);
  settings.tabs_over_margin = is_on("TabOverMargin", false);
  settings.justify_thai_cells = true;
  settings.keep_drawings_on_page = !is_on("DoNotCaptureDrawObjsOnPage", false);
  settings.expand_shift_return = !is_on("DoNotJustifyLinesWithManualBreak", true);
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
  read_layout_settings(is_on, root.child("office:settings").empty(), settings);
  shared.endnotes_follow_text = is_on("ContinuousEndnotes", false);
  shared.default_language = standard.run.faces[western].language.value_or("");
}

document::Properties read_properties(const Part& part) {
  document::Properties properties;
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

document::Catchword read_catchword(const Part& part) {
  document::Catchword catchword;
  for (const auto& property : meta_of(part).children("meta:user-defined")) {
    if (attribute(property, "meta:name") != "saraban.catchword") continue;
    const auto words = integer_or(property.text().get(), 0);
    catchword.words = static_cast<int>(std::clamp<std::int64_t>(words, 0, 100));
  }
  return catchword;
}

} // namespace saraban::odt
