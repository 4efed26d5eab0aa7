// A table of contents in the tree of a part.
#include "docx/contents_tree.h"

#include "docx/part/elements.h"
#include "docx/part/instruction.h"

#include <algorithm>

namespace saraban::docx {
namespace {

using pugi::xml_node;

constexpr std::string_view bookmark_prefix = "_Toc";

xml_node paragraph_of(xml_node node) {
  while (node && !is(node, "w:p")) node = node.parent();
  return node;
}

/// Follows fields through a part, up to the end of its first TOC.
class Finder {
public:
  bool visit(xml_node parent) {
    for (xml_node child : parent.children()) {
      if (is(child, "w:instrText") && !open_.empty() && !open_.back().separate)
        open_.back().instruction += child.text().get();
      else if (is(child, "w:fldChar") && mark(child))
        return true;
      else if (visit(child))
        return true;
    }
    return false;
  }

  struct Field {
    std::string instruction;
    xml_node separate, end;
  } found;

private:
  bool mark(xml_node character) {
    const auto type = attribute(character, "w:fldCharType");
    if (type == "begin") open_.emplace_back();
    if (open_.empty()) return false;
    if (type == "separate") open_.back().separate = character.parent();
    if (type != "end") return false;
    const Field field = open_.back();
    open_.pop_back();
    const auto words = instruction_words(field.instruction);
    if (words.empty() || upper(words[0]) != "TOC" || !field.separate) return false;
    found = field;
    found.end = character.parent();
    return true;
  }

  std::vector<Field> open_;
};

/// Text and format of an entry's runs, without its page number.
struct EntryRuns {
  std::string text;
  xml_node text_format, page_format; ///< w:rPr; may be empty.
};

void read_runs(xml_node parent, int& hidden, EntryRuns& runs) {
  for (xml_node child : parent.children()) {
    if (is(child, "w:instrText")) {
      const auto words = instruction_words(child.text().get());
      if (!words.empty() && upper(words[0]) == "PAGEREF") hidden = std::max(hidden, 1);
    } else if (is(child, "w:fldChar") && attribute(child, "w:fldCharType") == "end") {
      hidden = 0;
    } else if (is(child, "w:t")) {
      xml_node& format = hidden > 0 ? runs.page_format : runs.text_format;
      if (!format) format = parent.child("w:rPr");
      if (hidden == 0) runs.text += child.text().get();
    } else {
      if (is(child, "w:tab") && is(parent, "w:r")) runs.page_format = parent.child("w:rPr");
      read_runs(child, hidden, runs);
    }
  }
}

EntryRuns runs_of(xml_node paragraph) {
  EntryRuns runs;
  int hidden = 0;
  read_runs(paragraph, hidden, runs);
  return runs;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\t') out += c;
  return out;
}

int level_of(xml_node paragraph, const ContentsStyles& styles) {
  const auto id = value(paragraph.child("w:pPr").child("w:pStyle"));
  for (const auto& [level, style] : styles)
    if (style == id) return level;
  return 0;
}

void add_text(xml_node parent, xml_node format, const std::string& text, bool tab) {
  xml_node run = parent.append_child("w:r");
  if (format) run.append_copy(format);
  if (tab) {
    run.append_child("w:tab");
    return;
  }
  xml_node shown = run.append_child("w:t");
  shown.append_attribute("xml:space") = "preserve";
  shown.text().set(text.c_str());
}

void add_mark(xml_node parent, xml_node format, const char* type) {
  xml_node run = parent.append_child("w:r");
  if (format) run.append_copy(format);
  run.append_child("w:fldChar").append_attribute("w:fldCharType") = type;
}

void add_page(xml_node parent, xml_node format, const std::string& bookmark) {
  add_mark(parent, format, "begin");
  xml_node run = parent.append_child("w:r");
  if (format) run.append_copy(format);
  xml_node instruction = run.append_child("w:instrText");
  instruction.append_attribute("xml:space") = "preserve";
  instruction.text().set((" PAGEREF " + bookmark + " \\h ").c_str());
  add_mark(parent, format, "separate");
  add_text(parent, format, "1", false);
  add_mark(parent, format, "end");
}

/// The heading's own bookmark for contents, made where it has none.
class Bookmarks {
public:
  explicit Bookmarks(xml_node root) { count(root); }

  std::string of(xml_node heading) {
    for (const xml_node mark : heading.children("w:bookmarkStart"))
      if (attribute(mark, "w:name").starts_with(bookmark_prefix))
        return std::string(attribute(mark, "w:name"));
    const std::string id = std::to_string(++last_);
    const std::string name = std::string(bookmark_prefix) + "9" + id;
    const xml_node properties = heading.child("w:pPr");
    xml_node start = properties ? heading.insert_child_after("w:bookmarkStart", properties)
                                : heading.prepend_child("w:bookmarkStart");
    start.append_attribute("w:id") = id.c_str();
    start.append_attribute("w:name") = name.c_str();
    heading.append_child("w:bookmarkEnd").append_attribute("w:id") = id.c_str();
    return name;
  }

private:
  void count(xml_node parent) {
    for (const xml_node child : parent.children()) {
      if (is(child, "w:bookmarkStart"))
        last_ = std::max(last_, integer_or(attribute(child, "w:id"), 0));
      count(child);
    }
  }

