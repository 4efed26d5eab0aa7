// Which tags make a block together; those without a partner are reported.
#include "fill/tags.h"

#include <algorithm>

namespace saraban::fill {
namespace {

constexpr std::size_t most_nested = 100; ///< Blocks within blocks.

enum class Part { single, open, middle, close };

struct Shape {
  std::string_view word;
  Part part = Part::single;
  std::string_view block; ///< The word that opens the block.
};

/// A statement's part in a block.
struct ShapeOf {
  Shape operator()(const language::For&) const { return {"for", Part::open, "for"}; }
  Shape operator()(const language::EndFor&) const { return {"endfor", Part::close, "for"}; }
  Shape operator()(const language::If&) const { return {"if", Part::open, "if"}; }
  Shape operator()(const language::Elif&) const { return {"elif", Part::middle, "if"}; }
  Shape operator()(const language::Else&) const { return {"else", Part::middle, "if"}; }
  Shape operator()(const language::EndIf&) const { return {"endif", Part::close, "if"}; }
  Shape operator()(const language::EndSet&) const { return {"endset", Part::close, "set"}; }
  Shape operator()(const language::Include&) const { return {"include", Part::single, ""}; }
  Shape operator()(const language::SettingsTag&) const { return {"settings", Part::single, ""}; }
  Shape operator()(const language::Macro&) const { return {"macro", Part::open, "macro"}; }
  Shape operator()(const language::EndMacro&) const { return {"endmacro", Part::close, "macro"}; }
  Shape operator()(const language::Call&) const { return {"call", Part::open, "call"}; }
  Shape operator()(const language::EndCall&) const { return {"endcall", Part::close, "call"}; }
  Shape operator()(const language::With&) const { return {"with", Part::open, "with"}; }
  Shape operator()(const language::EndWith&) const { return {"endwith", Part::close, "with"}; }
  Shape operator()(const language::FilterBlock&) const { return {"filter", Part::open, "filter"}; }
  Shape operator()(const language::EndFilter&) const {
    return {"endfilter", Part::close, "filter"};
  }
  Shape operator()(const language::Do&) const { return {"do", Part::single, ""}; }
  Shape operator()(const language::Raw&) const { return {"raw", Part::single, ""}; }
  Shape operator()(const language::EndRaw&) const { return {"endraw", Part::single, ""}; }
  Shape operator()(const language::CellTag&) const { return {"cell", Part::single, ""}; }
  Shape operator()(const language::Set& s) const {
    return {"set", s.value ? Part::single : Part::open, "set"};
  }
};

Shape shape_of(const language::Statement& statement) {
  return std::visit(ShapeOf{}, statement);
}

/// A faulty opening still opens, so that its end is not reported as well.
Shape shape_of_faulty(const PlacedTag& tag) {
  std::string_view text = tag.where->tag;
  text.remove_prefix(std::min(text.find_first_not_of("{%-+ "), text.size()));
  for (const std::string_view unit : {"p ", "tr ", "tc ", "r "})
    if (text.starts_with(unit)) text.remove_prefix(unit.size());
  for (const std::string_view word : {"for", "if", "macro", "call", "with", "filter"})
    if (text.starts_with(word)) return {word, Part::open, word};
  return {};
}

/// One story's open blocks, innermost last.
class Matcher {
public:
  Matcher(PartTags& tags, Diagnostics& diagnostics) : tags_(tags), diagnostics_(diagnostics) {}

  void take(std::size_t index) {
    PlacedTag& tag = tags_.tags[index];
    if (tag.kind != language::TagKind::statement) return;
    const Shape shape = tag.statement ? shape_of(*tag.statement) : shape_of_faulty(tag);
    if (shape.part == Part::open) open(index, shape);
    if (shape.part == Part::middle) middle(index, shape);
    if (shape.part == Part::close) close(index, shape);
  }
  void finish() {
    while (!open_.empty()) report_unclosed();
  }

private:
  struct Open {
    std::size_t group;
    std::string_view block;
    bool has_else = false;
    bool too_deep = false;
  };

  void open(std::size_t index, const Shape& shape) {
    const std::size_t group = tags_.groups.size();
    tags_.groups.push_back({{index}, false});
    const bool too_deep = open_.size() >= most_nested;
    if (too_deep && (open_.size() == most_nested)) report(index, "blocks-too-deep", shape);
    open_.push_back({group, shape.block, false, too_deep});
    join(index, group, TagRole::open);
  }
  void middle(std::size_t index, const Shape& shape) {
    const bool fits =
        !open_.empty() && !open_.back().has_else &&
        (open_.back().block == "if" || (open_.back().block == "for" && shape.word == "else"));
    if (!fits) return report(index, "stray-branch", shape);
    if (shape.word == "else") open_.back().has_else = true;
    tags_.groups[open_.back().group].tags.push_back(index);
    join(index, open_.back().group, TagRole::middle);
  }
  void close(std::size_t index, const Shape& shape) {
    const auto partner = std::find_if(open_.rbegin(), open_.rend(),
                                      [&](const Open& o) { return o.block == shape.block; });
    if (partner == open_.rend()) return report(index, "stray-end", shape);
    while (open_.back().block != shape.block) report_unclosed();
    TagGroup& group = tags_.groups[open_.back().group];
    group.tags.push_back(index);
    group.usable = tags_.tags[group.tags.front()].statement.has_value() && !open_.back().too_deep;
    join(index, open_.back().group, TagRole::close);
    open_.pop_back();
  }
  void join(std::size_t index, std::size_t group, TagRole role) {
    tags_.tags[index].group = group;
    tags_.tags[index].role = role;
  }
  void report(std::size_t index, const char* code, const Shape& shape) {
    if (tags_.tags[index].fallback) return;
    diagnostics_.error(code, *tags_.tags[index].where,
                       {{"name", std::string(shape.word)}, {"block", std::string(shape.block)}});
  }
  void report_unclosed() {
    const PlacedTag& opening = tags_.tags[tags_.groups[open_.back().group].tags.front()];
    if (!opening.fallback)
      diagnostics_.error("unclosed-block", *opening.where,
                         {{"name", std::string(open_.back().block)}});
    open_.pop_back();
  }

  PartTags& tags_;
  Diagnostics& diagnostics_;
  std::vector<Open> open_;
};

} // namespace

std::string_view word_of(const language::Statement& statement) {
  return shape_of(statement).word;
}

void group_tags(PartTags& tags, Diagnostics& diagnostics) {
  std::map<std::size_t, Matcher> stories;
  for (std::size_t i = 0; i < tags.tags.size(); ++i)
    stories.try_emplace(tags.tags[i].story, tags, diagnostics).first->second.take(i);
  for (auto& [story, matcher] : stories) matcher.finish();
}

} // namespace saraban::fill
