// Formulas as a line of text that can be read (MathML 3, chapter 3).
#include "base/failure.h"
#include "odt/drawings.h"
#include "odt/part/elements.h"

namespace saraban::odt {
namespace {

using pugi::xml_node;

constexpr std::size_t longest_text = 10'000;

std::string_view local(xml_node e) {
  const std::string_view name = e.name();
  return name.substr(name.find(':') + 1);
}

/// A part that is more than one character stands in brackets.
std::string grouped(const std::string& text) {
  std::size_t characters = 0;
  for (const char c : text) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return characters > 1 ? "(" + text + ")" : text;
}

std::string text_of(xml_node e, int depth);

std::string children_text(xml_node e, int depth) {
  std::string out;
  for (const auto& child : e.children()) {
    if (out.size() > longest_text) break;
    out += text_of(child, depth + 1);
  }
  return out;
}

/// The child at that place, as text.
std::string part(xml_node e, int index, int depth) {
  for (const auto& child : e.children())
    if (child.type() == pugi::node_element && index-- == 0) return text_of(child, depth + 1);
  return {};
}

std::string table(xml_node e, int depth) {
  std::string out;
  for (const auto& row : e.children()) {
    if (!out.empty()) out += "; ";
    bool first = true;
    for (const auto& cell : row.children()) {
      if (!first) out += ", ";
      first = false, out += text_of(cell, depth + 1);
    }
  }
  return "[" + out + "]";
}

std::string fenced(xml_node e, int depth) {
  const auto mark = [&](const char* name, const char* standard) {
    const auto a = e.attribute(name);
    return std::string(a ? a.value() : standard);
  };
  std::string inner;
  for (const auto& child : e.children()) {
    if (!inner.empty()) inner += mark("separators", ",").substr(0, 1);
    inner += text_of(child, depth + 1);
  }
  return mark("open", "(") + inner + mark("close", ")");
}

std::string text_of(xml_node e, int depth) {
  if (depth > deepest_nesting) return {};
  if (e.type() != pugi::node_element) return e.value();
  const auto name = local(e);
  const auto at = [&](int index) { return part(e, index, depth); };
  if (name == "annotation" || name == "annotation-xml") return {};
  if (name == "mfrac") return grouped(at(0)) + "/" + grouped(at(1));
  if (name == "msup" || name == "mover") return at(0) + "^" + grouped(at(1));
  if (name == "msub" || name == "munder") return at(0) + "_" + grouped(at(1));
  if (name == "msubsup" || name == "munderover")
    return at(0) + "_" + grouped(at(1)) + "^" + grouped(at(2));
  if (name == "msqrt") return "√" + grouped(children_text(e, depth));
  if (name == "mroot") return at(1) + "√" + grouped(at(0));
  if (name == "mtable") return table(e, depth);
  if (name == "mfenced") return fenced(e, depth);
  if (name == "mspace") return " ";
  if (name == "mtext" || name == "mi" || name == "mn" || name == "mo") return e.text().get();
  return children_text(e, depth);
}

bool is_math(xml_node e) {
  return local(e) == "math";
}

} // namespace

std::optional<std::string> read_equation(Reader& reader, xml_node object) {
  for (const auto& child : object.children())
    if (is_math(child)) return text_of(child, 0);
  const auto folder = part_of(attribute(object, "xlink:href"));
  if (folder.empty()) return std::nullopt;
  const auto name = folder + (folder.ends_with('/') ? "content.xml" : "/content.xml");
  if (!reader.package.has(name)) return std::nullopt;
  try {
    const auto content = open_part(reader.package, name, reader.limits);
    if (is_math(content.root())) return text_of(content.root(), 0);
  } catch (const Failure&) {
    // An object that cannot be read is one that is not drawn; the document is none the worse.
  }
  return std::nullopt;
}

} // namespace saraban::odt
