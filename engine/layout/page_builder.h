// The work of one round: pages opened, filled with bands of columns, closed.
#pragma once

#include "layout/notes.h"
#include "layout/opening.h"
#include "layout/page_frame.h"
#include "layout/pages.h"

namespace saraban::layout {

/// Part of a section on one page, between two section breaks: its columns.
struct Band {
  Fragment fragment; ///< On the page.
  Position next;
  Stop stop = Stop::finished;
  Length bottom;      ///< Of the text, on the page.
  Length space_after; ///< Due below it.
  Length line_gap;    ///< So is this.
  std::vector<PendingNote> notes;
  std::vector<std::uint32_t> endnotes;
  std::vector<Exclusion> exclusions;
  std::vector<std::pair<NumberedLine, Length>> lines; ///< With the left edge of their column.
  bool empty = true;
};

/// Blocks that run over pages: a section's, or the endnotes.
struct Flow {
  const document::Section* section = nullptr;
  std::span<const document::Block> blocks;
  bool balanced = false; ///< A continuous section follows.
};

class PageBuilder {
public:
  PageBuilder(const Counts& known, Context& context) : known_(known), context_(context) {}
  Round run();

private:
  struct OpenPage {
    PageFrame frame;
    PageKind kind = PageKind::other;
    std::vector<Fragment> stories;
    Fragment body; ///< On the page.
    Length y;      ///< Where the next band begins.
    Length space_after, line_gap;
    bool fresh = true; ///< Nothing stands on it yet.
    std::vector<PendingNote> notes;
    std::vector<Exclusion> exclusions;
    int number = 1;
  };

  // page_builder.cpp
  void start_section(std::size_t index);
  void lay_flow(const Flow& flow);
  void lay_endnotes(const document::Section& section);
  void open_page(const document::Section& section, PageKind kind);
  void close_page();
  void add_blank_page_if(const document::Section& section);
  const document::Section& look_of_next_page(const document::Section& section) const;
  void add_start(const Flow& flow, const Position& position, bool forced);
  void take(Band&& band);
  void lay_rest_of_notes();
  FieldValues field_values(const document::Section& section) const;
  void finish_counts();
  void restart_line_numbers(const document::Section& section, document::LineNumberRestart at);

  // band.cpp
  Band lay_band(const Flow& flow, const Position& from);
  /// Footnotes of several columns stand at the foot of each; where the section ends above that,
  /// they wait for the page's foot.
  enum class NotesAt { column_foot, page_foot };
  Band lay_columns(const Flow& flow, const Position& from, Length top, Length bottom,
                   NotesAt notes = NotesAt::column_foot);
  Band balance(const Flow& flow, const Position& from, Length top, Band&& band);
  void add_catchword(Band& band, const Flow& flow, const Position& from, Length top, Length bottom);
  Region column_region(const Position& from, const ColumnPlace& column, Length top,
                       Length bottom) const;
  Length notes_due(const std::vector<PendingNote>& notes, Length width);
  Length band_top(const Flow& flow, const Position& from) const;
  void draw_column_rules(Band& band, const document::Section& section, Length top) const;
  void draw_line_numbers(Band& band, const document::Section& section);

  const Counts& known_;
  Context& context_;
  Round round_;
  std::optional<OpenPage> page_;
  std::vector<PendingNote> carried_; ///< Notes that go on on the next page.
  std::vector<std::uint32_t> endnotes_;
  std::size_t section_ = 0;
  std::size_t look_ = 0; ///< Pages opened since a section that began on a page of its own.
  int next_number_ = 1;
  int line_number_ = 0;               ///< Lines numbered since the last restart.
  Stop last_stop_ = Stop::page_break; ///< Why the page before ended.
  std::string catchword_;             ///< Of the page before.
};

} // namespace saraban::layout
