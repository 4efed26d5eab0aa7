// Modules: libraries that are slow to load, in files beside the program that are opened on demand.
#include "base/module.h"

#include "base/failure.h"

#include <dlfcn.h>
#include <filesystem>

namespace saraban {
namespace {

namespace fs = std::filesystem;

/// The program's folder; modules stand beside it.
fs::path own_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path(".") : program.parent_path();
}

[[noreturn]] void fail(const char* file) {
  throw Failure(Fault::machine, "module-missing", {}, {{"file", file}, {"reason", dlerror()}});
}

} // namespace

void* open_module(const char* file, const char* symbol) {
  const fs::path path = own_folder() / file;
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) fail(file);
  void* found = dlsym(library, symbol);
  if (found == nullptr) fail(file);
  return found;
}

} // namespace saraban
