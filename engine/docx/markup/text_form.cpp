// How values are written in a run's place: the run's properties for each script (ECMA-376 17.3.2).
#include "docx/markup/markup_parts.h"
#include "docx/markup/property_order.h"

#include <cstring>
#include <sstream>

namespace saraban::docx {
namespace {

/// `twin` says for complex script what `name` says for Latin, where only `name` is given.
void add_twin(pugi::xml_node properties, const char* name, const char* twin) {
  const pugi::xml_node given = properties.child(name);
  if (!given || properties.child(twin)) return;
  pugi::xml_node made = run_property(properties, twin);
  for (pugi::xml_attribute a : given.attributes()) made.append_copy(a);
}

void add_complex_font(pugi::xml_node fonts) {
  if (!fonts || fonts.attribute("w:cs") || fonts.attribute("w:cstheme")) return;
  for (const char* name : {"w:ascii", "w:hAnsi"})
    if (fonts.attribute(name)) return set_attribute(fonts, "w:cs", fonts.attribute(name).value());
  for (const char* name : {"w:asciiTheme", "w:hAnsiTheme"})
    if (const pugi::xml_attribute theme = fonts.attribute(name))
      return set_attribute(fonts, "w:cstheme",
                           std::strncmp(theme.value(), "major", 5) == 0 ? "majorBidi"
                                                                        : "minorBidi");
}

void make_complex(pugi::xml_node properties) {
  add_complex_font(properties.child("w:rFonts"));
  add_twin(properties, "w:b", "w:bCs");
  add_twin(properties, "w:i", "w:iCs");
  add_twin(properties, "w:sz", "w:szCs");
  properties.remove_child("w:noProof");
  pugi::xml_node forced = run_property(properties, "w:cs");
  forced.remove_attribute("w:val");
  set_attribute(run_property(properties, "w:lang"), "w:bidi", "th-TH");
}

/// The opening of a run with these properties.
std::string run_open(pugi::xml_node properties) {
  return properties.first_child() ? "<w:r>" + print(properties) : "<w:r>";
}

std::string start_tag(pugi::xml_node node) {
  pugi::xml_document copy;
  pugi::xml_node shell = copy.append_child(node.name());
  for (pugi::xml_attribute a : node.attributes()) {
    const std::string_view name = a.name();
    if (!name.starts_with("w14:") && !name.starts_with("w:rsid")) shell.append_copy(a);
  }
  std::string text = print(shell);
  const std::size_t end = text.rfind("/>");
  return end == std::string::npos ? text : text.substr(0, end) + ">";
}

std::string group_open(pugi::xml_node group) {
  std::string open = start_tag(group);
  for (pugi::xml_node child : group.children("w:sdtPr")) {
    pugi::xml_document copy;
    pugi::xml_node properties = copy.append_copy(child);
    properties.remove_child("w:id");
    open += print(properties);
  }
  return open;
}

std::string paragraph_open(pugi::xml_node paragraph) {
  std::string open = start_tag(paragraph);
  if (const pugi::xml_node properties = paragraph.child("w:pPr")) {
    pugi::xml_document copy;
    pugi::xml_node own = copy.append_copy(properties);
    own.remove_child("w:sectPr");
    own.remove_child("w:pPrChange");
    open += print(own);
  }
  if (const pugi::xml_node properties = paragraph.child("a:pPr")) open += print(properties);
  return open;
}

/// What ends the paragraph round `run` and begins another like it.
void add_paragraph_break(pugi::xml_node run, fill::TextForm& form) {
  std::string close, open;
  for (pugi::xml_node node = run.parent(); node; node = node.parent()) {
    const std::string name = node.name();
    close += "</" + name + ">";
    if (name == "w:p" || name == "a:p") {
      form.paragraph_close = close;
      form.paragraph_open = paragraph_open(node) + open;
      form.next_paragraph = form.paragraph_close + form.paragraph_open;
      return;
    }
    open = group_open(node) + open;
  }
}

fill::TextForm drawing_form(pugi::xml_node run) {
  fill::TextForm form;
  const pugi::xml_node properties = run.child("a:rPr");
  const std::string own = properties ? print(properties) : "";
  form.as_written = form.latin = form.complex = "<a:r>" + own + "<a:t>";
  form.close = form.complex_close = "</a:t></a:r>";
  form.line_break = form.close + "<a:br>" + own + "</a:br>" + form.as_written;
  form.page_break = form.line_break;
  form.pictures = fill::TextForm::Pictures::no;
  form.tab = "\t";
  add_paragraph_break(run, form);
  return form;
}

} // namespace

std::string print(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

fill::TextForm text_form(const fill::Facts&, pugi::xml_node run) {
  if (std::string_view(run.name()).starts_with("a:")) return drawing_form(run);
  constexpr const char* text_open = "<w:t xml:space=\"preserve\">";
  fill::TextForm form;
  pugi::xml_document copy;
  pugi::xml_node properties =
      run.child("w:rPr") ? copy.append_copy(run.child("w:rPr")) : copy.append_child("w:rPr");
  properties.remove_child("w:rPrChange");
  form.object_open = run_open(properties);
  form.object_close = "</w:r>";
  form.as_written = form.object_open + text_open;
  form.close = form.complex_close = "</w:t></w:r>";
  form.line_break = std::string("</w:t><w:br/>") + text_open;
  form.tab = std::string("</w:t><w:tab/>") + text_open;
  form.page_break = std::string("</w:t><w:br w:type=\"page\"/>") + text_open;
  pugi::xml_document latin;
  pugi::xml_node without = latin.append_copy(properties);
  without.remove_child("w:cs");
  form.latin = run_open(without) + text_open;
  make_complex(properties);
  form.complex = run_open(properties) + text_open;
  add_paragraph_break(run, form);
  return form;
}

} // namespace saraban::docx
