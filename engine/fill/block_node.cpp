// The program node of a block from its statement and its bodies.
#include "fill/tags.h"

namespace saraban::fill {
namespace {

Node branches(const PartTags& tags, const TagGroup& group, std::vector<Nodes> bodies) {
  Branches result;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const auto& statement = tags.tags[group.tags[i]].statement;
    std::optional<language::Expression> condition;
    if (!statement) continue;
    if (const auto* first = std::get_if<language::If>(&*statement)) condition = first->condition;
    if (const auto* other = std::get_if<language::Elif>(&*statement)) condition = other->condition;
    result.branches.emplace_back(std::move(condition), std::move(bodies[i]));
  }
  return {std::move(result)};
}

} // namespace

std::optional<Node> block_node(const PartTags& tags, const TagGroup& group,
                               std::vector<Nodes> bodies) {
  const PlacedTag& opening = tags.tags[group.tags.front()];
  if (!opening.statement || bodies.empty()) return std::nullopt;
  const language::Statement& statement = *opening.statement;
  auto shared = [&] { return std::make_shared<const Nodes>(std::move(bodies[0])); };
  if (const auto* loop = std::get_if<language::For>(&statement))
    return Node{
        Loop{*loop, std::move(bodies[0]), bodies.size() > 1 ? std::move(bodies[1]) : Nodes(), {}}};
  if (std::holds_alternative<language::If>(statement))
    return branches(tags, group, std::move(bodies));
  if (const auto* set = std::get_if<language::Set>(&statement))
    return Node{Assign{*set, std::move(bodies[0])}};
  if (const auto* with = std::get_if<language::With>(&statement))
    return Node{Within{*with, std::move(bodies[0])}};
  if (const auto* macro = std::get_if<language::Macro>(&statement))
    return Node{MacroBlock{*macro, shared()}};
  if (const auto* call = std::get_if<language::Call>(&statement))
    return Node{CallBlock{*call, shared(), opening.form}};
  if (const auto* filter = std::get_if<language::FilterBlock>(&statement))
    return Node{FilterBlock{filter->filter, std::move(bodies[0]), opening.form}};
  return std::nullopt;
}

} // namespace saraban::fill
