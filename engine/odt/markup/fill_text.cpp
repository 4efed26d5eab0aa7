// White space of paragraphs that hold tags (ODF 1.3 Part 3, 6.1.2), and what else is put straight
// before tags are looked for.
#include "fill/tags.h"
#include "odt/markup/markup_parts.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using fill::ElementKind;

constexpr std::string_view white_space = " \t\r\n";

/// The characters of a paragraph and what stands between them, in order; no text boxes, no notes.
void collect(pugi::xml_node parent, std::vector<pugi::xml_node>& items) {
  for (pugi::xml_node child : parent.children()) {
    const ElementKind kind = kind_of(child);
    if (kind == ElementKind::run || kind == ElementKind::group)
      collect(child, items);
    else if (kind != ElementKind::noise && kind != ElementKind::mark)
      items.push_back(child);
  }
}

bool is_text(pugi::xml_node node) {
  return node.type() != pugi::node_element;
}

/// `text` with one space for each stretch of white space, none where `after_space`, which then says
/// whether it ends in one.
std::string collapsed(std::string_view text, bool& after_space) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    const bool space = white_space.find(c) != white_space.npos;
    if (!space || !after_space) result += space ? ' ' : c;
    after_space = space;
  }
  return result;
}

void set_text(pugi::xml_node leaf, const std::string& text) {
  if (text.empty())
    leaf.parent().remove_child(leaf);
  else if (text != leaf.value())
    leaf.set_value(text.c_str());
}

void collapse(pugi::xml_node paragraph) {
  std::vector<pugi::xml_node> items;
  collect(paragraph, items);
  bool after_space = true;
  std::vector<std::string> texts(items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    if (is_text(items[i]))
      texts[i] = collapsed(items[i].value(), after_space);
    else
      after_space = false;
  for (std::size_t i = items.size(); i-- > 0 && is_text(items[i]);) {
    while (texts[i].ends_with(' ')) texts[i].pop_back();
    if (!texts[i].empty()) break;
  }
  for (std::size_t i = 0; i < items.size(); ++i)
    if (is_text(items[i])) set_text(items[i], texts[i]);
}

bool has_braces(pugi::xml_node paragraph) {
  std::vector<pugi::xml_node> items;
  collect(paragraph, items);
  return std::any_of(items.begin(), items.end(), [](pugi::xml_node item) {
    return is_text(item) && std::string_view(item.value()).find('{') != std::string_view::npos;
  });
}

/// Paragraphs end with an end tag always, so that what was written can be told by it.
void prepare_paragraph(pugi::xml_node paragraph) {
  if (!paragraph.first_child())
    paragraph.append_child(pugi::node_pcdata);
  else if (has_braces(paragraph))
    collapse(paragraph);
}

bool holds_braces(pugi::xml_node parent) {
  for (pugi::xml_node child : parent.children())
    if (std::string_view(child.value()).find('{') != std::string_view::npos || holds_braces(child))
      return true;
  return false;
}

void prepare_below(pugi::xml_node parent) {
  for (pugi::xml_node child : parent.children()) {
    const ElementKind kind = kind_of(child);
    if (kind == ElementKind::paragraph) prepare_paragraph(child);
    if (kind == ElementKind::deleted) continue;
    // One row with tags is one row: the same text in several would be of no use.
    if (kind == ElementKind::row && child.attribute("table:number-rows-repeated") &&
        holds_braces(child))
      child.remove_attribute("table:number-rows-repeated");
    prepare_below(child);
  }
}

/// Tracked changes stand between paragraphs as well.
bool is_mark_of_text(pugi::xml_node mark) {
  return !std::string_view(mark.name()).starts_with("text:change");
}

void insert_space(pugi::xml_node leaf, bool before) {
  pugi::xml_node parent = leaf.parent();
  before ? parent.insert_child_before("text:s", leaf) : parent.insert_child_after("text:s", leaf);
}

pugi::xml_node sibling_paragraph(pugi::xml_node node, bool after) {
  do node = after ? node.next_sibling() : node.previous_sibling();
  while (node && kind_of(node) != ElementKind::paragraph);
  return node;
}

/// Bookmarks stand in paragraphs alone: a start in the next one, an end in the one before.
void move_mark(pugi::xml_node mark) {
  const bool ends = std::string_view(mark.name()).ends_with("-end");
  pugi::xml_node paragraph = sibling_paragraph(mark, !ends);
  const bool next = paragraph ? !ends : ends;
  if (!paragraph) paragraph = sibling_paragraph(mark, ends);
  if (!paragraph)
    mark.parent().remove_child(mark);
  else
    next ? paragraph.prepend_move(mark) : paragraph.append_move(mark);
}

} // namespace

void tidy(pugi::xml_node parent) {
  const bool in_text = holds_text(parent);
  if (kind_of(parent) == ElementKind::row) number_columns(parent);
  for (pugi::xml_node child = parent.first_child(), next; child; child = next) {
    next = child.next_sibling();
    const ElementKind kind = kind_of(child);
    if (kind == ElementKind::deleted || child.type() != pugi::node_element) continue;
    if (kind == ElementKind::mark && !in_text && is_mark_of_text(child))
      move_mark(child);
    else
      tidy(child);
  }
}

void prepare(const fill::Facts&, pugi::xml_node root, FormMode) {
  bind_placeholders(root);
  prepare_below(root);
  name_lists(root);
}

void settle(pugi::xml_node paragraph) {
  std::vector<pugi::xml_node> items;
  collect(paragraph, items);
  const auto is_marker = [&](std::size_t i) {
    return i >= items.size() || std::string_view(items[i].name()) == fill::marker_name;
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!is_text(items[i])) continue;
    std::string text = items[i].value();
    if (text.starts_with(' ') && is_marker(i - 1)) {
      insert_space(items[i], true);
      text.erase(0, 1);
    }
    if (text.ends_with(' ') && is_marker(i + 1)) {
      insert_space(items[i], false);
      text.pop_back();
    }
    set_text(items[i], text);
  }
}

} // namespace saraban::odt
