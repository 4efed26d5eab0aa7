// Writing a part's tree as program text.
#pragma once

#include "fill/shape.h"

#include <functional>
#include <map>

namespace saraban::fill {

struct EmitSource {
  const Markup& markup;
  const Facts& facts;
  const PartTags& tags;
  const std::map<std::string, std::string>& links; ///< Relationship → target with tags.
  const Location& part;
  bool included = false; ///< Into another document: relationships and ids are foreign there.
};

class Emitter {
public:
  Emitter(const EmitSource& source, Diagnostics& diagnostics);
  Nodes document(pugi::xml_node root);
  /// What stands in an included document's body.
  Nodes body(pugi::xml_node container);

private:
  /// What entering a block changes, to be undone after it.
  struct Repeat {
    bool repeats = false;
    std::vector<std::string> restarting;
  };

  void flush();
  void add(Node node);
  Nodes inside(const std::function<void()>& body);

  void node(pugi::xml_node node);
  void characters(pugi::xml_node node);
  void element(pugi::xml_node node);
  void whole(pugi::xml_node node);
  void start(pugi::xml_node node);
  void end(pugi::xml_node node);
  bool naming_bookmark(pugi::xml_node holder, std::string_view text);
  void attribute(pugi::xml_node node, pugi::xml_attribute attribute);
  void children(pugi::xml_node parent);
  void range(pugi::xml_node first, pugi::xml_node stop);

  void paragraph(pugi::xml_node node);
  void needing_paragraph(pugi::xml_node node);
  void guarded(pugi::xml_node node, Guard::Rule rule, ElementKind needed);
  void table(pugi::xml_node node);
  bool has_cell_tags(pugi::xml_node node) const;

  pugi::xml_node marker(std::size_t index, pugi::xml_node node, pugi::xml_node stop);
  void single(const PlacedTag& tag, pugi::xml_node node);
  bool is_sound(const TagGroup& group, pugi::xml_node stop);
  pugi::xml_node block(const TagGroup& group, const PlacedTag& opening, pugi::xml_node stop);
  Repeat enter(const TagGroup& group, const PlacedTag& opening);
  void leave(const Repeat& repeat);
  bool is_restarting(std::string_view list) const;

  const EmitSource& source_;
  Diagnostics& diagnostics_;
  Nodes nodes_;
  std::string text_;
  int repeating_ = 0; ///< Loops and macros round what is written now.
  std::vector<std::string> restarting_;
  std::map<pugi::xml_node, std::string> going_on_; ///< Lists as elements, by what they are known.
};

Nodes emit(const EmitSource& source, pugi::xml_node root, Diagnostics& diagnostics);
Nodes emit_body(const EmitSource& source, pugi::xml_node container, Diagnostics& diagnostics);

} // namespace saraban::fill
