// Ranges of pages as people write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace saraban::job {

/// The pages (from 1, in order, each once) that "1,4-6" means of `count`; all for "". Open ends are
/// allowed ("3-"); pages beyond the last are left out. Nothing for other text.
std::optional<std::vector<std::size_t>> pages_in(std::string_view range, std::size_t count);

} // namespace saraban::job
