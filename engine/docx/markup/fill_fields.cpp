// A form's fields as content controls (ECMA-376 Part 1, 17.5.2), and dots to write on.
#include "docx/markup/markup_parts.h"

#include "fill/write_text.h"

#include <algorithm>
#include <charconv>

namespace saraban::docx {
namespace {

using Kind = language::FormField::Kind;

std::string attribute(std::string_view name, std::string_view value) {
  std::string out = " ";
  out.append(name).append("=\"");
  fill::escape_attribute(value, out);
  return out + "\"";
}

std::string element(std::string_view name, std::string_view value) {
  return "<" + std::string(name) + attribute("w:val", value) + "/>";
}

/// The properties of the runs that `form` writes; empty where they have none.
std::string_view properties_in(std::string_view run) {
  const std::size_t begin = run.find("<w:rPr>"), end = run.find("</w:rPr>");
  if (begin == run.npos || end == run.npos) return {};
  return run.substr(begin, end + 8 - begin);
}

/// The start of a complex-script run, before its text.
std::string_view run_start(const fill::TextForm& form) {
  return std::string_view(form.complex).substr(0, form.complex.rfind("<w:t"));
}

bool is_checked(const language::FormField& field) {
  if (!field.value) return false;
  const auto* box = std::get_if<language::CheckBox>(&field.value->content());
  return box && box->checked;
}

/// [MS-DOCX] 2.6.1.1: the signs that clicking changes between.
std::string check_box(const language::FormField& field) {
  const std::string font = " w14:font=\"Segoe UI Symbol\"/>";
  return "<w14:checkbox xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">"
         "<w14:checked w14:val=\"" +
         std::string(is_checked(field) ? "1" : "0") + "\"/><w14:checkedState w14:val=\"" + "2611" +
         "\"" + font + "<w14:uncheckedState w14:val=\"" + "2610" + "\"" + font + "</w14:checkbox>";
}

std::string choices(const language::FormField& field) {
  std::string out = "<w:dropDownList>";
  for (const std::string& option : field.options)
    out += "<w:listItem" + attribute("w:displayText", option) + attribute("w:value", option) + "/>";
  return out + "</w:dropDownList>";
}

std::string kind_of(const fill::FieldShape& shape) {
  const language::FormField& field = shape.field;
  switch (field.kind) {
  case Kind::check_box:
  case Kind::radio:
    return check_box(field);
  case Kind::choice:
    return choices(field);
  case Kind::date:
    return "<w:date><w:lid w:val=\"th-TH\"/><w:storeMappedDataAs w:val=\"dateTime\"/>"
           "<w:calendar w:val=\"thai\"/></w:date>";
  case Kind::multiline:
    // In plain text LibreOffice puts the line breaks before everything else.
    return shape.is_interactive ? "<w:text w:multiLine=\"1\"/>" : "<w:richText/>";
  case Kind::text:
  case Kind::picture:
    break;
  }
  return "<w:text/>";
}

/// What only our own reader is told, in a package that is laid out and never saved.
std::string for_reader(const language::FormField& field) {
  std::string out;
  if (field.kind == Kind::radio) out += attribute(private_names::radio, "1");
  if (!field.expression.empty()) out += attribute(private_names::expression, field.expression);
  if (!field.choice.empty()) out += attribute(private_names::choice, field.choice);
  if (!field.json.empty()) out += attribute(private_names::json, field.json);
  return out;
}

/// Half-points of complex script as the run says them itself; 16 points, an official letter's size,
/// where its style says it.
int size_in(std::string_view run) {
  int size = 32;
  const std::size_t at = run.find("<w:szCs w:val=\"");
  if (at != run.npos) std::from_chars(run.data() + at + 15, run.data() + run.size(), size);
  return std::clamp(size, 2, 3000);
}

} // namespace

void write_field_open(const fill::FieldShape& shape, const fill::TextForm& form, std::string& out) {
  const language::FormField& field = shape.field;
  out += "<w:sdt" + (shape.is_interactive ? for_reader(field) : std::string()) + "><w:sdtPr>";
  out += properties_in(form.complex);
  if (!field.choice.empty()) out += element("w:alias", field.choice);
  out += element("w:tag", field.path) + element("w:id", shape.id);
  if (shape.is_prompt) out += "<w:showingPlcHdr/>";
  out += kind_of(shape) + "</w:sdtPr><w:sdtContent>";
}

void write_field_close(const fill::FieldShape&, const fill::TextForm&, std::string& out) {
  out += "</w:sdtContent></w:sdt>";
}

/// A width of its own is a run of dots made to fit it (17.3.2.14); the rest of a line is an
/// alignment tab (17.3.3.23). The reader knows both again.
void write_leader(const fill::LeaderShape& shape, const fill::TextForm& form, std::string& out) {
  if (form.pictures == fill::TextForm::Pictures::no) { // Text of a drawing has neither.
    out += form.as_written + std::string(40, '.') + form.close;
    return;
  }
  std::string run(run_start(form));
  if (!shape.width) {
    out += run + "<w:ptab w:relativeTo=\"indent\" w:alignment=\"right\" w:leader=\"" +
           (shape.shows ? "dot" : "none") + "\"/></w:r>";
    return;
  }
  const std::int64_t twips = std::clamp<std::int64_t>(shape.width->emu / 635, 20, 31'680);
  const std::int64_t dots = std::clamp<std::int64_t>(twips * 32 / (size_in(run) * 85), 3, 1'000);
  const std::string fit = "<w:fitText w:val=\"" + std::to_string(twips) + "\"/>";
  // After w:shd in the order of run properties.
  std::size_t at = run.npos;
  for (const char* later : {"<w:vertAlign", "<w:rtl", "<w:cs/>", "<w:em ", "<w:lang", "</w:rPr>"})
    at = std::min(at, run.find(later));
  run.insert(at == run.npos ? run.size() : at, at == run.npos ? "<w:rPr>" + fit + "</w:rPr>" : fit);
  out += run + "<w:t>" + std::string(static_cast<std::size_t>(dots), '.') + "</w:t></w:r>";
}

} // namespace saraban::docx
