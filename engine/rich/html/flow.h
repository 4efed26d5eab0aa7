// Collecting blocks while elements are walked: white space as CSS collapses it (CSS Text 3, 4.1).
#pragma once

#include "rich/rich.h"

#include <string>
#include <string_view>

namespace saraban::rich::html {

/// What elements say of the text inside them.
struct State {
  Marks marks;
  std::string link;
  Paragraph::Kind kind = Paragraph::Kind::normal;
  int level = 0;
  Alignment alignment = Alignment::as_is;
  bool keeps_space = false; ///< As in pre.
  int depth = 0;            ///< Of elements inside each other.
};

/// The blocks of one container: the whole, a list's item, a cell.
class Flow {
public:
  void text(std::string_view text, const State& state);
  void line_break(const State& state);
  void picture(Picture picture, const State& state);
  /// The next text begins a paragraph.
  void end_paragraph();
  void block(Block block);
  Blocks take();

private:
  void open(const State& state);
  void append(std::string_view text, const State& state);
  void write_space();

  Blocks blocks_;
  Paragraph paragraph_;
  bool open_ = false;
  std::optional<State> space_; ///< White space that shows, so, once something follows it.
  bool at_start_ = true;       ///< Of the paragraph or a line.
};

} // namespace saraban::rich::html
