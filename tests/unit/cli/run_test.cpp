// The command line from end to end: files, messages, exit codes.
#include "cli/run.h"

#include "base/environment.h"
#include "package/package.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace saraban {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  int status = 0;
  std::string out, err;
};

Outcome saraban(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "saraban");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Outcome outcome;
  outcome.status = cli::run(static_cast<int>(argv.size()), argv.data());
  outcome.out = testing::internal::GetCapturedStdout();
  outcome.err = testing::internal::GetCapturedStderr();
  return outcome;
}

/// The smallest DOCX whose paragraphs say `texts`.
std::string docx(const std::vector<std::string>& texts) {
  std::string body;
  for (const std::string& text : texts) body += "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  package::Package p;
  p.set(
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
      "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\""
      "/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
      "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
      ".wordprocessingml.document.main+xml\"/></Types>");
  p.set("_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
  p.set("word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:body>" +
            body + "</w:body></w:document>");
  return package::save(p);
}

class CommandLine : public ::testing::Test {
protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("saraban-cli-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    write_file(path("t.docx"), docx({"เรียน {{ ชื่อ }}", "จำนวน {{ n }} ฉบับ"}));
    write_file(path("d.json"), R"({"ชื่อ": "สมชาย", "n": 2.50})");
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string path(const std::string& name) const { return folder_ / name; }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), {}));
  }
  fs::path folder_;
};

TEST_F(CommandLine, HelpAndUsage) {
  EXPECT_EQ(saraban({"--version"}).status, 0);
  EXPECT_NE(saraban({"render", "--help"}).out.find("Examples:"), std::string::npos);
  EXPECT_EQ(saraban({}).status, 2);
  EXPECT_EQ(saraban({"render"}).status, 2);
  EXPECT_EQ(saraban({"rendre"}).status, 2);
  EXPECT_EQ(saraban({"render", path("t.docx"), "-o", path("x.doc")}).status, 2);
  EXPECT_EQ(
      saraban({"render", path("t.docx"), "-o", path("x.pdf"), "--today", "2025-02-30"}).status, 2);
  EXPECT_EQ(saraban({"batch", path("t.docx"), "-o", "x.pdf"}).status, 2);
}

TEST_F(CommandLine, RendersDocx) {
  const Outcome o =
      saraban({"render", path("t.docx"), "-d", path("d.json"), "-o", path("new/o.docx")});
  EXPECT_EQ(o.status, 0) << o.err;
  EXPECT_EQ(o.out, path("new/o.docx") + "\n");
  EXPECT_EQ(saraban({"dump", path("new/o.docx"), "--as", "text"}).out,
            "เรียน สมชาย\nจำนวน 2.50 ฉบับ\n");
}

TEST_F(CommandLine, LaterDataAndAssignmentsWin) {
  write_file(path("e.yaml"), "n: 3\n");
  const Outcome o = saraban({"dump", path("t.docx"), "-d", path("d.json"), "-d", path("e.yaml"),
                             "--set", "ชื่อ=สมศรี", "--as", "text"});
  EXPECT_EQ(o.out, "เรียน สมศรี\nจำนวน 3 ฉบับ\n") << o.err;
}

TEST_F(CommandLine, FaultsOfDataWriteNothing) {
  const std::size_t before = files();
  write_file(path("bad.json"), "{\"n\": }");
  for (const char* data : {"bad.json"}) {
    const Outcome o =
        saraban({"render", path("t.docx"), "-d", path(data), "-o", path("o.docx"), "--lang", "en"});
    EXPECT_EQ(o.status, 1);
    EXPECT_NE(o.err.find("bad.json, line 1"), std::string::npos) << o.err;
  }
  const Outcome o =
      saraban({"render", path("t.docx"), "-o", path("o.docx"), "--diagnostics", "json"});
  EXPECT_EQ(o.status, 1);
  EXPECT_EQ(o.err.substr(0, 1), "{");
  EXPECT_EQ(files(), before + 1);
  EXPECT_EQ(saraban({"render", path("t.docx"), "-o", path("o.docx"), "--missing", "empty"}).status,
            0);
}

TEST_F(CommandLine, FaultsOfTheMachine) {
  EXPECT_EQ(saraban({"render", path("none.docx"), "-o", path("o.docx")}).status, 3);
  EXPECT_EQ(
      saraban({"render", path("t.docx"), "-d", path("d.json"), "-o", "/proc/none/o.docx"}).status,
      3);
}

TEST_F(CommandLine, ChecksAndInspects) {
  EXPECT_EQ(saraban({"check", path("t.docx"), "-d", path("d.json")}).status, 0);
  write_file(path("wrong.docx"), docx({"{{ a | bahtext }}", "{{ b"}));
  const Outcome o = saraban({"check", path("wrong.docx"), "--lang", "en"});
  EXPECT_EQ(o.status, 1);
  EXPECT_NE(o.err.find("unknown-filter"), std::string::npos) << o.err;
  EXPECT_NE(o.err.find("did you mean “bahttext”?"), std::string::npos) << o.err;
  EXPECT_NE(o.err.find("unclosed-tag"), std::string::npos) << o.err;
  const Outcome uses = saraban({"inspect", path("t.docx"), "--as", "json"});
  EXPECT_NE(uses.out.find("\"path\": \"ชื่อ\""), std::string::npos) << uses.out;
}

TEST_F(CommandLine, BatchesInOrderAndGoesOnAfterFaults) {
  write_file(path("rows.csv"), "ชื่อ,n\nก/ข,1\nค,2\nค,3\n");
  const Outcome o = saraban({"batch", path("t.docx"), "-d", path("rows.csv"), "-o",
                             path("out/{{ ชื่อ }}.docx"), "--jobs", "2", "--lang", "en"});
  EXPECT_EQ(o.status, 1);
  EXPECT_EQ(o.out, "2 made, 1 failed\n");
  EXPECT_NE(o.err.find("record 3: rows 2 and 3 both make"), std::string::npos) << o.err;
  EXPECT_EQ(saraban({"dump", path("out/ก-ข.docx"), "--as", "text"}).out, "เรียน ก/ข\nจำนวน 1 ฉบับ\n");
  EXPECT_EQ(saraban({"dump", path("out/ค.docx"), "--as", "text"}).out, "เรียน ค\nจำนวน 2 ฉบับ\n");
  write_file(path("rows.ndjson"), "{\"ชื่อ\": \"ง\", \"n\": 1}\n{\n");
  const Outcome lines = saraban({"batch", path("t.docx"), "-d", path("rows.ndjson"), "-o",
                                 path("out/{{ ชื่อ }}.docx"), "--lang", "en"});
  EXPECT_EQ(lines.out, "1 made, 1 failed\n");
  EXPECT_NE(lines.err.find("rows.ndjson, record 2, line 2"), std::string::npos) << lines.err;
  EXPECT_EQ(saraban({"batch", path("t.docx"), "-d", path("rows.csv"), "-o", path("s/{{ n }}.docx"),
                     "--shard", "2/3", "--quiet"})
                .status,
            0);
  EXPECT_TRUE(fs::exists(path("s/2.docx")));
  EXPECT_FALSE(fs::exists(path("s/1.docx")));
}

} // namespace
} // namespace saraban
