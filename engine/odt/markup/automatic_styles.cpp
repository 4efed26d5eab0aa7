// Automatic styles that are made while a part is written (ODF 1.3 Part 3, 16.2).
#include "odt/markup/automatic_styles.h"

#include "odt/markup/markup_parts.h"

#include <algorithm>
#include <sstream>

namespace saraban::odt {

pugi::xml_node root_element(pugi::xml_node node) {
  pugi::xml_node child = node.root().first_child();
  while (child && child.type() != pugi::node_element) child = child.next_sibling();
  return child;
}

pugi::xml_node style_named(pugi::xml_node styles, const char* family, std::string_view name) {
  for (pugi::xml_node style : styles.children("style:style"))
    if (name == style.attribute("style:name").value() &&
        std::string_view(style.attribute("style:family").value()) == family)
      return style;
  return {};
}

pugi::xml_node styles_of(pugi::xml_node node) {
  pugi::xml_node root = root_element(node);
  if (pugi::xml_node known = root.child("office:automatic-styles")) return known;
  for (const char* after : {"office:master-styles", "office:body"})
    if (pugi::xml_node next = root.child(after))
      return root.insert_child_before("office:automatic-styles", next);
  return root.append_child("office:automatic-styles");
}

std::string printed(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

std::string name_of_style(pugi::xml_node styles, pugi::xml_node wanted) {
  const std::string text = printed(wanted);
  const pugi::xml_attribute own = styles.attribute(style_prefix_attribute);
  const std::string prefix = own ? own.value() : std::string(made_style_prefix);
  int number = 0;
  for (pugi::xml_node style = styles.last_child(); style; style = style.previous_sibling()) {
    const std::string name = style.attribute("style:name").value();
    if (!name.starts_with(prefix)) continue;
    number = std::max(number, std::atoi(name.c_str() + prefix.size()));
    pugi::xml_document copy;
    copy.append_copy(style).attribute("style:name").set_value("");
    if (printed(copy.first_child()) == text) return name;
  }
  const std::string name = prefix + std::to_string(number + 1);
  styles.append_copy(wanted).attribute("style:name").set_value(name.c_str());
  return name;
}

pugi::xml_node derived(pugi::xml_document& holder, pugi::xml_node styles, const char* family,
                       const std::string& name) {
  const pugi::xml_node from = style_named(styles, family, name);
  pugi::xml_node made = from ? holder.append_copy(from) : holder.append_child("style:style");
  if (from) {
    made.attribute("style:name").set_value("");
    made.remove_attribute("style:display-name");
    return made;
  }
  made.append_attribute("style:name") = "";
  made.append_attribute("style:family") = family;
  if (!name.empty()) made.append_attribute("style:parent-style-name") = name.c_str();
  return made;
}

pugi::xml_node paragraph_properties_of(pugi::xml_node style) {
  pugi::xml_node properties = style.child("style:paragraph-properties");
  return properties ? properties : style.prepend_child("style:paragraph-properties");
}

void set_property(pugi::xml_node properties, const char* name, const char* value) {
  properties.remove_attribute(name);
  properties.append_attribute(name) = value;
}

std::string breaking_style(pugi::xml_node holder, const std::string& name) {
  pugi::xml_node styles = styles_of(holder);
  pugi::xml_document made;
  pugi::xml_node style = derived(made, styles, "paragraph", name);
  style.remove_attribute("style:master-page-name");
  set_property(paragraph_properties_of(style), "fo:break-before", "page");
  return name_of_style(styles, style);
}

} // namespace saraban::odt
