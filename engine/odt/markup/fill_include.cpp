// A document's body made fit for another document: common styles by name, automatic ones carried
// over under names of their own.
#include "fill/markup.h"
#include "odt/markup/markup_parts.h"
#include "odt/part/parts.h"

#include <set>
#include <sstream>

namespace saraban::odt {
namespace {

/// Of a file's name, so that two files' styles stay apart (FNV-1a).
std::string prefix_of(const std::string& name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return "saraban-i" + std::to_string(hash) + "-";
}

class Adopter {
public:
  Adopter(pugi::xml_node root, const package::Package& from) : prefix_(prefix_of(from.name())) {
    styles_ = root.child("office:automatic-styles");
    if (!styles_) styles_ = root.append_child("office:automatic-styles");
    styles_.append_attribute(style_prefix_attribute) = prefix_.c_str();
    for (pugi::xml_node style : styles_.children())
      names_.insert(style.attribute("style:name").value());
    for (pugi::xml_node font : root.child("office:font-face-decls").children())
      fonts_[font.attribute("style:name").value()] = font.attribute("svg:font-family").value();
  }

  void rename() {
    for (pugi::xml_node style : styles_.children()) {
      pugi::xml_attribute name = style.attribute("style:name");
      name.set_value((prefix_ + name.value()).c_str());
      references(style);
    }
  }
  /// What refers to styles, below `parent` and in it.
  void references(pugi::xml_node parent) {
    for (pugi::xml_attribute a : parent.attributes()) {
      const std::string_view name = a.name();
      if (name.ends_with("style-name") && names_.count(a.value()) > 0)
        a.set_value((prefix_ + a.value()).c_str());
    }
    name_font(parent, "style:font-name", "fo:font-family");
    name_font(parent, "style:font-name-complex", "style:font-family-complex");
    for (pugi::xml_node child : parent.children()) references(child);
  }

private:
  /// By its family: the other document declares fonts of its own.
  void name_font(pugi::xml_node node, const char* declared, const char* family) {
    const auto font = fonts_.find(node.attribute(declared).value());
    if (font == fonts_.end() || !node.remove_attribute(declared)) return;
    node.remove_attribute(family);
    node.append_attribute(family) = font->second.c_str();
  }

  std::string prefix_;
  pugi::xml_node styles_;
  std::set<std::string> names_;
  std::map<std::string, std::string> fonts_;
};

pugi::xml_node root_of(pugi::xml_node document) {
  pugi::xml_node root = document.first_child();
  while (root && root.type() != pugi::node_element) root = root.next_sibling();
  return root;
}

} // namespace

pugi::xml_node adopt(pugi::xml_node document, const package::Package& from, const fill::Facts&,
                     fill::Additions&, const Limits&, std::vector<std::string>&) {
  pugi::xml_node root = root_of(document);
  pugi::xml_node text = root.child("office:body").child("office:text");
  for (const char* name : {"text:sequence-decls", "text:variable-decls", "text:user-field-decls",
                           "text:tracked-changes", "office:forms"})
    while (text.remove_child(name)) {
    }
  Adopter adopter(root, from);
  adopter.rename();
  adopter.references(text);
  return text;
}

std::string carried_styles(pugi::xml_node document) {
  std::ostringstream out;
  for (pugi::xml_node style : root_of(document).child("office:automatic-styles").children())
    style.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

void add_styles(std::string& xml, const std::string& styles) {
  constexpr std::string_view end = "</office:automatic-styles>";
  constexpr std::string_view none = "<office:automatic-styles/>",
                             start = "<office:automatic-styles>";
  if (const std::size_t at = xml.find(none); at != std::string::npos)
    xml.replace(at, none.size(), std::string(start) + styles + std::string(end));
  else if (const std::size_t last = xml.find(end); last != std::string::npos)
    xml.insert(last, styles);
}

} // namespace saraban::odt
