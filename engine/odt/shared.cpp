// Reads what filling does not change: styles, lists, page layouts, settings.
#include "odt/shared.h"

#include "odt/part/elements.h"
#include "odt/properties.h"

#include <algorithm>

namespace saraban::odt {
namespace {

NoteNumbering read_note_numbering(pugi::xml_node e, NoteNumbering base) {
  if (!e) return base;
  if (e.attribute("style:num-format"))
    base.number = number_shape(attribute(e, "style:num-format"),
                               boolean(attribute(e, "style:num-letter-sync"), false));
  base.prefix = attribute(e, "style:num-prefix"), base.suffix = attribute(e, "style:num-suffix");
  // Counted from 0, as LibreOffice has it.
  base.start = 1 + static_cast<int>(std::clamp<std::int64_t>(
                       integer_or(attribute(e, "text:start-value"), 0), 0, 1'000'000));
  base.restart_in_chapter = attribute(e, "text:start-numbering-at") == "chapter";
  base.at_document_end = attribute(e, "text:footnotes-position") == "document";
  base.citation_style = attribute(e, "text:citation-style-name");
  base.citation_body_style = attribute(e, "text:citation-body-style-name");
  base.master_page = attribute(e, "text:master-page-name");
  return base;
}

void read_notes(pugi::xml_node styles, SharedParts& shared) {
  shared.endnotes.number.format = document::NumberFormat::lower_roman;
  for (const auto& e : styles.children("text:notes-configuration")) {
    const bool end = attribute(e, "text:note-class") == "endnote";
    auto& numbering = end ? shared.endnotes : shared.footnotes;
    numbering = read_note_numbering(e, numbering);
  }
}

/// Of what is read here: headers and footers, which filling changes, are not.
std::uint64_t hash_of(pugi::xml_node root) {
  std::uint64_t hash = 0;
  for (const auto* name :
       {"office:settings", "office:font-face-decls", "office:styles", "office:automatic-styles"})
    hash = mix(hash, content_hash(root.child(name)));
  return hash;
}

} // namespace

bool SharedParts::is_of(const package::Package& package, const Part& styles) const {
  const auto same = [](const auto& a, const auto& b) { return a == b || (a && b && *a == *b); };
  if (!is_flat(package) && !same(package.part(settings_part), settings_bytes)) return false;
  return same(styles.bytes, styles_xml.bytes) || hash_of(styles.root()) == hash;
}

std::shared_ptr<const SharedParts> read_shared(const package::Package& package,
                                               const Limits& limits, Diagnostics& diagnostics) {
  auto shared = std::make_shared<SharedParts>();
  shared->styles_xml = open_beside(package, styles_part, limits);
  const auto root = shared->styles_xml.root();
  shared->hash = hash_of(root);
  read_font_faces(root, shared->fonts);
  shared->common.add(root.child("office:styles"), shared->fonts);
  shared->of_styles_xml.add(root.child("office:automatic-styles"), shared->fonts);
  shared->common_lists.add(root.child("office:styles"), shared->fonts);
  shared->lists_of_styles_xml.add(root.child("office:automatic-styles"), shared->fonts);
  read_notes(root.child("office:styles"), *shared);
  const auto settings = open_optional(package, settings_part, limits, diagnostics);
  shared->settings_bytes = package.part(settings_part);
  read_settings(settings.root(), *shared);
  return shared;
}

} // namespace saraban::odt
