// Footnotes at the foot of a column, split where they do not fit; endnotes as blocks.
#pragma once

#include "layout/flow.h"

namespace saraban::layout {

/// A footnote that is due, from a position on.
struct PendingNote {
  std::uint32_t note = 0;
  Position from;
};

/// What `notes` add below `already` (0: the separator is added too). Endnotes take nothing here.
Length notes_height(const std::vector<std::uint32_t>& notes, Length width, Length already,
                    Context& context);
/// What at least their first line takes.
Length least_notes_height(const std::vector<std::uint32_t>& notes, Length width, Length already,
                          Context& context);

struct LaidNotes {
  Fragment fragment; ///< With the separator; as high as what was laid. Empty without notes.
  std::vector<PendingNote> rest;
};
LaidNotes lay_notes(const std::vector<PendingNote>& notes, const Region& region, Context& context);

bool is_footnote(std::uint32_t note, const Context& context);
/// All endnotes' blocks in the order of `notes`, one list that lives as long as the context.
std::span<const document::Block> endnote_blocks(const std::vector<std::uint32_t>& notes,
                                                Context& context);

} // namespace saraban::layout
