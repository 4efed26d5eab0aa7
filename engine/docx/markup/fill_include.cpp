// A document's body made fit for another document: styles by name, those that the other lacks
// carried over with the lists and notes; no sections, no comments.
#include "docx/markup/markup_parts.h"
#include "package/xml.h"

#include <algorithm>
#include <set>

namespace saraban::docx {
namespace {

using Kind = fill::Additions::Definition::Kind;
using Tree = std::shared_ptr<const pugi::xml_document>;

/// A part that the main part is related to; null where there is none.
Tree related_part(const package::Package& package, std::string_view kind, const Limits& limits) {
  for (const auto& r : package::relationships(package, main_part(package, limits), limits))
    if (r.type.ends_with(kind) && !r.external)
      if (const auto bytes = package.part(r.target))
        return package::parse_xml(*bytes, package.name(), r.target, limits);
  return nullptr;
}

pugi::xml_node root_of(const Tree& tree) {
  return tree ? tree->document_element() : pugi::xml_node();
}

pugi::xml_node with_attribute(pugi::xml_node parent, const char* element, const char* attribute,
                              const std::string& value) {
  return parent.find_child_by_attribute(element, attribute, value.c_str());
}

class Adopter {
public:
  Adopter(const package::Package& from, const FillFacts& facts, const fill::Facts& handle,
          fill::Additions& additions, const Limits& limits)
      : name_(from.name()), facts_(facts), handle_(handle), additions_(additions),
        styles_(related_part(from, "/styles", limits)),
        numbering_(related_part(from, "/numbering", limits)),
        footnotes_(related_part(from, "/footnotes", limits)),
        endnotes_(related_part(from, "/endnotes", limits)) {}

