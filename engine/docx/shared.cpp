// Reads what filling does not change: theme, styles, numbering, settings.
#include "docx/shared.h"

#include "docx/part/elements.h"
#include "docx/properties.h"

namespace saraban::docx {
namespace {

void read_theme(pugi::xml_node root, Theme& theme) {
  const auto elements = root.child("a:themeElements");
  read_color_scheme(elements, theme.colors);
  read_font_scheme(elements, theme.fonts);
  for (const auto& line : elements.child("a:fmtScheme").child("a:lnStyleLst").children("a:ln"))
    theme.line_widths.push_back(length_or(attribute(line, "w"), emu(9525), Unit::emu));
}

pugi::xml_node root_of(const Part& part) {
  return part.xml ? part.xml->document_element() : pugi::xml_node();
}

} // namespace

Length Theme::line_width(int index) const {
  const auto at = static_cast<std::size_t>(index - 1);
  return index >= 1 && at < line_widths.size() ? line_widths[at] : emu(9525);
}

NoteNumbering read_note_numbering(pugi::xml_node e, NoteNumbering base) {
  if (const auto format = e.child("w:numFmt")) base.format = number_format(value(format));
  if (const auto start = integer(value(e.child("w:numStart"))))
    base.start = static_cast<int>(*start);
  if (const auto restart = e.child("w:numRestart"))
    base.restart_in_section = value(restart) == "eachSect";
  if (const auto position = e.child("w:pos")) {
    base.below_text = value(position) == "beneathText";
    base.at_section_end = value(position) == "sectEnd";
  }
  return base;
}

bool SharedParts::is_of(const package::Package& package) const {
  for (const auto& [name, bytes] : sources) {
    const auto own = package.part(name);
    if (own != bytes && (!own || !bytes || *own != *bytes)) return false;
  }
  return true;
}

std::shared_ptr<const SharedParts> read_shared(const package::Package& package,
                                               const Limits& limits, Diagnostics&) {
  auto shared = std::make_shared<SharedParts>();
  const auto main = open_main_part(package, limits);
  const auto open = [&](std::string_view type) {
    auto part = open_related(package, main, type, limits);
    if (part.bytes) shared->sources.emplace_back(part.name, part.bytes);
    return part;
  };
  const auto settings = open("settings"), theme = open("theme"), styles = open("styles");
  shared->numbering = open("numbering");
  read_theme(root_of(theme), shared->theme);
  read_color_mapping(root_of(settings), shared->theme.colors);
  read_theme_languages(root_of(settings), shared->theme.fonts);
  shared->styles = read_styles(root_of(styles), shared->theme);
  shared->lists = read_lists(root_of(shared->numbering), root_of(styles), shared->theme);
  read_settings(root_of(settings), *shared);
  return shared;
}

} // namespace saraban::docx
