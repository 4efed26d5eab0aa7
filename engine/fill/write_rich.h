// Writing rich text: its blocks as the format's own paragraphs, lists and tables.
#pragma once

#include "fill/markup.h"
#include "rich/rich.h"

#include <functional>
#include <map>
#include <string>

namespace saraban::fill {

/// What only the one who fills can write: each writes runs in the form that it is given.
struct RichHands {
  std::function<void(std::string_view text, const TextForm& form)> text;
  std::function<void(const rich::Picture& picture, const TextForm& form)> picture;
  /// Between them stand the runs that lead to `target`.
  std::function<void(const std::string& target)> link_open;
  std::function<void()> link_close;
};

/// Writes the content of one value.
class RichWriter {
public:
  RichWriter(const Markup& markup, const Facts& facts, RichPlace place, RichHands hands,
             std::string& out)
      : markup_(markup), facts_(facts), place_(place), hands_(std::move(hands)), out_(out) {}

  /// Between the runs of the tag's paragraph: one paragraph of text stays in it, others follow.
  void within_paragraph(const rich::Blocks& blocks);
  /// In the paragraph's stead; `open` and `close` are its own tags.
  void instead_of_paragraph(const rich::Blocks& blocks, const std::string& open,
                            const std::string& close);

private:
  struct Around { ///< What blocks stand in.
    RichParagraph::Stands stands = RichParagraph::Stands::in_text;
    std::string list;
    int list_level = 0;
    rich::List::Kind list_kind = rich::List::Kind::bullets;
    rich::Alignment alignment = rich::Alignment::as_is;
    bool header = false;
  };

  void blocks(const rich::Blocks& all, Around around);
  void block(const rich::Paragraph& paragraph, Around& around);
  void block(const rich::List& list, Around& around);
  void block(const rich::Table& table, Around& around);
  void block(const rich::Rule& rule, Around& around);
  void block(const rich::PageBreak& page_break, Around& around);
  void empty_paragraph(const Around& around);
  void items(const rich::List& list, const ListForm& form, const Around& around);
  void rows(const rich::Table& table, const RichTable& shape);
  void runs(const std::vector<rich::Inline>& content, const TextForm& form);
  void run(const rich::Text& text, const TextForm& form);
  void as_text(const rich::Blocks& all, const std::string& before);
  void as_text(const rich::Block& block, const std::string& mark);
  RichParagraph shape_of(const rich::Paragraph& paragraph, const Around& around);
  const TextForm& marked(const TextForm& form, const rich::Marks& marks);
  /// Only characters of one format, or blocks of their own: as the place allows.
  bool holds_blocks() const;

  const Markup& markup_;
  const Facts& facts_;
  RichPlace place_;
  RichHands hands_;
  std::string& out_;
  bool page_break_ = false; ///< Before the next paragraph.
  bool has_text_ = false;   ///< Of as_text: something to stand apart from.
  std::map<std::pair<std::string, rich::Marks>, TextForm> forms_; ///< By opening and marks.
};

} // namespace saraban::fill
