// Markdown as HTML, which the HTML reader reads.
#include "base/failure.h"
#include "rich/html/readers.h"

#include <md4c-html.h>
#include <md4c.h>

namespace saraban::rich::html {
namespace {

void append(const MD_CHAR* text, MD_SIZE size, void* out) {
  static_cast<std::string*>(out)->append(text, size);
}

} // namespace

Blocks read_markdown(std::string_view source, const Location& where) {
  if (source.size() > most_bytes)
    throw Failure(Fault::input, "limit-rich-text", where, {{"limit", std::to_string(most_bytes)}});
  std::string html;
  const unsigned flags = MD_DIALECT_GITHUB | MD_FLAG_NOINDENTEDCODEBLOCKS;
  md_html(source.data(), static_cast<MD_SIZE>(source.size()), append, &html, flags,
          MD_HTML_FLAG_SKIP_UTF8_BOM);
  return read_html(html, where);
}

} // namespace saraban::rich::html
