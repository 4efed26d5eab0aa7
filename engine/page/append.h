// The pages of several documents as one file's.
#pragma once

#include "page/page.h"

#include <string_view>

namespace saraban::page {

/// Adds `more` behind the pages of `all`. Page labels stay; names of destinations and ids of tags
/// are made unlike those that are there; a face or picture that both hold is held once. The outline
/// gets an entry `title` for the first page of `more`, with its own entries one level below; none
/// for an empty title. Of the metadata `all` keeps what it has.
void append(Pages& all, Pages more, std::string_view title);

} // namespace saraban::page
