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

std::optional<Drawing> read_first_drawing(Reader& reader, xml_node element) {
  if (is(element, "w:pict")) {
    auto drawings = read_vml(reader, element);
    if (drawings.empty()) return std::nullopt;
    return std::move(drawings.front());
  }
  const auto placed = element.first_child();
  const auto outer = placed.child("wp:extent");
  const Size size{extent(outer, "cx"), extent(outer, "cy")};
  auto drawing =
      read_graphic(reader, placed.child("a:graphic").child("a:graphicData").first_child(), size);
  if (drawing) drawing->size = size;
  return drawing;
}

constexpr int widest_bullet = 20; ///< Times its height.

/// Word keeps a bullet's proportions, whatever size its picture says.
void fit_bullet(Drawing& bullet, Length height) {
  const Size said = bullet.size;
  const bool has_size = said.width > Length{} && said.height > Length{};
  const Length width = has_size ? height.scaled(said.width.emu, said.height.emu) : height;
  bullet.size = {std::min(width, height * widest_bullet), height};
  bullet.anchor.reset();
  bullet.decorative = true;
}

} // namespace

std::optional<std::uint32_t> read_bullet_picture(Reader& reader, int id, Length text_size) {
  const auto element = reader.shared.lists.pictures.find(id);
  if (element == reader.shared.lists.pictures.end()) return std::nullopt;
  const auto [found, added] = reader.bullets.try_emplace({id, text_size.emu});
  if (!added) return found->second;
  OpenPart numbering;
  numbering.part = reader.shared.numbering;
  auto* const outer = reader.part;
  reader.part = &numbering;
  auto drawing = read_first_drawing(reader, element->second);
  reader.part = outer;
  if (!drawing) return std::nullopt;
  fit_bullet(*drawing, text_size);
  found->second = add_drawing(reader, std::move(*drawing));
  return found->second;
}

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
