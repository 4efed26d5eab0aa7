// ODF's own placeholders as tags: placeholders, database and user fields, variables, and what shows
// on a condition over such names (ODF 1.3 Part 3, 7.3 to 7.7). What the data does not have stays.
#include "fill/binding.h"
#include "odt/markup/markup_parts.h"

#include <array>

namespace saraban::odt {
namespace {

std::string trimmed(std::string_view text, std::string_view off) {
  const std::size_t first = text.find_first_not_of(off);
  if (first == text.npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(off) - first + 1));
}

/// The name or the expression that a field stands for; "" for other elements.
std::string expression_of(pugi::xml_node field) {
  const std::string_view name = field.name();
  if (name == "text:placeholder") {
    const std::string shown = trimmed(field.text().get(), " <>\t\n");
    return fill::names_are_there(shown) ? shown : field.attribute("text:description").value();
  }
  if (name == "text:database-display") return field.attribute("text:column-name").value();
  if (name == "text:text-input") return field.attribute("text:description").value();
  const bool by_name = name == "text:user-field-get" || name == "text:user-field-input" ||
                       name == "text:variable-get" || name == "text:variable-input";
  return by_name ? field.attribute("text:name").value() : "";
}

void insert_text(pugi::xml_node before, const std::string& text) {
  before.parent().insert_child_before(pugi::node_pcdata, before).set_value(text.c_str());
}

/// `field` between two texts.
void enclose(pugi::xml_node field, const std::string& before, const std::string& after) {
  insert_text(field, before);
  field.parent().insert_child_after(pugi::node_pcdata, field).set_value(after.c_str());
}

/// A condition of LibreOffice's ("ooow:a EQ 1") in our words.
std::string condition_of(pugi::xml_node field) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> words{{{"EQ", "=="},
                                                                                 {"NEQ", "!="},
                                                                                 {"L", "<"},
                                                                                 {"LEQ", "<="},
                                                                                 {"G", ">"},
                                                                                 {"GEQ", ">="},
                                                                                 {"AND", "and"},
                                                                                 {"OR", "or"},
                                                                                 {"NOT", "not"},
                                                                                 {"=", "=="}}};
  std::string_view text = field.attribute("text:condition").value();
  const std::size_t prefix = text.find(':');
  if (prefix != text.npos && text.find_first_of(" \"'") > prefix) text.remove_prefix(prefix + 1);
  std::string condition;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find_first_of(quoted ? "\"" : " \"", at), text.size());
    std::string_view word = text.substr(at, end - at);
    for (const auto& [theirs, ours] : words)
      if (!quoted && word == theirs) {
        word = ours;
        break;
      }
    condition += word;
    if (end < text.size()) condition += text[end];
    if (end < text.size() && text[end] == '"') quoted = !quoted;
    at = end + 1;
  }
  return condition;
}

/// Inside a tag of text: what a value says between block tags stands as it is.
std::string shown(pugi::xml_node field, const char* attribute) {
  return field.attribute(attribute).value();
}

bool bind_conditional(pugi::xml_node field) {
  const std::string_view name = field.name();
  if (name != "text:conditional-text" && name != "text:hidden-text") return false;
  const std::string condition = condition_of(field);
  const auto known = fill::names_are_there(condition);
  if (!known) return true;
  const bool hidden = name == "text:hidden-text";
  const std::string yes = hidden ? "" : shown(field, "text:string-value-if-true");
  const std::string no = shown(field, hidden ? "text:string-value" : "text:string-value-if-false");
  enclose(field,
          "{% if " + *known + " %}{% if " + condition + " %}" + yes + "{% else %}" + no +
              "{% endif %}{% else %}",
          "{% endif %}");
  return true;
}

void insert_tag_paragraph(pugi::xml_node block, bool before, const std::string& tag) {
  pugi::xml_node parent = block.parent();
  pugi::xml_node paragraph = before ? parent.insert_child_before("text:p", block)
                                    : parent.insert_child_after("text:p", block);
  paragraph.append_child(pugi::node_pcdata).set_value(tag.c_str());
}

/// A paragraph or a section that `field` hides on a condition.
void bind_hidden(pugi::xml_node field, pugi::xml_node block) {
  const std::string condition = condition_of(field);
  const auto known = fill::names_are_there(condition);
  if (!known) return;
  insert_tag_paragraph(block, true, "{% if not (" + *known + ") or not (" + condition + ") %}");
  insert_tag_paragraph(block, false, "{% endif %}");
  if (field != block) return;
  field.attribute("text:display")
      .set_value(("{% if " + *known + " %}true{% else %}condition{% endif %}").c_str());
}

/// The value that all fields of that name show.
void bind_declaration(pugi::xml_node declaration) {
  pugi::xml_attribute value = declaration.attribute("office:string-value");
  const auto binding = fill::bind_to_data(declaration.attribute("text:name").value());
  if (value && binding && std::string_view(value.value()).find('{') == std::string_view::npos)
    value.set_value((binding->before + value.value() + binding->after).c_str());
}

void bind(pugi::xml_node node) {
  if (bind_conditional(node)) return;
  const std::string_view name = node.name();
  if (name == "text:user-field-decl") return bind_declaration(node);
  if (name == "text:section" &&
      std::string_view(node.attribute("text:display").value()) == "condition")
    return bind_hidden(node, node);
  if (name == "text:hidden-paragraph") {
    pugi::xml_node paragraph = node.parent();
    while (paragraph && kind_of(paragraph) != fill::ElementKind::paragraph)
      paragraph = paragraph.parent();
    if (paragraph) bind_hidden(node, paragraph);
    return;
  }
  const std::string expression = expression_of(node);
  if (expression.empty()) return;
  if (const auto binding = fill::bind_to_data(expression))
    enclose(node, binding->before, binding->after);
}

/// A placeholder whose text holds tags is that text.
bool unwrap(pugi::xml_node node) {
  if (std::string_view(node.name()) != "text:placeholder") return false;
  const std::string text = node.text().get();
  if (text.find("{{") == std::string::npos) return false;
  insert_text(node, text);
  node.parent().remove_child(node);
  return true;
}

} // namespace

bool may_hold_tags(std::string_view bytes) {
  for (const std::string_view word :
       {"{", "<text:placeholder", "<text:database-display", "<text:user-field", "<text:variable-",
        "<text:text-input", "<text:conditional-text", "<text:hidden-", "text:condition=", "%7B"})
    if (bytes.find(word) != bytes.npos) return true;
  return false;
}

void bind_placeholders(pugi::xml_node parent) {
  for (pugi::xml_node child = parent.first_child(), next; child; child = next) {
    next = child.next_sibling();
    if (child.type() != pugi::node_element || kind_of(child) == fill::ElementKind::deleted)
      continue;
    bind_placeholders(child);
    if (!unwrap(child)) bind(child);
  }
}

} // namespace saraban::odt
