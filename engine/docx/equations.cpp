// Equations as a line of text that can be read (ECMA-376 Part 1, 22.1).
#include "docx/paragraphs.h"
#include "docx/part/elements.h"

namespace saraban::docx {
namespace {

using pugi::xml_node;

/// A part that is more than one character stands in brackets.
std::string grouped(const std::string& text) {
  std::size_t characters = 0;
  for (const char c : text) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return characters > 1 ? "(" + text + ")" : text;
}

std::string text_of(xml_node parent);

std::string part(xml_node e, const char* name) {
  return text_of(e.child(name));
}

std::string nary(xml_node e) {
  const auto sign = attribute(e.child("m:naryPr").child("m:chr"), "m:val");
  std::string out = sign.empty() ? "∫" : std::string(sign);
  if (const auto sub = part(e, "m:sub"); !sub.empty()) out += "_" + grouped(sub);
  if (const auto sup = part(e, "m:sup"); !sup.empty()) out += "^" + grouped(sup);
  return out + " " + part(e, "m:e");
}

std::string delimited(xml_node e) {
  const auto properties = e.child("m:dPr");
  const auto mark = [&](const char* name, const char* standard) {
    const auto element = properties.child(name);
    return element ? std::string(attribute(element, "m:val")) : std::string(standard);
  };
  std::string inner;
  for (const auto& child : e.children("m:e")) {
    if (!inner.empty()) inner += mark("m:sepChr", "|");
    inner += text_of(child);
  }
  return mark("m:begChr", "(") + inner + mark("m:endChr", ")");
}

std::string matrix(xml_node e) {
  std::string out;
  for (const auto& row : e.children("m:mr")) {
    if (!out.empty()) out += "; ";
    bool first = true;
    for (const auto& cell : row.children("m:e")) {
      if (!first) out += ", ";
      first = false, out += text_of(cell);
    }
  }
  return "[" + out + "]";
}

std::string radical(xml_node e) {
  const auto degree = part(e, "m:deg");
  const auto mark = degree == "3" ? std::string("∛") : degree + "√";
  return mark + grouped(part(e, "m:e"));
}

std::string object_text(xml_node e, std::string_view name) {
  if (name == "m:t") return e.text().get();
  if (name == "m:f") return grouped(part(e, "m:num")) + "/" + grouped(part(e, "m:den"));
  if (name == "m:sSup") return part(e, "m:e") + "^" + grouped(part(e, "m:sup"));
  if (name == "m:sSub") return part(e, "m:e") + "_" + grouped(part(e, "m:sub"));
  if (name == "m:sSubSup")
    return part(e, "m:e") + "_" + grouped(part(e, "m:sub")) + "^" + grouped(part(e, "m:sup"));
  if (name == "m:rad") return radical(e);
  if (name == "m:nary") return nary(e);
  if (name == "m:d") return delimited(e);
  if (name == "m:m") return matrix(e);
  if (name == "m:func") return part(e, "m:fName") + " " + part(e, "m:e");
  if (name == "m:limLow") return part(e, "m:e") + "_" + grouped(part(e, "m:lim"));
  if (name == "m:limUpp") return part(e, "m:e") + "^" + grouped(part(e, "m:lim"));
  if (name.ends_with("Pr") || name == "w:del") return {};
  return text_of(e);
}

std::string text_of(xml_node parent) {
  std::string out;
  for (const auto& child : parent.children()) out += object_text(child, child.name());
  return out;
}

} // namespace

void read_equation(InlineWriter& out, xml_node element) {
  const auto rpr = element.child("m:r").child("w:rPr");
  out.text(text_of(element), out.reader.formats.run(rpr, out.place));
  out.reader.not_drawn("equation layout (shown in one line)");
}

} // namespace saraban::docx
