// Word's own placeholders as tags: content controls (ECMA-376 Part 1, 17.5.2) by tag or title,
// merge fields by name. What the data does not have stays, and so does a control that holds tags
// itself.
#include "docx/markup/markup_parts.h"
#include "fill/binding.h"

#include <fmt/format.h>
#include <vector>

namespace saraban::docx {
namespace {

constexpr const char* placeholder_style = "PlaceholderText";

std::string value_of(pugi::xml_node node) {
  return node.attribute("w:val").value();
}

bool holds_text(pugi::xml_node node, std::string_view text) {
  if (std::string_view(node.name()) == "w:t" &&
      std::string_view(node.text().get()).find(text) != text.npos)
    return true;
  for (pugi::xml_node child : node.children())
    if (holds_text(child, text)) return true;
  return false;
}

/// One control that data may fill.
struct Control {
  pugi::xml_node properties, content;
  std::string expression; ///< The name in the data, within the loop that it stands in.
  std::string known;      ///< Holds where the data has it.
  std::string shown;      ///< What stands in its place: tags.
};

/// The control's name: its tag, else its title, where that is a name at all.
std::string name_of(pugi::xml_node properties) {
  for (const char* element : {"w:tag", "w:alias"}) {
    const std::string name = value_of(properties.child(element));
    if (name.find_first_of("(){}|") == name.npos && fill::names_are_there(name)) return name;
  }
  return {};
}

/// What the list of a drop-down shows for a value (17.5.2.21).
std::string with_list(pugi::xml_node list, const std::string& expression) {
  std::string items;
  for (pugi::xml_node item : list.children("w:listItem")) {
    const std::string value = item.attribute("w:value").value();
    const std::string shown = item.attribute("w:displayText").value();
    if (value.empty() || shown.empty() || value == shown) continue;
    items += (items.empty() ? "" : ", ") + literal_of(value) + ": " + literal_of(shown);
  }
  return items.empty() ? expression
                       : "{" + items + "}.get(" + expression + " ~ '', " + expression + ")";
}

/// The date as the control shows it; as text where it is none. Also remembered by the control.
std::string with_date(pugi::xml_node date, const Control& control) {
  const std::string pattern = date_pattern(value_of(date.child("w:dateFormat")));
  const std::string calendar = value_of(date.child("w:calendar"));
  const std::string era = calendar == "gregorian" ? "ce" : "be";
  if (pugi::xml_attribute full = date.attribute("w:fullDate"))
    full.set_value(fmt::format("{{% if {} %}}{{{{ {} | date('yyyy-MM-dd', era='ce', "
                               "digits='arabic') }}}}T00:00:00Z{{% else %}}{}{{% endif %}}",
                               control.known, control.expression, full.value())
                       .c_str());
  if (pattern.empty()) return control.expression + " | date";
  return fmt::format("{} | date({}, era='{}')", control.expression, literal_of(pattern), era);
}

/// A box ticked or not, with the control's own signs; it remembers its state.
std::string with_box(pugi::xml_node box, const Control& control) {
  const auto sign = [&](const char* state, const char* usual) {
    const std::string code = box.child(state).attribute("w14:val").value();
    std::string out;
    const unsigned long value = std::strtoul(code.c_str(), nullptr, 16);
    if (value < 0x20 || value > 0xFFFF || (value >= 0xD800 && value < 0xE000))
      return std::string(usual);
    if (value < 0x80) {
      out += static_cast<char>(value);
    } else if (value < 0x800) {
      out += static_cast<char>(0xC0 | value >> 6);
      out += static_cast<char>(0x80 | (value & 0x3F));
    } else {
      out += static_cast<char>(0xE0 | value >> 12);
      out += static_cast<char>(0x80 | (value >> 6 & 0x3F));
      out += static_cast<char>(0x80 | (value & 0x3F));
    }
    return out;
  };
  const std::string is_ticked = "{% if " + control.expression + " | check %}";
  pugi::xml_node checked = box.child("w14:checked");
  if (!checked) checked = box.prepend_child("w14:checked");
  const std::string was = checked.attribute("w14:val").as_string("0");
  checked.remove_attributes();
  checked.append_attribute("w14:val") = ("{% if " + control.known + " %}" + is_ticked +
                                         "1{% else %}0{% endif %}{% else %}" + was + "{% endif %}")
                                            .c_str();
  return is_ticked + sign("w14:checkedState", "\u2612") + "{% else %}" +
         sign("w14:uncheckedState", "\u2610") + "{% endif %}";
}

/// A picture as large as the one that stands there.
std::string with_picture(pugi::xml_node content, const std::string& expression) {
  const pugi::xml_node extent =
      content.find_node([](pugi::xml_node n) { return std::string_view(n.name()) == "wp:extent"; });
  if (!extent) return "{{ " + expression + " | image }}";
  return fmt::format("{{{{ {} | image(width='{:.2f}cm', height='{:.2f}cm') }}}}", expression,
                     extent.attribute("cx").as_double() / 360'000,
                     extent.attribute("cy").as_double() / 360'000);
}

std::string shown_by(const Control& control) {
  for (pugi::xml_node child : control.properties.children()) {
    const std::string_view name = child.name();
    if (name == "w:dropDownList" || name == "w:comboBox")
      return "{{ " + with_list(child, control.expression) + " }}";
    if (name == "w:date") return "{{ " + with_date(child, control) + " }}";
    if (name == "w14:checkbox") return with_box(child, control);
    if (name == "w:picture") return with_picture(control.content, control.expression);
  }
  return "{{ " + control.expression + " }}";
}

/// The format of what is written: the control's, else that of the text that stands there.
pugi::xml_node format_of(pugi::xml_node properties, pugi::xml_node run) {
  const pugi::xml_node own = properties.child("w:rPr");
  const pugi::xml_node there = run.child("w:rPr");
  const bool prompt =
      value_of(there.child("w:rStyle")) == placeholder_style || properties.child("w:showingPlcHdr");
  if (prompt) return own; // A prompt's grey is not the value's.
  return there ? there : own;
}

pugi::xml_node first_run(pugi::xml_node content) {
  return content.find_node([](pugi::xml_node n) { return std::string_view(n.name()) == "w:r"; });
}

/// Runs in a paragraph: the tags stand before and after them.
void enclose_runs(const Control& control, pugi::xml_node holder) {
  pugi::xml_node first, last;
  for (pugi::xml_node child : holder.children()) {
    if (std::string_view(child.name()) == "w:pPr") continue;
    if (!first) first = child;
    last = child;
  }
  const pugi::xml_node like = format_of(control.properties, first_run(holder));
  const std::string open = "{% if " + control.known + " %}" + control.shown + "{% else %}";
  if (!first) {
    pugi::xml_node place = holder.append_child("w:r");
    insert_run(place, true, like, open);
    insert_run(place, false, like, "{% endif %}");
    holder.remove_child(place);
    return;
  }
  insert_run(first, true, like, open);
  insert_run(last, false, like, "{% endif %}");
}

pugi::xml_node tag_paragraph(pugi::xml_node place, bool before, const std::string& tag) {
  pugi::xml_node parent = place.parent();
  pugi::xml_node paragraph =
      before ? parent.insert_child_before("w:p", place) : parent.insert_child_after("w:p", place);
  pugi::xml_node text = paragraph.append_child("w:r").append_child("w:t");
  text.append_attribute("xml:space") = "preserve";
  text.text().set(tag.c_str());
  return paragraph;
}

/// Several blocks: one paragraph of the first's format takes their place.
void enclose_blocks(const Control& control, pugi::xml_node holder) {
  pugi::xml_node first, last;
  for (pugi::xml_node child : holder.children()) {
    if (std::string_view(child.name()) == "w:tcPr") continue;
    if (!first) first = child;
    last = child;
  }
  tag_paragraph(first, true, "{% if " + control.known + " %}");
  pugi::xml_node value = tag_paragraph(first, true, control.shown);
  if (const pugi::xml_node format = first.child("w:pPr")) value.prepend_copy(format);
  if (const pugi::xml_node like = format_of(control.properties, first_run(first)))
    value.child("w:r").prepend_copy(like);
  tag_paragraph(first, true, "{% else %}");
  tag_paragraph(last, false, "{% endif %}");
}

/// What stands in a control: runs, blocks, or the cells of a row.
void enclose(const Control& control, pugi::xml_node holder) {
  std::vector<pugi::xml_node> blocks, cells;
  for (pugi::xml_node child : holder.children()) {
    const std::string_view name = child.name();
    if (name == "w:p" || name == "w:tbl" || name == "w:sdt") blocks.push_back(child);
    if (name == "w:tc") cells.push_back(child);
  }
  if (!cells.empty()) return enclose(control, cells.front());
  const std::string_view around = holder.parent().parent().name();
  const bool in_paragraph = blocks.empty() || around == "w:p";
  if (in_paragraph) return enclose_runs(control, holder);
  if (blocks.size() == 1 && std::string_view(blocks[0].name()) == "w:p")
    return enclose_runs(control, blocks[0]);
  enclose_blocks(control, holder);
}

/// The prompt's mark goes where there is a value (17.5.2.39).
void settle_prompt(const Control& control) {
  pugi::xml_node prompt = control.properties.child("w:showingPlcHdr");
  if (!prompt) return;
  prompt.remove_attributes();
  prompt.append_attribute("w:val") =
      ("{% if " + control.known + " %}0{% else %}1{% endif %}").c_str();
}

class Binder {
public:
  void below(pugi::xml_node parent, const std::string& scope) {
    std::vector<pugi::xml_node> children(parent.begin(), parent.end());
    for (pugi::xml_node child : children) {
      if (child.type() != pugi::node_element) continue;
      if (std::string_view(child.name()) == "w:sdt")
        control(child, scope);
      else
        below(child, scope);
    }
    if (parent.child("w:r") || parent.child("w:fldSimple")) bind_merge_fields(parent);
  }
  bool binds_controls = true;

private:
  void control(pugi::xml_node sdt, const std::string& scope) {
    const pugi::xml_node properties = sdt.child("w:sdtPr"), content = sdt.child("w:sdtContent");
    const std::string name = binds_controls ? name_of(properties) : "";
    const bool repeats = properties.child("w15:repeatingSection") != nullptr;
    if (name.empty() || holds_text(content, "{{") || holds_text(content, "{%"))
      return below(content, scope);
    if (repeats) return section(properties, content, scope.empty() ? name : scope + "." + name);
    if (holds_controls(content)) return below(content, scope);
    Control one{properties, content, scope.empty() ? name : scope + "." + name, "", ""};
    one.known = *fill::names_are_there(one.expression);
    one.shown = shown_by(one);
    enclose(one, content);
    settle_prompt(one);
  }
  /// A control that holds others is their frame.
  static bool holds_controls(pugi::xml_node content) {
    return content.find_node([](pugi::xml_node n) { return std::string_view(n.name()) == "w:sdt"; })
               .type() != pugi::node_null;
  }
  /// A repeating section ([MS-DOCX] 2.5.4.2): its first item is what repeats.
  void section(pugi::xml_node, pugi::xml_node content, const std::string& list) {
    const pugi::xml_node item = content.child("w:sdt");
    if (!item) return;
    const std::string known = *fill::names_are_there(list);
    const std::string variable = fmt::format("saraban_item{}", ++sections_);
    const bool rows = item.child("w:sdtContent").child("w:tr") != nullptr;
    const pugi::xml_node pattern = content.insert_copy_before(item, item);
    const auto tag = [&](pugi::xml_node place, bool before, const std::string& text) {
      rows ? tag_row(place, before, text) : void(tag_paragraph(place, before, text));
    };
    tag(pattern, true, "{% if " + known + " %}");
    tag(pattern, true, "{% for " + variable + " in " + list + " %}");
    tag(item, true, "{% endfor %}");
    tag(item, true, "{% else %}");
    tag(content.last_child(), false, "{% endif %}");
    below(pattern.child("w:sdtContent"), variable);
  }
  static void tag_row(pugi::xml_node place, bool before, const std::string& text) {
    pugi::xml_node parent = place.parent();
    pugi::xml_node row = before ? parent.insert_child_before("w:tr", place)
                                : parent.insert_child_after("w:tr", place);
    row.append_child("w:tc").append_child("w:p").append_child("w:r").append_child("w:t").text().set(
        text.c_str());
  }

  int sections_ = 0;
};

} // namespace

bool may_hold_tags(std::string_view bytes) {
  for (const std::string_view word : {"{", "MERGEFIELD", "<w:sdt>", "<w:sdt "})
    if (bytes.find(word) != bytes.npos) return true;
  return false;
}

void prepare(const fill::Facts&, pugi::xml_node root, FormMode form) {
  Binder binder;
  binder.binds_controls = form == FormMode::filled; // In other forms controls are their own fields.
  binder.below(root, "");
}

} // namespace saraban::docx
