// What lies below everything on a page: its colour, its picture.
#pragma once

#include "layout/page_frame.h"

namespace saraban::layout {

/// As an artifact; a picture of more tiles than anybody can see is left out.
void draw_page_ground(std::vector<page::Item>& items, const PageFrame& frame,
                      const document::Document& document);

} // namespace saraban::layout
