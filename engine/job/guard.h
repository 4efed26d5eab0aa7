// The one place where exceptions end.
#pragma once

#include "job/saraban.h"

#include <functional>

namespace saraban::job {

/// Runs `work`; a Failure and whatever else is thrown becomes a diagnostic and an exit status. A
/// result with an error has no outputs.
void guard(Result& result, const std::function<void()>& work);

} // namespace saraban::job
