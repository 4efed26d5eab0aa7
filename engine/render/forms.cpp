// Widgets: where they are, how they look, the fonts to type with.
#include "render/forms.h"

#include "render/fonts.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::render {
namespace {

using page::Field;
using page::FieldKind;

bool is_box(const Field& field) {
  return field.kind == FieldKind::check_box || field.kind == FieldKind::radio;
}

std::string box_text(const Box& box) {
  return fmt::format("[{} {} {} {}]", milli_text(box[0]), milli_text(box[1]), milli_text(box[2]),
                     milli_text(box[3]));
}

Box joined(const Box& a, const Box& b) {
  return {std::min(a[0], b[0]), std::min(a[1], b[1]), std::max(a[2], b[2]), std::max(a[3], b[3])};
}

/// "0 g", "1 0 0 rg".
std::string color_operator(Color color) {
  const auto share = [](std::uint8_t part) { return milli_text((part * 2000 + 255) / 510); };
  if (color.red == color.green && color.green == color.blue) return share(color.red) + " g";
  return share(color.red) + " " + share(color.green) + " " + share(color.blue) + " rg";
}

} // namespace

void Forms::begin_page(const page::Page& page, int page_object) {
  page_object_ = page_object;
  widgets_.clear(), extents_.clear();
  if (!interactive()) return;
  for (const page::Item& item : page.items) {
    const auto* part = std::get_if<page::FieldBegin>(&item);
    if (!part || !part->field) continue;
    const Rect& rect = part->rect;
    const auto [known, is_new] =
        extents_.try_emplace(part->field.get(), Extent{rect.x, rect.right(), rect.x, rect.y, 1});
    if (is_new) continue;
    known->second.left = std::min(known->second.left, rect.x);
    known->second.right = std::max(known->second.right, rect.right());
    ++known->second.parts;
  }
}

/// Lines to write on begin behind a label. What is typed must not run over it: the field is as wide
/// as the first line where that is most of a line, else it begins on the second.
bool Forms::begins(const page::FieldBegin& part) const {
  if (!interactive() || !part.field || part.rect.width <= Length{}) return false;
  const Field& field = *part.field;
  if (field.content != page::FieldContent::prompt || !field.after_label) return true;
  const auto known = extents_.find(&field);
  if (known == extents_.end() || known->second.parts < 2) return true;
  const Extent& extent = known->second;
  const bool is_first = part.rect.y == extent.top && part.rect.x == extent.first_left;
  const Length before = extent.first_left - extent.left;
  return !is_first || before * 3 <= extent.right - extent.left;
}

Forms::Widget& Forms::widget_of(const page::FieldBegin& part, const Box& box, Structure& structure,
                                Objects& objects) {
  for (Widget& known : widgets_)
    if (known.field == part.field.get() && box[3] <= known.last_bottom + 1) return known;
  Widget& widget = widgets_.emplace_back();
  widget.field = part.field.get();
  widget.object = objects.reserve();
  widget.page = page_object_;
  widget.structure = structure.field(widget.object);
  widget.box = box;
  return widget;
}

void Forms::add(const page::FieldBegin& part, const Box& box, Drawn drawn, Structure& structure,
                Objects& objects) {
  Widget& widget = widget_of(part, box, structure, objects);
  widget.box = joined(widget.box, box);
  const bool is_narrow = part.field->after_label && widget.parts > 0 &&
                         part.field->content == page::FieldContent::prompt;
  if (is_narrow && extents_.contains(part.field.get())) {
    const Extent& extent = extents_[part.field.get()];
    const Length before = extent.first_left - extent.left;
    if (before > Length{} && before * 3 <= extent.right - extent.left)
      widget.box[0] = std::max(widget.box[0], milli(extent.first_left));
  }
  widget.last_bottom = (box[1] + box[3]) / 2;
  widget.operators += drawn.on_page;
  widget.off += drawn.off;
  ++widget.parts;
}

