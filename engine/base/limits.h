// What hostile input may cost. Reaching a limit is a Failure with code "limit-…".
#pragma once

#include <cstdint>

namespace saraban {

struct Limits {
  std::uint64_t file_bytes = 512u << 20;
  std::uint64_t zip_entries = 20'000;
  std::uint64_t zip_entry_bytes = 256u << 20;  ///< Inflated, one entry.
  std::uint64_t zip_total_bytes = 1024u << 20; ///< Inflated, all entries.
  std::uint64_t zip_ratio = 1'000;             ///< Inflated to deflated, for entries beyond 1 MiB.
  int xml_depth = 1'000;
  std::uint64_t xml_nodes = 10'000'000; ///< Elements and attributes of one part.
  int data_depth = 200;
  std::uint64_t data_values = 20'000'000;
  std::uint64_t language_steps = 50'000'000; ///< Evaluation steps of one record.
  int language_depth = 200;                  ///< Nested expressions, macro calls.
  std::uint64_t output_bytes = 1024u << 20;  ///< One filled part.
  std::uint64_t pages = 20'000;
  std::uint64_t image_pixels = 200'000'000;
};

} // namespace saraban
