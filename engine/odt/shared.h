// What many packages filled from one template share, parsed once.
#pragma once

#include "odt/lists.h"
#include "odt/part/parts.h"
#include "odt/read.h"
#include "odt/styles.h"

namespace saraban::odt {

/// How notes of a kind are numbered (ODF 1.3 Part 3, 16.30).
struct NoteNumbering {
  NumberShape number{document::NumberFormat::decimal, false};
  std::string prefix, suffix;
  int start = 1;
  bool restart_in_chapter = false;
  bool at_document_end = false;
  std::string citation_style;      ///< Of the mark beside the note.
  std::string citation_body_style; ///< Of the mark in the text.
  std::string master_page;         ///< Of endnotes' own pages.
};

struct SharedParts {
  Part styles_xml; ///< Keeps alive what the styles point into.
  FontFaces fonts;
  Styles common; ///< office:styles.
  Styles of_styles_xml{
      &common, first_id_of_styles_xml}; ///< With the automatic styles of styles.xml: for headers.
  Lists common_lists;
  Lists lists_of_styles_xml{&common_lists, first_id_of_styles_xml};
  document::Settings settings;
  TabsFrom tabs_from = TabsFrom::indent;
  NoteNumbering footnotes, endnotes;
  bool endnotes_follow_text = false; ///< They stand on no pages of their own.
  std::string default_language;
  std::uint64_t hash = 0; ///< Of what all this was read from in styles.xml.
  std::shared_ptr<const std::string> settings_bytes;

  /// `styles`: the package's own styles.xml.
  bool is_of(const package::Package& package, const Part& styles) const;
};

} // namespace saraban::odt
