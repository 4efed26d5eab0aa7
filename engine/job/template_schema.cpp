// Schemas beside templates, and of templates.
#include "job/template_schema.h"

#include "data/read.h"
#include "data/write.h"
#include "job/forms.h"
#include "job/guard.h"
#include "job/inspect.h"
#include "job/pdf_template.h"
#include "job/pipeline.h"
#include "schema/derive.h"

#include <filesystem>

namespace saraban::job {
namespace {

std::string text_member(const data::Value& map, std::string_view key) {
  const data::Value* member = map.find(key);
  return member && member->string() ? *member->string() : std::string();
}

/// Of a PDF: its fields, by name.
std::vector<schema::Asked> fields_of(const Job& job, Result& result) {
  data::Sources sources;
  const data::Value list =
      data::read(list_form(job, InspectAs::json, result), data::Format::json, job.template_path,
                 sources, job.environment.limits, result.diagnostics);
  std::vector<schema::Asked> asked;
  const data::Value* fields = list.find("fields");
  if (!fields || !fields->list()) return asked;
  for (const data::Value& field : *fields->list()) {
    schema::Asked one;
    one.path = text_member(field, "name");
    const std::string type = text_member(field, "type");
    if (type == "check") one.filters = {"check"};
    if (const data::Value* options = field.find("options"); options && options->list())
      for (const data::Value& option : *options->list())
        if (option.string()) one.choices.push_back(*option.string());
    asked.push_back(std::move(one));
  }
  return asked;
}

std::vector<schema::Asked> values_of(const Job& job, Result& result) {
  std::vector<schema::Asked> asked;
  const auto compiled = compile_template(job, result.diagnostics);
  for (const fill::Use& use : fill::uses(compiled->source()))
    asked.push_back({use.path, use.filters, use.list, {}});
  return asked;
}

} // namespace

std::optional<Schema> schema_of(const std::string& template_path, const Limits& limits,
                                Diagnostics& diagnostics) {
  const std::filesystem::path path = template_path;
  const std::filesystem::path own = std::filesystem::path(path).replace_extension(".schema.json");
  for (const auto& file : {own, path.parent_path() / "schema.json"}) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) continue;
    Schema schema;
    schema.value = read_data_file(file, limits, schema.sources, diagnostics);
    return schema;
  }
  return std::nullopt;
}

std::string described_data(const Job& job, bool as_sample, Result& result) {
  std::string text;
  guard(result, [&] {
    const auto asked =
        is_pdf_path(job.template_path) ? fields_of(job, result) : values_of(job, result);
    const std::string title = std::filesystem::path(job.template_path).stem().string();
    data::Value described = schema::derive(asked, title);
    const auto own = schema_of(job.template_path, job.environment.limits, result.diagnostics);
    if (as_sample) {
      described = schema::sample(described);
      if (own) described = schema::merged(described, schema::sample(own->value));
    } else if (own) {
      described = schema::merged(described, own->value);
    }
    if (!result.diagnostics.has_errors()) text = data::write_json(described);
  });
  return text;
}

} // namespace saraban::job
