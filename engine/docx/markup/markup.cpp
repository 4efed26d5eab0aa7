// WordprocessingML's words for what fill works with (ECMA-376 Part 1, 17).
// Support: [X] body, headers, footers, notes, comments, text boxes, charts' texts, properties
//          [X] links' targets, alternative texts, field instructions, content controls' text
//          [-] SmartArt  [X] MERGEFIELD, IF over such, content controls of every kind bound by name
#include "docx/markup/markup.h"

#include "docx/markup/markup_parts.h"

#include <string_view>
#include <unordered_map>

namespace saraban::docx {
namespace {

using fill::ElementKind;
using fill::IdKind;

constexpr std::pair<std::string_view, ElementKind> kind_table[] = {
    {"w:p", ElementKind::paragraph},
    {"a:p", ElementKind::paragraph},
    {"w:r", ElementKind::run},
    {"a:r", ElementKind::run},
    {"w:t", ElementKind::text},
    {"a:t", ElementKind::text},
    {"w:tab", ElementKind::character},
    {"w:cr", ElementKind::character},
    {"a:br", ElementKind::character},
    {"w:noBreakHyphen", ElementKind::character},
    {"w:softHyphen", ElementKind::character},
    {"w:hyperlink", ElementKind::group},
    {"w:ins", ElementKind::group},
    {"w:moveTo", ElementKind::group},
    {"w:smartTag", ElementKind::group},
    {"w:customXml", ElementKind::group},
    {"w:sdt", ElementKind::group},
    {"w:sdtContent", ElementKind::group},
    {"w:fldSimple", ElementKind::group},
    {"w:dir", ElementKind::group},
    {"w:bdo", ElementKind::group},
    {"w:pPr", ElementKind::properties},
    {"w:rPr", ElementKind::properties},
    {"w:sdtPr", ElementKind::properties},
    {"w:sdtEndPr", ElementKind::properties},
    {"w:smartTagPr", ElementKind::properties},
    {"w:customXmlPr", ElementKind::properties},
    {"w:tblPr", ElementKind::properties},
    {"w:tblGrid", ElementKind::properties},
    {"w:tblPrEx", ElementKind::properties},
    {"w:trPr", ElementKind::properties},
    {"w:tcPr", ElementKind::properties},
    {"w:fldData", ElementKind::properties},
    {"a:pPr", ElementKind::properties},
    {"a:rPr", ElementKind::properties},
    {"a:endParaRPr", ElementKind::properties},
    {"a:tblPr", ElementKind::properties},
    {"a:tblGrid", ElementKind::properties},
    {"a:tcPr", ElementKind::properties},
    {"w:bookmarkStart", ElementKind::mark},
    {"w:bookmarkEnd", ElementKind::mark},
    {"w:commentRangeStart", ElementKind::mark},
    {"w:commentRangeEnd", ElementKind::mark},
    {"w:commentReference", ElementKind::mark},
    {"w:permStart", ElementKind::mark},
    {"w:permEnd", ElementKind::mark},
    {"w:moveFromRangeStart", ElementKind::mark},
    {"w:moveFromRangeEnd", ElementKind::mark},
    {"w:moveToRangeStart", ElementKind::mark},
    {"w:moveToRangeEnd", ElementKind::mark},
    {"w:proofErr", ElementKind::noise},
    {"w:lastRenderedPageBreak", ElementKind::noise},
    {"w:del", ElementKind::deleted},
    {"w:moveFrom", ElementKind::deleted},
    {"w:tbl", ElementKind::table},
    {"a:tbl", ElementKind::table},
    {"w:tr", ElementKind::row},
    {"a:tr", ElementKind::row},
    {"w:tc", ElementKind::cell},
    {"a:tc", ElementKind::cell},
    {"w:txbxContent", ElementKind::story},
    {"w:hdr", ElementKind::story},
    {"w:ftr", ElementKind::story},
    {"w:footnote", ElementKind::story},
    {"w:endnote", ElementKind::story},
    {"w:comment", ElementKind::story},
    {"mc:Fallback", ElementKind::fallback}};

const std::unordered_map<std::string_view, ElementKind>& kinds() {
  static const std::unordered_map<std::string_view, ElementKind> table(std::begin(kind_table),
                                                                       std::end(kind_table));
  return table;
}

/// A break to the next page or column is content; one to the next line is a character.
bool is_line_break(pugi::xml_node br) {
  const std::string_view type = br.attribute("w:type").value();
  return type.empty() || type == "textWrapping";
}

ElementKind kind(pugi::xml_node node) {
  if (node.type() != pugi::node_element) return ElementKind::noise;
  const std::string_view name = node.name();
  if (name == "w:br") return is_line_break(node) ? ElementKind::character : ElementKind::other;
  const auto found = kinds().find(name);
  return found == kinds().end() ? ElementKind::other : found->second;
}

std::string_view character(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "w:tab") return "\t";
  if (name == "w:noBreakHyphen") return "-";
  if (name == "w:softHyphen") return "";
  return "\n";
}

bool keeps_place(pugi::xml_node paragraph) {
  return static_cast<bool>(paragraph.child("w:pPr").child("w:sectPr"));
}

void copy_format(pugi::xml_node from, pugi::xml_node to) {
  for (pugi::xml_node child : from.children())
    if (kind(child) == ElementKind::properties) to.append_copy(child);
}

void give_up_place(pugi::xml_node paragraph) {
  paragraph.child("w:pPr").remove_child("w:sectPr");
}

IdKind id(pugi::xml_node node, pugi::xml_attribute attribute) {
  const std::string_view name = node.name(), key = attribute.name();
  if (key == "w14:paraId" || key == "w14:textId") return IdKind::superfluous;
  if (key == "r:id" && (name == "w:hyperlink" || name == "a:hlinkClick")) return IdKind::link;
  if (key == "r:embed" || key == "r:id" || key == "r:link" || key == "r:pict")
    return IdKind::relation;
  if (key == "id" && name == "wp:docPr") return IdKind::drawing;
  if (key == "w:id" && (name == "w:bookmarkStart" || name == "w:bookmarkEnd"))
    return IdKind::bookmark;
  if (key == "w:id" && name == "w:footnoteReference") return IdKind::footnote;
  if (key == "w:id" && name == "w:endnoteReference") return IdKind::endnote;
  if (key == "w:id" && name.starts_with("w:comment") && name != "w:comment") return IdKind::comment;
  if (key == "w:name" && name == "w:bookmarkStart") return IdKind::bookmark_name;
  if (key == "w:anchor" && name == "w:hyperlink") return IdKind::bookmark_reference;
  if (key == "w:val" && name == "w:numId") return IdKind::list;
  if (key == "w:val" && name == "w:id" && std::string_view(node.parent().name()) == "w:sdtPr")
    return IdKind::drawing;
  return IdKind::none;
}

/// Words of a field's instruction, quoted ones without their quotes.
std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = text.find_first_not_of(" \t\n", at)) < text.size();) {
    const bool quoted = text[at] == '"';
    const std::size_t from = at + (quoted ? 1 : 0);
    const std::size_t end =
        std::min(quoted ? text.find('"', from) : text.find_first_of(" \t\n\"", from), text.size());
    words.push_back(text.substr(from, end - from));
    at = end + (quoted ? 1 : 0);
  }
  return words;
}

