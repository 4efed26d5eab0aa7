// What repeats with a loop: ids that must differ, and lists that start anew with each pass.
#include "fill/emit.h"

#include <algorithm>

namespace saraban::fill {
namespace {

/// How a list occurs in a loop's body.
struct Use {
  int direct = 0; ///< Paragraphs in the body itself.
  int nested = 0; ///< In loops directly within it.
  int deeper = 0;
  bool opens = false; ///< The body's first paragraph is one of them.
};

class ListSearch {
public:
  ListSearch(const EmitSource& source) : source_(source) {}

  void siblings(pugi::xml_node first, pugi::xml_node stop) {
    for (pugi::xml_node node = first; node && node != stop; node = node.next_sibling()) {
      if (const auto tag = tag_of(node, source_.tags)) step(source_.tags.tags[*tag]);
      const ElementKind kind = source_.markup.kind(node);
      if (kind == ElementKind::paragraph) paragraph(node);
      if (kind == ElementKind::list && source_.markup.kind(node.parent()) != ElementKind::item)
        lists.push_back(node);
      siblings(node.first_child(), {});
    }
  }
  std::vector<pugi::xml_node> lists; ///< As elements, the outermost.
  std::map<std::string, Use> uses;
  std::vector<std::pair<pugi::xml_node, std::string>> paragraphs;

private:
  void step(const PlacedTag& tag) {
    if (!tag.statement || !source_.tags.groups[tag.group].usable) return;
    if (std::holds_alternative<language::For>(*tag.statement)) ++depth_;
    if (std::holds_alternative<language::EndFor>(*tag.statement)) --depth_;
  }
  void paragraph(pugi::xml_node node) {
    const std::string list = source_.markup.list_of(source_.facts, node);
    const bool is_first = !seen_;
    seen_ = true;
    if (list.empty()) return;
    paragraphs.emplace_back(node, list);
    Use& use = uses[list];
    if (is_first) use.opens = true;
    ++(depth_ == 0 ? use.direct : depth_ == 1 ? use.nested : use.deeper);
  }

  const EmitSource& source_;
  int depth_ = 0;
  bool seen_ = false;
};

/// A list inside a loop within this one starts anew; so do several items after a heading. One
/// item a pass goes on counting.
bool starts_anew(const Use& use) {
  if (use.direct == 0) return use.nested > 0;
  return use.nested == 0 && use.deeper == 0 && use.direct > 1 && !use.opens;
}

} // namespace

Emitter::Repeat Emitter::enter(const TagGroup& group, const PlacedTag& opening) {
  const bool is_loop = std::holds_alternative<language::For>(*opening.statement);
  Repeat repeat;
  repeat.repeats = is_loop || std::holds_alternative<language::Macro>(*opening.statement) ||
                   std::holds_alternative<language::Call>(*opening.statement);
  if (repeat.repeats) ++repeating_;
  if (!is_loop) return repeat;
  ListSearch search(source_);
  search.siblings(opening.marker.next_sibling(), source_.tags.tags[group.tags[1]].marker);
  for (const auto& [list, use] : search.uses)
    if (starts_anew(use)) repeat.restarting.push_back(list);
  for (pugi::xml_node list : search.lists) {
    const std::string name = source_.markup.list_of(source_.facts, list);
    if (name.empty()) continue;
    if (std::count(repeat.restarting.begin(), repeat.restarting.end(), name) == 0)
      going_on_.emplace(list, name);
    else
      going_on_.erase(list);
  }
  for (const auto& [paragraph, list] : search.paragraphs)
    if (std::count(repeat.restarting.begin(), repeat.restarting.end(), list) > 0)
      source_.markup.set_list(paragraph, list);
  restarting_.insert(restarting_.end(), repeat.restarting.begin(), repeat.restarting.end());
  return repeat;
}

void Emitter::leave(const Repeat& repeat) {
  if (repeat.repeats) --repeating_;
  restarting_.resize(restarting_.size() - repeat.restarting.size());
}

} // namespace saraban::fill
