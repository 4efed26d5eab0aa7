// Modules: libraries that are slow to load, in files beside the program that are opened on demand.
#pragma once

namespace saraban {

/// The symbol of that name in the module `file`, which stands in the program's folder and stays
/// loaded. Throws Failure (machine: "module-missing").
void* open_module(const char* file, const char* symbol);

} // namespace saraban