/// REF, PAGEREF and NOTEREF, and links into the document (ECMA-376 Part 1, 17.16.5).
std::string_view bookmark_named(pugi::xml_node holder, std::string_view text) {
  const std::string_view holds = holder.name();
  if (holds != "w:instrText" && holds != "w:fldSimple") return {};
  const auto words = words_in(text);
  if (words.size() < 2) return {};
  if (words[0] == "REF" || words[0] == "PAGEREF" || words[0] == "NOTEREF")
    return words[1].starts_with('\\') ? std::string_view() : words[1];
  for (std::size_t i = 1; words[0] == "HYPERLINK" && i + 1 < words.size(); ++i)
    if (words[i] == "\\l") return words[i + 1];
  return {};
}

PlaceStep place_of_story(pugi::xml_node story) {
  const std::string_view name = story.name();
  if (name == "w:txbxContent") return {"text-box", 0, ""};
  if (name == "w:footnote") return {"footnote", story.attribute("w:id").as_int(), ""};
  if (name == "w:endnote") return {"endnote", story.attribute("w:id").as_int(), ""};
  if (name == "w:comment") return {"comment", story.attribute("w:id").as_int(), ""};
  return {};
}

std::string link_open(const std::string& relation) {
  return "<w:hyperlink xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
         "relationships\" r:id=\"" +
         relation + "\" w:history=\"1\">";
}

} // namespace

const fill::Markup& markup() {
  static const fill::Markup words = [] {
    fill::Markup m{};
    m.kind = kind;
    m.character = character;
    m.keeps_place = keeps_place;
    m.copy_format = copy_format;
    m.give_up_place = give_up_place;
    m.id = id;
    m.bookmark_named = bookmark_named;
    m.place_of_story = place_of_story;
    m.may_hold_tags = may_hold_tags;
    m.prepare = prepare;
    m.settle = [](pugi::xml_node) {};
    m.tidy = [](pugi::xml_node) {};
    m.parts = parts_to_fill;
    m.read_facts = read_facts;
    m.list_of = list_of;
    m.set_list = set_list;
    m.link_templates = link_templates;
    m.text_form = text_form;
    m.empty_paragraph = "<w:p/>";
    m.paragraph_end = "</w:p>", m.row_end = "</w:tr>", m.cell_end = "</w:tc>";
    m.adopt = adopt;
    m.carried_styles = [](pugi::xml_node) { return std::string(); };
    m.add_styles = [](std::string&, const std::string&) {};
    m.set_cell = set_cell;
    m.picture = write_picture;
    m.annotated = annotated;
    m.code = write_code;
    m.link_targets = fill::LinkTargets::in_relations;
    m.field_open = write_field_open;
    m.field_close = write_field_close;
    m.leader = write_leader;
    m.link_open = link_open;
    m.link_close = "</w:hyperlink>";
    m.relations = package::relationships;
    m.relation_name = relation_name;
    m.rich = rich_markup();
    m.finish_table = [](std::string&) {};
    m.finish_part = [](std::string&) {};
    m.add = add_to_package;
    m.list_goes_on = [](const std::string&, const std::string&) { return std::string(); };
    m.list_name = list_name;
    return m;
  }();
  return words;
}

} // namespace saraban::docx
