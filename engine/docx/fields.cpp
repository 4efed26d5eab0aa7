// Fields: instructions, stored results, and what only layout can know (ECMA-376 Part 1, 17.16).
#include "docx/paragraphs.h"
#include "docx/part/elements.h"
#include "docx/part/instruction.h"

#include <algorithm>
#include <string_view>

namespace saraban::docx {
namespace {

using document::FieldKind;
using document::NumberFormat;
using pugi::xml_node;

/// The general switch \* (17.16.4.3.1); the case of the first letter decides between cases.
std::optional<NumberFormat> number_format_of(const std::string& word) {
  const auto name = upper(word);
  const bool small = !word.empty() && word[0] >= 'a' && word[0] <= 'z';
  if (name == "ROMAN") return small ? NumberFormat::lower_roman : NumberFormat::upper_roman;
  if (name == "ALPHABETIC") return small ? NumberFormat::lower_letter : NumberFormat::upper_letter;
  constexpr Word<NumberFormat> words[] = {
      {"ARABIC", NumberFormat::decimal},
      {"ARABICDASH", NumberFormat::number_in_dash},
      {"ORDINAL", NumberFormat::ordinal},
      {"CARDTEXT", NumberFormat::cardinal_text},
      {"ORDTEXT", NumberFormat::ordinal_text},
      {"HEX", NumberFormat::hex},
      {"THAIARABIC", NumberFormat::thai_numbers},
      {"THAILETTER", NumberFormat::thai_letters},
      {"THAICARDTEXT", NumberFormat::thai_counting},
      {"BAHTTEXT", NumberFormat::baht_text},
      {"HINDIARABIC", NumberFormat::hindi_numbers},
      {"CIRCLENUM", NumberFormat::circled},
      {"DBCHAR", NumberFormat::full_width},
  };
  return meaning(std::string_view(name), words);
}

std::optional<FieldKind> laid_out_kind(std::string_view name) {
  constexpr Word<FieldKind> words[] = {
      {"PAGE", FieldKind::page},
      {"NUMPAGES", FieldKind::page_count},
      {"SECTIONPAGES", FieldKind::section_pages},
      {"SECTION", FieldKind::section_number},
      {"PAGEREF", FieldKind::page_reference},
      {"STYLEREF", FieldKind::style_reference},
  };
  return meaning(name, words);
}

/// STYLEREF \n \r \w ask for a paragraph's number and \p for its direction: the stored result does.
bool layout_knows(FieldKind kind, const std::vector<std::string>& words) {
  const auto has = [&](const char* name) {
    return std::find(words.begin(), words.end(), name) != words.end();
  };
  if (kind == FieldKind::style_reference)
    return words.size() > 1 && !has("\\n") && !has("\\r") && !has("\\w") && !has("\\p");
  if (kind == FieldKind::page_reference) return !page_reference(words).empty();
  return true;
}

/// HYPERLINK "target" \l "bookmark" \o "tooltip".
document::LinkStart link_of(const std::vector<std::string>& words) {
  document::LinkStart link;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto& word = words[i];
    const bool more = i + 1 < words.size();
    if (word == "\\l" && more)
      link.target += '#' + words[++i];
    else if (word == "\\o" && more)
      link.tooltip = words[++i];
    else if (word == "\\t" && more)
      ++i;
    else if (!word.starts_with('\\'))
      link.target = word + link.target;
  }
  return link;
}

std::optional<NumberFormat> format_switch(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i] == "\\*")
      if (const auto format = number_format_of(words[i + 1])) return format;
  for (const auto& word : words)
    if (word.size() > 2 && word.starts_with("\\*"))
      if (const auto format = number_format_of(word.substr(2))) return format;
  return std::nullopt;
}

