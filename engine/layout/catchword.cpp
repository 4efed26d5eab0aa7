// The first words of the next page at the foot of a page.
#include "layout/catchword.h"

#include "layout/cache.h"
#include "thai/words.h"

namespace saraban::layout {

namespace {

document::FormatIndex text_format(const document::Paragraph& paragraph) {
  for (const document::Inline& part : paragraph.inlines)
    if (const auto* text = std::get_if<document::Text>(&part)) return text->format;
  return paragraph.mark_format;
}

} // namespace

std::string catchword_of(const Opening& opening, const document::Catchword& settings) {
  for (const auto& [start, word] : settings.overrides)
    if (!start.empty() && opening.text.starts_with(start)) return word;
  return thai::catchword(opening.text, settings.words);
}

Length catchword_height(const Opening& opening, Context& context) {
  return line_height_at(*prepared(*opening.paragraph, context), Cursor{}, Length{}, context);
}

TextLine lay_text(const std::string& text, std::uint32_t paragraph_format,
                  document::FormatIndex format, Context& context) {
  document::Paragraph paragraph;
  paragraph.format = paragraph_format;
  paragraph.mark_format = format;
  paragraph.inlines.push_back(document::Text{text, format});
  auto own = std::make_unique<std::vector<document::Block>>();
  own->push_back({std::move(paragraph)});
  context.cache->own_blocks.push_back(std::move(own));
  const auto& kept =
      std::get<document::Paragraph>(context.cache->own_blocks.back()->front().content);
  LineSpace space;
  space.column_width = millimetres(2000);
  Cursor cursor;
  Line line = next_line(*prepare(kept, context), cursor, space, context);
  TextLine text_line;
  append(text_line.fragment.items, std::move(line.items), {-line.left, {}});
  text_line.fragment.size = {line.width, line.height};
  text_line.baseline = line.baseline;
  return text_line;
}

Fragment lay_catchword(const std::string& text, const Opening& opening, Length width,
                       Context& context) {
  Fragment word =
      lay_text(text, opening.paragraph->format, text_format(*opening.paragraph), context).fragment;
  Fragment line;
  line.size = {width, word.size.height};
  line.items.push_back(page::TagBegin{page::Role::artifact, 0, {}, 1, 1});
  const Length left = width - word.size.width;
  append(line, std::move(word), {left, {}});
  line.items.push_back(page::TagEnd{});
  return line;
}

} // namespace saraban::layout
