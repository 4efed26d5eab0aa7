// Cutting a paragraph where layout ended a page.
#include "odt/markup/page_break.h"

#include "fill/text_map.h"
#include "fill/write_text.h"
#include "odt/markup/automatic_styles.h"
#include "odt/markup/markup.h"
#include "odt/markup/markup_parts.h"
#include "odt/markup/text_place.h"
#include "odt/part/elements.h"

#include <fmt/format.h>
#include <string>

namespace saraban::odt {
namespace {

using pugi::xml_node;

/// An automatic style like a paragraph's, changed, and given to it.
class Restyled {
public:
  explicit Restyled(xml_node paragraph)
      : paragraph_(paragraph), styles_(styles_of(paragraph)),
        style_(
            derived(made_, styles_, "paragraph", paragraph.attribute("text:style-name").value())),
        properties_(paragraph_properties_of(style_)) {}

  void set(const char* name, const char* value) { set_property(properties_, name, value); }
  void drop(const char* name) { properties_.remove_attribute(name); }
  void drop_children() { properties_.remove_children(); }
  void set_margin(const char* name, const char* value) {
    if (const std::string all = properties_.attribute("fo:margin").value(); !all.empty()) {
      drop("fo:margin");
      for (const char* side :
           {"fo:margin-left", "fo:margin-right", "fo:margin-top", "fo:margin-bottom"})
        if (!properties_.attribute(side)) set(side, all.c_str());
    }
    set(name, value);
  }
  /// The page that it began is begun already.
  void begin_no_page() {
    style_.remove_attribute("style:master-page-name");
    drop("style:page-number");
  }
  void apply() {
    const std::string name = name_of_style(styles_, style_);
    xml_node paragraph = paragraph_;
    paragraph.remove_attribute("text:cond-style-name");
    set_property(paragraph, "text:style-name", name.c_str());
  }

private:
  xml_node paragraph_, styles_;
  pugi::xml_document made_;
  xml_node style_, properties_;
};

/// The place just before the marker's sibling, between blocks.
xml_node marker_at(const TextPlace& place) {
  xml_node parent = place.node.parent();
  xml_node marker = parent.insert_child_before("saraban-break", place.node);
  if (place.byte == 0) return marker;
  const std::string text = place.node.value();
  parent.insert_child_before(pugi::node_pcdata, marker)
      .set_value(text.substr(0, place.byte).c_str());
  xml_node rest = place.node;
  rest.set_value(text.substr(place.byte).c_str());
  return marker;
}

/// Text goes on beneath a heading as a paragraph: it has no number.
void become_paragraph(xml_node heading) {
  heading.set_name("text:p");
  for (const char* name :
       {"text:outline-level", "text:restart-numbering", "text:start-value", "text:is-list-header"})
    heading.remove_attribute(name);
}

void end_first_half(xml_node paragraph, const document::ParagraphFormat* format) {
  Restyled style(paragraph);
  style.drop("fo:break-after");
  style.set_margin("fo:margin-bottom", "0cm");
  // Its last line is stretched, for the text goes on.
  if (format && format->alignment == document::Alignment::justify)
    style.set("fo:text-align-last", "justify");
  style.apply();
}

/// Without label, its lines all beginning where its second line did.
void begin_second_half(xml_node next, const document::ParagraphFormat* format) {
  const bool heading = is(next, "text:h"), numbered = is(next.parent(), "text:numbered-paragraph");
  // With an indent of its own a paragraph keeps none of its list's in LibreOffice.
  const bool listed = heading || numbered || is(next.parent(), "text:list-item") ||
                      is(next.parent(), "text:list-header");
  if (heading) become_paragraph(next);
  if (numbered) next.parent().parent().insert_move_after(next, next.parent());
  Restyled style(next);
  style.begin_no_page();
  style.set_margin("fo:text-indent", "0cm");
  style.set("style:auto-text-indent", "false");
  if (listed && format)
    style.set_margin(
        "fo:margin-left",
        fmt::format("{:.3f}cm", static_cast<double>(format->indent_start.emu) / 360'000).c_str());
  style.apply();
}

/// The paragraph that begins the next page; the same one when it begins with it.
xml_node cut(xml_node paragraph, const TextPlace& place, const document::ParagraphFormat* format) {
  xml_node marker = marker_at(place);
  fill::lift_to(markup(), marker, paragraph.parent());
  xml_node next = marker.next_sibling();
  const bool is_cut = marker.previous_sibling() == paragraph;
  marker.parent().remove_child(marker);
  if (!is_cut || !next) return next;
  end_first_half(paragraph, format);
  begin_second_half(next, format);
  return next;
}

xml_node previous_element(xml_node node) {
  do node = node.previous_sibling();
  while (node && node.type() != pugi::node_element);
  return node;
}

/// A new paragraph before `next`, in a place where it takes no list label from it: after what an
/// item holds, else before the list.
xml_node insert_before(xml_node next) {
  for (xml_node node = next;;) {
    xml_node parent = node.parent();
    if (is(parent, "text:numbered-paragraph")) {
      node = parent;
      continue;
    }
    const bool item = is(parent, "text:list-item") || is(parent, "text:list-header");
    if (!item || previous_element(node)) return parent.insert_child_before("text:p", node);
    if (xml_node before = previous_element(parent)) return before.append_child("text:p");
    node = parent.parent();
  }
}

/// What holds the first characters of the text that goes on.
xml_node first_holder(xml_node parent) {
  for (xml_node child : parent.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) return parent;
    if (!holds_text(child)) continue;
    if (xml_node inner = first_holder(child)) return inner;
  }
  return {};
}

void write_catchword(const fill::Facts& facts, xml_node next, const std::string& words) {
  const xml_node holder = first_holder(next);
  const fill::TextForm form = text_form(facts, holder ? holder : next);
  xml_node paragraph = insert_before(next);
  if (const pugi::xml_attribute like = next.attribute("text:style-name"))
    paragraph.append_copy(like);
  Restyled style(paragraph);
  style.begin_no_page();
  style.drop_children();
  for (const char* name :
       {"fo:break-after", "fo:border", "fo:border-top", "fo:border-bottom", "fo:border-left",
        "fo:border-right", "fo:padding", "fo:padding-top", "fo:padding-bottom", "fo:padding-left",
        "fo:padding-right", "style:shadow", "fo:text-align-last"})
    style.drop(name);
  style.set("fo:break-before", "auto");
  style.set("fo:keep-with-next", "auto");
  style.set("fo:text-align", "end");
  style.set("style:auto-text-indent", "false");
  for (const char* name :
       {"fo:margin-top", "fo:margin-bottom", "fo:margin-left", "fo:margin-right", "fo:text-indent"})
    style.set_margin(name, "0cm");
  style.apply();
  std::string runs;
  fill::write_text(words, form, runs);
  paragraph.append_buffer(runs.data(), runs.size(),
                          pugi::parse_fragment | pugi::parse_escapes | pugi::parse_ws_pcdata);
}

} // namespace

void break_page(const fill::Facts& facts, xml_node paragraph, const document::PageStart& start,
                const document::ParagraphFormat* format) {
  xml_node next = paragraph;
  if (start.offset > 0) {
    const auto place = text_place(paragraph, start.offset);
    if (!place) return;
    next = cut(paragraph, *place, format);
    if (!next) return;
  }
  if (!start.catchword.empty()) write_catchword(facts, next, start.catchword);
  Restyled style(next);
  style.begin_no_page();
  style.set("fo:break-before", "page");
  style.set_margin("fo:margin-top", "0cm");
  style.apply();
}

} // namespace saraban::odt
