// WordArt of older files: v:textpath (ECMA-376 Part 4, 14.1.2.20).
#include "docx/drawing_text.h"
#include "docx/drawings.h"
#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

std::string without_quotes(std::string_view text) {
  const auto is_quote = [](char c) { return c == '"' || c == '\'' || c == ' '; };
  while (!text.empty() && is_quote(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_quote(text.back())) text.remove_suffix(1);
  return std::string(text);
}

/// The value of one declaration of a style attribute.
std::string_view declared(std::string_view style, std::string_view name) {
  while (!style.empty()) {
    const auto end = std::min(style.find(';'), style.size());
    auto declaration = style.substr(0, end);
    declaration.remove_prefix(std::min(declaration.find_first_not_of(' '), declaration.size()));
    if (declaration.starts_with(name) && declaration.substr(name.size()).starts_with(':'))
      return declaration.substr(name.size() + 1);
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return {};
}

} // namespace

std::vector<document::Block> read_word_art(Reader& reader, pugi::xml_node path) {
  const std::string_view style = attribute(path, "style");
  DrawingTextLook look;
  look.family = without_quotes(declared(style, "font-family"));
  look.size = points(72); // of its ink only the proportions count
  look.bold = declared(style, "font-weight") == "bold";
  look.italic = declared(style, "font-style") == "italic";
  const auto format = text_format(reader, look);
  std::vector<document::Block> blocks;
  std::string_view text = attribute(path, "string");
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    document::Paragraph paragraph;
    paragraph.format = plain_paragraph_format(reader, "left");
    paragraph.mark_format = format;
    if (end > 0)
      paragraph.inlines.push_back(document::Text{std::string(text.substr(0, end)), format});
    blocks.push_back({std::move(paragraph)});
    const bool pair = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
  }
  return blocks;
}

} // namespace saraban::docx
