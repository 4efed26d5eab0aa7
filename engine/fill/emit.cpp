// The tree of a part, with its markers, to program text.
#include "fill/emit.h"
#include "fill/write_text.h"

#include <algorithm>

namespace saraban::fill {
namespace {

bool holds_tag(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos;
}

} // namespace

Emitter::Emitter(const EmitSource& source, Diagnostics& diagnostics)
    : source_(source), diagnostics_(diagnostics) {}

Nodes Emitter::document(pugi::xml_node root) {
  Nodes nodes = inside([&] {
    for (pugi::xml_node child : root.children()) node(child);
  });
  return nodes;
}

Nodes Emitter::body(pugi::xml_node container) {
  ++repeating_;
  Nodes nodes = inside([&] { children(container); });
  --repeating_;
  return nodes;
}

void Emitter::flush() {
  if (text_.empty()) return;
  nodes_.push_back({Static{std::move(text_)}});
  text_.clear();
}

void Emitter::add(Node node) {
  flush();
  nodes_.push_back(std::move(node));
}

Nodes Emitter::inside(const std::function<void()>& body) {
  Nodes nodes;
  std::string text;
  std::swap(nodes, nodes_), std::swap(text, text_);
  body();
  flush();
  std::swap(nodes, nodes_), std::swap(text, text_);
  return nodes;
}

void Emitter::node(pugi::xml_node node) {
  switch (node.type()) {
  case pugi::node_element:
    return element(node);
  case pugi::node_pcdata:
    return characters(node);
  case pugi::node_cdata:
    return escape_xml(node.value(), text_);
  case pugi::node_pi:
    text_ += std::string("<?") + node.name() + " " + node.value() + "?>";
    return;
  default:
    return; // Comments and declarations have no meaning here.
  }
}

void Emitter::characters(pugi::xml_node node) {
  const std::string_view text = node.value();
  if (repeating_ > 0 && naming_bookmark(node.parent(), text)) return;
  if (!holds_tag(text) || source_.markup.kind(node.parent()) != ElementKind::other)
    return escape_xml(text, text_);
  for (Node& n : emit_plain(text, source_.part, diagnostics_)) add(std::move(n));
}

/// False where it names none, and nothing is written.
bool Emitter::naming_bookmark(pugi::xml_node holder, std::string_view text) {
  const std::string_view name = source_.markup.bookmark_named(holder, text);
  if (name.empty() || holds_tag(text)) return false;
  const auto at = static_cast<std::size_t>(name.data() - text.data());
  escape_attribute(text.substr(0, at), text_);
  add({Id{IdKind::bookmark_reference, std::string(name)}});
  escape_attribute(text.substr(at + name.size()), text_);
  return true;
}

void Emitter::element(pugi::xml_node node) {
  switch (source_.markup.kind(node)) {
  case ElementKind::noise:
    return;
  case ElementKind::paragraph:
    return paragraph(node);
  case ElementKind::list:
    return guarded(node, Guard::Rule::drop_when_missing, ElementKind::item);
  case ElementKind::item:
    return guarded(node, Guard::Rule::drop_when_missing, ElementKind::paragraph);
  case ElementKind::table:
    return table(node);
  case ElementKind::row:
    return guarded(node, Guard::Rule::drop_when_missing, ElementKind::cell);
  case ElementKind::cell:
  case ElementKind::story:
    return needing_paragraph(node);
  default:
    return whole(node);
  }
}

void Emitter::whole(pugi::xml_node node) {
  start(node);
  if (!node.first_child()) return;
  children(node);
  end(node);
}

void Emitter::start(pugi::xml_node node) {
  text_ += '<';
  text_ += node.name();
  const auto goes_on = going_on_.find(node);
  const bool is_list = goes_on != going_on_.end();
  std::string own_id;
  for (pugi::xml_attribute a : node.attributes())
    if (is_list && source_.markup.id(node, a) == IdKind::element)
      own_id = a.value();
    else
      attribute(node, a);
  if (is_list) add({ContinuedList{goes_on->second, own_id.empty() ? goes_on->second : own_id}});
  text_ += node.first_child() ? ">" : "/>";
}

void Emitter::end(pugi::xml_node node) {
  text_ += "</";
  text_ += node.name();
  text_ += '>';
}

void Emitter::attribute(pugi::xml_node node, pugi::xml_attribute attribute) {
  const IdKind id = source_.markup.id(node, attribute);
  if (id == IdKind::internal || (id == IdKind::superfluous && repeating_ > 0)) return;
  text_ += ' ';
  text_ += attribute.name();
  text_ += "=\"";
  const std::string_view value = attribute.value();
  const auto link =
      id == IdKind::link ? source_.links.find(std::string(value)) : source_.links.end();
  const bool listed = id == IdKind::list && value != std::string_view("0") &&
                      (source_.included || is_restarting(value));
  const bool refers = id == IdKind::link || id == IdKind::relation;
  const bool repeated = repeating_ > 0 && id != IdKind::none && id != IdKind::list && !refers &&
                        id != IdKind::superfluous;
  if (link != source_.links.end())
    add({LinkTarget{emit_plain(link->second, source_.part, diagnostics_)}});
  else if (refers && source_.included)
    add({ForeignRelation{std::string(value)}});
  else if (listed || repeated)
    add({Id{id, std::string(value)}});
  else if (repeating_ > 0 && naming_bookmark(node, value))
    ; // written
  else if (holds_tag(value))
    for (Node& n : emit_plain(value, source_.part, diagnostics_)) add(std::move(n));
  else
    escape_attribute(value, text_);
  text_ += '"';
}

bool Emitter::is_restarting(std::string_view list) const {
  return std::find(restarting_.begin(), restarting_.end(), list) != restarting_.end();
}

void Emitter::children(pugi::xml_node parent) {
  range(parent.first_child(), {});
}

void Emitter::range(pugi::xml_node first, pugi::xml_node stop) {
  for (pugi::xml_node child = first; child && child != stop;) {
    if (std::string_view(child.name()) == filler_name) {
      child = child.next_sibling();
      continue;
    }
    const auto tag = tag_of(child, source_.tags);
    if (!tag)
      node(child), child = child.next_sibling();
    else
      child = marker(*tag, child, stop);
  }
}

pugi::xml_node Emitter::marker(std::size_t index, pugi::xml_node node, pugi::xml_node stop) {
  const PlacedTag& tag = source_.tags.tags[index];
  if (tag.kind == language::TagKind::output) add({Slot{tag.value, tag.form}});
  if (!tag.statement) return node.next_sibling();
  if (tag.role == TagRole::single) {
    single(tag, node);
    return node.next_sibling();
  }
  if (tag.role != TagRole::open || !source_.tags.groups[tag.group].usable)
    return node.next_sibling();
  return block(source_.tags.groups[tag.group], tag, stop);
}

void Emitter::single(const PlacedTag& tag, pugi::xml_node node) {
  if (const auto* set = std::get_if<language::Set>(&*tag.statement)) add({Assign{*set, {}}});
  if (const auto* include = std::get_if<language::Include>(&*tag.statement))
    add({IncludeBlock{
        *include, tag.form,
        static_cast<bool>(ancestor_of_kind(source_.markup, node, ElementKind::paragraph))}});
  if (const auto* action = std::get_if<language::Do>(&*tag.statement)) add({Action{*action}});
}

/// The markers of a block must be siblings in order: else it crosses another block's bounds.
bool Emitter::is_sound(const TagGroup& group, pugi::xml_node stop) {
  pugi::xml_node at = source_.tags.tags[group.tags.front()].marker;
  for (std::size_t i = 1; i < group.tags.size(); ++i) {
    const pugi::xml_node next = source_.tags.tags[group.tags[i]].marker;
    while (at && at != next && at != stop) at = at.next_sibling();
    if (at != next) return false;
  }
  return true;
}

pugi::xml_node Emitter::block(const TagGroup& group, const PlacedTag& opening,
                              pugi::xml_node stop) {
  if (!is_sound(group, stop)) {
    if (!opening.fallback)
      diagnostics_.error("blocks-overlap", *opening.where,
                         {{"name", std::string(word_of(*opening.statement))}});
    return opening.marker.next_sibling();
  }
  std::vector<Nodes> bodies;
  const Repeat repeat = enter(group, opening);
  for (std::size_t i = 0; i + 1 < group.tags.size(); ++i)
    bodies.push_back(inside([&] {
      range(source_.tags.tags[group.tags[i]].marker.next_sibling(),
            source_.tags.tags[group.tags[i + 1]].marker);
    }));
  leave(repeat);
  if (auto made = block_node(source_.tags, group, std::move(bodies))) {
    if (auto* loop = std::get_if<Loop>(&made->content)) loop->restarting = repeat.restarting;
    add(std::move(*made));
  }
  return source_.tags.tags[group.tags.back()].marker.next_sibling();
}

Nodes emit(const EmitSource& source, pugi::xml_node root, Diagnostics& diagnostics) {
  return Emitter(source, diagnostics).document(root);
}

Nodes emit_body(const EmitSource& source, pugi::xml_node container, Diagnostics& diagnostics) {
  return Emitter(source, diagnostics).body(container);
}

} // namespace saraban::fill
