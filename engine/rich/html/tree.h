// The tree of an HTML source, parsed into memory that is given back as a whole.
#pragma once

#include <cstddef>
#include <gumbo.h>
#include <memory>
#include <string_view>
#include <vector>

namespace saraban::rich::html {

/// Memory of one parse: bounded, and freed without following the tree, however deep that is.
class Arena {
public:
  /// Null past the bound.
  void* allocate(std::size_t size);

private:
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::size_t used_ = 0, size_ = 0, total_ = 0;
};

/// As the content of a body element; null where the source needs more memory than it may have.
/// The tree lives as long as arena and source.
const GumboNode* parse(std::string_view source, Arena& arena);

/// An attribute's value; empty where there is none.
std::string_view attribute(const GumboElement& element, const char* name);

} // namespace saraban::rich::html
