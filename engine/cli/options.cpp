// Command options and help. The only file that sees CLI11: it takes seconds to compile.
#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

namespace saraban::cli {
namespace {

constexpr const char* version_text = "saraban 0.1.0";

constexpr const char* examples =
    "Examples:\n"
    "  saraban render letter.docx -d letter.yaml -o letter.pdf     fill and lay out\n"
    "  saraban render letter.docx -d letter.yaml -o filled.docx    fill, for Word\n"
    "  saraban render letter.odt -d letter.yaml -o filled.odt      fill, for LibreOffice\n"
    "  saraban render report.docx -o report.pdf                    convert, no data\n"
    "  saraban check letter.docx -d letter.yaml                    every problem, nothing made\n"
    "  saraban inspect letter.docx                                 what the template asks for\n"
    "  saraban batch letter.docx -d people.csv -o 'out/{{ name }}.pdf'\n"
    "  saraban package package.yaml -o letter.pdf                  a letter and its enclosures\n"
    "Each command has its own help: saraban render --help\n";

constexpr const char* render_examples =
    "Examples:\n"
    "  saraban render letter.docx -d letter.yaml -o letter.pdf\n"
    "  saraban render letter.docx -d office.yaml -d letter.json --set urgency=ด่วน -o letter.docx\n"
    "  saraban render letter.docx -d letter.yaml -o page.png --dpi 150 --pages 1   (page-1.png)\n"
    "  cat letter.json | saraban render letter.docx -d - -o letter.pdf\n"
    "  saraban render letter.docx -d letter.yaml -o letter.pdf --pdf-standard a-2a,ua-1   "
    "(archive)\n"
    "The extension of OUT chooses: .pdf .png, or the template's own .docx, .odt or\n"
    ".fodt. Later data overrides earlier.\n";

constexpr const char* batch_examples =
    "Examples:\n"
    "  saraban batch letter.docx -d people.csv -o 'out/{{ name }}.pdf'\n"
    "  saraban batch letter.docx -d rows.ndjson -o 'out/{{ no }}.docx' --jobs 4 --shard 1/2\n"
    "ROWS: .csv, .json (a list), .ndjson, .yaml (a list). A row that fails stops no other.\n";

constexpr const char* check_examples =
    "Examples:\n"
    "  saraban check letter.docx                   tags, filters, Thai in slots of Latin\n"
    "  saraban check letter.docx -d letter.yaml    and what a careful clerk sees: totals that "
    "differ\n"
    "                                              from their rows, words from their number, days\n"
    "                                              from their date, letters' pairs and references\n"
    "  saraban check letter.docx --annotate seen.docx   problems as comments in a copy\n"
    "  saraban check package.yaml                  every document of a package\n"
    "schema.json beside the template may say more: \"saraban:checks\": [\"total == rows | "
    "sum(attribute='amount')\"]\n";

constexpr const char* package_examples =
    "Examples:\n"
    "  saraban package package.yaml -o letter.pdf            letter and enclosures, one PDF\n"
    "  saraban package package.yaml -o out/                  a PDF for each document\n"
    "  saraban package package.yaml -o out/ --as docx,odt    the same for Word and LibreOffice\n"
    "  saraban check   package.yaml                          every fault of every document\n"
    "  saraban batch   package.yaml -d rows.csv -o 'out/{{ name }}.pdf'\n"
    "The package file, with paths seen from itself:\n"
    "  letter: {template: letter.docx, data: letter.yaml}\n"
    "  enclosures:                          # the letter's list is made of these\n"
    "    - รายการ: แบบรายงาน\n"
    "      จำนวน: 1\n"
    "      หน่วย: ฉบับ\n"
    "      template: report                 # report.docx or report.odt, as the output needs\n"
    "      data: report.yaml\n"
    "      form: blank                      # filled, blank or fillable\n"
    "    - {รายการ: แผนที่, จำนวน: 1, หน่วย: แผ่น}    # named only\n"
    "All documents are made, or none.\n";

constexpr const char* form_examples =
    "Examples:\n"
    "  saraban form list form.pdf                     every field: name, kind, page, place, value\n"
    "  saraban form list form.pdf --as json           the same, for programs\n"
    "  saraban form detect flat.pdf -o flat.fields.yaml   blanks and boxes of a PDF without "
    "fields\n"
    "  saraban form create flat.pdf -o form.pdf       fields at the places of flat.fields.yaml\n"
    "  saraban form create T.docx -o form.pdf         fields at the tags of a .docx or .odt\n"
    "  saraban form fill form.pdf -d data.yaml -o filled.pdf\n"
    "  saraban form fill form.pdf -d data.yaml -o final.pdf --flatten\n"
    "  saraban form flatten filled.pdf -o final.pdf   fields become page content\n"
    "  saraban form extract filled.pdf -o data.yaml   what was filled in, to fill with again\n"
    "Data goes by field name: {\"name\": \"…\", \"address\": {\"city\": \"…\"}} fills name and "
    "address.city.\n";

/// What CLI11 fills in, before it is made into Options.
struct Raw {
  Options options;
  std::string today, language, missing, shard;
};

void add_template(CLI::App& command, Raw& raw, const char* name, const char* help) {
  command.add_option(name, raw.options.job.template_path, help)->required();
}

void add_data(CLI::App& command, Raw& raw, const char* help) {
  command.add_option("-d,--data", raw.options.job.data_paths, help)
      ->type_name("DATA")
      ->take_all()
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option("--set", raw.options.job.assignments,
                  "Sets one value over the data; KEY may be a path: a.b")
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--missing", raw.missing, "What a value that is not in the data prints")
      ->check(CLI::IsMember({"error", "blank", "empty", "keep"}))
      ->type_name("error|blank|empty|keep");
}

void add_output(CLI::App& command, Raw& raw, const char* help) {
  command.add_option("-o,--output", raw.options.job.output_path, help)
      ->required()
      ->type_name("OUT");
  command.add_option("--dpi", raw.options.job.dpi, "Resolution of PNG pages (96)")
      ->check(CLI::Range(10.0, 2400.0))
      ->type_name("N");
  command.add_option("--pages", raw.options.job.page_range, "Only these PNG pages: 2-3 or 1,4-")
      ->type_name("RANGE");
}

void add_pdf_standard(CLI::App& command, Raw& raw) {
  command
      .add_option_function<std::string>(
          "--pdf-standard",
          [&raw](const std::string& name) {
            const auto standard = parse_pdf_standard(name);
            if (!standard)
              throw CLI::ValidationError("--pdf-standard: " + name +
                                         " not in {a-2u,a-2a,ua-1}, or two with a comma");
            raw.options.job.pdf_standard = *standard;
          },
          "PDF for archives (a-2u, a-2a) or for everyone (ua-1); also a-2a,ua-1")
      ->type_name("a-2u|a-2a|ua-1");
}

void add_common(CLI::App& command, Raw& raw) {
  Environment& environment = raw.options.job.environment;
  command.add_option("--assets", environment.asset_folders, "Folder of pictures and parts")
      ->type_name("DIR")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--fonts", environment.font_folders, "Folder of fonts, searched first")
      ->type_name("DIR")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_flag_callback(
      "--ignore-system-fonts", [&environment] { environment.system_fonts = UseSystemFonts::no; },
      "Only the bundled fonts and those of --fonts");
  command
      .add_option("--limits", raw.options.limits_path,
                  "What input may cost, in a .yaml or .json: \"pages: 500\"")
      ->type_name("FILE");
  command.add_option("--today", raw.today, "The date of today: 2025-11-20")->type_name("DATE");
  command
      .add_option_function<std::string>(
          "--diagnostics",
          [&raw](const std::string& as) {
            raw.options.diagnostics_as = as == "json" ? DiagnosticsAs::json : DiagnosticsAs::text;
          },
          "Messages for people, or one JSON object a line")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("text|json");
  command.add_option("--lang", raw.language, "Language of messages")
      ->check(CLI::IsMember({"th", "en"}))
      ->type_name("th|en");
  command.add_flag_callback(
      "--quiet", [&raw] { raw.options.quiet = Quiet::yes; }, "Errors only");
}

void add_map(CLI::App& command, Raw& raw) {
  command
      .add_option("--fields", raw.options.job.map_path,
                  "Map of a PDF without fields (name.fields.yaml beside name.pdf)")
      ->type_name("MAP");
}

void add_password(CLI::App& command, Raw& raw) {
  command.add_option("--password", raw.options.job.password, "Of an encrypted PDF")
      ->type_name("PASSWORD");
}

void add_pdf_options(CLI::App& command, Raw& raw) {
  add_password(command, raw);
  add_map(command, raw);
  command.add_flag_callback(
      "--flatten", [&raw] { raw.options.job.fields = Fields::flattened; },
      "Fields of a PDF become page content");
  command.add_flag_callback(
      "--break-signatures", [&raw] { raw.options.job.signatures = Signatures::may_break; },
      "Fill a signed PDF though its signatures become invalid");
}

CLI::App& add_command(CLI::App& app, Raw& raw, Command command, const char* name,
                      const char* help) {
  CLI::App& sub = *app.add_subcommand(name, help);
  sub.parse_complete_callback([&raw, command] { raw.options.command = command; });
  return sub;
}

void add_making_commands(CLI::App& app, Raw& raw) {
  CLI::App& render = add_command(app, raw, Command::render, "render",
                                 "Fill a template and write DOCX, ODT, PDF or PNG");
  add_template(render, raw, "TEMPLATE",
               "A .docx or .odt with tags, a .pdf with form fields, or any document to convert");
  add_data(render, raw, "Data: .json .yaml .yml .csv .xlsx or - ; several are merged");
  add_output(render, raw, "The file to write");
  add_pdf_options(render, raw);
  add_pdf_standard(render, raw);
  Environment& environment = raw.options.job.environment;
  CLI::Option* blank = render.add_flag_callback(
      "--blank", [&environment] { environment.form = FormMode::blank; },
      "The form to print and write on: dots, empty rows, empty boxes");
  render
      .add_flag_callback(
          "--fillable", [&environment] { environment.form = FormMode::fillable; },
          "The form to fill in on screen: a PDF with fields")
      ->excludes(blank);
  render.footer(render_examples);

  CLI::App& batch = add_command(app, raw, Command::batch, "batch",
                                "Mail merge: one template, a file for each row");
  add_template(batch, raw, "TEMPLATE", "A .docx or .odt with tags");
  add_data(batch, raw, "Rows: .csv .json .ndjson .yaml .xlsx");
  add_output(batch, raw, "Pattern of the files to write: out/{{ name }}.pdf");
  add_pdf_standard(batch, raw);
  batch.add_option("--jobs", raw.options.threads, "Threads (as many as the machine has)")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  batch.add_option("--shard", raw.shard, "Only every N-th row, starting with the I-th")
      ->type_name("I/N");
  batch.footer(batch_examples);
}

void add_package_command(CLI::App& app, Raw& raw) {
  CLI::App& package = *app.add_subcommand(
      "package", "A letter and its enclosures: one PDF, or a file for each document");
  package.parse_complete_callback([&raw] { raw.options.command = Command::render; });
  add_template(package, raw, "FILE", "A .yaml that names the letter and its enclosures");
  add_data(package, raw, "Data over that of every document");
  add_output(package, raw, "The PDF to write, or a folder: out/");
  add_pdf_standard(package, raw);
  package.add_option("--as", raw.options.job.part_extensions, "Kinds of files in a folder (pdf)")
      ->check(CLI::IsMember({"docx", "odt", "pdf", "png"}))
      ->delimiter(',')
      ->type_name("KIND,…");
  package.footer(package_examples);
}

void add_inspect_as(CLI::App& command, Raw& raw) {
  command
      .add_option_function<std::string>(
          "--as",
          [&raw](const std::string& as) {
            raw.options.inspect_as = as == "json" ? InspectAs::json : InspectAs::text;
          },
          "Text for people, or JSON")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("text|json");
}

void add_data_as(CLI::App& command, Raw& raw) {
  static const std::map<std::string, InspectAs> kinds = {{"text", InspectAs::text},
                                                         {"json", InspectAs::json},
                                                         {"schema", InspectAs::schema},
                                                         {"sample", InspectAs::sample}};
  command
      .add_option_function<std::string>(
          "--as", [&raw](const std::string& as) { raw.options.inspect_as = kinds.at(as); },
          "Text for people, JSON, the JSON Schema of its data, or data to try it with")
      ->check(CLI::IsMember({"text", "json", "schema", "sample"}))
      ->type_name("text|json|schema|sample");
}

void add_asking_commands(CLI::App& app, Raw& raw) {
  CLI::App& check = add_command(app, raw, Command::check, "check",
                                "Every problem in template and data; makes nothing");
  add_template(check, raw, "TEMPLATE", "A .docx or .odt with tags");
  add_data(check, raw, "Data to fill with");
  add_map(check, raw);
  check
      .add_option("--annotate", raw.options.job.annotated_path,
                  "Also writes a copy of the template with the problems as comments")
      ->type_name("OUT");
  check.footer(check_examples);

  CLI::App& inspect = add_command(app, raw, Command::inspect, "inspect",
                                  "What a template asks for; what a document holds");
  add_template(inspect, raw, "FILE", "A .docx, .odt or .pdf");
  add_data_as(inspect, raw);

  CLI::App& dump = add_command(app, raw, Command::dump, "dump", "What the engine sees, as text");
  add_template(dump, raw, "FILE", "A .docx or .odt");
  add_data(dump, raw, "Data to fill with first");
  static const std::map<std::string, DumpAs> kinds = {{"document", DumpAs::document},
                                                      {"pages", DumpAs::pages},
                                                      {"text", DumpAs::text},
                                                      {"xml", DumpAs::xml}};
  dump.add_option_function<std::string>(
          "--as", [&raw](const std::string& as) { raw.options.dump_as = kinds.at(as); },
          "The document, the finished pages, the plain text or the XML parts")
      ->check(CLI::IsMember({"document", "pages", "text", "xml"}))
      ->type_name("document|pages|text|xml");

  CLI::App& fonts = add_command(app, raw, Command::fonts, "fonts",
                                "Font families found; what a document would get");
  fonts.add_option("--check", raw.options.job.template_path, "A .docx or .odt")->type_name("FILE");
}

void add_form_output(CLI::App& command, Raw& raw) {
  command.add_option("-o,--output", raw.options.job.output_path, "The file to write")
      ->required()
      ->type_name("OUT.pdf");
}

void add_detect_command(CLI::App& form, Raw& raw) {
  CLI::App& detect = add_command(form, raw, Command::detect_form, "detect",
                                 "Propose a map of fields for a PDF that has none");
  add_template(detect, raw, "FILE", "A .pdf without fields");
  add_password(detect, raw);
  detect
      .add_option("-o,--output", raw.options.job.output_path,
                  "The map to write: name.fields.yaml beside name.pdf is used by render")
      ->type_name("OUT");
  detect
      .add_option_function<std::string>(
          "--as",
          [&raw](const std::string& as) {
            raw.options.inspect_as = as == "json" ? InspectAs::json : InspectAs::text;
          },
          "YAML for people, or JSON")
      ->check(CLI::IsMember({"yaml", "json"}))
      ->type_name("yaml|json");
}

void add_create_command(CLI::App& form, Raw& raw) {
  CLI::App& create = *form.add_subcommand(
      "create", "Make a fillable PDF of a template, or of a PDF without fields and its map");
  create.parse_complete_callback([&raw] {
    raw.options.command = Command::render;
    raw.options.job.fields = Fields::created;
  });
  add_template(create, raw, "FILE", "A .docx or .odt with tags, or a .pdf without fields");
  add_map(create, raw);
  add_data(create, raw, "Data to fill it with: .json .yaml .yml .csv .xlsx or -");
  add_form_output(create, raw);
  add_password(create, raw);
}

void add_form_commands(CLI::App& app, Raw& raw) {
  CLI::App& form = *app.add_subcommand("form", "PDF forms: list, fill, flatten, read back");
  form.require_subcommand(1);
  form.footer(form_examples);
  CLI::App& list = add_command(form, raw, Command::list_form, "list",
                               "Fields with names, kinds, places, options and values");
  add_template(list, raw, "FILE", "A .pdf");
  add_inspect_as(list, raw);
  add_password(list, raw);

  CLI::App& fill = add_command(form, raw, Command::render, "fill", "Fill the fields from data");
  add_template(fill, raw, "FILE", "A .pdf with form fields");
  add_data(fill, raw, "Data: .json .yaml .yml .csv .xlsx or - ; several are merged");
  add_form_output(fill, raw);
  add_pdf_options(fill, raw);

  CLI::App& flatten =
      add_command(form, raw, Command::flatten_form, "flatten", "Fields to page content");
  add_template(flatten, raw, "FILE", "A .pdf with form fields");
  add_form_output(flatten, raw);
  add_password(flatten, raw);

  CLI::App& extract = add_command(form, raw, Command::extract_form, "extract",
                                  "The data that the fields hold, as JSON or YAML");
  add_template(extract, raw, "FILE", "A .pdf with form fields");
  extract.add_option("-o,--output", raw.options.job.output_path, "The file to write")
      ->type_name("OUT.json|OUT.yaml");
  add_password(extract, raw);
  add_detect_command(form, raw);
  add_create_command(form, raw);
  for (CLI::App* command : form.get_subcommands({})) {
    add_common(*command, raw);
    command->footer(form_examples);
  }
}

std::optional<Date> parse_iso_date(const std::string& text) {
  Date date;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (int* part : {&date.year, &date.month, &date.day}) {
    const auto [rest, error] = std::from_chars(at, end, *part);
    const bool last = part == &date.day;
    if (error != std::errc() || (last ? rest != end : rest == end || *rest != '-'))
      return std::nullopt;
    at = rest + (last ? 0 : 1);
  }
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12) return std::nullopt;
  const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  const int most = days[date.month - 1] + (date.month == 2 && leap ? 1 : 0);
  if (date.day < 1 || date.day > most) return std::nullopt;
  return date;
}

/// "1/4": the first of four.
bool parse_shard(const std::string& text, Options& options) {
  const auto slash = text.find('/');
  if (slash == std::string::npos) return false;
  const auto number = [](std::string_view digits, std::size_t& out) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  const std::string_view whole = text;
  return number(whole.substr(0, slash), options.shard) &&
         number(whole.substr(slash + 1), options.shards) && options.shard >= 1 &&
         options.shard <= options.shards;
}

Language default_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("th") ? Language::thai : Language::english;
  return Language::english;
}

