// Where Thai writing itself forbids a word to begin, whatever a word list says.
#pragma once

#include "thai/letters.h"

#include <cstddef>
#include <span>

namespace saraban::thai {

/// May a word begin at letters[at]? Not inside a cluster or a syllable that needs what follows
/// (after a leading vowel, ั, ็, ื, เ◌ิ; before a silent consonant), nor before ๆ and ฯ.
bool may_begin(std::span<const Letter> letters, std::size_t at);

} // namespace saraban::thai
