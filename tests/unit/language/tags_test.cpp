// Finding tags: where they begin and end, their units and trim marks.
#include "language/tags.h"

#include <gtest/gtest.h>

namespace saraban::language {
namespace {

std::vector<Tag> find(std::string_view text, Diagnostics& diagnostics) {
  return find_tags(text, Location{}, diagnostics);
}
std::vector<Tag> find(std::string_view text) {
  Diagnostics diagnostics;
  auto tags = find(text, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return tags;
}

TEST(Tags, OffsetsAreBytesAndHoldTheDelimiters) {
  const auto tags = find("เรื่อง {{ เรื่อง }}x");
  ASSERT_EQ(tags.size(), 1u);
  EXPECT_EQ(tags[0].begin, 19u);
  EXPECT_EQ(tags[0].end, 19u + 24u);
  EXPECT_EQ(tags[0].content, "เรื่อง");
  EXPECT_EQ(tags[0].kind, TagKind::output);
}

TEST(Tags, KindsInOrder) {
  const auto tags = find("{% if a %}{{ b }}{# c #}{% endif %}");
  ASSERT_EQ(tags.size(), 4u);
  EXPECT_EQ(tags[0].kind, TagKind::statement);
  EXPECT_EQ(tags[1].kind, TagKind::output);
  EXPECT_EQ(tags[2].kind, TagKind::comment);
  EXPECT_EQ(tags[3].content, "endif");
}

TEST(Tags, Units) {
  const auto tags = find("{%p if a %}{%tr for x in y %}{%tc endfor %}{%r set a = 1 %}{{r rich }}"
                         "{{p x }}{%- tr endfor -%}{#p note #}");
  const std::vector<Unit> expected{Unit::paragraph, Unit::row,       Unit::cell, Unit::run,
                                   Unit::run,       Unit::paragraph, Unit::row,  Unit::paragraph};
  ASSERT_EQ(tags.size(), expected.size());
  for (std::size_t i = 0; i < tags.size(); ++i) EXPECT_EQ(tags[i].unit, expected[i]) << i;
  EXPECT_EQ(tags[0].content, "if a");
  EXPECT_EQ(tags[4].content, "rich");
}

TEST(Tags, ANameThatLooksLikeAUnitIsAName) {
  for (const char* text : {"{{ r }}", "{{r}}", "{{ p | upper }}", "{{ tr.x }}", "{{r + 1}}"}) {
    const auto tags = find(text);
    ASSERT_EQ(tags.size(), 1u) << text;
    EXPECT_EQ(tags[0].unit, Unit::automatic) << text;
  }
}

TEST(Tags, TrimMarks) {
  const auto tags = find("{%- if a -%}{{- b }}{% endif -%}{%+ c +%}");
  EXPECT_EQ(tags[0].before, Trim::yes);
  EXPECT_EQ(tags[0].after, Trim::yes);
  EXPECT_EQ(tags[0].content, "if a");
  EXPECT_EQ(tags[1].before, Trim::yes);
  EXPECT_EQ(tags[1].after, Trim::no);
  EXPECT_EQ(tags[2].before, Trim::no);
  EXPECT_EQ(tags[2].after, Trim::yes);
  EXPECT_EQ(tags[3].content, "c");
}

TEST(Tags, DelimitersInQuotesAndBraces) {
  EXPECT_EQ(find("{{ \"}}\" }}")[0].content, "\"}}\"");
  EXPECT_EQ(find("{{ “}}” ~ ‘%}’ }}")[0].content, "“}}” ~ ‘%}’");
  EXPECT_EQ(find("{% set x = '%}' %}")[0].content, "set x = '%}'");
  EXPECT_EQ(find("{{ {'a':{'b':1}} }}")[0].content, "{'a':{'b':1}}");
  EXPECT_EQ(find("{{ '{{ a }} b {{ c }}' }}").size(), 1u);
}

TEST(Tags, AnApostropheBeginsNoText) {
  const auto tags = find("{{ it's }} it's {{ b }}");
  ASSERT_EQ(tags.size(), 2u);
  EXPECT_EQ(tags[0].content, "it's");
}

TEST(Tags, NoBreakAndZeroWidthSpacesAreSpaces) {
  EXPECT_EQ(find("{{\u00A0a\u200B}}")[0].content, "a");
  EXPECT_EQ(find("{%p\u00A0if a %}")[0].unit, Unit::paragraph);
}

TEST(Tags, RawBlocksAreSkipped) {
  const auto tags = find("{% raw %}{{ a }} {% if %}{% endraw %}{{ b }}");
  ASSERT_EQ(tags.size(), 3u);
  EXPECT_EQ(tags[0].content, "raw");
  EXPECT_EQ(tags[1].content, "endraw");
  EXPECT_EQ(tags[2].content, "b");
  EXPECT_EQ(find("{% raw %}{{ a }}").size(), 1u);
}

TEST(Tags, EscapesOfDocxtpl) {
  const auto tags = find("{_% x %_} {_{ y }_}");
  ASSERT_EQ(tags.size(), 4u);
  EXPECT_EQ(tags[0].content, "'{%'");
  EXPECT_EQ(tags[1].content, "'%}'");
  EXPECT_EQ(tags[1].end - tags[1].begin, 3u);
}

TEST(Tags, UnclosedOnesAreReportedOnceAndTheOthersFound) {
  Diagnostics diagnostics;
  const auto tags = find("{{ a {{ b }} {% c", diagnostics);
  ASSERT_EQ(tags.size(), 1u);
  EXPECT_EQ(tags[0].content, "b");
  EXPECT_EQ(diagnostics.error_count(), 1u);
  EXPECT_EQ(diagnostics.all()[0].code, "unclosed-tag");
}

TEST(Tags, LongHostileTextsTakeLinearTime) {
  for (const char* part :
       {"{{", "{%", "{{'", "{{\"", "{{“", "'", "{{ a '}} {{", "{_", "_}", "{% raw %}"}) {
    std::string text;
    while (text.size() < 200'000) text += part;
    Diagnostics diagnostics;
    find(text, diagnostics);
    find("{{ " + text, diagnostics);
  }
}

} // namespace
} // namespace saraban::language
