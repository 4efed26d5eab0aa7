// Documents to pages: the whole of layout.
#pragma once

#include "base/diagnostics.h"
#include "base/limits.h"
#include "document/document.h"
#include "document/findings.h"
#include "font/fonts.h"
#include "page/page.h"
#include "text/shaper_pool.h"

namespace saraban::layout {

struct Options {
  std::vector<std::string>
      words; ///< Kept whole by the Thai word breaker: names and places from the data.
  Limits limits;
  text::ShaperPool* shapers =
      nullptr; ///< Shared by documents that use the same fonts; may be null.
};

struct Result {
  page::Pages pages;
  document::Findings findings;
};

Result paginate(const document::Document& document, const font::Fonts& fonts,
                const Options& options, Diagnostics& diagnostics);

} // namespace saraban::layout
