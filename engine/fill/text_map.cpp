// Joining the text of a paragraph's runs; cutting elements in two.
#include "fill/text_map.h"

namespace saraban::fill {
namespace {

void collect(const Markup& markup, pugi::xml_node parent, TextMap& map) {
  for (pugi::xml_node child : parent.children()) {
    switch (markup.kind(child)) {
    case ElementKind::text: {
      const std::size_t begin = map.text.size();
      map.text += child.type() == pugi::node_element ? child.text().get() : child.value();
      map.leaves.push_back({child, begin, map.text.size(), true});
      break;
    }
    case ElementKind::character: {
      const std::size_t begin = map.text.size();
      map.text += markup.character(child);
      map.leaves.push_back({child, begin, map.text.size(), false});
      break;
    }
    case ElementKind::run:
    case ElementKind::group:
      collect(markup, child, map);
      break;
    default:
      break;
    }
  }
}

/// Nothing but properties is left in it.
bool is_hollow(const Markup& markup, pugi::xml_node node) {
  for (pugi::xml_node child : node.children()) {
    const ElementKind kind = markup.kind(child);
    if (kind == ElementKind::properties || kind == ElementKind::noise) continue;
    const bool holds_blocks =
        kind == ElementKind::group || kind == ElementKind::list || kind == ElementKind::item;
    if (holds_blocks && is_hollow(markup, child)) continue;
    return false;
  }
  return true;
}

} // namespace

TextMap map_text(const Markup& markup, pugi::xml_node paragraph) {
  TextMap map;
  collect(markup, paragraph, map);
  return map;
}

std::string_view leaf_text(const Leaf& leaf) {
  return leaf.node.type() == pugi::node_element ? leaf.node.text().get() : leaf.node.value();
}

void set_leaf_text(pugi::xml_node leaf, const std::string& text) {
  if (leaf.type() != pugi::node_element) {
    leaf.set_value(text.c_str());
    return;
  }
  leaf.text().set(text.c_str());
  if (!leaf.attribute("xml:space")) leaf.append_attribute("xml:space") = "preserve";
}

void lift(const Markup& markup, pugi::xml_node node) {
  pugi::xml_node parent = node.parent();
  pugi::xml_node grandparent = parent.parent();
  pugi::xml_node second = grandparent.insert_child_after(parent.name(), parent);
  for (pugi::xml_attribute a : parent.attributes())
    if (markup.id(parent, a) != IdKind::element) second.append_copy(a);
  for (pugi::xml_node child : parent.children())
    if (markup.kind(child) == ElementKind::properties) second.append_copy(child);
  while (pugi::xml_node next = node.next_sibling()) second.append_move(next);
  grandparent.insert_move_after(node, parent);
  const bool second_stays = markup.keeps_place(second);
  if (second_stays) markup.give_up_place(parent);
  if (is_hollow(markup, second) && !second_stays) grandparent.remove_child(second);
  if (is_hollow(markup, parent)) grandparent.remove_child(parent);
}

void lift_to(const Markup& markup, pugi::xml_node node, pugi::xml_node ancestor) {
  while (node.parent() && node.parent() != ancestor) lift(markup, node);
}

} // namespace saraban::fill
