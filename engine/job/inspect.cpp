// What a template asks for, and what a document holds.
#include "job/inspect.h"

#include "base/json_text.h"
#include "base/messages.h"
#include "job/contents.h"
#include "job/forms.h"
#include "job/guard.h"
#include "job/pdf_template.h"
#include "job/pipeline.h"
#include "job/template_schema.h"

namespace saraban {
namespace {

bool thai(const Environment& environment) {
  return environment.language == Language::thai;
}

std::string joined(const std::vector<std::string>& words, const char* separator) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

std::string json_list(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  for (const std::string& word : words) quoted.push_back(json_string(word));
  return "[" + joined(quoted, ", ") + "]";
}

/// The place without the file's name, which stands at the top.
std::string place_of(Location where, Language language) {
  where.file.clear();
  return format_location(where, language);
}

std::string uses_as_text(const std::vector<fill::Use>& uses, const std::string& path,
                         const Environment& environment) {
  const bool in_thai = thai(environment);
  std::string text = path + ": " + (in_thai ? "แม่แบบ ใช้ " : "a template of ") +
                     std::to_string(uses.size()) + (in_thai ? " ค่า\n" : " values\n");
  for (const fill::Use& use : uses) {
    text += "  " + use.path;
    if (use.list) text += in_thai ? " (รายการ)" : " (list)";
    for (const std::string& filter : use.filters) text += " | " + filter;
    if (!use.places.empty()) text += "   " + place_of(use.places[0], environment.language);
    if (use.places.size() > 1) text += " (+" + std::to_string(use.places.size() - 1) + ")";
    text += "\n";
  }
  return text;
}

std::string uses_as_json(const std::vector<fill::Use>& uses, const std::string& path,
                         const Environment& environment) {
  std::string text = "{\"file\": " + json_string(path) + ", \"kind\": \"template\", \"values\": [";
  for (std::size_t i = 0; i < uses.size(); ++i) {
    std::vector<std::string> places;
    for (const Location& where : uses[i].places)
      places.push_back(place_of(where, environment.language));
    text += (i == 0 ? "\n  " : ",\n  ");
    text += "{\"path\": " + json_string(uses[i].path) +
            ", \"list\": " + (uses[i].list ? "true" : "false") +
            ", \"filters\": " + json_list(uses[i].filters) + ", \"places\": " + json_list(places) +
            "}";
  }
  return text + (uses.empty() ? "]}\n" : "\n]}\n");
}

std::string contents_as_text(const job::Contents& contents, const std::string& path,
                             const Environment& environment) {
  const bool in_thai = thai(environment);
  std::string text = path + ": " + (in_thai ? "เอกสาร ไม่มีแท็ก\n" : "a document without tags\n");
  const auto add = [&](const char* english, const char* in_thai_words, std::size_t count) {
    if (count == 0) return;
    text += "  " + std::to_string(count) + " " + (in_thai ? in_thai_words : english) + "\n";
  };
  if (!contents.title.empty()) text += "  “" + contents.title + "”\n";
  add("sections", "ตอน", contents.sections);
  add("paragraphs", "ย่อหน้า", contents.paragraphs);
  add("tables", "ตาราง", contents.tables);
  add("pictures and shapes", "รูปภาพและรูปร่าง", contents.drawings);
  add("notes", "เชิงอรรถ", contents.notes);
  for (const std::string& field : contents.form_fields)
    text += (in_thai ? "  ช่องกรอก: " : "  form field: ") + field + "\n";
  text += (in_thai ? "  แบบอักษร: " : "  fonts: ") + joined(contents.families, ", ") + "\n";
  return text;
}

std::string contents_as_json(const job::Contents& contents, const std::string& path) {
  const auto member = [](const char* name, std::size_t n) {
    return std::string(", \"") + name + "\": " + std::to_string(n);
  };
  return "{\"file\": " + json_string(path) +
         ", \"kind\": \"document\", \"title\": " + json_string(contents.title) +
         member("sections", contents.sections) + member("paragraphs", contents.paragraphs) +
         member("tables", contents.tables) + member("drawings", contents.drawings) +
         member("notes", contents.notes) + ", \"form_fields\": " + json_list(contents.form_fields) +
         ", \"fonts\": " + json_list(contents.families) + "}\n";
}

} // namespace

std::string inspect(const std::string& path, InspectAs as, const Environment& environment,
                    Result& result) {
  Job job;
  job.template_path = path;
  job.environment = environment;
  if (as == InspectAs::schema || as == InspectAs::sample)
    return job::described_data(job, as == InspectAs::sample, result);
  if (job::is_pdf_path(path)) return list_form(job, as, result);
  std::string text;
  job::guard(result, [&] {
    const auto compiled = job::compile_template(job, result.diagnostics);
    const std::vector<fill::Use> uses = fill::uses(compiled->source());
    if (!uses.empty()) {
      text = as == InspectAs::json ? uses_as_json(uses, path, environment)
                                   : uses_as_text(uses, path, environment);
      return;
    }
    const auto document = compiled->read(compiled->source().package(), result.diagnostics);
    const job::Contents contents = job::contents_of(document);
    text = as == InspectAs::json ? contents_as_json(contents, path)
                                 : contents_as_text(contents, path, environment);
  });
  return text;
}

std::string list_fonts(const std::string& path, const Environment& environment, Result& result) {
  std::string text;
  job::guard(result, [&] {
    if (path.empty()) {
      const font::Fonts fonts(environment);
      for (const std::string& family : fonts.families()) text += family + "\n";
      return;
    }
    Job job;
    job.template_path = path;
    job.environment = environment;
    const auto compiled = job::compile_template(job, result.diagnostics);
    const auto document = compiled->read(compiled->source().package(), result.diagnostics);
    for (const std::string& family : job::contents_of(document).families) {
      const font::Choice& choice = compiled->fonts().choose({family, false, false});
      text += family;
      if (choice.substituted) text += " → " + choice.face->family();
      text += "\n";
    }
  });
  return text;
}

} // namespace saraban
