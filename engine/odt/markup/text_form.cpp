// How values are written in a tag's place: spans, and automatic styles with the properties that
// complex script needs (ODF 1.3 Part 3, 16.29.28, 20.193 and what stands beside it).
#include "odt/markup/automatic_styles.h"
#include "odt/markup/markup_parts.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using Properties = std::map<std::string, std::string>;

/// A property of Latin text and what says the same of complex script.
constexpr std::pair<const char*, const char*> twins[] = {
    {"style:font-name", "style:font-name-complex"},
    {"fo:font-family", "style:font-family-complex"},
    {"style:font-family-generic", "style:font-family-generic-complex"},
    {"style:font-pitch", "style:font-pitch-complex"},
    {"style:font-charset", "style:font-charset-complex"},
    {"fo:font-size", "style:font-size-complex"},
    {"style:font-size-rel", "style:font-size-rel-complex"},
    {"fo:font-weight", "style:font-weight-complex"},
    {"fo:font-style", "style:font-style-complex"}};

/// The styles that hold for a text, the nearest first, each with those that it inherits from.
class Chain {
public:
  Chain(const FillFacts& facts, pugi::xml_node holder) {
    automatic_ = root_element(holder).child("office:automatic-styles");
    for (pugi::xml_node node = holder; node; node = node.parent()) {
      const std::string_view name = node.name();
      const bool paragraph = name == "text:p" || name == "text:h";
      if (paragraph || name == "text:span")
        add(facts, paragraph ? "paragraph" : "text", node.attribute("text:style-name").value());
      if (paragraph) break;
    }
    defaults_ = facts.styles.find("paragraph ");
    has_defaults_ = defaults_ != facts.styles.end();
  }

  /// What complex script has to be told that only Latin text was told.
  Properties missing() const {
    Properties missing;
    for (const auto& [latin, complex] : twins)
      for (const Properties& level : levels_) {
        const auto given = level.find(latin);
        if (level.count(complex) > 0) break;
        if (given == level.end()) continue;
        missing[complex] = given->second;
        break;
      }
    if (language() != "th") {
      missing["style:language-complex"] = "th";
      missing["style:country-complex"] = "TH";
    }
    return missing;
  }

private:
  void add(const FillFacts& facts, const char* family, std::string name) {
    if (const pugi::xml_node own = style_named(automatic_, family, name)) {
      levels_.push_back(text_properties(own));
      name = own.attribute("style:parent-style-name").value();
    }
    for (int depth = 0; depth < most_inherited && !name.empty(); ++depth) {
      const auto known = facts.styles.find(std::string(family) + " " + name);
      if (known == facts.styles.end()) return;
      levels_.push_back(known->second.text);
      name = known->second.parent;
    }
  }
  std::string language() const {
    for (const Properties& level : levels_)
      if (const auto given = level.find("style:language-complex"); given != level.end())
        return given->second;
    if (!has_defaults_) return "";
    const auto given = defaults_->second.text.find("style:language-complex");
    return given == defaults_->second.text.end() ? "" : given->second;
  }

  static constexpr int most_inherited = 50;
  pugi::xml_node automatic_;
  std::vector<Properties> levels_;
  std::map<std::string, FillFacts::Style>::const_iterator defaults_;
  bool has_defaults_ = false;
};

/// The name of a text style like `name` for complex script; "" where nothing is missing.
std::string complex_style(const FillFacts& facts, pugi::xml_node holder, const std::string& name) {
  const Properties missing = Chain(facts, holder).missing();
  if (missing.empty()) return name;
  pugi::xml_node styles = styles_of(holder);
  pugi::xml_document made;
  pugi::xml_node style = derived(made, styles, "text", name);
  pugi::xml_node properties = style.child("style:text-properties");
  if (!properties) properties = style.append_child("style:text-properties");
  for (const auto& [key, value] : missing) {
    properties.remove_attribute(key.c_str());
    properties.append_attribute(key.c_str()) = value.c_str();
  }
  return name_of_style(styles, style);
}

/// `node`'s start tag without what must be unique.
std::string start_tag(pugi::xml_node node, const char* style = nullptr) {
  pugi::xml_document copy;
  pugi::xml_node shell = copy.append_child(node.name());
  if (style && *style != '\0') shell.append_attribute("text:style-name") = style;
  for (pugi::xml_attribute a : node.attributes()) {
    const std::string_view name = a.name();
    if (name == "xml:id" || name == "text:id" || name == "xhtml:about") continue;
    if (!style || name != "text:style-name") shell.append_copy(a);
  }
  std::string text = printed(shell);
  const std::size_t end = text.rfind("/>");
  return end == std::string::npos ? text : text.substr(0, end) + ">";
}