  void children(pugi::xml_node parent) {
    for (pugi::xml_node child = parent.first_child(), next; child; child = next) {
      next = child.next_sibling();
      node(parent, child);
    }
  }
  std::set<std::string> left_out;

private:
  void node(pugi::xml_node parent, pugi::xml_node child) {
    const std::string_view name = child.name();
    if (name == "w:pStyle" || name == "w:rStyle" || name == "w:tblStyle")
      return value(parent, child, &Adopter::style);
    if (name == "w:numId") return value(parent, child, &Adopter::list);
    if (name == "w:footnoteReference" || name == "w:endnoteReference")
      return note_reference(parent, child);
    const char* lost = name == "w:sectPr" ? "section"
                       : name == "w:commentReference" || name == "w:commentRangeStart" ||
                               name == "w:commentRangeEnd"
                           ? "comment"
                           : nullptr;
    if (!lost) return children(child);
    left_out.insert(lost);
    parent.remove_child(child);
  }
  /// What refers to something by w:val refers to what that is here, or goes.
  void value(pugi::xml_node parent, pugi::xml_node child,
             std::string (Adopter::*meant)(const std::string&)) {
    const std::string id = (this->*meant)(child.attribute("w:val").value());
    if (id.empty())
      parent.remove_child(child);
    else
      child.attribute("w:val").set_value(id.c_str());
  }
  std::string style(const std::string& id) {
    if (const auto known = style_ids_.find(id); known != style_ids_.end()) return known->second;
    const pugi::xml_node own = with_attribute(root_of(styles_), "w:style", "w:styleId", id);
    if (!own) return {};
    const std::string type = own.attribute("w:type").value();
    const std::string here = style_id(facts_, type, own.child("w:name").attribute("w:val").value());
    if (!here.empty()) return style_ids_[id] = here;
    return carry_style(own, id);
  }
  std::string carry_style(pugi::xml_node own, const std::string& id) {
    const auto taken = [&](const std::string& wanted) {
      return std::any_of(facts_.style_ids.begin(), facts_.style_ids.end(),
                         [&](const auto& one) { return one.second == wanted; });
    };
    const std::string made = style_ids_[id] = taken(id) ? "Saraban" + id : id;
    pugi::xml_document copy;
    pugi::xml_node style = copy.append_copy(own);
    style.attribute("w:styleId").set_value(made.c_str());
    style.remove_attribute("w:default");
    for (const char* name : {"w:basedOn", "w:next", "w:link"})
      if (pugi::xml_node child = style.child(name)) value(style, child, &Adopter::style);
    children(style);
    fill::define(additions_, {Kind::style, "", made, print(style)});
    return made;
  }
  std::string list(const std::string& id) {
    if (id == "0") return id; // No list.
    if (const auto known = lists_.find(id); known != lists_.end()) return known->second;
    const pugi::xml_node own = with_attribute(root_of(numbering_), "w:num", "w:numId", id);
    if (!own) return {};
    const std::string made = lists_[id] = list_name(handle_, ++additions_.lists);
    pugi::xml_document copy;
    pugi::xml_node num = copy.append_copy(own);
    num.attribute("w:numId").set_value(made.c_str());
    pugi::xml_attribute abstract = num.child("w:abstractNumId").attribute("w:val");
    const std::string definition = list_definition(abstract.value());
    if (definition.empty()) return lists_[id] = "";
    abstract.set_value(definition.c_str());
    children(num);
    fill::define(additions_, {Kind::list_use, "", made, print(num)});
    return made;
  }
  std::string list_definition(const std::string& id) {
    if (const auto known = definitions_.find(id); known != definitions_.end()) return known->second;
    const pugi::xml_node own =
        with_attribute(root_of(numbering_), "w:abstractNum", "w:abstractNumId", id);
    if (!own) return {};
    pugi::xml_document copy;
    pugi::xml_node definition = copy.append_copy(own);
    for (const char* name : {"w:nsid", "w:tmpl", "w:styleLink", "w:numStyleLink"})
      definition.remove_child(name);
    for (pugi::xml_node level : definition.children("w:lvl"))
      level.remove_child("w:lvlPicBulletId");
    children(definition); // Styles may count in lists, so that ids are given after.
    const std::string made = next_list_definition(facts_, additions_);
    definition.attribute("w:abstractNumId").set_value(made.c_str());
    fill::define(additions_, {Kind::list, "", name_ + " " + id, print(definition)});
    return definitions_[id] = made;
  }
  void note_reference(pugi::xml_node parent, pugi::xml_node reference) {
    const bool foot = std::string_view(reference.name()) == "w:footnoteReference";
    const char* kind = foot ? "w:footnote" : "w:endnote";
    pugi::xml_attribute id = reference.attribute("w:id");
    const pugi::xml_node own =
        with_attribute(root_of(foot ? footnotes_ : endnotes_), kind, "w:id", id.value());
    if (!own) {
      left_out.insert("note");
      parent.remove_child(reference);
      return;
    }
    pugi::xml_document copy;
    pugi::xml_node note = copy.append_copy(own);
    drop_relations(note);
    children(note);
    const std::string part = foot ? "footnotes" : "endnotes";
    const std::string made = std::to_string(
        (foot ? facts_.last_footnote : facts_.last_endnote) + 1 +
        static_cast<int>(std::count_if(
            additions_.definitions.begin(), additions_.definitions.end(),
            [&](const auto& one) { return one.kind == Kind::note && one.part == part; })));
    note.attribute("w:id").set_value(made.c_str());
    id.set_value(made.c_str());
    fill::define(additions_, {Kind::note, part, made, print(note)});
  }
  /// Links of a note are its text, its pictures go: its part's relationships are not carried.
  void drop_relations(pugi::xml_node parent) {
    for (pugi::xml_node child = parent.first_child(), next; child; child = next) {
      next = child.next_sibling();
      drop_relations(child);
      const std::string_view name = child.name();
      if (name == "w:hyperlink") {
        for (pugi::xml_node inner = child.first_child(); inner; inner = child.first_child())
          parent.insert_move_before(inner, child);
        parent.remove_child(child);
      } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
        left_out.insert("picture in a note");
        parent.remove_child(child);
      }
    }
  }

  std::string name_;
  const FillFacts& facts_;
  const fill::Facts& handle_;
  fill::Additions& additions_;
  Tree styles_, numbering_, footnotes_, endnotes_;
  std::map<std::string, std::string> style_ids_, lists_, definitions_; ///< What ids are here.
};

} // namespace

pugi::xml_node adopt(pugi::xml_node root, const package::Package& from, const fill::Facts& facts,
                     fill::Additions& additions, const Limits& limits,
                     std::vector<std::string>& left_out) {
  pugi::xml_node body = root.first_child();
  while (body && body.type() != pugi::node_element) body = body.next_sibling();
  body = body.child("w:body");
  body.remove_child("w:sectPr"); // The last section's: the document goes on in its own.
  Adopter adopter(from, facts_of(facts), facts, additions, limits);
  adopter.children(body);
  left_out.assign(adopter.left_out.begin(), adopter.left_out.end());
  return body;
}

} // namespace saraban::docx
