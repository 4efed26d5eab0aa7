// The program: everything is in cli.
#include "cli/run.h"

#include <cstdlib> // says whether this is glibc
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// What one record of a batch gives back the next asks for again: it stays with the program. A
/// program's decision, not a library's.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int mebibyte = 1 << 20;
  mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
  mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);
#endif
}

} // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  return saraban::cli::run(argc, argv);
}
