// A form's field on a line as a field of the page.
#pragma once

#include "layout/paragraph/context.h"
#include "layout/paragraph/line.h"
#include "layout/paragraph/prepared.h"

#include <memory>

namespace saraban::layout {

/// The field whose mark is `unit`; the same one for each line that it stands on. `line` has its
/// height and baseline.
std::shared_ptr<const page::Field> page_field(const document::FormFieldStart& field,
                                              std::uint32_t unit, const Prepared& paragraph,
                                              const Line& line, Context& context);

} // namespace saraban::layout