int usage_fault(const std::string& text) {
  std::cerr << "saraban: " << text << "\n";
  return 2;
}

/// A folder is told by its end, ".docx" by its point.
void finish_package(Job& job) {
  std::error_code error;
  std::string& path = job.output_path;
  if (!path.empty() && path.back() != '/' && std::filesystem::is_directory(path, error))
    path += "/";
  for (std::string& kind : job.part_extensions) kind.insert(0, ".");
}

/// What CLI11 cannot say itself.
std::variant<Options, int> finish(Raw& raw) {
  Options& options = raw.options;
  Environment& environment = options.job.environment;
  environment.language = raw.language.empty()   ? default_language()
                         : raw.language == "th" ? Language::thai
                                                : Language::english;
  if (!raw.today.empty()) {
    const auto today = parse_iso_date(raw.today);
    if (!today) return usage_fault("--today: “" + raw.today + "” is not a date like 2025-11-20");
    environment.today = *today;
  }
  static const std::map<std::string, MissingValue> modes = {{"error", MissingValue::error},
                                                            {"blank", MissingValue::blank},
                                                            {"empty", MissingValue::empty},
                                                            {"keep", MissingValue::keep}};
  finish_package(options.job);
  if (!raw.missing.empty()) environment.missing = modes.at(raw.missing);
  if (!raw.shard.empty() && !parse_shard(raw.shard, options))
    return usage_fault("--shard: “" + raw.shard + "” is not of the form I/N, like 1/4");
  if (options.command == Command::batch && options.job.data_paths.size() != 1)
    return usage_fault("batch takes its rows from one file: -d ROWS");
  return std::move(options);
}

} // namespace

std::variant<Options, int> parse_options(int argc, char** argv) {
  Raw raw;
  raw.options.job.environment = machine_environment();
  CLI::App app("Fills DOCX, ODT and PDF templates from data and lays them out to PDF and PNG.",
               "saraban");
  app.set_version_flag("--version", version_text);
  app.require_subcommand(1);
  app.footer(examples);
  add_making_commands(app, raw);
  add_package_command(app, raw);
  add_asking_commands(app, raw);
  for (CLI::App* command : app.get_subcommands({})) add_common(*command, raw);
  add_form_commands(app, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : 2;
  }
  return finish(raw);
}

} // namespace saraban::cli
