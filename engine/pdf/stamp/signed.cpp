// Files that are signed.
#include "pdf/stamp/signed.h"

#include "base/failure.h"
#include "pdf/fields.h"

namespace saraban::pdf::stamp {

void refuse_signed(File& file, SignedFiles wanted, Diagnostics& diagnostics) {
  FormFields fields;
  guarded(file, [&] { fields = read_fields(file); });
  for (const Field& field : fields.fields) {
    if (field.kind != FieldKind::signature || !field.attribute("/V").isDictionary()) continue;
    if (wanted == SignedFiles::refuse)
      throw Failure(Fault::input, "pdf-signed", file.location(), {{"field", field.name}});
    diagnostics.warning("pdf-signature-broken", file.location(), {{"field", field.name}});
  }
}

} // namespace saraban::pdf::stamp