/// Decides what the field is; opens what must be opened before its result.
void understand(InlineWriter& out, OpenField& field) {
  const auto words = instruction_words(field.instruction);
  const std::string name = words.empty() ? "" : upper(words[0]);
  field.kind = OpenField::Kind::shown;
  const auto kind = laid_out_kind(name);
  if (kind && layout_knows(*kind, words)) {
    field.kind = OpenField::Kind::laid_out;
    field.field.kind = *kind;
    if (words.size() > 1 && !words[1].starts_with('\\')) field.field.argument = words[1];
    field.field.number_format = format_switch(words);
  } else if (name == "FORMCHECKBOX" || (name == "FORMDROPDOWN" && field.form.child("w:ddList")))
    field.kind = OpenField::Kind::form_result;
  else if (name == "HYPERLINK" && !out.drops())
    field.kind = OpenField::Kind::link;
}

/// Fields that Word draws without storing a result (17.16.5): nothing stands in the file for them.
void report_undrawn(InlineWriter& out, const OpenField& field) {
  const auto words = instruction_words(field.instruction);
  const std::string name = words.empty() ? "" : upper(words[0]);
  constexpr std::string_view drawn_by_word[] = {"EQ",         "AUTONUM", "AUTONUMLGL",
                                                "AUTONUMOUT", "LISTNUM", "ADVANCE"};
  if (std::find(std::begin(drawn_by_word), std::end(drawn_by_word), name) !=
      std::end(drawn_by_word))
    out.reader.not_drawn("field " + name);
}

void open_mark(InlineWriter& out, OpenField& field) {
  if (field.kind == OpenField::Kind::link && !out.drops()) {
    auto link = link_of(instruction_words(field.instruction));
    field.marked = !link.target.empty();
    if (field.marked) out.mark(std::move(link));
  }
}

/// FORMTEXT, FORMCHECKBOX, FORMDROPDOWN (17.16.17).
std::string form_result(const OpenField& field) {
  if (const auto box = field.form.child("w:checkBox")) {
    const auto checked = box.child("w:checked");
    const auto standard = box.child("w:default");
    const bool on = checked ? on_off(checked) : standard && on_off(standard);
    return on ? "☒" : "☐";
  }
  const auto list = field.form.child("w:ddList");
  auto chosen = integer_or(value(list.child("w:result")), -1);
  if (chosen < 0) chosen = integer_or(value(list.child("w:default")), 0);
  for (const auto& entry : list.children("w:listEntry"))
    if (chosen-- == 0) return std::string(value(entry));
  return {};
}

} // namespace

void begin_field(InlineWriter& out, xml_node character, document::FormatIndex format) {
  constexpr std::size_t deepest = 100;
  OpenField field;
  field.begin_format = format;
  field.form = character.child("w:ffData");
  if (out.reader.fields.size() < deepest) out.reader.fields.push_back(std::move(field));
}

void separate_field(InlineWriter& out) {
  if (out.reader.fields.empty() || out.reader.fields.back().in_result) return;
  auto field = std::move(out.reader.fields.back());
  out.reader.fields.pop_back();
  understand(out, field);
  open_mark(out, field);
  field.in_result = true;
  out.reader.fields.push_back(std::move(field));
}

void end_field(InlineWriter& out) {
  if (out.reader.fields.empty()) return;
  auto field = std::move(out.reader.fields.back());
  out.reader.fields.pop_back();
  if (!field.in_result) {
    understand(out, field);
    report_undrawn(out, field);
  }
  if (field.kind == OpenField::Kind::laid_out) {
    field.field.format = field.format.value_or(field.begin_format);
    out.item(std::move(field.field));
  } else if (field.kind == OpenField::Kind::form_result) {
    out.text(form_result(field), field.begin_format);
  } else if (field.marked)
    out.mark(document::LinkEnd{});
}

void read_simple_field(InlineWriter& out, xml_node e) {
  const auto run = e.child("w:r");
  const auto depth = out.reader.fields.size() + 1;
  begin_field(out, e, out.reader.formats.run(run.child("w:rPr"), out.place));
  if (out.reader.fields.size() < depth) return read_inlines(out, e);
  out.reader.fields.back().instruction = attribute(e, "w:instr");
  separate_field(out);
  read_inlines(out, e);
  while (out.reader.fields.size() >= depth) end_field(out);
}

void close_marks(InlineWriter& out) {
  for (auto& field : out.reader.fields)
    if (field.marked) {
      out.mark(document::LinkEnd{});
      field.marked = false;
    }
}

} // namespace saraban::docx
