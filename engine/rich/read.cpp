// Markdown and HTML, by the module that knows them.
#include "rich/read.h"

#include "base/module.h"
#include "rich/module.h"

namespace saraban::rich {
namespace {

const Readers& readers() {
  using Entry = const Readers*();
  static const Readers* known =
      reinterpret_cast<Entry*>(open_module(rich_file, rich_readers_symbol))();
  return *known;
}

} // namespace

Blocks read_markdown(std::string_view source, const Location& where) {
  return readers().markdown(source, where);
}

Blocks read_html(std::string_view source, const Location& where) {
  return readers().html(source, where);
}

} // namespace saraban::rich
