// The appearances of a file's widgets: collected, drawn together, put into the file.
#pragma once

#include "pdf/entry.h"
#include "pdf/form.h"
#include "pdf/insert.h"

#include <string>
#include <vector>

namespace saraban::pdf {

/// A field to be drawn, all its widgets, as its entry says.
struct Drawing {
  const Field* field = nullptr;
  Entry entry;
};

/// Draws text and choice fields, and those buttons that have no appearance of their own. Fonts are
/// shared by the whole file. Text that does not fit and characters that no font has are warned of.
/// Appearances as texts cannot be looked at afterwards: to flatten them, ask for objects.
void draw(const Form& source, File& file, InsertAs as, QPDFObjectHandle form,
          const std::vector<Drawing>& drawings, const Means& means, Diagnostics& diagnostics);

} // namespace saraban::pdf
