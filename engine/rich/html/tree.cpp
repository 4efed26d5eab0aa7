// Running the HTML parser.
#include "rich/html/tree.h"

#include <algorithm>
#include <csetjmp>

namespace saraban::rich::html {
namespace {

constexpr std::size_t block_bytes = 256u << 10, most_total = 256u << 20, unit = 16;

struct Parse {
  Arena* arena = nullptr;
  std::jmp_buf full;
};

/// The parser cannot go on without memory: it is left, and its memory with it.
void* allocate(void* parse, std::size_t size) {
  auto* self = static_cast<Parse*>(parse);
  void* memory = self->arena->allocate(size);
  if (!memory) std::longjmp(self->full, 1);
  return memory;
}

void keep(void*, void*) {}

} // namespace

void* Arena::allocate(std::size_t size) {
  if (size > most_total || total_ > most_total - size) return nullptr;
  size = (size + unit - 1) / unit * unit;
  if (used_ + size > size_) {
    size_ = std::max(block_bytes, size);
    blocks_.push_back(std::make_unique<std::byte[]>(size_));
    used_ = 0;
  }
  std::byte* memory = blocks_.back().get() + used_;
  used_ += size;
  total_ += size;
  return memory;
}

const GumboNode* parse(std::string_view source, Arena& arena) {
  Parse parse;
  parse.arena = &arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = &parse;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_BODY;
  if (setjmp(parse.full) != 0) return nullptr;
  return gumbo_parse_with_options(&options, source.data(), source.size())->root;
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

} // namespace saraban::rich::html
