// Fields found on a page, before their paths are settled.
#pragma once

#include "pdf/detect/pieces.h"
#include "pdf/map/map.h"

namespace saraban::pdf::detect {

struct Found {
  map::Entry entry;
  std::string name;       ///< Wished for; several fields may wish for the same.
  std::string heading;    ///< The name of what it stands below; may be "".
  std::string list;       ///< Of a cell in a table: the list's name …
  int row = -1;           ///< … and its index.
  std::string filter;     ///< " | date('d')", after the path.
  std::size_t shares = 0; ///< Fields of one number (from 1) have one path; 0: its own.
  Length top;             ///< For the order.
};

/// What the pages bring, and what goes on from one to the next.
struct Reading {
  std::string heading;
  std::string role;               ///< Of the signature last seen: "ผู้รายงาน".
  std::size_t shared = 0;         ///< Numbers given to Found::shares.
  std::vector<std::string> lists; ///< Names of lists so far.
  std::vector<Found> found;
};

/// One page being read.
struct PageReading {
  const scan::ScannedPage& page;
  const Places& places;
  int number = 1; ///< Of the page.
  Reading& reading;

  /// A field at `rect`, on the page and under the heading.
  Found field(const Rect& rect, map::Kind kind, std::string name, std::string note) const;
};

/// All of a page, top to bottom.
void read_page(PageReading& page);

/// Boxes to tick, in groups.
void read_choices(PageReading& page);
/// Fields of a table's empty cells, or of a box.
void read_table(PageReading& page, std::size_t table);
/// A blank or a comb: `stack` are the rows below that go on with it.
void read_blank(PageReading& page, std::size_t row, std::size_t piece,
                const std::vector<std::size_t>& stack);
/// Blanks of one date: finds those of a row, which read_blank then leaves. True for pieces read.
std::vector<bool> read_dates(PageReading& page, std::size_t row);

/// The words right before a piece that belong to it, without the unit of a blank before them.
std::string text_before(const Row& row, std::size_t piece);
/// The words right behind a piece, up to a space.
std::string word_after(const Row& row, std::size_t piece);

} // namespace saraban::pdf::detect
