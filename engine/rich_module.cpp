// The rich-text module's one entry.
#include "rich/html/readers.h"

extern "C" __attribute__((visibility("default"))) const saraban::rich::Readers*
saraban_rich_readers() {
  static constexpr saraban::rich::Readers readers{saraban::rich::html::read_markdown,
                                                  saraban::rich::html::read_html};
  return &readers;
}
