// Shapers that go from document to document.
#include "text/shaper_pool.h"

namespace saraban::text {

namespace {

constexpr std::size_t most_words = 100'000; ///< A few tens of megabytes.

} // namespace

std::unique_ptr<Shaper> ShaperPool::take() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return std::make_unique<Shaper>();
  std::unique_ptr<Shaper> shaper = std::move(idle_.back());
  idle_.pop_back();
  return shaper;
}

void ShaperPool::give_back(std::unique_ptr<Shaper> shaper) {
  if (shaper->word_count() > most_words) return;
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(shaper));
}

} // namespace saraban::text
