// Formats and page ranges.
#include "job/batch.h"
#include "job/formats.h"
#include "job/limits_file.h"
#include "job/page_range.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace saraban::job {
namespace {

using Numbers = std::vector<std::size_t>;

TEST(Formats, AreToldByExtension) {
  ASSERT_NE(output_format("out/a.PDF"), nullptr);
  EXPECT_EQ(output_format("out/a.PDF")->format, OutputFormat::pdf);
  EXPECT_EQ(output_format("a.b/c"), nullptr);
  EXPECT_EQ(output_format("a.doc"), nullptr);
  EXPECT_TRUE(is_template_path("แบบ.docx"));
  EXPECT_TRUE(is_template_path("แบบ.FODT"));
  EXPECT_EQ(output_format("a.fodt")->container, package::Container::flat);
  EXPECT_FALSE(is_template_path("docx"));
  EXPECT_EQ(page_path("out.d/a.png", 12), "out.d/a-12.png");
}

TEST(LimitsFile, ChangesWhatItNamesAndReportsTheRest) {
  const auto path = std::filesystem::temp_directory_path() / "saraban-limits.yaml";
  const auto read = [&](const char* text, Result& result) {
    std::ofstream(path) << text;
    return read_limits(path, Limits{}, result);
  };
  Result good, bad;
  const Limits limits = read("pages: 7\nxml_depth: 9\n", good);
  EXPECT_EQ(limits.pages, 7u);
  EXPECT_EQ(limits.xml_depth, 9);
  EXPECT_EQ(limits.image_pixels, Limits{}.image_pixels);
  EXPECT_FALSE(good.diagnostics.has_errors());
  read("page: 7\npages: 0.5\n", bad);
  EXPECT_EQ(bad.diagnostics.error_count(), 2u);
  std::filesystem::remove(path);
}

TEST(PageRange, IsInOrderAndWithin) {
  EXPECT_EQ(pages_in("", 3), (Numbers{1, 2, 3}));
  EXPECT_EQ(pages_in("2", 3), Numbers{2});
  EXPECT_EQ(pages_in("3,1-2,2", 5), (Numbers{1, 2, 3}));
  EXPECT_EQ(pages_in("2-", 4), (Numbers{2, 3, 4}));
  EXPECT_EQ(pages_in("-2", 4), (Numbers{1, 2}));
  EXPECT_EQ(pages_in("2-99999999999", 3), (Numbers{2, 3}));
  EXPECT_EQ(pages_in("7", 3), Numbers{});
  for (const char* bad : {"x", "0", "1,", ",1", "1-2-3", "-", "1.5", " 1"})
    EXPECT_FALSE(pages_in(bad, 3)) << bad;
}

/// Package and rows in a folder of their own, gone afterwards.
TEST(Batch, MakesAPackageForEachRow) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("batch-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const std::string table = std::string(SARABAN_SOURCE_DIR) + "/templates/label-table/label-table";
  write_file(folder / "rows.csv", "อำเภอ\nงาว\nเถิน\n");
  write_file(folder / "package.yaml", "documents:\n- {template: " + table +
                                          ", values: {แถว: [{หัวข้อ: ก, ข้อความ: "
                                          "['{{ อำเภอ }}']}]}}\n- {template: " +
                                          table + ", values: {แถว: []}}\n");
  BatchJob batch;
  batch.job.template_path = folder / "package.yaml";
  batch.job.data_paths = {folder / "rows.csv"};
  batch.job.environment.bundled_fonts = fs::path(SARABAN_SOURCE_DIR) / "fonts";
  batch.job.environment.system_fonts = UseSystemFonts::no;
  batch.job.part_extensions = {".docx"};
  batch.job.output_path = (folder / "out/{{ อำเภอ }}/").string();
  const BatchResult result = generate_batch(batch);
  EXPECT_EQ(result.made, 2u);
  EXPECT_EQ(result.failed, 0u);
  for (const char* name : {"งาว/1-label-table.docx", "เถิน/1-label-table-2.docx"})
    EXPECT_TRUE(fs::exists(folder / "out" / name)) << name;
  fs::remove_all(folder);
}

} // namespace
} // namespace saraban::job
