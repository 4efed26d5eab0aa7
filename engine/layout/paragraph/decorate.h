// Lines under, over and around text, and what lies behind it.
#pragma once

#include "layout/paragraph/prepared.h"
#include "page/page.h"

namespace saraban::layout {

/// A stretch of one line in one style.
struct Stretch {
  const Style* style = nullptr;
  Length left, right, baseline; ///< The line's own baseline.
  bool is_space = false;
  bool hangs = false;
};

/// Collects neighbours that look alike into one rule or fill.
class Decorator {
public:
  void add(const Stretch& stretch);
  /// All that was added, done: what lies behind the text, and what lies on it.
  void finish(std::vector<page::Item>& behind, std::vector<page::Item>& on);

private:
  struct Span {
    const Style* style = nullptr;
    Length left, right, baseline;
  };
  static void extend(std::vector<Span>& spans, const Stretch& stretch,
                     bool (*same)(const Style&, const Style&));

  std::vector<Span> backgrounds_, underlines_, strikes_, borders_;
};

/// Automatic colours are white on a dark ground.
Color text_color(const Style& style, const document::ParagraphFormat& paragraph);

} // namespace saraban::layout
