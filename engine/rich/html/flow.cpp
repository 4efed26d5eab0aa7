// Text and pictures into paragraphs.
#include "rich/html/flow.h"

#include <utility>

namespace saraban::rich::html {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Of preformatted text the last line's end is no line.
void drop_last_break(Paragraph& paragraph) {
  if (paragraph.content.empty()) return;
  auto* last = std::get_if<Text>(&paragraph.content.back());
  if (last && last->text.ends_with('\n')) last->text.pop_back();
}

} // namespace

void Flow::open(const State& state) {
  if (open_) return;
  open_ = true;
  space_.reset(), at_start_ = true;
  paragraph_ = {};
  paragraph_.kind = state.kind;
  paragraph_.level = state.level;
  paragraph_.alignment = state.alignment;
}

void Flow::append(std::string_view text, const State& state) {
  if (!paragraph_.content.empty())
    if (auto* last = std::get_if<Text>(&paragraph_.content.back());
        last && last->marks == state.marks && last->link == state.link) {
      last->text += text;
      return;
    }
  paragraph_.content.push_back(Text{state.marks, std::string(text), state.link});
}

void Flow::write_space() {
  if (space_ && open_ && !at_start_) append(" ", *space_);
  space_.reset();
}

void Flow::text(std::string_view text, const State& state) {
  if (state.keeps_space) {
    if (text.empty()) return;
    open(state);
    append(text, state);
    at_start_ = false;
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      if (!space_) space_ = state;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    write_space();
    open(state);
    append(text.substr(at, end - at), state);
    at_start_ = false;
    at = end;
  }
}

void Flow::line_break(const State& state) {
  open(state);
  append("\n", state);
  space_.reset(), at_start_ = true;
}

void Flow::picture(Picture picture, const State& state) {
  write_space();
  open(state);
  paragraph_.content.emplace_back(std::move(picture));
  at_start_ = false;
}

void Flow::end_paragraph() {
  if (open_) {
    drop_last_break(paragraph_);
    blocks_.push_back({std::move(paragraph_)});
  }
  open_ = false;
  space_.reset();
  at_start_ = true;
}

void Flow::block(Block block) {
  end_paragraph();
  blocks_.push_back(std::move(block));
}

Blocks Flow::take() {
  end_paragraph();
  return std::move(blocks_);
}

} // namespace saraban::rich::html
