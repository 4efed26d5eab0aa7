// The tags of a part, each standing in the tree as one marker element between runs.
#pragma once

#include "base/diagnostics.h"
#include "fill/program.h"
#include "language/tags.h"

#include <map>

namespace saraban::fill {

enum class TagRole { single, open, middle, close };

struct PlacedTag {
  language::TagKind kind = language::TagKind::output;
  language::Unit unit = language::Unit::automatic;
  language::Trim before = language::Trim::no, after = language::Trim::no;
  language::Expression value;                   ///< Of an output.
  std::optional<language::Statement> statement; ///< Of a statement.
  std::shared_ptr<const Location> where;
  pugi::xml_node marker;
  std::size_t story = 0; ///< Blocks do not reach from one story into another.
  bool fallback = false; ///< Says again what another tag said: its faults are that one's.
  Form form;
  std::size_t group = 0; ///< Index into PartTags::groups, for all roles but single.
  TagRole role = TagRole::single;
};

/// The tags of one block: its opening, its else and elif, its end.
struct TagGroup {
  std::vector<std::size_t> tags;
  bool usable = false; ///< It has an end, and its place in the tree is sound.
};

/// All tags of a part, in document order within each story.
struct PartTags {
  std::vector<PlacedTag> tags;
  std::vector<TagGroup> groups;
};

inline constexpr const char* marker_name = "saraban-tag";

/// The tag that `node` marks; nothing for any other node.
std::optional<std::size_t> tag_of(pugi::xml_node node, const PartTags& tags);

/// Finds the tags of all paragraphs, parses them, and puts a marker in the place of each.
PartTags place_tags(const Markup& markup, const Facts& facts, pugi::xml_node root,
                    const std::string& file, const std::vector<PlaceStep>& place,
                    Diagnostics& diagnostics);

/// Finds which tags make a block: openings, elses and ends. Reports those that have no partner.
void group_tags(PartTags& tags, Diagnostics& diagnostics);

/// Moves markers to where their block begins and ends: between runs, paragraphs, rows or cells.
void shape_blocks(const Markup& markup, pugi::xml_node root, PartTags& tags,
                  Diagnostics& diagnostics);

/// The body of a document that is included into `into`. What is not carried over is reported.
/// `styles`: what the body brings with it.
Nodes compile_body(const package::Package& package, const Facts& into, Additions& additions,
                   const Markup& markup, const Limits& limits, std::string& styles,
                   Diagnostics& diagnostics);

/// A text outside paragraphs with tags in it; blocks may stand in it.
Nodes emit_plain(std::string_view text, const Location& where, Diagnostics& diagnostics);

/// The node of a block; `bodies` stand between its tags. Nothing for a faulty opening.
std::optional<Node> block_node(const PartTags& tags, const TagGroup& group,
                               std::vector<Nodes> bodies);

/// A statement's word, "for", "endif".
std::string_view word_of(const language::Statement& statement);

} // namespace saraban::fill
