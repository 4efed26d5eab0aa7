// Pages print and parse back the same; brief prints what layout's tests compare.
#include "page/print.h"

#include "base/failure.h"

#include <gtest/gtest.h>

namespace saraban::page {
namespace {

const char* const every_item = R"(title "หนังสือ \"ทดสอบ\""
language "th-TH"
face ""
picture "media/image1.png"
outline 1 0 72.5 "บทที่ ๑"
page 595.3 841.9 "๑"
  tag heading1 1
    run 85.05,100.25 0 10.64 "ที่ ๑" color=FF0000 scale=90 synthetic-bold
      glyphs 12@0:600 30@0:0,-120,40 3@6:300+1.25 5@7:600+-0.00008
  end
  tag figure 2 description="ตรา\nครุฑ" rows=2 columns=3
    image 0 1,2,3,4 crop=0,100,0,50000
  end
  rule 10,20 100,20 0.5 color=00FF00/128 dash=wave
  fill 0,0,595.3,841.9 EEEEEE
  path "M 0,0 L 10,0 C 1,2 3,4 5,6 Z" fill=112233 stroke=000000 width=1 dash=dot-dash even-odd
  transform 0,1,-1,0,127000,12.5 clip=0,0,10,10
    link 1,2,3,4 "https://example.test/" tooltip="ไป"
    destination 1,2 "bookmark"
  restore
  field 1 1,2,3,4 choice "a.b" prompt title="ชื่อ" expression="a.b" text="x" json="1" choice="y z" face=0 size=16 color=FF0000 align=center pitch=21 indent=5 after-label "x" "y z"
    fill 1,2,3,4 EEEEEE
  field-end
  field 1 5,6,7,8
  field-end
page 1 2 ""
)";

TEST(Print, ParsesBackWhatItPrinted) {
  EXPECT_EQ(print(parse(every_item, {})), every_item);
}

TEST(Print, EveryEmuIsTold) {
  Pages pages;
  pages.pages.push_back({{emu(1), emu(-1)}, {}, ""});
  for (std::int64_t i = 0; i < 12700; ++i)
    pages.pages.front().items.push_back(Destination{"", {emu(i), emu(-i * 7)}});
  const Pages again = parse(print(pages), {});
  EXPECT_EQ(again.pages.front().size, pages.pages.front().size);
  for (std::size_t i = 0; i < 12700; ++i)
    ASSERT_EQ(std::get<Destination>(again.pages.front().items[i]).at,
              std::get<Destination>(pages.pages.front().items[i]).at);
}

TEST(Print, BriefIsPlaceSizeTextAndWidth) {
  const Pages pages = parse("face \"\"\npage 100 100 \"\"\n"
                            "run 10.123,20 0 10 \"ab\"\nglyphs 1@0:500+1 2@1:250\n",
                            {});
  EXPECT_EQ(print(pages, Detail::brief),
            "page 100 100 \"\"\n  run 10.12,20 \"\" 10 \"ab\" width=8.5\n");
}

TEST(Parse, FaultsNameTheirLine) {
  for (const char* text :
       {"page 1 2 \"\"\nrun", "page 1 2 \"\"\nfill 1,2,3 000000", "page 1 2 \"\"\nend x",
        "page 1 2 \"\"\nlink 1,2,3,4 \"x", "page 1 2 \"\"\nglyphs 1@0:1",
        "page 1 2 \"\"\nfill 1,2,3,1e99 000000", "page 1 2 \"\"\nunknown"}) {
    try {
      parse(text, {});
      ADD_FAILURE() << text;
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.diagnostic().code, "pages-text");
      EXPECT_EQ(failure.diagnostic().location.line, 2);
    }
  }
}

} // namespace
} // namespace saraban::page
