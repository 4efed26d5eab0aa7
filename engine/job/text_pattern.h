// Text with tags outside of a template: names of outputs, entries of a package's list.
#pragma once

#include "language/scope.h"
#include "language/tags.h"

#include <string>
#include <vector>

namespace saraban::job {

class TextPattern {
public:
  /// Faults of the tags go to `diagnostics`, at `where`.
  TextPattern(std::string text, const Location& where, Diagnostics& diagnostics);

  /// With each tag's value, after `change`. Faults go to the scope's diagnostics.
  std::string of(language::Scope& scope,
                 const std::function<std::string(std::string)>& change) const;

private:
  struct Piece {
    std::string text;
    std::optional<language::Expression> value;
  };
  std::vector<Piece> pieces_;
};

} // namespace saraban::job
