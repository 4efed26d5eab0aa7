// What a careful clerk sees in a document that can be made: figures that differ from their words or
// their rows, days that are not of their date, lists that are not as long as they say. Warnings
// only; nothing is said of what cannot be known.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"
#include "data/value.h"
#include "document/document.h"
#include "language/scope.h"

#include <string>

namespace saraban::clerk {

/// A document that was filled, with what it was filled from. Borrowed.
struct Papers {
  const document::Document& document;
  std::string file; ///< Of the template, for places.
  const data::Value& record;
  const data::Sources& sources;
  const data::Value* schema = nullptr; ///< JSON Schema with "saraban:checks"; may be null.
  const data::Sources* schema_sources = nullptr;
  const Environment& environment;
  language::DocumentSettings settings;
};

/// Warns of everything below, each thing once.
void check(const Papers& papers, Diagnostics& diagnostics);

/// Each is one of the clerk's eyes. Numbers of the data against each other: totals and rows,
/// quantity × price and amount, what remains, percentages, counts, amounts in words.
void check_figures(const Papers& papers, Diagnostics& diagnostics);
/// Texts of the data and of the finished document: words beside amounts, weekdays, eras, dates
/// later than the letter's.
void check_texts(const Papers& papers, Diagnostics& diagnostics);
/// Numbers of paragraphs that go back, lists that are not as long as was announced.
void check_numbering(const Papers& papers, Diagnostics& diagnostics);
/// Letters: salutation and closing, enclosures spoken of, the letter's own number as a reference.
void check_letter(const Papers& papers, Diagnostics& diagnostics);
/// "saraban:checks" of the schema: expressions that hold of the object whose schema has them.
void check_relations(const Papers& papers, Diagnostics& diagnostics);
/// Thai set with other size or weight than the Latin beside it: typed into a Latin slot; values in
/// text that is hidden.
void check_slots(const Papers& papers, Diagnostics& diagnostics);

} // namespace saraban::clerk
