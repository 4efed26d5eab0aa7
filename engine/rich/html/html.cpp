// HTML: elements to blocks and marks (HTML standard, 15.3: how they are shown).
#include "base/failure.h"
#include "rich/html/declarations.h"
#include "rich/html/readers.h"
#include "rich/html/walk.h"

#include <algorithm>
#include <charconv>

namespace saraban::rich::html {
namespace {

constexpr int deepest = 100; ///< What is nested deeper is not read.

bool is_ignored(GumboTag tag) {
  switch (tag) {
  case GUMBO_TAG_SCRIPT:
  case GUMBO_TAG_STYLE:
  case GUMBO_TAG_HEAD:
  case GUMBO_TAG_TITLE:
  case GUMBO_TAG_TEMPLATE:
  case GUMBO_TAG_IFRAME:
  case GUMBO_TAG_OBJECT:
  case GUMBO_TAG_EMBED:
  case GUMBO_TAG_SELECT:
  case GUMBO_TAG_TEXTAREA:
  case GUMBO_TAG_SVG:
  case GUMBO_TAG_MATH:
  case GUMBO_TAG_VIDEO:
  case GUMBO_TAG_AUDIO:
  case GUMBO_TAG_CANVAS:
    return true;
  default:
    return false;
  }
}

bool is_block(GumboTag tag) {
  switch (tag) {
  case GUMBO_TAG_P:
  case GUMBO_TAG_DIV:
  case GUMBO_TAG_SECTION:
  case GUMBO_TAG_ARTICLE:
  case GUMBO_TAG_ASIDE:
  case GUMBO_TAG_HEADER:
  case GUMBO_TAG_FOOTER:
  case GUMBO_TAG_MAIN:
  case GUMBO_TAG_NAV:
  case GUMBO_TAG_ADDRESS:
  case GUMBO_TAG_FIGURE:
  case GUMBO_TAG_FIGCAPTION:
  case GUMBO_TAG_CENTER:
  case GUMBO_TAG_BLOCKQUOTE:
  case GUMBO_TAG_PRE:
  case GUMBO_TAG_H1:
  case GUMBO_TAG_H2:
  case GUMBO_TAG_H3:
  case GUMBO_TAG_H4:
  case GUMBO_TAG_H5:
  case GUMBO_TAG_H6:
  case GUMBO_TAG_DL:
  case GUMBO_TAG_DT:
  case GUMBO_TAG_DD:
  case GUMBO_TAG_FORM:
  case GUMBO_TAG_FIELDSET:
  case GUMBO_TAG_LI:
    return true;
  default:
    return false;
  }
}

void mark_by_tag(GumboTag tag, Marks& marks) {
  switch (tag) {
  case GUMBO_TAG_B:
  case GUMBO_TAG_STRONG:
  case GUMBO_TAG_DT:
    marks.bold = true;
    break;
  case GUMBO_TAG_I:
  case GUMBO_TAG_EM:
  case GUMBO_TAG_CITE:
  case GUMBO_TAG_DFN:
  case GUMBO_TAG_VAR:
    marks.italic = true;
    break;
  case GUMBO_TAG_U:
  case GUMBO_TAG_INS:
    marks.underline = true;
    break;
  case GUMBO_TAG_S:
  case GUMBO_TAG_STRIKE:
  case GUMBO_TAG_DEL:
    marks.strike = true;
    break;
  case GUMBO_TAG_CODE:
  case GUMBO_TAG_KBD:
  case GUMBO_TAG_SAMP:
  case GUMBO_TAG_TT:
    marks.code = true;
    break;
  case GUMBO_TAG_SUP:
    marks.superscript = true;
    break;
  case GUMBO_TAG_SUB:
    marks.subscript = true;
    break;
  case GUMBO_TAG_MARK:
    marks.highlight = "FFFF00";
    break;
  default:
    break;
  }
}

void shape_by_tag(GumboTag tag, State& state) {
  switch (tag) {
  case GUMBO_TAG_H1:
  case GUMBO_TAG_H2:
  case GUMBO_TAG_H3:
  case GUMBO_TAG_H4:
  case GUMBO_TAG_H5:
  case GUMBO_TAG_H6:
    state.kind = Paragraph::Kind::heading;
    state.level = 1 + static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1);
    break;
  case GUMBO_TAG_BLOCKQUOTE:
  case GUMBO_TAG_DD:
    state.level = state.kind == Paragraph::Kind::quote ? state.level + 1 : 1;
    state.kind = Paragraph::Kind::quote;
    break;
  case GUMBO_TAG_PRE:
    state.kind = Paragraph::Kind::code;
    state.keeps_space = state.marks.code = true;
    break;
  case GUMBO_TAG_CENTER:
    state.alignment = Alignment::center;
    break;
  default:
    break;
  }
}

bool leads_somewhere_safe(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://", "mailto:", "tel:", "ftp://", "#"})
    if (target.starts_with(scheme)) return true;
  return target.find(':') == std::string_view::npos && !target.empty();
}

Picture picture_of(const GumboElement& element) {
  Picture picture;
  picture.source = attribute(element, "src");
  picture.description = attribute(element, "alt");
  const std::string_view style = attribute(element, "style");
  for (const std::string_view width : {attribute(element, "width"), declared(style, "width")})
    if (const auto length = length_of(width)) picture.width = length;
  for (const std::string_view height : {attribute(element, "height"), declared(style, "height")})
    if (const auto length = length_of(height)) picture.height = length;
  return picture;
}

List::Kind list_kind(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_OL) return List::Kind::bullets;
  const std::string_view type = attribute(element, "type");
  return type == "a"   ? List::Kind::lower_letters
         : type == "A" ? List::Kind::upper_letters
         : type == "i" ? List::Kind::lower_roman
         : type == "I" ? List::Kind::upper_roman
                       : List::Kind::numbers;
}

