// Reading what a template is filled from.
#include "data/read.h"
#include "job/compiled.h"

namespace saraban::job {
namespace {

/// Standard input has no extension: JSON starts with a bracket, all else is YAML.
data::Format sniff(std::string_view bytes) {
  const auto first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const bool json = first != bytes.npos && (bytes[first] == '{' || bytes[first] == '[');
  return json ? data::Format::json : data::Format::yaml;
}

const char* kind_of(const data::Value& value, Language language) {
  const bool thai = language == Language::thai;
  if (value.list() != nullptr) return thai ? "รายการ" : "list";
  if (value.number() != nullptr) return thai ? "ตัวเลข" : "number";
  return thai ? "ข้อความ" : "text";
}

} // namespace

data::Value read_data_file(const std::string& path, const Limits& limits, data::Sources& sources,
                           Diagnostics& diagnostics) {
  Location where;
  where.file = path;
  if (path == "-") {
    const std::string bytes = read_file("/dev/stdin", limits);
    return data::read(bytes, sniff(bytes), path, sources, limits, diagnostics);
  }
  const auto format = data::format_of(path);
  if (!format) {
    diagnostics.error("unknown-data-format", where);
    return {};
  }
  return data::read(read_file(path, limits), *format, path, sources, limits, diagnostics);
}

data::Value with_assignments(data::Value value, const Job& job, const data::Sources& sources,
                             Diagnostics& diagnostics) {
  if (value.is_null()) value = data::Value(data::Map(), value.mark());
  if (value.map() == nullptr)
    diagnostics.error("data-not-a-map", data::location_of(value.mark(), sources),
                      {{"kind", kind_of(value, job.environment.language)}});
  for (const std::string& assignment : job.assignments)
    value = data::set_path(std::move(value), assignment, diagnostics);
  return value;
}

Record read_record(const Job& job, Diagnostics& diagnostics) {
  Record record;
  for (const std::string& path : job.data_paths) {
    data::Value value = read_data_file(path, job.environment.limits, record.sources, diagnostics);
    if (!value.is_null()) record.value = data::merge(std::move(record.value), std::move(value));
  }
  record.value = with_assignments(std::move(record.value), job, record.sources, diagnostics);
  return record;
}

} // namespace saraban::job