/// In a style of another master page or with a break, a second paragraph would begin a page again.
std::string plain_style(pugi::xml_node paragraph) {
  const std::string name = paragraph.attribute("text:style-name").value();
  pugi::xml_node styles = styles_of(paragraph);
  const pugi::xml_node style = style_named(styles, "paragraph", name);
  const pugi::xml_node own = style.child("style:paragraph-properties");
  if (!style.attribute("style:master-page-name") && !own.attribute("fo:break-before")) return name;
  pugi::xml_document made;
  pugi::xml_node copy = derived(made, styles, "paragraph", name);
  copy.remove_attribute("style:master-page-name");
  copy.child("style:paragraph-properties").remove_attribute("fo:break-before");
  copy.child("style:paragraph-properties").remove_attribute("style:page-number");
  return name_of_style(styles, copy);
}

/// A style like the paragraph's that begins no page, to be changed and named.
std::string format_of(pugi::xml_node paragraph) {
  pugi::xml_document made;
  pugi::xml_node style = derived(made, styles_of(paragraph), "paragraph", plain_style(paragraph));
  return printed(style);
}

/// What ends the paragraph round `holder` and begins another like it.
void add_paragraph_break(pugi::xml_node holder, fill::TextForm& form) {
  std::string close, open;
  for (pugi::xml_node node = holder; node; node = node.parent()) {
    const std::string name = node.name();
    const bool paragraph = name == "text:p" || name == "text:h";
    if (!paragraph && !holds_text(node)) continue;
    // The innermost span is cut where the tag stands.
    if (node != holder || paragraph) close += "</" + name + ">";
    if (!paragraph) {
      if (node != holder) open = start_tag(node) + open;
      continue;
    }
    form.paragraph_close = close;
    form.paragraph_open = start_tag(node, plain_style(node).c_str()) + open;
    const bool item = std::string_view(node.parent().name()) == "text:list-item";
    const std::string between = item ? "</text:list-item><text:list-item>" : "";
    form.next_paragraph = close + between + form.paragraph_open;
    form.paragraph_format = format_of(node);
    const std::string style = breaking_style(node, node.attribute("text:style-name").value());
    form.next_page = close + between + start_tag(node, style.c_str()) + open;
    return;
  }
}

} // namespace

fill::TextForm text_form(const fill::Facts& facts, pugi::xml_node holder) {
  fill::TextForm form;
  const bool is_span = std::string_view(holder.name()) == "text:span";
  const std::string own = is_span ? holder.attribute("text:style-name").value() : "";
  if (is_span) {
    form.as_written = form.latin = form.object_open = start_tag(holder);
    form.close = form.object_close = "</text:span>";
  }
  const std::string complex = complex_style(facts_of(facts), holder, own);
  if (complex != own) {
    pugi::xml_document made;
    pugi::xml_node span = made.append_child("text:span");
    span.append_attribute("text:style-name") = complex.c_str();
    form.complex = start_tag(span);
    form.complex_close = "</text:span>";
  } else {
    form.complex = form.as_written;
    form.complex_close = form.close;
  }
  form.space = "<text:s/>";
  form.line_break = "<text:line-break/>";
  form.tab = "<text:tab/>";
  form.page_break = form.line_break;
  form.leader = "........................................";
  add_paragraph_break(holder, form);
  return form;
}

void drop_unused_styles(std::string& xml) {
  const std::string_view start = "<style:style style:name=\"saraban", end = "</style:style>";
  const std::size_t styles_end = xml.find("</office:automatic-styles>");
  if (styles_end == std::string::npos) return;
  std::string kept;
  std::size_t copied = 0;
  for (std::size_t at = xml.find(start); at < styles_end; at = xml.find(start, at + 1)) {
    const std::size_t name = at + start.size() - made_style_prefix.size();
    const std::string use = "\"" + xml.substr(name, xml.find('"', name) - name) + "\"";
    const std::size_t tag_end = xml.find('>', at);
    const bool empty = xml[tag_end - 1] == '/';
    const std::size_t after = empty ? tag_end + 1 : xml.find(end, at) + end.size();
    if (xml.find(use, styles_end) != std::string::npos) continue;
    kept.append(xml, copied, at - copied);
    copied = after;
  }
  if (copied == 0) return;
  kept.append(xml, copied);
  xml = std::move(kept);
}

} // namespace saraban::odt
