// The one exception: no document can be made.
#pragma once

#include "base/diagnostics.h"

#include <exception>
#include <utility>

namespace saraban {

enum class Fault {
  input,  ///< The template or the data: exit status 1.
  usage,  ///< The command: exit status 2.
  machine ///< Files, fonts, memory: exit status 3.
};

/// Thrown for "cannot go on", caught once, in job::generate.
class Failure : public std::exception {
public:
  Failure(Fault fault, Diagnostic diagnostic) : fault_(fault), diagnostic_(std::move(diagnostic)) {}
  Failure(Fault fault, std::string code, Location where,
          std::vector<std::pair<std::string, std::string>> arguments = {})
      : Failure(fault, Diagnostic{Severity::error, std::move(code), std::move(where),
                                  std::move(arguments)}) {}
  Fault fault() const { return fault_; }
  const Diagnostic& diagnostic() const { return diagnostic_; }
  const char* what() const noexcept override { return diagnostic_.code.c_str(); }

private:
  Fault fault_;
  Diagnostic diagnostic_;
};

} // namespace saraban
