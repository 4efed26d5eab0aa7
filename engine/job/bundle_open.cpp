// Opening a package: every template compiled once, all data read, all faults found.
#include "base/failure.h"
#include "data/read.h"
#include "job/bundle.h"
#include "job/bundle_records.h"
#include "job/guard.h"
#include "job/pdf_template.h"

#include <set>

namespace saraban::job {
namespace {

bool is_there(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

/// The twin that the output needs.
std::string template_for(const std::string& path, OutputFormat format) {
  if (is_template_path(path) || is_pdf_path(path)) return path;
  const bool odt =
      format == OutputFormat::odt || (format != OutputFormat::docx && !is_there(path + ".docx"));
  return path + (odt ? ".odt" : ".docx");
}

class Opener {
public:
  Opener(const Job& job, Bundle& bundle, Diagnostics& diagnostics)
      : job_(job), bundle_(bundle), diagnostics_(diagnostics) {}
  void choose_formats();
  void open();

private:
  void add(const DocumentPlan& plan, std::size_t enclosure);
  void compile(BundleDocument& document);
  void name_files();
  void collect(Result& result);

  const Job& job_;
  Bundle& bundle_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::shared_ptr<const Compiled>> compiled_;
};

void Opener::collect(Result& result) {
  for (const Diagnostic& diagnostic : result.diagnostics.all()) diagnostics_.add(diagnostic);
}

/// One file is a PDF or pages of PNG: other formats cannot hold documents of several templates.
void Opener::choose_formats() {
  const std::string& path = job_.output_path;
  std::vector<std::string> wanted = job_.part_extensions;
  if (!path.empty() && path.back() != '/') wanted = {path};
  if (wanted.empty()) wanted = {".pdf"};
  for (const std::string& name : wanted) {
    const FormatRow* row = output_format(name);
    Location where;
    where.file = name;
    if (row == nullptr)
      throw Failure(Fault::usage, "unknown-output-format", where,
                    {{"known", known_output_extensions()}});
    const bool document = row->format == OutputFormat::docx || row->format == OutputFormat::odt;
    if (document && name == path)
      throw Failure(Fault::usage, "package-one-file", where,
                    {{"extension", std::string(row->extension)}});
    bundle_.file_rows.push_back(row);
  }
}

void Opener::compile(BundleDocument& document) {
  for (const FormatRow* row : bundle_.file_rows) {
    Job job = job_;
    job.template_path = template_for(document.plan.template_path, row->format);
    const auto [entry, is_new] = compiled_.try_emplace(job.template_path);
    const auto known = entry; // Clang before 16 captures no structured bindings
    if (is_new) {
      Result result;
      guard(result, [&] { known->second = compile_template(job, result.diagnostics); });
      collect(result);
    }
    document.compiled[row->format] = known->second;
  }
}

void Opener::add(const DocumentPlan& plan, std::size_t enclosure) {
  if (plan.template_path.empty()) return; // said when the package was read
  BundleDocument document;
  document.plan = plan;
  document.enclosure = enclosure;
  compile(document);
  Job job = job_;
  job.data_paths = plan.data_paths;
  job.assignments.clear();
  Result result;
  guard(result, [&] { document.record = read_record(job, result.diagnostics); });
  document.readable = !result.diagnostics.has_errors();
  collect(result);
  Record values;
  values.sources = bundle_.plan.sources;
  values.value = plan.values;
  if (!plan.values.is_null()) document.record = joined(std::move(document.record), values);
  bundle_.documents.push_back(std::move(document));
}

/// "letter", "1-allocation-register": the names of the data, or else of the templates, in the
/// order of the list.
void Opener::name_files() {
  std::set<std::string> taken;
  for (BundleDocument& document : bundle_.documents) {
    std::string& name = document.plan.file;
    if (name.empty()) {
      const std::filesystem::path from = document.plan.data_paths.empty()
                                             ? document.plan.template_path
                                             : document.plan.data_paths.front();
      name = from.stem().string();
      if (document.enclosure != 0) name.insert(0, std::to_string(document.enclosure) + "-");
    }
    const std::string base = name;
    for (int n = 2; !taken.insert(name).second; ++n) name = base + "-" + std::to_string(n);
  }
}

void Opener::open() {
  if (bundle_.plan.letter) add(*bundle_.plan.letter, 0);
  for (std::size_t i = 0; i < bundle_.plan.enclosures.size(); ++i)
    for (const DocumentPlan& plan : bundle_.plan.enclosures[i].documents) add(plan, i + 1);
  name_files();
}

} // namespace

std::shared_ptr<const Bundle> open_bundle(const Job& job, Diagnostics& diagnostics) {
  auto bundle = std::make_shared<Bundle>();
  Opener opener(job, *bundle, diagnostics);
  bundle->plan = read_bundle_plan(job.template_path, job.environment.limits, diagnostics);
  opener.choose_formats();
  opener.open();
  return bundle;
}

language::DocumentSettings settings_of(const Bundle& bundle) {
  for (const BundleDocument& document : bundle.documents)
    for (const auto& [format, compiled] : document.compiled)
      if (compiled) return compiled->source().settings();
  return {};
}

} // namespace saraban::job
