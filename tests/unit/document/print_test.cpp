// A document prints, reads back and prints the same; faults name their line.
#include "document/base64.h"
#include "document/print.h"

#include <gtest/gtest.h>

namespace saraban::document {
namespace {

Diagnostics parse_faults(std::string_view text) {
  Diagnostics diagnostics;
  parse(text, diagnostics);
  return diagnostics;
}

TEST(Print, RoundTripsWhatAPersonWrites) {
  const std::string text = R"(document parts=["word/document.xml"]
settings compatibility=14 catchword={words=4 overrides=["ก"/"ข"]}
properties title="หนังสือ \"ภายนอก\""
run_format 0 latin={"Calibri" size=11pt} complex={"TH SarabunPSK" size=16pt bold language="th-TH"}
paragraph_format 0 style="Normal" line={multiple_240ths=276} tabs=[{72pt} {432.05pt kind=end leader=dot}] widow_control=no borders={top={single width=0.5pt}}
image 0 name="seal" bytes="AAEC"
drawing 0 size={width=10pt height=20pt} anchor={horizontal={relative_to=page offset=1emu} vertical={align=center}}
  picture crop={top=1000} stroke={single width=1pt}
drawing 1
  shape path="M 0 0 C 1 2 3 4 -5 6 L 100000 0 Z" fill=#FF000080
    paragraph
      text "in a box"
drawing 2
  group children=[{drawing=1 box={width=3pt height=4pt}}]
note 0 mark="๑"
  paragraph
section start=continuous
  header
    paragraph
  paragraph label={"๑." level=1} origin=0:3
    text "a\nb"
    tab
    break page
    field page_reference argument="x" number_format=thai_numbers
    drawing 2
    note mark="๑"
    bookmark "x"
    bookmark_end "x"
    link "#x"
    link_end
    form_field "a.b" kind=check_box options=["yes" "no"]
    form_field_end
  table grid=[100pt 50pt] width={kind=percent percent_50ths=5000} fixed_layout
    row repeat_header
      cell column_span=2 background=#EEEEEE
        paragraph
          text "cell"
)";
  Diagnostics diagnostics;
  const auto document = parse(text, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_EQ(print(document), text);
}

TEST(Print, RoundTripsPageStylesThatFollow) {
  const std::string text = R"(document
settings line_metrics=horizontal_header multiple_rule=between_lines script_runs=follow_text blank_pages=skipped default_tabs_from_indent
properties
run_format 0
paragraph_format 0 line={rule=leading height=3pt} orphan_lines=3 last_line=justify drop_cap={lines=3 distance=2pt}
drawing 0 in_line={relative_to=baseline offset=-10pt}
  picture
endnote_pages page={width=100pt height=100pt}
section header_area={spacing=5pt least_height=20pt borders={bottom={single width=1pt}}} note_area={before_line=1pt line=single} following_again=0
  following page_number_format=lower_roman
    header
      paragraph
  paragraph label={"1." least_gap=4pt}
  table border_model=collapsed space_before=3pt may_split=no
)";
  Diagnostics diagnostics;
  const auto document = parse(text, diagnostics);
  EXPECT_EQ(print(document), text);
}

TEST(Parse, SaysWhichLine) {
  for (const char* text : {"document\nparagraf\n", "document\nsettings default_tab=x\n",
                           "document\nsettings \"open\n"}) {
    const auto diagnostics = parse_faults(text);
    ASSERT_TRUE(diagnostics.has_errors()) << text;
    EXPECT_EQ(diagnostics.all()[0].location.line, 2);
  }
}

TEST(Parse, RefusesIndicesThatPointNowhere) {
  EXPECT_TRUE(parse_faults("section\n  paragraph format=1\n").has_errors());
  EXPECT_TRUE(parse_faults("section\n  paragraph\n    drawing 0\n").has_errors());
  EXPECT_TRUE(parse_faults("drawing 0\n  group children=[{drawing=0}]\nsection\n  paragraph\n"
                           "    drawing 0\n")
                  .has_errors());
}

TEST(Base64, RoundTrips) {
  for (const std::string bytes : {"", "a", "ab", "abc", "abcd"})
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  EXPECT_FALSE(from_base64("*"));
}

} // namespace
} // namespace saraban::document
