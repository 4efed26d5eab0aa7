// Sections to pages: one round, with what fields showed in the round before.
#pragma once

#include "document/findings.h"
#include "layout/paragraph/context.h"
#include "page/page.h"

#include <map>
#include <string>
#include <vector>

namespace saraban::layout {

/// What fields need to know of the whole document.
struct Counts {
  int pages = 1;
  std::vector<int> section_pages; ///< Of each section.
  std::map<std::string, std::string> bookmark_pages;
  /// For each page: style → text of its first paragraph there.
  std::vector<std::map<std::string, std::string>> styles;
  bool operator==(const Counts&) const = default;
};

struct Round {
  std::vector<page::Page> pages;
  std::vector<document::PageStart> starts;
  Counts counts;
};

/// Throws Failure (input: "limit-pages").
Round lay_pages(const Counts& known, Context& context);

} // namespace saraban::layout
