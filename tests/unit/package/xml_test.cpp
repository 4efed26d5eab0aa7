// XML parts: white space kept, hostile ones refused, relationships resolved.
#include "package/xml.h"

#include "base/failure.h"

#include <gtest/gtest.h>

namespace saraban::package {
namespace {

auto parse(const std::string& text, const Limits& limits = {}) {
  return parse_xml(text, "a.docx", "word/document.xml", limits);
}

Diagnostic fault_of(const std::string& text, const Limits& limits = {}) {
  try {
    parse(text, limits);
  } catch (const Failure& f) {
    return f.diagnostic();
  }
  return {};
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

TEST(Xml, KeepsWhiteSpaceAndComments) {
  const std::string text =
      declaration + "<a> <b>\t</b><!-- x --><?y z?><c d=\"&amp;&#10;\">&lt;ก</c></a>";
  EXPECT_EQ(print_xml(*parse(text)), text);
}

TEST(Xml, ReadsUtf16) {
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("<a>x</a>")) utf16 += std::string{c, '\0'};
  EXPECT_EQ(print_xml(*parse(utf16)), declaration + "<a>x</a>");
}

TEST(Xml, SaysWhereItIsMalformed) {
  const Diagnostic d = fault_of("<a>\n  <ก></b>\n</a>");
  EXPECT_EQ(d.code, "xml-malformed");
  EXPECT_EQ(d.location.line, 2);
  EXPECT_EQ(d.location.column, 8);
  for (const char* text : {"", "x", "<a>", "<a", "<a></b>", "<a b></a>"})
    EXPECT_EQ(fault_of(text).code, "xml-malformed") << text;
}

TEST(HostileXml, DocumentTypes) {
  EXPECT_EQ(fault_of("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>").code, "xml-dtd");
  EXPECT_EQ(fault_of("<!DOCTYPE a [<!ENTITY b \"b\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>").code,
            "xml-dtd");
}

TEST(HostileXml, Depth) {
  Limits limits;
  limits.xml_depth = 50;
  EXPECT_EQ(fault_of(repeated("<a>", 60) + repeated("</a>", 60), limits).code, "limit-xml-depth");
  EXPECT_EQ(fault_of(repeated("<a>", 40) + repeated("</a>", 40), limits).code, "");
  EXPECT_EQ(fault_of("<r>" + repeated("<a><b/></a>", 500) + "</r>", limits).code, "");
  EXPECT_EQ(fault_of(repeated("<a>", 1'000'000) + repeated("</a>", 1'000'000)).code,
            "limit-xml-depth");
}

TEST(HostileXml, TooManyNodes) {
  Limits limits;
  limits.xml_nodes = 1000;
  EXPECT_EQ(fault_of("<r>" + repeated("<a/>", 2000) + "</r>", limits).code, "limit-xml-nodes");
}

TEST(Relationships, AreResolved) {
  Package p;
  p.set("word/document.xml", "<a/>");
  p.set(relationships_part("word/document.xml"),
        "<Relationships><Relationship Id=\"r1\" Type=\"t\" Target=\"media/a.png\"/>"
        "<Relationship Id=\"r2\" Type=\"t\" Target=\"/word/b.xml\"/>"
        "<Relationship Id=\"r3\" Type=\"t\" Target=\"../../../c.xml\"/>"
        "<Relationship Id=\"r4\" Type=\"t\" Target=\"https://example.org/?a=b\" "
        "TargetMode=\"External\"/></Relationships>");
  const auto found = relationships(p, "word/document.xml", {});
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].target, "word/media/a.png");
  EXPECT_EQ(found[1].target, "word/b.xml");
  EXPECT_EQ(found[2].target, "c.xml");
  EXPECT_EQ(found[3].target, "https://example.org/?a=b");
  EXPECT_TRUE(found[3].external);
  EXPECT_EQ(relationships_part(""), "_rels/.rels");
  EXPECT_TRUE(relationships(p, "none", {}).empty());
}

TEST(Xml, BetweenElementsIsLeftOutWhereAsked) {
  const auto xml = parse_xml("<p>\n  <!-- a -->\n  <t> </t>\n  <t/>\n</p>", "a.docx", "p", {},
                             Between::left_out);
  const auto first = xml->document_element().first_child();
  EXPECT_STREQ(first.name(), "t");
  EXPECT_STREQ(first.text().get(), " ");
  EXPECT_STREQ(first.next_sibling().name(), "t");
}

} // namespace
} // namespace saraban::package
