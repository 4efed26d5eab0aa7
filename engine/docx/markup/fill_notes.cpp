// Notes and comments that filling adds: those of included documents, and copies of those that stand
// in a loop (ECMA-376 Part 1, 17.11, 17.13.4: an id names one of them).
#include "docx/markup/markup_parts.h"
#include "package/xml.h"

#include <sstream>

namespace saraban::docx {
namespace {

using Definition = fill::Additions::Definition;

std::string part_of_kind(const package::Package& package, std::string_view kind) {
  for (const auto& r : package::relationships(package, main_part(package, {}), {}))
    if (!r.external && r.type.ends_with(kind) && package.has(r.target)) return r.target;
  return {};
}

/// The lines that stand above notes, which every such part has (17.11.23, 17.11.1).
std::string separators(const std::string& element) {
  const auto one = [&](const char* type, const char* id, const char* line) {
    return "<w:" + element + " w:type=\"" + type + "\" w:id=\"" + id + "\"><w:p><w:r><w:" + line +
           "/></w:r></w:p></w:" + element + ">";
  };
  return one("separator", "-1", "separator") +
         one("continuationSeparator", "0", "continuationSeparator");
}

void add_notes(package::Package& package, const fill::Additions& additions, const char* kind,
               const std::string& element) {
  std::string notes;
  for (const Definition& definition : additions.definitions)
    if (definition.kind == Definition::Kind::note && definition.part == kind)
      notes += definition.xml;
  if (notes.empty()) return;
  std::string part = part_of_kind(package, "/" + std::string(kind));
  if (part.empty()) {
    part = make_part(package, {kind, kind});
    notes = separators(element) + notes;
  }
  const auto bytes = package.part(part);
  std::string xml = bytes ? *bytes : empty_part("w:" + std::string(kind));
  if (insert_at_end(xml, notes)) package.set(part, std::move(xml));
}

void add_copies(package::Package& package, const fill::Additions& additions, fill::IdKind kind,
                const char* part_kind, const char* element) {
  std::vector<const fill::Additions::Copy*> copies;
  for (const auto& copy : additions.copies)
    if (copy.kind == kind) copies.push_back(&copy);
  const std::string part = copies.empty() ? "" : part_of_kind(package, part_kind);
  const auto bytes = part.empty() ? nullptr : package.part(part);
  if (!bytes) return;
  std::string added;
  const auto tree = package::parse_xml(*bytes, package.name(), part, {});
  for (const auto* copy : copies) {
    const pugi::xml_node from =
        tree->document_element().find_child_by_attribute(element, "w:id", copy->from.c_str());
    if (!from) continue;
    pugi::xml_document made;
    pugi::xml_node note = made.append_copy(from);
    note.attribute("w:id").set_value(copy->to.c_str());
    added += print(note);
  }
  std::string xml = *bytes;
  if (!added.empty() && insert_at_end(xml, added)) package.set(part, std::move(xml));
}

} // namespace

void add_notes(package::Package& package, const fill::Additions& additions) {
  add_notes(package, additions, "footnotes", "footnote");
  add_notes(package, additions, "endnotes", "endnote");
  add_copies(package, additions, fill::IdKind::footnote, "/footnotes", "w:footnote");
  add_copies(package, additions, fill::IdKind::endnote, "/endnotes", "w:endnote");
  add_copies(package, additions, fill::IdKind::comment, "/comments", "w:comment");
}

} // namespace saraban::docx
