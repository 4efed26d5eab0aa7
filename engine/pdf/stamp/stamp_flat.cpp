// A flat PDF stamped: values evaluated, painted, laid over its pages.
#include "pdf/open.h"
#include "pdf/scan/page_space.h"
#include "pdf/stamp/flat.h"
#include "pdf/stamp/overlay.h"
#include "pdf/stamp/paint.h"
#include "pdf/stamp/signed.h"

#include <algorithm>

namespace saraban::pdf::stamp {
namespace {

/// What the data does not have leaves its place empty, unless it is said otherwise.
language::DocumentSettings settings_of(const Flat& flat, const Environment& environment) {
  language::DocumentSettings settings;
  if (flat.map().digits) settings.digits = *flat.map().digits;
  settings.missing = environment.missing.value_or(MissingValue::empty);
  if (settings.missing == MissingValue::blank) settings.missing = MissingValue::empty;
  return settings;
}

std::vector<font::Request> requests_of(const std::vector<Stamp>& stamps) {
  std::vector<font::Request> requests;
  for (const Stamp& stamp : stamps) {
    const font::Request request = request_of(stamp.style);
    if (std::find(requests.begin(), requests.end(), request) == requests.end())
      requests.push_back(request);
  }
  return requests;
}

page::Pages empty_pages(File& file) {
  page::Pages pages;
  for (const QPDFObjectHandle& page : file.qpdf().getAllPages()) {
    const scan::PageSpace space = scan::page_space(page);
    pages.pages.push_back({{points(space.width), points(space.height)}, {}, ""});
  }
  return pages;
}

} // namespace

std::string stamp_flat(const Flat& flat, const data::Value& record, const data::Sources& sources,
                       const FillOptions& options, const Means& means, Diagnostics& diagnostics) {
  language::Scope scope(record, sources, means.environment, settings_of(flat, means.environment),
                        diagnostics);
  std::vector<Content> contents;
  for (const Stamp& stamp : flat.stamps()) contents.push_back(content_of(stamp, scope));
  if (diagnostics.has_errors() || options.purpose == Purpose::check) return "";
  Diagnostics unheard; // of opening: said when the map was compiled
  const auto file = open(flat.bytes(), flat.options(), unheard);
  refuse_signed(*file, options.signed_files, diagnostics);
  file->demand(Permission::change_pages);
  guarded(*file, [&] {
    page::Pages pages = empty_pages(*file);
    Typesetter typesetter(means, requests_of(flat.stamps()), diagnostics);
    Painter painter(pages, typesetter, diagnostics);
    for (std::size_t i = 0; i < contents.size(); ++i) painter.paint(flat.stamps()[i], contents[i]);
    pages.faces = typesetter.faces();
    overlay(*file, pages, means.environment.limits, diagnostics);
  });
  return write(*file);
}

} // namespace saraban::pdf::stamp
