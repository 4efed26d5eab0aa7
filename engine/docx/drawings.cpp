// Drawings in runs: in the line or anchored, and the pictures they show.
#include "docx/drawings.h"

#include "docx/paragraphs.h"
#include "docx/part/elements.h"
#include "fill/image_file.h"

namespace saraban::docx {
namespace {

using document::Drawing;
using pugi::xml_node;

Length extent(xml_node e, const char* name) {
  return std::max(length_or(attribute(e, name), {}, Unit::emu), Length{});
}

void read_identity(Reader& reader, xml_node properties, Drawing& drawing) {
  drawing.name = attribute(properties, "name");
  drawing.description = attribute(properties, "descr");
  if (drawing.description.empty()) drawing.description = attribute(properties, "title");
  const auto link = properties.child("a:hlinkClick");
  if (const auto* target = reader.part->part.find(attribute(link, "r:id")))
    drawing.link = target->target;
  for (const auto& extension : properties.child("a:extLst").children("a:ext"))
    for (const auto& child : extension.children())
      if (std::string_view(child.name()).ends_with(":decorative"))
        drawing.decorative = on_off_text(attribute(child, "val"), false);
}

/// wp:inline and wp:anchor (20.4.2.8, 20.4.2.3).
void read_placed(InlineWriter& out, xml_node e, document::FormatIndex format) {
  auto& reader = out.reader;
  const auto properties = e.child("wp:docPr");
  if (on_off_text(attribute(properties, "hidden"), false)) return;
  const auto outer = e.child("wp:extent");
  const Size size{extent(outer, "cx"), extent(outer, "cy")};
  const auto data = e.child("a:graphic").child("a:graphicData");
  auto drawing = read_graphic(reader, data.first_child(), size);
  // What is not drawn keeps its place.
  if (!drawing) drawing.emplace().content = document::Shape{};
  drawing->size = size;
  const auto ink = e.child("wp:effectExtent");
  drawing->effect = {extent(ink, "t"), extent(ink, "r"), extent(ink, "b"), extent(ink, "l")};
  read_identity(reader, properties, *drawing);
  if (is(e, "wp:anchor")) {
    drawing->anchor = read_anchor(e);
    read_relative_size(e, *drawing);
  }
  out.item(document::DrawingReference{add_drawing(reader, std::move(*drawing)), format});
}

} // namespace

std::optional<std::uint32_t> find_image(Reader& reader, std::string_view relationship) {
  const auto* target = reader.part->part.find(relationship);
  if (!target || target->external || !reader.package.has(target->target)) {
    reader.not_drawn("picture");
    return std::nullopt;
  }
  const auto [found, added] = reader.images.try_emplace(
      target->target, static_cast<std::uint32_t>(reader.document.images.size()));
  if (added)
    reader.document.images.push_back(
        {target->target,
         fill::drawable_picture(reader.package.part(target->target), reader.limits)});
  return found->second;
}

std::uint32_t add_drawing(Reader& reader, Drawing drawing) {
  reader.document.drawings.push_back(std::move(drawing));
  return static_cast<std::uint32_t>(reader.document.drawings.size() - 1);
}

void read_drawing(InlineWriter& out, xml_node element, document::FormatIndex format) {
  auto& reader = out.reader;
  if (out.drops()) return;
  if (reader.depth >= deepest_nesting) return reader.not_drawn("drawing nested too deeply");
  ++reader.depth;
  if (is(element, "w:drawing")) {
    for (const auto& child : element.children())
      if (is(child, "wp:inline") || is(child, "wp:anchor")) read_placed(out, child, format);
  } else {
    for (auto& drawing : read_vml(reader, element))
      out.item(document::DrawingReference{add_drawing(reader, std::move(drawing)), format});
  }
  --reader.depth;
}

} // namespace saraban::docx
