// The records of a batch, one at a time.
#include "job/rows.h"

#include "data/read.h"

namespace saraban::job {

Rows::Rows(const std::string& path, const Limits& limits, Diagnostics& diagnostics)
    : path_(path), limits_(limits) {
  if (data::format_of(path) == data::Format::ndjson) {
    read_lines();
    return;
  }
  data::Value value = read_data_file(path, limits, sources_, diagnostics);
  if (auto* list = std::get_if<data::List>(&value.content()))
    list_ = std::move(*list);
  else if (!value.is_null())
    list_.push_back(std::move(value));
}

void Rows::read_lines() {
  lines_.bytes = read_file(path_, limits_);
  const std::string_view text = lines_.bytes;
  int number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (line.find_first_not_of(" \t\r") != line.npos) {
      lines_.lines.push_back(line);
      lines_.numbers.push_back(number);
    }
    at = end + 1;
  }
}

std::size_t Rows::size() const {
  return lines_.lines.empty() ? list_.size() : lines_.lines.size();
}

Record Rows::at(std::size_t index, Diagnostics& diagnostics) const {
  Record record;
  if (lines_.lines.empty()) {
    record.value = list_[index];
    record.sources = sources_;
    return record;
  }
  Diagnostics faults;
  record.value =
      data::read(lines_.lines[index], data::Format::json, path_, record.sources, limits_, faults);
  for (Diagnostic fault : faults.all()) {
    fault.location.line = lines_.numbers[index];
    diagnostics.add(std::move(fault));
  }
  return record;
}

} // namespace saraban::job
