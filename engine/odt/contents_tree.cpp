// A table of contents in the tree of a part.
#include "odt/contents_tree.h"

#include "odt/part/elements.h"

#include <algorithm>

namespace saraban::odt {
namespace {

using pugi::xml_node;

constexpr std::string_view bookmark_prefix = "__RefHeading___";

void collect(xml_node parent, std::vector<xml_node>& paragraphs) {
  for (xml_node child : parent.children()) {
    if (is(child, "text:p") || is(child, "text:h")) paragraphs.push_back(child);
    collect(child, paragraphs);
  }
}

xml_node first_contents(xml_node parent) {
  for (xml_node child : parent.children()) {
    if (is(child, "text:table-of-content")) return child;
    if (const xml_node found = first_contents(child)) return found;
  }
  return {};
}

void add_text(xml_node node, std::string& text) {
  for (const xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata)
      text += child.value();
    else
      add_text(child, text);
  }
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\n') out += c;
  return out;
}

/// What an entry says before the last tab, behind which its page stands.
std::string entry_text(xml_node entry) {
  std::string text;
  const xml_node link = entry.child("text:a") ? entry.child("text:a") : entry;
  xml_node last_tab;
  for (const xml_node child : link.children())
    if (is(child, "text:tab")) last_tab = child;
  for (const xml_node child : link.children()) {
    if (child == last_tab) break;
    if (child.type() == pugi::node_pcdata)
      text += child.value();
    else
      add_text(child, text);
  }
  return without_spaces(text);
}

class Bookmarks {
public:
  /// The heading's own, made where it has none.
  std::string of(xml_node heading) {
    for (const char* kind : {"text:bookmark-start", "text:bookmark"})
      for (const xml_node mark : heading.children(kind))
        if (attribute(mark, "text:name").starts_with(bookmark_prefix))
          return std::string(attribute(mark, "text:name"));
    const std::string name = std::string(bookmark_prefix) + "Saraban_" + std::to_string(++last_);
    heading.prepend_child("text:bookmark-start").append_attribute("text:name") = name.c_str();
    heading.append_child("text:bookmark-end").append_attribute("text:name") = name.c_str();
    return name;
  }

private:
  int last_ = 0;
};

/// A style's levels are told by its entries' templates; automatic styles stand for them.
void read_source(xml_node source, ContentsPlace& place) {
  place.deepest = static_cast<int>(
      std::clamp<std::int64_t>(integer_or(attribute(source, "text:outline-level"), 10), 1, 10));
  for (const xml_node entry : source.children("text:table-of-content-entry-template"))
    place.styles.emplace(static_cast<int>(integer_or(attribute(entry, "text:outline-level"), 0)),
                         std::string(attribute(entry, "text:style-name")));
}

void add_entry(xml_node paragraph, const ContentsEntry& entry, const std::string& bookmark) {
  xml_node link = paragraph.append_child("text:a");
  link.append_attribute("xlink:type") = "simple";
  link.append_attribute("xlink:href") = ("#" + bookmark).c_str();
  const std::string label = entry.label.empty() ? "" : entry.label + " ";
  link.append_child(pugi::node_pcdata).set_value((label + entry.text).c_str());
  link.append_child("text:tab");
  xml_node page = link.append_child("text:bookmark-ref");
  page.append_attribute("text:reference-format") = "page";
  page.append_attribute("text:ref-name") = bookmark.c_str();
  page.append_child(pugi::node_pcdata).set_value("1");
}

/// The style that the source names for its level, else that of what stood there.
std::string style_for(const ContentsPlace& place, const ContentsEntry& entry) {
  const auto named = place.styles.find(entry.level);
  if (named != place.styles.end()) return named->second;
  return std::string(attribute(place.entries.front(), "text:style-name"));
}

} // namespace

std::vector<xml_node> paragraphs_in(xml_node root) {
  std::vector<xml_node> paragraphs;
  collect(root, paragraphs);
  return paragraphs;
}

bool find_contents(xml_node root, ContentsPlace& place) {
  const xml_node contents = first_contents(root);
  place.body = contents.child("text:index-body");
  read_source(contents.child("text:table-of-content-source"), place);
  for (const xml_node child : place.body.children("text:p")) place.entries.push_back(child);
  return !place.entries.empty();
}

bool lists(const ContentsPlace& place, const std::vector<ContentsEntry>& entries) {
  std::vector<std::string> old;
  for (const xml_node entry : place.entries)
    if (std::string text = entry_text(entry); !text.empty()) old.push_back(std::move(text));
  return std::equal(old.begin(), old.end(), entries.begin(), entries.end(),
                    [](const std::string& text, const ContentsEntry& entry) {
                      return text == without_spaces(entry.label + entry.text);
                    });
}

void write_contents(const ContentsPlace& place, const std::vector<ContentsEntry>& entries) {
  Bookmarks bookmarks;
  xml_node body = place.body;
  for (const ContentsEntry& entry : entries) {
    xml_node paragraph = body.insert_child_before("text:p", place.entries.front());
    paragraph.append_attribute("text:style-name") = style_for(place, entry).c_str();
    add_entry(paragraph, entry, bookmarks.of(entry.heading));
  }
  for (const xml_node old : place.entries) body.remove_child(old);
}

} // namespace saraban::odt
