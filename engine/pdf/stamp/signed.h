// Files that are signed: a change breaks their signatures.
#pragma once

#include "pdf/module/form.h"
#include "pdf/open.h"

namespace saraban::pdf::stamp {

/// Throws Failure (input: "pdf-signed") for a signed file that is not to be changed; else warns.
void refuse_signed(File& file, SignedFiles wanted, Diagnostics& diagnostics);

} // namespace saraban::pdf::stamp
