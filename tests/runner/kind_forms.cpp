// PDF forms filled: form.txt (objects; the catalogue is "1 0 obj") and data.json in; messages, the
// fields, the widgets' appearances, what the flattened page shows and what reads back out. An
// optional options.txt holds words: "flatten", "change-signed", "password=…".

// links: pdf pdf_scan
#include "base/messages.h"
#include "data/read.h"
#include "data/write.h"
#include "pdf/flatten.h"
#include "pdf/form.h"
#include "pdf/scan/scan.h"
#include "runner/runner.h"

#include "base/failure.h"

#include <fmt/format.h>
#include <map>

namespace saraban::cases {
namespace {

namespace fs = std::filesystem;

/// A file of the objects as they are written, with the cross-reference that they lack.
std::string pdf_of(const std::string& objects) {
  std::string out = "%PDF-1.7\n";
  std::map<int, std::size_t> offsets;
  const std::size_t start = out.size();
  for (std::size_t at = 0; at < objects.size(); at = objects.find('\n', at) + 1) {
    int number = 0, end = 0;
    if (std::sscanf(objects.c_str() + at, "%d 0 obj%n", &number, &end) == 1 && end != 0)
      offsets[number] = start + at;
    if (objects.find('\n', at) == std::string::npos) break;
  }
  out += objects;
  const std::size_t table = out.size();
  const int size = offsets.empty() ? 1 : offsets.rbegin()->first + 1;
  out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", size);
  for (int i = 1; i < size; ++i)
    out += fmt::format("{:010} {} n \n", offsets.count(i) != 0 ? offsets[i] : 0, "00000");
  return out + fmt::format("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", size, table);
}

Environment environment_of(const fs::path& item) {
  Environment environment;
  environment.today = {2025, 11, 20};
  environment.system_fonts = UseSystemFonts::no;
  environment.bundled_fonts = fs::path(SARABAN_SOURCE_DIR) / "fonts";
  environment.asset_folders = {item};
  return environment;
}

/// Numbers and operators; strings are only as long as they are.
std::string without_strings(const std::string& operators) {
  std::string out;
  for (std::size_t i = 0; i < operators.size(); ++i) {
    out += operators[i];
    if (operators[i] != '(') continue;
    for (++i; i < operators.size() && operators[i] != ')'; ++i)
      if (operators[i] == '\\') ++i;
    out += ")";
  }
  return out;
}

std::string form_xobject(QPDFObjectHandle stream, const std::string& indent) {
  if (!stream.isStream()) return indent + "no stream\n";
  std::string out = indent;
  for (const char* key : {"/BBox", "/Matrix"})
    if (stream.getDict().hasKey(key))
      out += std::string(key) + " " + stream.getDict().getKey(key).unparse() + " ";
  out += "\n";
  const auto data = stream.getStreamData();
  const std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  for (const std::string& line : split(without_strings(text), "\n"))
    if (!line.empty()) out += indent + "  " + line + "\n";
  return out;
}

std::string appearances_of(pdf::File& file) {
  std::string out;
  for (const pdf::Field& field : pdf::read_fields(file).fields)
    for (const pdf::Widget& widget : field.widgets) {
      QPDFObjectHandle object = widget.object();
      out += field.name;
      for (const char* key : {"/AS", "/DA"})
        if (object.hasKey(key)) out += std::string(" ") + key + " " + object.getKey(key).unparse();
      out += "\n";
      QPDFObjectHandle normal = object.getKey("/AP");
      normal = normal.isDictionary() ? normal.getKey("/N") : normal;
      if (!normal.isDictionary()) {
        out += form_xobject(normal, "  ");
        continue;
      }
      for (const std::string& state : normal.getKeys())
        out += "  " + state + "\n" + form_xobject(normal.getKey(state), "    ");
    }
  return out;
}

class Case {
public:
  Case(const fs::path& item, Report& report)
      : item_(item), report_(report), environment_(environment_of(item)) {
    if (fs::exists(item / "options.txt"))
      for (const std::string& word : split(read_text(item / "options.txt"), "\n")) {
        if (word == "flatten") options_.flatten = pdf::Flatten::yes;
        if (word == "change-signed") options_.signed_files = pdf::SignedFiles::change;
        if (word.starts_with("password=")) password_ = word.substr(9);
      }
  }

  std::string run() {
    try {
      fill();
    } catch (const Failure& failure) {
      diagnostics_.add(failure.diagnostic());
    }
    std::string messages;
    for (const Diagnostic& diagnostic : diagnostics_.all())
      messages += format_diagnostic(diagnostic, Language::english) + "\n";
    return messages + result_;
  }

private:
  void fill() {
    const auto form =
        opened(std::make_shared<const std::string>(pdf_of(read_text(item_ / "form.txt"))));
    data::Sources sources;
    const data::Value data = data::read(read_text(item_ / "data.json"), data::Format::json,
                                        "data.json", sources, environment_.limits, diagnostics_);
    const font::Fonts fonts(environment_);
    text::ShaperPool shapers;
    const auto make = [&] {
      return pdf::fill_form(*form, data, sources, options_, {environment_, &fonts, &shapers},
                            diagnostics_);
    };
    const auto bytes = std::make_shared<const std::string>(make());
    if (bytes->empty()) return;
    Diagnostics once;
    std::swap(once, diagnostics_);
    report_.expect_equal("two runs give the same bytes", "yes", make() == *bytes ? "yes" : "no");
    std::swap(once, diagnostics_);
    show(*opened(bytes));
  }

  std::shared_ptr<const pdf::Form> opened(std::shared_ptr<const std::string> bytes) {
    return pdf::open_form(std::move(bytes), {"form.pdf", password_, environment_.limits},
                          diagnostics_);
  }

  void show(const pdf::Form& filled) {
    result_ += "\nfields\n" + pdf::list_fields(filled, pdf::ListAs::text, Language::english);
    const auto file = filled.file(diagnostics_);
    QPDFObjectHandle form = file->qpdf().getRoot().getKey("/AcroForm");
    if (form.isDictionary()) {
      result_ += "form";
      for (const std::string& key : form.getKeys()) result_ += " " + key;
      result_ += "\n\nappearances\n" + appearances_of(*file);
    }
    pdf::flatten(*file);
    result_ += "\npage\n";
    for (const auto& page : pdf::scan::scan(file->qpdf(), file->location(), diagnostics_))
      result_ += pdf::scan::print(page);
    if (form.isDictionary()) result_ += "\ndata\n" + data::write_json(pdf::extract_values(filled));
  }

  const fs::path& item_;
  Report& report_;
  Environment environment_;
  pdf::FillOptions options_;
  std::string password_, result_;
  Diagnostics diagnostics_;
};

void run(const fs::path& item, Report& report, Accept accept) {
  report.expect_file(item / "result.txt", Case(item, report).run(), accept);
}

const Kind kind{"forms", ItemIs::folder, run};

} // namespace
} // namespace saraban::cases
