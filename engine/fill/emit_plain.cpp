// Texts outside paragraphs: attributes, properties, field instructions, link targets.
#include "fill/tags.h"
#include "fill/write_text.h"

namespace saraban::fill {
namespace {

class PlainEmitter {
public:
  PlainEmitter(std::string_view text, std::vector<language::Tag> found, PartTags tags)
      : text_(text), found_(std::move(found)), tags_(std::move(tags)) {}

  /// What stands from byte `begin` on, tags from `tag` to `last` (not included) with it.
  Nodes range(std::size_t begin, std::size_t tag, std::size_t last, std::size_t end) {
    Nodes nodes;
    for (; tag < last; ++tag) {
      characters(begin, found_[tag].begin, nodes);
      const PlacedTag& placed = tags_.tags[tag];
      if (placed.kind == language::TagKind::output) nodes.push_back({PlainSlot{placed.value}});
      if (placed.role == TagRole::open && tags_.groups[placed.group].usable)
        tag = block(tags_.groups[placed.group], nodes);
      else if (placed.statement)
        single(*placed.statement, nodes);
      begin = found_[tag].end;
    }
    characters(begin, end, nodes);
    return nodes;
  }

private:
  void characters(std::size_t begin, std::size_t end, Nodes& nodes) const {
    if (begin >= end) return;
    std::string xml;
    escape_xml(text_.substr(begin, end - begin), xml);
    nodes.push_back({Static{std::move(xml)}});
  }
  static void single(const language::Statement& statement, Nodes& nodes) {
    if (const auto* set = std::get_if<language::Set>(&statement))
      nodes.push_back({Assign{*set, {}}});
    if (const auto* action = std::get_if<language::Do>(&statement))
      nodes.push_back({Action{*action}});
  }
  /// The tag that ends it.
  std::size_t block(const TagGroup& group, Nodes& nodes) {
    std::vector<Nodes> bodies;
    for (std::size_t i = 0; i + 1 < group.tags.size(); ++i)
      bodies.push_back(range(found_[group.tags[i]].end, group.tags[i] + 1, group.tags[i + 1],
                             found_[group.tags[i + 1]].begin));
    if (auto node = block_node(tags_, group, std::move(bodies))) nodes.push_back(std::move(*node));
    return group.tags.back();
  }

  std::string_view text_;
  std::vector<language::Tag> found_;
  PartTags tags_;
};

} // namespace

Nodes emit_plain(std::string_view text, const Location& where, Diagnostics& diagnostics) {
  std::vector<language::Tag> found = language::find_tags(text, where, diagnostics);
  PartTags tags;
  for (const language::Tag& tag : found) {
    PlacedTag placed;
    Location here = where;
    here.tag = std::string(text.substr(tag.begin, tag.end - tag.begin));
    placed.kind = tag.kind;
    placed.where = std::make_shared<const Location>(here);
    if (tag.kind == language::TagKind::output)
      placed.value = language::parse_output(tag.content, here, diagnostics);
    if (tag.kind == language::TagKind::statement)
      placed.statement = language::parse_statement(tag.content, here, diagnostics);
    tags.tags.push_back(std::move(placed));
  }
  group_tags(tags, diagnostics);
  const std::size_t count = found.size();
  return PlainEmitter(text, std::move(found), std::move(tags)).range(0, 0, count, text.size());
}

} // namespace saraban::fill
