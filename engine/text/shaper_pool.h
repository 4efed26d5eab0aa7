// Shapers that go from document to document, so that a mail merge shapes each word once.
#pragma once

#include "text/shaper.h"

#include <memory>
#include <mutex>
#include <vector>

namespace saraban::text {

/// Safe for many threads; each shaper serves one at a time. All must use the same font::Fonts,
/// which must outlive the pool.
class ShaperPool {
public:
  std::unique_ptr<Shaper> take();
  /// Forgets a shaper that has grown large.
  void give_back(std::unique_ptr<Shaper> shaper);

private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Shaper>> idle_;
};

} // namespace saraban::text
