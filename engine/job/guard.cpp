// The one place where exceptions end.
#include "job/guard.h"

#include "base/failure.h"

#include <algorithm>
#include <new>

namespace saraban::job {
namespace {

int status_of(Fault fault) {
  switch (fault) {
  case Fault::input:
    return 1;
  case Fault::usage:
    return 2;
  case Fault::machine:
    return 3;
  }
  return 3;
}

} // namespace

void guard(Result& result, const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure& failure) {
    result.diagnostics.add(failure.diagnostic());
    result.exit_status = status_of(failure.fault());
  } catch (const std::bad_alloc&) {
    result.diagnostics.error("out-of-memory", {});
    result.exit_status = 3;
  } catch (const std::exception& e) {
    result.diagnostics.error("internal", {}, {{"reason", e.what()}});
    result.exit_status = 3;
  }
  if (!result.diagnostics.has_errors()) return;
  result.exit_status = std::max(result.exit_status, 1);
  result.outputs.clear();
}

} // namespace saraban::job