/// What stands in a list beside its items goes into the item before it.
List read_list(const GumboElement& element, const State& state) {
  List list;
  list.kind = list_kind(element);
  const std::string_view start = attribute(element, "start");
  std::from_chars(start.data(), start.data() + start.size(), list.start);
  list.start = std::clamp(list.start, 0, 30'000);
  for (unsigned i = 0; i < element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    Flow item;
    State inside = state_inside(child->v.element, state);
    inside.depth += 1;
    const GumboTag tag = child->v.element.tag;
    if ((tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) && inside.depth < deepest)
      item.block({read_list(child->v.element, inside)});
    else
      walk_children(child->v.element, inside, item);
    Blocks blocks = item.take();
    if (tag == GUMBO_TAG_LI || list.items.empty())
      list.items.push_back(std::move(blocks));
    else
      std::move(blocks.begin(), blocks.end(), std::back_inserter(list.items.back()));
  }
  return list;
}

bool breaks_page(const GumboElement& element, std::string_view side) {
  const std::string_view style = attribute(element, "style");
  const std::string old = "page-break-" + std::string(side), now = "break-" + std::string(side);
  return declared(style, old) == "always" || declared(style, now) == "page";
}

void walk_block(const GumboElement& element, const State& state, Flow& flow) {
  flow.end_paragraph();
  if (breaks_page(element, "before")) flow.block({PageBreak{}});
  walk_children(element, state, flow);
  flow.end_paragraph();
  if (breaks_page(element, "after")) flow.block({PageBreak{}});
}

void walk_table(const GumboElement& element, const State& state, Flow& flow) {
  Flow caption;
  Table table = read_table(element, state, caption);
  for (Block& block : caption.take()) flow.block(std::move(block));
  if (!table.rows.empty()) flow.block({std::move(table)});
}

void walk_element(const GumboElement& element, const State& around, Flow& flow) {
  if (is_ignored(element.tag)) return;
  State state = state_inside(element, around);
  switch (element.tag) {
  case GUMBO_TAG_BR:
    return flow.line_break(around);
  case GUMBO_TAG_HR:
    return flow.block({Rule{}});
  case GUMBO_TAG_IMG:
    return flow.picture(picture_of(element), state);
  case GUMBO_TAG_INPUT:
    if (attribute(element, "type") == "checkbox")
      flow.text(gumbo_get_attribute(&element.attributes, "checked") ? "\u2611 " : "\u2610 ", state);
    return;
  case GUMBO_TAG_UL:
  case GUMBO_TAG_OL:
    return flow.block({read_list(element, state)});
  case GUMBO_TAG_TABLE:
    return walk_table(element, state, flow);
  default:
    return is_block(element.tag) ? walk_block(element, state, flow)
                                 : walk_children(element, state, flow);
  }
}

} // namespace

State state_inside(const GumboElement& element, State state) {
  ++state.depth;
  mark_by_tag(element.tag, state.marks);
  shape_by_tag(element.tag, state);
  if (const std::string_view align = attribute(element, "align"); !align.empty())
    state.alignment = alignment_of(align);
  if (element.tag == GUMBO_TAG_FONT) {
    if (std::string color = color_of(attribute(element, "color")); !color.empty())
      state.marks.color = std::move(color);
    if (const std::string_view face = attribute(element, "face"); !face.empty())
      state.marks.font = face.substr(0, face.find(','));
  }
  if (element.tag == GUMBO_TAG_A)
    if (const std::string_view target = attribute(element, "href"); leads_somewhere_safe(target))
      state.link = target;
  follow_style(attribute(element, "style"), state);
  return state;
}

void walk_children(const GumboElement& element, const State& state, Flow& flow) {
  if (state.depth > deepest) return;
  for (unsigned i = 0; i < element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
    if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE ||
        child->type == GUMBO_NODE_CDATA)
      flow.text(child->v.text.text, state);
    else if (child->type == GUMBO_NODE_ELEMENT)
      walk_element(child->v.element, state, flow);
  }
}

Blocks read_html(std::string_view source, const Location& where) {
  if (source.size() > most_bytes)
    throw Failure(Fault::input, "limit-rich-text", where, {{"limit", std::to_string(most_bytes)}});
  Arena arena;
  const GumboNode* root = parse(source, arena);
  if (!root)
    throw Failure(Fault::input, "limit-rich-text", where, {{"limit", std::to_string(most_bytes)}});
  Flow flow;
  walk_children(root->v.element, {}, flow);
  return flow.take();
}

} // namespace saraban::rich::html
