// The documents of a package, one after the other: all of them or none.
#include "job/bundle.h"

#include "job/bundle_records.h"
#include "job/check.h"
#include "job/guard.h"
#include "job/page_range.h"
#include "job/pipeline.h"
#include "page/append.h"

#include <filesystem>

#include <algorithm>
#include <functional>

namespace saraban::job {
namespace {

using Work =
    std::function<void(std::size_t number, const Record& record, const Job& job, Result& result)>;

bool is_known(const Diagnostics& diagnostics, const Diagnostic& diagnostic) {
  for (const Diagnostic& other : diagnostics.all())
    if (other.code == diagnostic.code && other.arguments == diagnostic.arguments &&
        other.location == diagnostic.location)
      return true;
  return false;
}

/// Where documents share a template, the place says which of them it was. What is said of the
/// machine is said once.
void collect(const Result& part, const BundleDocument& document, Result& result) {
  for (Diagnostic diagnostic : part.diagnostics.all()) {
    if (!diagnostic.location.file.empty())
      diagnostic.location.place.insert(diagnostic.location.place.begin(),
                                       {"document", 0, document.plan.file});
    if (!is_known(result.diagnostics, diagnostic)) result.diagnostics.add(std::move(diagnostic));
  }
  result.exit_status = std::max(result.exit_status, part.exit_status);
  result.pages += part.pages;
}

/// A faulty document does not hide the faults of the others.
void for_each_document(const Bundle& bundle, const std::vector<Record>& records, const Job& job,
                       Result& result, const Work& work) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const BundleDocument& document = bundle.documents[i];
    Job own = job;
    if (own.environment.form == FormMode::filled) own.environment.form = document.plan.form;
    Result part;
    guard(part, [&] { work(i, records[i], own, part); });
    for (Output& output : part.outputs) result.outputs.push_back(std::move(output));
    collect(part, document, result);
  }
}

/// What the outline calls a document: as its author says, or its entry in the letter's list.
std::string title_of(const Bundle& bundle, const BundleDocument& document,
                     const Record& letter_record, const page::Pages& pages) {
  if (!document.plan.title.empty()) return document.plan.title;
  const data::Value* list = letter_record.value.find(bundle.plan.list);
  if (document.enclosure != 0 && list != nullptr && list->list() != nullptr &&
      document.enclosure <= list->list()->size()) {
    const data::Value& entry = (*list->list())[document.enclosure - 1];
    if (entry.map() != nullptr)
      for (const auto& [name, value] : *entry.map())
        if (value.string() != nullptr) return *value.string();
  }
  return pages.title.empty() ? document.plan.file : pages.title;
}

/// Several documents of one enclosure stand under the first one's title.
void add_pages(page::Pages& all, page::Pages more, const std::string& title) {
  const bool again = !all.outline.empty() && all.outline.back().title == title;
  page::append(all, std::move(more), again ? std::string_view() : title);
}

page::Pages laid_out_pages(const Bundle& bundle, const std::vector<Record>& records, const Job& job,
                           Result& result) {
  page::Pages all;
  all.title = bundle.plan.title;
  const OutputFormat format = bundle.file_rows.front()->format;
  const auto draw = [&](std::size_t i, const Record& record, const Job& own, Result& part) {
    const BundleDocument& document = bundle.documents[i];
    const Compiled& compiled = *document.compiled.at(format);
    const auto filled = fill_record(compiled, record, own.environment, part.diagnostics);
    if (part.diagnostics.has_errors()) return;
    LaidOut laid_out = lay_out(compiled, filled, own.environment, part.diagnostics);
    page::Pages& pages = laid_out.layout.pages;
    part.pages = pages.pages.size();
    note_substitutions(compiled, part);
    const std::string title = title_of(bundle, document, records.front(), pages);
    add_pages(all, std::move(pages), title);
  };
  for_each_document(bundle, records, job, result, draw);
  return all;
}

