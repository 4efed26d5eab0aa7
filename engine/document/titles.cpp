// Paragraphs as a table of contents shows them.
#include "document/titles.h"

namespace saraban::document {
namespace {

class Collector {
public:
  explicit Collector(const Document& document) : document_(document) {}

  void blocks(const std::vector<Block>& blocks_of) {
    for (const Block& block : blocks_of) {
      if (const auto* one = std::get_if<Paragraph>(&block.content))
        paragraph(*one);
      else
        for (const Row& row : std::get<Table>(block.content).rows)
          for (const Cell& cell : row.cells) blocks(cell.blocks);
    }
  }

  std::vector<Title> titles;

private:
  void paragraph(const Paragraph& paragraph) {
    Title title;
    for (const Inline& part : paragraph.inlines) {
      if (const auto* text = std::get_if<Text>(&part))
        title.text += text->text;
      else if (const auto* field = std::get_if<Field>(&part))
        title.text += field->cached;
      else if (std::holds_alternative<Tab>(part) || std::holds_alternative<Break>(part))
        title.text += ' ';
    }
    if (title.text.find_first_not_of(' ') == std::string::npos) return;
    if (paragraph.format < document_.paragraph_formats.size())
      title.outline_level = document_.paragraph_formats[paragraph.format].outline_level;
    if (paragraph.label) title.label = paragraph.label->text;
    title.origin = paragraph.origin;
    titles.push_back(std::move(title));
  }

  const Document& document_;
};

} // namespace

std::vector<Title> titles_of(const Document& document) {
  Collector collector(document);
  for (const Section& section : document.sections) collector.blocks(section.blocks);
  return std::move(collector.titles);
}

} // namespace saraban::document
