// Paragraphs, lists and runs of rich text.
#include "fill/write_rich.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::fill {
namespace {

using Stands = RichParagraph::Stands;

bool is_text(const rich::Block& block) {
  const auto* paragraph = std::get_if<rich::Paragraph>(&block.content);
  return paragraph && paragraph->kind == rich::Paragraph::Kind::normal &&
         paragraph->alignment == rich::Alignment::as_is && paragraph->style.empty();
}

std::string letter(int number, char first) {
  return std::string(1, static_cast<char>(first + (number - 1) % 26));
}

/// The mark of an item, where lists can only be written as text.
std::string mark_of(const rich::List& list, int number) {
  switch (list.kind) {
  case rich::List::Kind::bullets:
    return "\u2022 ";
  case rich::List::Kind::lower_letters:
    return letter(number, 'a') + ") ";
  case rich::List::Kind::upper_letters:
    return letter(number, 'A') + ") ";
  default:
    return std::to_string(number) + ". ";
  }
}

} // namespace

bool RichWriter::holds_blocks() const {
  const TextForm& form = place_.form;
  return form.pictures == TextForm::Pictures::yes && !form.next_paragraph.empty() &&
         form.next_paragraph == form.paragraph_close + form.paragraph_open;
}

void RichWriter::within_paragraph(const rich::Blocks& all) {
  if (all.empty()) return;
  if (!holds_blocks()) {
    for (const rich::Block& block : all) as_text(block, "");
    return;
  }
  auto rest = all.begin();
  if (is_text(*rest)) runs(std::get<rich::Paragraph>((rest++)->content).content, place_.form);
  if (rest == all.end()) return;
  out_ += place_.form.paragraph_close;
  const bool ends_in_text = is_text(all.back());
  blocks({rest, ends_in_text ? all.end() - 1 : all.end()}, {});
  out_ += place_.form.paragraph_open;
  if (ends_in_text) runs(std::get<rich::Paragraph>(all.back().content).content, place_.form);
}

void RichWriter::instead_of_paragraph(const rich::Blocks& all, const std::string& open,
                                      const std::string& close) {
  if (all.empty() || !holds_blocks()) {
    out_ += open;
    within_paragraph(all);
    out_ += close;
    return;
  }
  auto rest = all.begin();
  if (is_text(*rest)) {
    out_ += open;
    runs(std::get<rich::Paragraph>((rest++)->content).content, place_.form);
    out_ += close;
  }
  blocks({rest, all.end()}, {});
}

void RichWriter::blocks(const rich::Blocks& all, Around around) {
  const rich::Block* last = nullptr;
  for (const rich::Block& one : all) {
    const auto is_table = [](const rich::Block* b) {
      return b && std::holds_alternative<rich::Table>(b->content);
    };
    if (is_table(last) && is_table(&one)) empty_paragraph(around); // Else they are one table.
    std::visit([&](const auto& content) { block(content, around); }, one.content);
    last = &one;
  }
  // What stands round blocks (a cell, a page) ends with a paragraph.
  if (last && std::holds_alternative<rich::Table>(last->content)) empty_paragraph(around);
}

RichParagraph RichWriter::shape_of(const rich::Paragraph& paragraph, const Around& around) {
  RichParagraph shape;
  shape.kind = paragraph.kind;
  shape.level = paragraph.level;
  shape.alignment =
      paragraph.alignment == rich::Alignment::as_is ? around.alignment : paragraph.alignment;
  shape.style = paragraph.style;
  shape.stands = around.stands;
  shape.list = around.list;
  shape.list_level = around.list_level;
  shape.list_kind = around.list_kind;
  shape.header = around.header;
  shape.begins_page = std::exchange(page_break_, false);
  return shape;
}

void RichWriter::block(const rich::Paragraph& paragraph, Around& around) {
  const ParagraphForm form = markup_.rich.paragraph(facts_, place_, shape_of(paragraph, around));
  out_ += form.open;
  runs(paragraph.content, form.text);
  out_ += form.close;
  if (around.stands == Stands::first_of_item) around.stands = Stands::in_item;
}

void RichWriter::empty_paragraph(const Around& around) {
  const ParagraphForm form = markup_.rich.paragraph(facts_, place_, shape_of({}, around));
  out_ += form.open + form.close;
}

