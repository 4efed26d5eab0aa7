// The two kinds of metafile, each played on a canvas.
#pragma once

#include "layout/metafile/bytes.h"
#include "layout/metafile/metafile.h"

namespace saraban::layout::metafile {

std::vector<Item> play_emf(Bytes file, Size box);
std::vector<Item> play_wmf(Bytes file, Size box);

} // namespace saraban::layout::metafile
