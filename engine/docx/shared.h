// What many packages filled from one template share, parsed once.
#pragma once

#include "docx/lists.h"
#include "docx/part/parts.h"
#include "docx/read.h"
#include "docx/styles.h"

namespace saraban::docx {

/// How notes of a kind are numbered (17.11.11, 17.11.4).
struct NoteNumbering {
  document::NumberFormat format = document::NumberFormat::decimal;
  int start = 1;
  bool restart_in_section = false;
  bool below_text = false;     ///< w:pos of footnotes.
  bool at_section_end = false; ///< w:pos of endnotes.
};

struct SharedParts {
  Theme theme;
  Styles styles;
  Lists lists;
  Part numbering; ///< For the pictures of bullets.
  document::Settings settings;
  NoteNumbering footnotes, endnotes;
  bool gutter_at_top = false, show_background = false;
  std::string default_language;

  /// The parts that all this was read from.
  std::vector<std::pair<std::string, std::shared_ptr<const std::string>>> sources;
  bool is_of(const package::Package& package) const;
};

/// w:footnotePr or w:endnotePr over what holds without it.
NoteNumbering read_note_numbering(pugi::xml_node element, NoteNumbering base);

} // namespace saraban::docx