std::string Forms::appearance(const Widget& widget, const std::string& operators, int resources,
                              Objects& objects) const {
  const std::string content =
      is_box(*widget.field) ? "q\n" + operators + "Q\n" : "/Tx BMC\nq\n" + operators + "Q\nEMC\n";
  const int number =
      objects.add_stream(fmt::format("/Type/XObject/Subtype/Form/BBox{}/Resources {} 0 R",
                                     box_text(widget.box), resources),
                         content);
  return std::to_string(number) + " 0 R";
}

/// A face for whatever is typed: the field's own where it has Thai letters.
std::string Forms::font_of(const Field& field, Objects& objects) {
  constexpr char32_t ko_kai = 0x0E01;
  const auto has_thai = [&](std::uint32_t face) {
    return face < pages_.faces.size() && pages_.faces[face] &&
           pages_.faces[face]->glyph_of(ko_kai) != 0;
  };
  std::uint32_t face = field.face;
  for (std::uint32_t i = 0; !has_thai(face) && i < pages_.faces.size(); ++i)
    if (has_thai(i)) face = i;
  if (face >= pages_.faces.size() || !pages_.faces[face]) return "0 g";
  if (!fonts_.contains(face)) fonts_[face] = Fonts::write_characters(pages_.faces[face], objects);
  return fmt::format("/S{} {} Tf {}", face, milli_text(milli(field.size)),
                     color_operator(field.color));
}

void Forms::write_widget(const Widget& widget, int resources, Objects& objects) {
  const Field& field = *widget.field;
  std::string out = fmt::format("/Type/Annot/Subtype/Widget/Rect{}/F 4/P {} 0 R/BS<</W 0>>",
                                box_text(widget.box), widget.page);
  if (widget.structure >= 0)
    fmt::format_to(std::back_inserter(out), "/StructParent {}", widget.structure);
  if (is_box(field)) {
    const std::string state = tree_.state_of(field);
    const bool on = field.text == "true";
    has_boxes_ = true;
    out += "/DA(/ZaDb 0 Tf 0 g)/MK<</CA(4)>>/AS/" + (on ? state : std::string("Off")) +
           "/AP<</N<</" + state + " " + appearance(widget, widget.operators, resources, objects) +
           "/Off " + appearance(widget, widget.off, resources, objects) + ">>>>";
  } else {
    if (field.alignment != page::FieldAlignment::left)
      out += field.alignment == page::FieldAlignment::center ? "/Q 1" : "/Q 2";
    out += "/MK<<>>/AP<</N " + appearance(widget, widget.operators, resources, objects) + ">>";
  }
  const bool lines = field.kind == FieldKind::multiline || widget.parts > 1 ||
                     field.text.find('\n') != std::string::npos;
  tree_.add({widget.field, widget.object, std::move(out), lines,
             is_box(field) ? std::string() : font_of(field, objects)});
}

std::string Forms::end_page(int resources, Objects& objects) {
  std::string references;
  for (const Widget& widget : widgets_) {
    write_widget(widget, resources, objects);
    fmt::format_to(std::back_inserter(references), "{} 0 R ", widget.object);
  }
  return references;
}

int Forms::write(const FormNotation& notation, Objects& objects) {
  if (tree_.empty()) return 0;
  const std::string fields = tree_.write(objects);
  std::string fonts;
  for (const auto& [face, object] : fonts_)
    fmt::format_to(std::back_inserter(fonts), "/S{} {} 0 R", face, object);
  // Programs that draw boxes anew have their ticks from this standard font.
  if (has_boxes_) fonts += "/ZaDb<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>";
  std::string out = "<</Fields[" + fields + "]/NeedAppearances false";
  if (!fonts.empty()) out += "/DR<</Font<<" + fonts + ">>>>";
  if (!fonts_.empty()) {
    out += fmt::format("/DA(/S{} 0 Tf 0 g)", fonts_.begin()->first);
  }
  // For whoever fills it: what the template's filters would have been told.
  std::string known;
  if (!notation.digits.empty()) known += "/Digits/" + notation.digits;
  if (!notation.era.empty()) known += "/Era/" + notation.era;
  if (!known.empty()) out += "/SRB<<" + known + ">>";
  return objects.add(out + ">>");
}

} // namespace saraban::render
