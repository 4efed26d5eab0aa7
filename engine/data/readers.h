// One reader for each kind of data file, and what they share.
#pragma once

#include "data/read.h"

namespace saraban::data {

/// A file being read: where its faults go and what it may cost.
struct Reading {
  std::string_view text;
  std::string name;
  std::uint32_t source = 0; ///< Index into Sources.
  const Limits& limits;
  Diagnostics& diagnostics;

  void error(std::string code, Mark where,
             std::vector<std::pair<std::string, std::string>> arguments) const;
  void warning(std::string code, Mark where,
               std::vector<std::pair<std::string, std::string>> arguments) const;
  Location location(Mark where) const;
};

/// Null after an error, which has been reported.
Value read_json(const Reading& reading);
Value read_ndjson(const Reading& reading);
Value read_yaml(const Reading& reading);
Value read_csv(const Reading& reading);
Value read_xlsx(const Reading& reading);

/// RFC 8259, 6, and within what Decimal takes.
bool is_json_number(std::string_view text);

/// Puts a member into a map under construction: a later duplicate replaces the earlier one. True
/// when it did.
class MapBuilder {
public:
  bool put(std::string key, Value value);
  Map take() { return std::move(members_); }

private:
  Map members_;
  std::vector<std::uint32_t> sorted_; ///< Indices sorted by key, once there are many.
};

/// Turns offsets that only grow into lines and columns; each byte is looked at once.
class Lines {
public:
  Lines(std::string_view text, std::uint32_t source) : text_(text), source_(source) {}
  Mark at(std::size_t offset);

private:
  std::string_view text_;
  std::uint32_t source_ = 0;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

} // namespace saraban::data
