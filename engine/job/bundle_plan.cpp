// A package file, read strictly: an unknown name would be a document that is silently missing.
#include "job/bundle_plan.h"

#include "data/read.h"
#include "job/compiled.h"

#include <algorithm>

namespace saraban::job {
namespace {

using data::Value;

const std::vector<std::string> bundle_keys = {"title", "letter", "enclosures", "documents", "list"};
const std::vector<std::string> document_keys = {"template", "data", "values",
                                                "form",     "file", "title"};

class PlanReader {
public:
  PlanReader(std::string path, BundlePlan& plan, Diagnostics& diagnostics)
      : folder_(std::filesystem::path(path).parent_path()), plan_(plan), diagnostics_(diagnostics) {
  }
  void read(const Value& root);

private:
  void fault(const char* code, const Value& at,
             std::vector<std::pair<std::string, std::string>> arguments = {});
  void check_keys(const Value& value, const std::vector<std::string>& known);
  std::string text(const Value& parent, const char* key);
  std::string beside(const std::string& path) const { return (folder_ / path).lexically_normal(); }
  void read_paths(const Value& value, DocumentPlan& document);
  DocumentPlan document(const Value& value);
  std::vector<DocumentPlan> documents(const Value& list);
  EnclosurePlan enclosure(const Value& value);
  void read_enclosures(const Value& root);

  std::filesystem::path folder_;
  BundlePlan& plan_;
  Diagnostics& diagnostics_;
};

void PlanReader::fault(const char* code, const Value& at,
                       std::vector<std::pair<std::string, std::string>> arguments) {
  diagnostics_.error(code, data::location_of(at.mark(), plan_.sources), std::move(arguments));
}

void PlanReader::check_keys(const Value& value, const std::vector<std::string>& known) {
  for (const auto& [name, member] : *value.map())
    if (std::find(known.begin(), known.end(), name) == known.end())
      fault("package-unknown-name", member,
            {{"name", name}, {"nearest", nearest_name(name, known)}});
}

std::string PlanReader::text(const Value& parent, const char* key) {
  const Value* value = parent.find(key);
  if (value == nullptr || value->is_null()) return {};
  if (const std::string* text = value->string()) return *text;
  if (const data::Number* number = value->number()) return number->text;
  fault("package-not-text", *value, {{"name", key}});
  return {};
}

void PlanReader::read_paths(const Value& value, DocumentPlan& document) {
  const Value* data = value.find("data");
  if (data == nullptr || data->is_null()) return;
  const data::List one{*data};
  for (const Value& path : data->list() != nullptr ? *data->list() : one) {
    if (path.string() == nullptr)
      fault("package-not-text", path, {{"name", "data"}});
    else
      document.data_paths.push_back(beside(*path.string()));
  }
}

DocumentPlan PlanReader::document(const Value& value) {
  DocumentPlan plan;
  if (value.map() == nullptr) return fault("package-not-a-document", value), plan;
  plan.template_path = text(value, "template");
  if (plan.template_path.empty())
    fault("package-no-template", value);
  else
    plan.template_path = beside(plan.template_path);
  read_paths(value, plan);
  if (const Value* values = value.find("values"); values != nullptr && !values->is_null()) {
    if (values->map() == nullptr)
      fault("package-not-a-map", *values, {{"name", "values"}});
    else
      plan.values = *values;
  }
  const std::string form = text(value, "form");
  if (form == "blank")
    plan.form = FormMode::blank;
  else if (form == "fillable")
    plan.form = FormMode::fillable;
  else if (!form.empty())
    fault("package-form", *value.find("form"), {{"text", form}});
  plan.title = text(value, "title");
  plan.file = text(value, "file");
  if (plan.file.find('/') != std::string::npos || plan.file.starts_with('.'))
    fault("unsafe-output-name", *value.find("file"), {{"path", plan.file}});
  return plan;
}

std::vector<DocumentPlan> PlanReader::documents(const Value& list) {
  std::vector<DocumentPlan> all;
  if (list.list() == nullptr)
    return fault("package-not-a-list", list, {{"name", "documents"}}), all;
  for (const Value& value : *list.list()) {
    all.push_back(document(value));
    if (value.map() != nullptr) check_keys(value, document_keys);
  }
  return all;
}

/// What is not said to the engine is said to the letter.
EnclosurePlan PlanReader::enclosure(const Value& value) {
  EnclosurePlan plan;
  if (value.map() == nullptr) return fault("package-not-a-document", value), plan;
  data::Map entry;
  for (const data::Member& member : *value.map())
    if (member.first != "documents" &&
        std::find(document_keys.begin(), document_keys.end(), member.first) == document_keys.end())
      entry.push_back(member);
  if (entry.empty()) fault("package-enclosure-without-name", value);
  plan.entry = Value(std::move(entry), value.mark());
  if (const Value* list = value.find("documents"))
    plan.documents = documents(*list);
  else if (value.find("template") != nullptr || value.find("data") != nullptr)
    plan.documents.push_back(document(value));
  return plan;
}

void PlanReader::read_enclosures(const Value& root) {
  if (const Value* list = root.find("enclosures"); list != nullptr && !list->is_null()) {
    if (list->list() == nullptr)
      fault("package-not-a-list", *list, {{"name", "enclosures"}});
    else
      for (const Value& value : *list->list()) plan_.enclosures.push_back(enclosure(value));
  }
  if (const Value* list = root.find("documents"))
    plan_.enclosures.push_back({Value(), documents(*list)});
}

void PlanReader::read(const Value& root) {
  if (root.map() == nullptr) return fault("package-not-a-map", root, {{"name", "package"}});
  check_keys(root, bundle_keys);
  plan_.title = text(root, "title");
  if (const std::string list = text(root, "list"); !list.empty()) plan_.list = list;
  if (const Value* letter = root.find("letter")) {
    plan_.letter = document(*letter);
    if (letter->map() != nullptr) check_keys(*letter, document_keys);
  }
  read_enclosures(root);
  const bool any = plan_.letter || std::any_of(plan_.enclosures.begin(), plan_.enclosures.end(),
                                               [](const auto& e) { return !e.documents.empty(); });
  if (!any && !diagnostics_.has_errors()) fault("package-empty", root);
}

} // namespace

bool is_bundle_path(std::string_view path) {
  return path.ends_with(".yaml") || path.ends_with(".yml");
}

BundlePlan read_bundle_plan(const std::string& path, const Limits& limits,
                            Diagnostics& diagnostics) {
  BundlePlan plan;
  const Value root = read_data_file(path, limits, plan.sources, diagnostics);
  if (!diagnostics.has_errors()) PlanReader(path, plan, diagnostics).read(root);
  return plan;
}

} // namespace saraban::job
