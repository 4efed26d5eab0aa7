// What the PDF writer makes of odd pages: always a file, the same each time.
#include "font/fonts.h"
#include "page/print.h"
#include "render/render.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace saraban::render {
namespace {

PdfOptions plain() {
  PdfOptions options;
  options.compress = false;
  options.date = {2026, 11, 20};
  return options;
}

page::Sources laksaman() {
  const auto face =
      font::Face::open(std::filesystem::path(SARABAN_SOURCE_DIR) / "fonts/Laksaman.ttf");
  return {[face](std::string_view, bool, bool) { return face; }, nullptr};
}

std::string pdf_of(const std::string& text, const PdfOptions& options = plain()) {
  Diagnostics diagnostics;
  const page::Pages pages = page::parse(text, laksaman());
  const std::string once = pdf(pages, options, diagnostics);
  EXPECT_EQ(once, pdf(pages, options, diagnostics));
  EXPECT_TRUE(once.starts_with("%PDF-1.7"));
  EXPECT_TRUE(once.ends_with("%%EOF\n"));
  return once;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Pdf, NoPages) {
  EXPECT_TRUE(holds(pdf_of("outline 1 7 20 \"nowhere\"\n"), "/Count 0"));
}

TEST(Pdf, PropertiesAndDate) {
  const std::string file = pdf_of("title \"ชื่อ\"\nauthor \"A & <B>\"\nlanguage \"th-TH\"\n"
                                  "page 10 20 \"\"\n");
  EXPECT_TRUE(holds(file, "/Title<FEFF0E0A0E370E480E2D>"));
  EXPECT_TRUE(holds(file, "/Lang(th-TH)"));
  EXPECT_TRUE(holds(file, "/DisplayDocTitle true"));
  EXPECT_TRUE(holds(file, "D:20261120000000Z"));
  EXPECT_TRUE(holds(file, "<rdf:li>A &#38; &#60;B&#62;</rdf:li>"));
  EXPECT_TRUE(holds(file, "/MediaBox[0 0 10 20]"));
}

TEST(Pdf, WithoutTagsThereIsNoStructure) {
  EXPECT_FALSE(holds(pdf_of("page 10 20 \"\"\nfill 1,2,3,4 FF0000\n"), "/StructTreeRoot"));
}

TEST(Pdf, UnbalancedItemsAreClosed) {
  const std::string file = pdf_of("page 100 100 \"\"\ntransform 1,0,0,1,0,0\ntag table 1\n"
                                  "fill 1,2,3,4 FF0000\ntag row 2\nend\nend\nend\nend\nrestore\n"
                                  "restore\ntag paragraph 3\nfill 1,2,3,4 00FF00\n"
                                  "transform 0,0,0,0,0,0\n");
  std::size_t saves = 0, restores = 0;
  for (std::size_t at = 0; (at = file.find("q 1 0 0", at)) != std::string::npos; ++at) ++saves;
  for (std::size_t at = 0; (at = file.find("Q\n", at)) != std::string::npos; ++at) ++restores;
  EXPECT_EQ(saves, 1U);
  EXPECT_EQ(restores, 2U);
}

TEST(Pdf, StructureOfATableOverTwoPages) {
  const std::string file =
      pdf_of("page 100 100 \"\"\ntag table 1\ntag row 2\ntag header-cell 3 rows=2 columns=2\n"
             "fill 1,2,3,4 FF0000\nend\nend\nend\n"
             "page 100 100 \"\"\ntag table 1\ntag row 4\ntag cell 5\nend\nend\nend\n");
  std::size_t tables = 0;
  for (std::size_t at = 0; (at = file.find("/S/Table", at)) != std::string::npos; ++at) ++tables;
  EXPECT_EQ(tables, 1U);
  EXPECT_TRUE(holds(file, "/A<</O/Table/Scope/Column/RowSpan 2/ColSpan 2>>"));
}

TEST(Pdf, LinksNamesLabelsOutline) {
  const std::string file =
      pdf_of("outline 1 0 10 \"a\"\noutline 2 0 20 \"b\"\noutline 1 1 0 \"c\"\n"
             "page 100 100 \"1\"\nlink 0,0,10,10 \"https://example.test/ก ข\"\n"
             "link 0,0,10,10 \"#here\"\npage 100 100 \"๒\"\ndestination 5,5 \"here\"\n");
  EXPECT_TRUE(holds(file, "/URI(https://example.test/%E0%B8%81%20%E0%B8%82)"));
  EXPECT_TRUE(holds(file, "/Dest(here)"));
  EXPECT_TRUE(holds(file, "0<</S/D/St 1>>1<</P<FEFF0E52>>>"));
  EXPECT_TRUE(holds(file, "/Count -1"));
}

TEST(Pdf, GlyphsThatDoNotExist) {
  pdf_of("face \"x\"\npage 100 100 \"\"\n"
         "run 10,10 0 12 \"ab\"\nglyphs 99999@0:100 4000000000@1:-500,9999999,-9999999+5\n"
         "run 10,10 7 12 \"ab\"\nglyphs 1@0:100\nrun 10,10 0 0 \"\"\nglyphs 1@99:100 1@5:3 1@0:1\n"
         "run 10,10 0 12 \"a\" scale=0\nglyphs 1@0:100\n");
}

TEST(Pdf, DamagedFontsAreEmbeddedOrLeftOut) {
  std::ifstream in(std::filesystem::path(SARABAN_SOURCE_DIR) / "fonts/Laksaman.ttf",
                   std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  std::uint32_t random = 1;
  for (int round = 0; round < 60; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 2000; ++i) {
      random = random * 1664525 + 1013904223;
      bytes[300 + random % (bytes.size() - 300)] = static_cast<char>(random >> 24);
    }
    const auto face = font::Face::from_bytes(std::make_shared<const std::string>(bytes));
    if (!face) continue;
    std::string text = "face \"x\"\npage 100 100 \"\"\nrun 10,10 0 12 \"";
    for (int i = 0; i < 300; ++i) text += 'x';
    text += "\"\nglyphs";
    for (int i = 0; i < 300; ++i)
      text += " " + std::to_string(i * 2) + "@" + std::to_string(i) + ":500";
    const auto same = [&](std::string_view, bool, bool) { return face; };
    Diagnostics diagnostics;
    EXPECT_FALSE(pdf(page::parse(text + "\n", {same, nullptr}), {}, diagnostics).empty());
  }
}

} // namespace
} // namespace saraban::render
