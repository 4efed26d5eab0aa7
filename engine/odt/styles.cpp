// Reads styles and resolves what each inherits.
#include "odt/styles.h"

#include "odt/part/elements.h"

#include <algorithm>
#include <set>

namespace saraban::odt {
namespace {

using pugi::xml_node;

constexpr int longest_chain = 64;

std::optional<Family> family_of(std::string_view name) {
  constexpr Word<Family> words[] = {
      {"paragraph", Family::paragraph}, {"text", Family::text},
      {"table", Family::table},         {"table-column", Family::table_column},
      {"table-row", Family::table_row}, {"table-cell", Family::table_cell},
      {"graphic", Family::graphic},     {"section", Family::section},
      {"ruby", Family::ruby},           {"chart", Family::chart},
  };
  return meaning(name, words);
}

std::size_t index_of(Family family) {
  return static_cast<std::size_t>(family);
}

} // namespace

/// Styles that are being added, by whether they have been resolved.
struct Styles::Sources {
  std::set<const Style*> open, done;
};

const Style* Styles::find(Family family, std::string_view name) const {
  if (name.empty()) return nullptr;
  const auto& names = by_name_[index_of(family)];
  if (const auto found = names.find(name); found != names.end()) return found->second;
  return common_ ? common_->find(family, name) : nullptr;
}

const Style* Styles::heading(int level) const {
  for (const auto& style : all_)
    if (style.family == Family::paragraph && style.outline_level == level) return &style;
  return common_ ? common_->heading(level) : nullptr;
}

const Style& Styles::standard(Family family) const {
  return common_ ? common_->standard(family) : standard_[index_of(family)];
}

Style& Styles::place(xml_node element, Family family, Sources&) {
  auto& style = all_.emplace_back();
  style.id = ++last_id_;
  style.name = attribute(element, "style:name");
  style.title = attribute(element, "style:display-name");
  if (style.title.empty()) style.title = style.name;
  style.family = family;
  style.element = element;
  by_name_[index_of(family)].try_emplace(style.name, &style);
  return style;
}

void Styles::resolve(Style& style, Sources& sources, const FontFaces& fonts, int depth) {
  if (depth > longest_chain || !sources.open.insert(&style).second) return;
  const auto& element = style.element;
  const auto parent = attribute(element, "style:parent-style-name");
  const auto& own = by_name_[index_of(style.family)];
  if (const auto found = own.find(parent); found != own.end()) {
    resolve(*found->second, sources, fonts, depth + 1);
    // One that is still open is in a cycle.
    if (sources.done.contains(found->second)) style.parent = found->second;
  } else if (common_)
    style.parent = common_->find(style.family, parent);
  if (style.parent && style.parent->depth >= longest_chain) style.parent = nullptr;
  if (style.parent) {
    style.run = style.parent->run, style.paragraph = style.parent->paragraph;
    style.list_style = style.parent->list_style;
    style.outline_level = style.parent->outline_level;
    style.master_page = style.parent->master_page;
    style.depth = style.parent->depth + 1;
  }
  overlay(style.run, read_run_properties(element.child("style:text-properties"), fonts));
  overlay(style.paragraph,
          read_paragraph_properties(element.child("style:paragraph-properties"), fonts));
  if (const auto list = element.attribute("style:list-style-name")) style.list_style = list.value();
  if (const auto master = element.attribute("style:master-page-name"))
    style.master_page = master.value();
  if (const auto level = element.attribute("style:default-outline-level"))
    style.outline_level =
        static_cast<int>(std::clamp<std::int64_t>(integer_or(level.value(), 0), 0, 10));
  const bool automatic = is(element.parent(), "office:automatic-styles");
  style.common = automatic && style.parent ? style.parent->common : &style;
  sources.done.insert(&style);
}

void Styles::add(xml_node parent, const FontFaces& fonts) {
  Sources sources;
  std::vector<Style*> added;
  for (const auto& element : parent.children()) {
    const bool standard = is(element, "style:default-style");
    if (!standard && !is(element, "style:style")) continue;
    const auto family = family_of(attribute(element, "style:family"));
    if (!family) continue;
    if (!standard) {
      added.push_back(&place(element, *family, sources));
      continue;
    }
    auto& style = standard_[index_of(*family)];
    style.family = *family, style.element = element;
    style.run = read_run_properties(element.child("style:text-properties"), fonts);
    style.paragraph = read_paragraph_properties(element.child("style:paragraph-properties"), fonts);
  }
  for (auto* style : added) resolve(*style, sources, fonts, 0);
}

std::string_view property(const Style* style, const Style& standard, const char* properties,
                          const char* name) {
  for (; style; style = style->parent)
    if (const auto a = style->element.child(properties).attribute(name)) return a.value();
  return attribute(standard.element.child(properties), name);
}

} // namespace saraban::odt
