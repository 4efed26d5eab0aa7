// Formats and page ranges.
#include "job/formats.h"
#include "job/page_range.h"

#include <gtest/gtest.h>

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

} // namespace
} // namespace saraban::job