  std::int64_t last_ = 0;
};

/// The paragraph whose look an entry of a level takes: one of that level, else the first.
xml_node pattern_of(const ContentsPlace& place, int level, const ContentsStyles& styles) {
  for (const xml_node paragraph : place.paragraphs)
    if (level_of(paragraph, styles) == level) return paragraph;
  return place.paragraphs.front();
}

void add_properties(xml_node paragraph, xml_node pattern, int level, const ContentsStyles& styles) {
  xml_node properties = pattern.child("w:pPr") ? paragraph.append_copy(pattern.child("w:pPr"))
                                               : paragraph.append_child("w:pPr");
  const auto style = styles.find(level);
  if (style == styles.end()) return;
  xml_node named = properties.child("w:pStyle");
  if (!named) named = properties.prepend_child("w:pStyle");
  named.remove_attributes();
  named.append_attribute("w:val") = style->second.c_str();
}

void collect(xml_node parent, std::vector<xml_node>& paragraphs) {
  for (xml_node child : parent.children()) {
    if (is(child, "w:p")) paragraphs.push_back(child);
    collect(child, paragraphs);
  }
}

/// What stands before the entries: the field's beginning.
void add_opening(xml_node paragraph, const ContentsPlace& place) {
  for (const xml_node child : place.paragraphs.front().children()) {
    if (!is(child, "w:pPr")) paragraph.append_copy(child);
    if (child == place.separate) return;
  }
}

void add_entry(xml_node paragraph, const ContentsEntry& entry, const std::string& bookmark,
               const EntryRuns& runs, const ContentsLook& look) {
  xml_node holder = look.links ? paragraph.append_child("w:hyperlink") : paragraph;
  if (look.links) holder.append_attribute("w:anchor") = bookmark.c_str();
  if (!entry.label.empty()) {
    add_text(holder, runs.text_format, entry.label, false);
    add_text(holder, runs.text_format, "", true);
  }
  add_text(holder, runs.text_format, entry.text, false);
  if (!look.pages) return;
  add_text(holder, runs.page_format, "", true);
  add_page(holder, runs.page_format, bookmark);
}

} // namespace

std::vector<xml_node> paragraphs_in(xml_node root) {
  std::vector<xml_node> paragraphs;
  collect(root, paragraphs);
  return paragraphs;
}

bool find_contents(xml_node root, ContentsPlace& place) {
  Finder finder;
  if (!finder.visit(root)) return false;
  place.instruction = finder.found.instruction;
  place.separate = finder.found.separate, place.end = finder.found.end;
  const xml_node first = paragraph_of(place.separate), last = paragraph_of(place.end);
  if (!first || place.separate.parent() != first || first.parent() != last.parent()) return false;
  for (xml_node at = first; at; at = at.next_sibling()) {
    if (at.type() != pugi::node_element) continue;
    if (!is(at, "w:p") || at.child("w:pPr").child("w:sectPr")) return false;
    place.paragraphs.push_back(at);
    if (at == last) return true;
  }
  return false;
}

bool lists(const ContentsPlace& place, const std::vector<ContentsEntry>& entries,
           const ContentsStyles& styles) {
  std::size_t at = 0;
  for (const xml_node paragraph : place.paragraphs) {
    const std::string text = without_spaces(runs_of(paragraph).text);
    if (text.empty()) continue;
    if (at == entries.size()) return false;
    const ContentsEntry& entry = entries[at++];
    if (level_of(paragraph, styles) != entry.level ||
        text != without_spaces(entry.label + entry.text))
      return false;
  }
  return at == entries.size();
}

void write_contents(const ContentsPlace& place, const std::vector<ContentsEntry>& entries,
                    const ContentsLook& look) {
  Bookmarks bookmarks(place.paragraphs.front().root());
  xml_node parent = place.paragraphs.front().parent();
  xml_node paragraph;
  for (const ContentsEntry& entry : entries) {
    const xml_node pattern = pattern_of(place, entry.level, look.styles);
    const bool is_first = !paragraph;
    paragraph = parent.insert_child_before("w:p", place.paragraphs.front());
    add_properties(paragraph, pattern, entry.level, look.styles);
    if (is_first) add_opening(paragraph, place);
    add_entry(paragraph, entry, bookmarks.of(entry.heading), runs_of(pattern), look);
  }
  const xml_node last = place.paragraphs.back();
  const bool ends_alone = place.paragraphs.size() > 1 && without_spaces(runs_of(last).text).empty();
  if (!ends_alone) paragraph.append_copy(place.end);
  for (const xml_node old : place.paragraphs)
    if (old != last || !ends_alone) parent.remove_child(old);
}

} // namespace saraban::docx
