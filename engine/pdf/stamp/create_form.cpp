// A flat PDF made fillable: fields at the map's places, then filled as any form is.
#include "pdf/fields.h"
#include "pdf/form.h"
#include "pdf/open.h"
#include "pdf/stamp/flat.h"
#include "pdf/stamp/form_tree.h"
#include "pdf/stamp/signed.h"

namespace saraban::pdf::stamp {

std::string create_form(const Flat& flat, const data::Value& record, const data::Sources& sources,
                        const FillOptions& options, const Means& means, Diagnostics& diagnostics) {
  Diagnostics unheard; // of opening: said when the map was compiled
  const auto file = open(flat.bytes(), flat.options(), unheard);
  refuse_signed(*file, options.signed_files, diagnostics);
  file->demand(Permission::change_pages);
  guarded(*file, [&] { add_fields(*file, flat, means, diagnostics); });
  if (diagnostics.has_errors()) return "";
  auto bytes = std::make_shared<const std::string>(write(*file));
  const auto form = open_form(bytes, flat.options(), diagnostics);
  FillOptions fill = options;
  fill.flatten = Flatten::no;
  return fill_form(*form, record, sources, fill, means, diagnostics);
}

} // namespace saraban::pdf::stamp
