// The work of one fill(): pieces one below the other until the region is full.
#pragma once

#include "layout/piece.h"

#include <map>
#include <optional>

namespace saraban::layout {

/// A drawing, a frame or a table that text flows round, placed on the page.
struct PlacedFloat {
  std::size_t piece = 0; ///< That its anchor stands in.
  Rect box;              ///< On the page.
  std::optional<Exclusion> exclusion;
  std::int64_t z_order = 0;
  bool behind = false;
};

class Filler {
public:
  Filler(std::span<const document::Block> blocks, const Region& region, Context& context)
      : blocks_(blocks), region_(region), context_(context) {}
  Filled run(const Position& from);

private:
  // filler.cpp
  void lay_all(const Position& from);
  void reset();
  bool forget_unreached();
  void check_fit();
  Length limit_after(std::size_t piece) const;
  std::size_t cut(Filled& filled);
  bool split_row(std::size_t index, bool forced, Filled& filled);
  Filled finish(std::size_t end, Filled filled);
  void end_cell(const FlowPiece& last, Filled& filled) const;

  // filler_paragraph.cpp
  void lay_paragraph(Position& at);
  void lay_lines(const Position& at, const PreparedParagraph& prepared, Length top);
  Length top_of_paragraph(const Position& at, const Prepared& prepared) const;
  bool keeps_space_at_top() const;
  Length gap_above(const Position& at, const Prepared& prepared) const;
  bool lay_line(LinePiece& piece, Cursor& cursor, Length& y);
  bool lay_parts(LinePiece& piece, Cursor& cursor, Length y, Length height);
  void break_after(const Position& at, bool page, bool column);
  void add_line(const Position& at, LinePiece&& line, const Cursor& after, Length y);
  const document::ParagraphFormat* format_at(std::size_t block) const;
  Length pad_above(const Position& at, const document::ParagraphFormat& format) const;
  Length pad_below(std::size_t block, const document::ParagraphFormat& format) const;

  // filler_float.cpp
  bool place_anchors(std::size_t first_piece, Length paragraph_top);
  bool is_float(const document::Block& block) const;
  void lay_float(Position& at);
  void add_float(std::uint32_t key, PlacedFloat placed);
  void lay_frame(Position& at, const document::Frame& frame);
  void lay_floating_table(Position& at, const document::Table& table);
  void add_layers(std::size_t end, Fragment& fragment);

  // filler_table.cpp
  void lay_table(Position& at);
  Length gap_above_table(const Position& at, const document::Table& table) const;
  void lay_header_rows(const std::shared_ptr<const TableGrid>& grid, const Position& at);
  void add_row(const std::shared_ptr<const TableGrid>& grid, const Position& at,
               std::size_t table_start, bool repeated);
  void move_below_floats(const TableGrid& grid);
  RowRoom row_room(std::size_t table_start, Length height, bool repeated) const;

  // filler_paint.cpp
  void paint(std::size_t end, Filled& filled);
  std::size_t paint_paragraphs(std::size_t begin, std::size_t end, Filled& filled);
  std::size_t paint_rows(std::size_t begin, std::size_t end, Filled& filled);
  void paint_lines(std::size_t begin, std::size_t end, Filled& filled);
  void switch_list(const document::Paragraph* item, Fragment& fragment);
  int open_paragraph(const document::Paragraph& paragraph, FlowPiece& first, Fragment& fragment);
  void paint_boxes(std::size_t begin, std::size_t end, Fragment& fragment);

  std::span<const document::Block> blocks_;
  const Region& region_;
  Context& context_;
  std::vector<FlowPiece> pieces_;
  std::vector<Exclusion> exclusions_;
  std::map<std::uint32_t, PlacedFloat> floats_; ///< By drawing; frames count down from the top.
  std::vector<std::uint32_t> float_order_;
  Length y_;                            ///< Where the next block begins.
  Length notes_height_;                 ///< Of the pieces checked, and carried over.
  std::vector<Length> notes_before_;    ///< Height of notes up to and with each piece checked.
  std::optional<std::size_t> overflow_; ///< The first piece that does not fit.
  std::optional<std::size_t> full_;     ///< Nothing fits after this piece: its note is split.
  std::optional<Stop> forced_;          ///< A break in the text, or before a paragraph.
  Position next_;
  bool restart_ = false;
  bool in_list_ = false; ///< Painting: a list's tag is open.
};

} // namespace saraban::layout
