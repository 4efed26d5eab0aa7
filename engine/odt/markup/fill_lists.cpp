// Which text:list elements are one list, and lists that go on from pass to pass of a loop (ODF 1.3
// Part 3, 5.3.2: each element starts anew unless it says that it goes on).
#include "odt/markup/markup_parts.h"

namespace saraban::odt {
namespace {

bool is_list(pugi::xml_node node) {
  return std::string_view(node.name()) == "text:list";
}

class ListNames {
public:
  void below(pugi::xml_node parent) {
    for (pugi::xml_node child : parent.children()) {
      if (is_list(child) && !is_list(parent.parent())) name(child);
      below(child);
    }
  }

private:
  void name(pugi::xml_node list) {
    const std::string style = list.attribute("text:style-name").value();
    const auto continued = by_id_.find(list.attribute("text:continue-list").value());
    const auto before = by_style_.find(style);
    std::string name;
    if (continued != by_id_.end())
      name = continued->second;
    else if (list.attribute("text:continue-numbering").as_bool() && before != by_style_.end())
      name = before->second;
    else
      name = "saraban-list" + std::to_string(++count_);
    list.append_attribute(list_name_attribute) = name.c_str();
    by_style_[style] = name;
    if (const pugi::xml_attribute id = list.attribute("xml:id")) by_id_[id.value()] = name;
  }

  std::map<std::string, std::string> by_id_, by_style_;
  std::size_t count_ = 0;
};

} // namespace

void name_lists(pugi::xml_node root) {
  ListNames().below(root);
}

std::string list_of(const fill::Facts&, pugi::xml_node node) {
  std::string name;
  for (; node; node = node.parent())
    if (is_list(node)) name = node.attribute(list_name_attribute).value();
  return name;
}

std::string list_goes_on(const std::string& id, const std::string& from) {
  return " xml:id=\"" + id + "\"" + (from.empty() ? "" : " text:continue-list=\"" + from + "\"");
}

} // namespace saraban::odt