void produce_one_file(const Bundle& bundle, const Record& row, const Job& job,
                      const std::string& path, Result& result) {
  const page::Pages pages =
      laid_out_pages(bundle, records_of(bundle, row, job, result.diagnostics), job, result);
  if (result.diagnostics.has_errors()) return;
  if (bundle.file_rows.front()->format == OutputFormat::png)
    return add_pngs(pages, job, path, result);
  render::PdfOptions options;
  options.date = job.environment.today;
  options.standard = job.pdf_standard;
  options.title = std::filesystem::path(path).stem().string();
  for (const BundleDocument& document : bundle.documents) {
    const bool asked = job.environment.form == FormMode::fillable;
    if (!asked && document.plan.form != FormMode::fillable) continue;
    options.fields = render::FieldsAs::widgets;
    options.notation = notation_of(document.compiled.begin()->second->source().settings());
    break;
  }
  result.outputs.push_back({path, render::pdf(pages, options, result.diagnostics)});
}

void produce_files(const Bundle& bundle, const Record& row, const Job& job,
                   const std::string& folder, Result& result) {
  const auto make = [&](std::size_t i, const Record& record, const Job& own, Result& part) {
    const BundleDocument& document = bundle.documents[i];
    for (const FormatRow* format : bundle.file_rows) {
      Result made;
      const Compiled& compiled = *document.compiled.at(format->format);
      const std::string name = document.plan.file + std::string(format->extension);
      produce(compiled, record, own, folder + name, made);
      note_substitutions(compiled, made);
      for (const Diagnostic& diagnostic : made.diagnostics.all())
        if (!is_known(part.diagnostics, diagnostic)) part.diagnostics.add(diagnostic);
      for (Output& output : made.outputs) part.outputs.push_back(std::move(output));
      part.pages = std::max(part.pages, made.pages);
    }
  };
  for_each_document(bundle, records_of(bundle, row, job, result.diagnostics), job, result, make);
}

/// Data on the command line stands over every document's.
Record row_of(const Job& job, Diagnostics& diagnostics) {
  Job data = job;
  data.assignments.clear();
  return read_record(data, diagnostics);
}

} // namespace

void produce_bundle(const Bundle& bundle, const Record& row, const Job& job,
                    const std::string& output_path, Result& result) {
  if (output_path.ends_with('/'))
    produce_files(bundle, row, job, output_path, result);
  else
    produce_one_file(bundle, row, job, output_path, result);
  if (result.diagnostics.has_errors()) result.outputs.clear();
}

void check_bundle(const Bundle& bundle, const Record& row, const Job& job, Seen seen,
                  Result& result) {
  const auto fill = [&](std::size_t i, const Record& record, const Job& own, Result& part) {
    const BundleDocument& document = bundle.documents[i];
    for (const auto& [format, compiled] : document.compiled) {
      if (!compiled || !document.readable) continue;
      if (seen == Seen::all && own.environment.form == FormMode::filled)
        check_record(*compiled, record, own.environment, part.diagnostics);
      else
        fill_record(*compiled, record, own.environment, part.diagnostics);
    }
  };
  for_each_document(bundle, records_of(bundle, row, job, result.diagnostics), job, result, fill);
}

Result generate_from_bundle(const Job& job) {
  Result result;
  guard(result, [&] {
    const auto bundle = open_bundle(job, result.diagnostics);
    const Record row = row_of(job, result.diagnostics);
    if (result.diagnostics.has_errors())
      check_bundle(*bundle, row, job, Seen::faults, result);
    else
      produce_bundle(*bundle, row, job, job.output_path, result);
  });
  return result;
}

Result check_bundle(const Job& job) {
  Result result;
  guard(result, [&] {
    const auto bundle = open_bundle(job, result.diagnostics);
    const Record row = row_of(job, result.diagnostics);
    const Seen seen = result.diagnostics.has_errors() ? Seen::faults : Seen::all;
    check_bundle(*bundle, row, job, seen, result);
  });
  return result;
}

} // namespace saraban::job
