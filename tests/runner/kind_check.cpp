// What `check` says: a template whose paragraphs are the lines of text.txt (or body.xml), data.yaml
// and schema.json beside it, to messages; with a file `annotate` also to the comments of the copy.
// links: job
#include "runner/docx_parts.h"
#include "runner/outcome.h"

#include <sstream>
#include <unistd.h>

namespace saraban::cases {
namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c == '\t')
      out += "</w:t><w:tab/><w:t xml:space=\"preserve\">";
    else
      out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  return out;
}

package::Package plain_document(const std::string& text) {
  std::string body;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    body += "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped(line) + "</w:t></w:r></w:p>";
  package::Package package;
  add_shell(package);
  package.set("word/document.xml", std::string("<w:document ") + namespaces + "><w:body>" + body +
                                       "</w:body></w:document>");
  return package;
}

std::string comments_of(const Result& result, const fs::path& folder) {
  if (result.outputs.empty()) return "";
  const auto copy = package::Package::open(
      std::make_shared<const std::string>(result.outputs[0].bytes), "seen.docx", Limits{});
  std::string text = "== comments\n";
  for (const char* part : {"word/comments.xml", "word/document.xml"})
    text += copy.part(part) ? *copy.part(part) + "\n" : "";
  const std::string place = folder.string() + "/"; // Of this machine.
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at))
    text.erase(at, place.size());
  return text;
}

void run_check(const fs::path& item, Report& report, Accept accept) {
  const fs::path folder = fs::temp_directory_path() / ("check-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const bool plain = fs::exists(item / "text.txt");
  const package::Package package =
      plain ? plain_document(read_text(item / "text.txt")) : template_of(item);
  Job job;
  job.template_path = folder / "case.docx";
  write_file(job.template_path, package::save(package));
  if (fs::exists(item / "schema.json"))
    write_file(folder / "schema.json", read_text(item / "schema.json"));
  if (fs::exists(item / "data.yaml")) job.data_paths = {item / "data.yaml"};
  job.environment = fixed_environment(item);
  if (fs::exists(item / "annotate")) job.annotated_path = folder / "seen.docx";
  const Result result = check(job);
  fs::remove_all(folder);
  report.expect_file(item / "expected.txt",
                     "status " + std::to_string(result.exit_status) + "\n" +
                         messages_of(result, job.template_path) + comments_of(result, folder),
                     accept);
}

const Kind kind{"check", ItemIs::folder, run_check};

} // namespace
} // namespace saraban::cases
