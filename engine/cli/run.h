// The command line: arguments to jobs, diagnostics to the terminal, an exit code.
#pragma once

namespace saraban::cli {

/// 0 made, 1 template or data at fault, 2 usage, 3 the machine. Never throws.
int run(int argc, char** argv);

} // namespace saraban::cli
