// {% include %}: the body of another document in the tag's place.
#include "fill/applier.h"

namespace saraban::fill {

void Applier::node(const IncludeBlock& n) {
  shared_.scope.diagnostics().error("include-not-possible",
                                    n.include.name.where ? *n.include.name.where : Location{});
}

} // namespace saraban::fill
