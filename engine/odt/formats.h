// Formats with every style resolved, each kept once in the document.
#pragma once

#include "document/document.h"
#include "odt/shared.h"

#include <unordered_map>
#include <vector>

namespace saraban::odt {

/// What surroundings give to the text in them: a shape's style to the text in the shape.
struct CellLook {
  std::uint32_t id = 0; ///< Not 0; equal for equal looks of one document.
  RunProperties run;
  ParagraphProperties paragraph;
};

/// Text styles of spans in each other: an index that Formats::nested gives; 0 outside spans.
using SpanIndex = std::uint32_t;

/// Where text stands: what it inherits.
struct TextContext {
  const Style* paragraph_style = nullptr;
  const CellLook* cell = nullptr; ///< nullptr for most.
  SpanIndex span = 0;
};

/// A paragraph in a list: an item's first one carries the label.
struct ListItem {
  const ListStyle* style = nullptr; ///< nullptr outside lists.
  int level = 0;
  bool labelled = false;
};

struct ParagraphLook {
  std::uint32_t format = 0;
  const Style* style = nullptr; ///< nullptr for none.
  ParagraphProperties properties;
};

/// Looks are found again by what the file says, so that each is resolved once.
class Formats {
public:
  Formats(const SharedParts& shared, document::Document& document)
      : shared_(shared), document_(document) {}

  document::FormatIndex run(const TextContext& place);
  /// A span with that text style within `outer`.
  SpanIndex nested(SpanIndex outer, const Style& style);
  /// Any other properties on top of what the place has (labels, drop caps).
  document::FormatIndex run_with(const TextContext& place, const RunProperties& over);
  /// A list label: as the paragraph, without its lines and raising, then as the level says.
  document::FormatIndex label(const TextContext& place, const ListItem& item,
                              const Style* text_style);
  const ParagraphLook& paragraph(const Style* style, const CellLook* cell,
                                 const ListItem& item = {});

private:
  struct Span {
    SpanIndex outer = 0;
    const Style* style = nullptr;
  };
  RunProperties resolve(const TextContext& place) const;
  document::FormatIndex intern(const document::RunFormat& format);
  std::uint32_t intern(const document::ParagraphFormat& format);

  const SharedParts& shared_;
  document::Document& document_;
  std::vector<Span> spans_{Span{}};
  std::unordered_map<std::uint64_t, SpanIndex> span_indices_;
  std::unordered_map<std::uint64_t, document::FormatIndex> runs_, labels_;
  std::unordered_map<std::uint64_t, ParagraphLook> paragraphs_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> run_indices_, paragraph_indices_;
};

} // namespace saraban::odt