void RichWriter::block(const rich::Rule&, Around& around) {
  RichParagraph shape = shape_of({}, around);
  shape.has_line_under = true;
  const ParagraphForm form = markup_.rich.paragraph(facts_, place_, shape);
  out_ += form.open + form.close;
}

void RichWriter::block(const rich::PageBreak&, Around&) {
  page_break_ = true;
}

void RichWriter::block(const rich::List& list, Around& around) {
  if (around.stands == Stands::first_of_item) empty_paragraph(around); // Its own number shows.
  constexpr int deepest = 8;
  Around inside = around;
  inside.list_level = around.list.empty() ? 0 : std::min(around.list_level + 1, deepest);
  const ListForm form =
      markup_.rich.list(facts_, place_, {list.kind, list.start, inside.list_level});
  inside.list = form.name, inside.list_kind = list.kind;
  out_ += form.open;
  items(list, form, inside);
  out_ += form.close;
  if (around.stands == Stands::first_of_item) around.stands = Stands::in_item;
}

void RichWriter::items(const rich::List& list, const ListForm& form, const Around& around) {
  for (const rich::Blocks& item : list.items) {
    out_ += form.item_open;
    Around inside = around;
    inside.stands = Stands::first_of_item;
    if (item.empty()) empty_paragraph(inside);
    blocks(item, inside);
    out_ += form.item_close;
  }
}

void RichWriter::runs(const std::vector<rich::Inline>& content, const TextForm& form) {
  std::string link;
  for (const rich::Inline& piece : content) {
    const auto* text = std::get_if<rich::Text>(&piece);
    const std::string target =
        text && form.pictures == TextForm::Pictures::yes ? text->link : std::string();
    if (target != link) {
      if (!link.empty()) hands_.link_close();
      if (!target.empty()) hands_.link_open(target);
      link = target;
    }
    text ? run(*text, form) : hands_.picture(std::get<rich::Picture>(piece), form);
  }
  if (!link.empty()) hands_.link_close();
}

void RichWriter::run(const rich::Text& text, const TextForm& form) {
  rich::Marks marks = text.marks;
  if (!text.link.empty() && marks.style.empty()) marks.style = "Hyperlink";
  hands_.text(text.text, marks == rich::Marks{} ? form : marked(form, marks));
}

const TextForm& RichWriter::marked(const TextForm& form, const rich::Marks& marks) {
  const auto key = std::make_pair(form.complex + form.latin, marks);
  const auto known = forms_.find(key);
  if (known != forms_.end()) return known->second;
  return forms_.emplace(key, markup_.rich.marked(facts_, place_, form, marks)).first->second;
}

/// Where blocks cannot stand: lines, or paragraphs of the tag's own kind.
void RichWriter::as_text(const rich::Block& block, const std::string& mark) {
  if (const auto* list = std::get_if<rich::List>(&block.content)) {
    int number = list->start;
    for (const rich::Blocks& item : list->items) as_text(item, mark_of(*list, number++));
    return;
  }
  if (const auto* table = std::get_if<rich::Table>(&block.content)) {
    for (const rich::Row& row : table->rows) {
      std::string line;
      for (const rich::Cell& cell : row.cells) {
        if (!line.empty()) line += '\t';
        for (const rich::Block& inner : cell.blocks)
          if (const auto* p = std::get_if<rich::Paragraph>(&inner.content))
            for (const rich::Inline& piece : p->content)
              if (const auto* text = std::get_if<rich::Text>(&piece)) line += text->text;
      }
      rich::Paragraph paragraph;
      paragraph.content.emplace_back(rich::Text{{}, line, ""});
      as_text(rich::Block{paragraph}, "");
    }
    return;
  }
  const auto* paragraph = std::get_if<rich::Paragraph>(&block.content);
  if (!paragraph) return;
  if (std::exchange(has_text_, true)) {
    if (place_.form.next_paragraph.empty())
      hands_.text("\n", place_.form);
    else
      out_ += place_.form.next_paragraph;
  }
  if (!mark.empty()) hands_.text(mark, place_.form);
  runs(paragraph->content, place_.form);
}

void RichWriter::as_text(const rich::Blocks& all, const std::string& before) {
  std::string mark = before;
  for (const rich::Block& block : all) {
    as_text(block, mark);
    mark.clear();
  }
}

} // namespace saraban::fill
