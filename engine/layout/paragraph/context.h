// What laying out one document needs everywhere: the document, fonts, caches and what fields show.
#pragma once

#include "base/diagnostics.h"
#include "document/document.h"
#include "document/number_text.h"
#include "font/fonts.h"
#include "layout/paragraph/options.h"
#include "layout/paragraph/styles.h"
#include "page/page.h"
#include "text/shaper.h"
#include "thai/words.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace saraban::layout {

/// What fields show where a paragraph is laid. Who lays a page sets it before preparing a paragraph
/// and prepares paragraphs with fields again when it changes.
struct FieldValues {
  int page = 1; ///< As numbered.
  document::NumberFormat page_format = document::NumberFormat::decimal;
  int page_count = 1, section_pages = 1, section = 1;
  /// Bookmark → page as printed (Findings::bookmark_pages of the round before); may be null.
  const std::map<std::string, std::string>* bookmark_pages = nullptr;
  /// Text of the nearest paragraph of a style (STYLEREF); may be empty.
  std::function<std::string(const std::string& style)> style_text;
};

struct Cache;

/// One document's layout, one thread. All references outlive it.
struct Context {
  Context(const document::Document& the_document, const font::Fonts& the_fonts,
          const Options& the_options, Diagnostics& the_diagnostics);
  ~Context();

  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  const document::Document& document;
  const font::Fonts& fonts;
  const Options& options;
  Diagnostics& diagnostics;
  thai::WordList words;                     ///< Of Options::words.
  std::unique_ptr<text::Shaper> own_shaper; ///< Of Options::shapers, and goes back there.
  text::Shaper& shaper;
  FaceTable faces; ///< Becomes Pages::faces.
  StyleTable styles;
  FieldValues fields;
  const document::NoteArea* note_area = nullptr; ///< Of the page under way; null: Word's.
  /// Size of a drawing in the line when it is not Drawing::size (text boxes that grow, relative
  /// sizes); set by layout/drawing, may be empty.
  std::function<Size(std::uint32_t drawing)> drawing_size;
  std::shared_ptr<Cache> cache; ///< layout/cache.h: of paginate; empty when only lines are made.
  std::uint32_t next_tag = 1;   ///< For page::TagBegin::id.
  /// Fields made so far, so that the lines of one share it; looked up, never listed.
  std::map<const document::FormFieldStart*, std::shared_ptr<const page::Field>> form_fields;
};

inline std::string format_number(int number, document::NumberFormat format) {
  return document::number_text(number, format);
}

} // namespace saraban::layout
