// Data files to values: exact numbers, lines and columns, hostile files refused.
#include "data/read.h"
#include "data/serial_date.h"
#include "package/package.h"

#include <functional>
#include <gtest/gtest.h>

namespace saraban::data {
namespace {

struct Outcome {
  Value value;
  Sources sources;
  Diagnostics diagnostics;
  std::string code() const { return diagnostics.all().empty() ? "" : diagnostics.all()[0].code; }
  Location where() const {
    return diagnostics.all().empty() ? Location() : diagnostics.all()[0].location;
  }
};

Outcome read_as(Format format, std::string_view text, const Limits& limits = {}) {
  Outcome o;
  o.value = read(text, format, "a.data", o.sources, limits, o.diagnostics);
  return o;
}

/// A short notation: strings in quotes, numbers as written, null as ~.
std::string shown(const Value& value) {
  struct Show {
    std::string operator()(std::monostate) const { return "~"; }
    std::string operator()(bool b) const { return b ? "true" : "false"; }
    std::string operator()(const Number& n) const { return n.text; }
    std::string operator()(const std::string& s) const { return "'" + s + "'"; }
    std::string operator()(const List& list) const {
      std::string text = "[";
      for (const Value& item : list) text += (text.size() > 1 ? "," : "") + shown(item);
      return text + "]";
    }
    std::string operator()(const Map& map) const {
      std::string text = "{";
      for (const auto& [key, item] : map)
        text += (text.size() > 1 ? "," : "") + key + ":" + shown(item);
      return text + "}";
    }
  };
  return std::visit(Show(), value.content());
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Json, KeepsNumbersAsWritten) {
  EXPECT_EQ(shown(read_as(Format::json,
                          R"({"a": 533800.00, "b": [1, -0.5, 1e3, true, null, "ก\n\u0e01"]})")
                      .value),
            "{a:533800.00,b:[1,-0.5,1e3,true,~,'ก\nก']}");
  EXPECT_EQ(shown(read_as(Format::json, "\xEF\xBB\xBF 12.50 ").value), "12.50");
  EXPECT_EQ(shown(read_as(Format::json, "\"x\"").value), "'x'");
  EXPECT_EQ(shown(read_as(Format::json, "[]").value), "[]");
}

TEST(Json, MarksLinesAndColumns) {
  const Outcome o = read_as(Format::json, "{\n  \"ชื่อ\": 1,\n  \"b\": [\n 2, {}]}");
  EXPECT_EQ(o.value.find("ชื่อ")->mark().line, 2u);
  EXPECT_EQ(o.value.find("ชื่อ")->mark().column, 11u);
  const Value& two = (*o.value.find("b")->list())[0];
  EXPECT_EQ(two.mark().line, 4u);
  EXPECT_EQ(two.mark().column, 2u);
  EXPECT_EQ(location_of(two.mark(), o.sources).file, "a.data");
}

TEST(Json, SaysWhereItIsMalformed) {
  for (const char* text :
       {"",     "{",     "[1 2]",         "{\"a\" 1}", "{\"a\": }", "[1,]",
        "[01]", "[1.]",  "[nul]",         "[\"\\x\"]", "[\"a",      "{} {}",
        "1 2",  "[1]]",  "{\"a\":1}}",    "nope",      "[1e5000]",  "[-]",
        "[+1]", "[tru]", "[\"\\ud800\"]", "[[1]",      "{\"a\":[}", "[\"a\nb\"]"})
    EXPECT_EQ(read_as(Format::json, text).code(), "json-malformed") << text;
  const Outcome o = read_as(Format::json, "{\n \"a\": 1,\n \"b\": 1x\n}");
  EXPECT_EQ(o.where().line, 3);
  EXPECT_EQ(read_as(Format::json, "[\n\"\xFF\"]").where().line, 2);
}

TEST(Json, WarnsOfDuplicates) {
  const Outcome o = read_as(Format::json, R"({"a": 1, "b": 2, "a": 3})");
  EXPECT_EQ(shown(o.value), "{a:3,b:2}");
  EXPECT_EQ(o.code(), "duplicate-key");
  std::string many = "{";
  for (int i = 0; i < 50; ++i)
    many += "\"k" + std::to_string(i % 40) + "\": " + std::to_string(i) + ",";
  const Outcome large = read_as(Format::json, many + "\"z\": 0}");
  EXPECT_EQ(large.value.map()->size(), 41u);
  EXPECT_EQ(large.value.find("k3")->number()->text, "43");
}

TEST(HostileJson, DepthAndCount) {
  EXPECT_EQ(read_as(Format::json, repeated("[", 300) + repeated("]", 300)).code(),
            "limit-data-depth");
  EXPECT_EQ(read_as(Format::json, repeated("[", 100'000)).diagnostics.error_count(), 1u);
  EXPECT_EQ(read_as(Format::json, repeated("{\"a\":", 100'000)).diagnostics.error_count(), 1u);
  EXPECT_EQ(read_as(Format::json, repeated("[", 150) + repeated("]", 150)).code(), "");
  Limits limits;
  limits.data_values = 10;
  EXPECT_EQ(read_as(Format::json, "[" + repeated("1,", 20) + "1]", limits).code(),
            "limit-data-values");
}

TEST(HostileJson, NeverCrashesWhenCutOrBent) {
  const std::string text = R"({"a": [1, -2.5e3, "ข้อ\u0e01\"", true, null, {"b": {}}], "c": []})";
  for (std::size_t n = 0; n <= text.size(); ++n) {
    read_as(Format::json, text.substr(0, n));
    for (const char c : std::string("[]{},:\"\\0\xFF\n-", 13)) {
      std::string bent = text;
      if (n < bent.size()) bent[n] = c;
      read_as(Format::json, bent);
      read_as(Format::ndjson, bent);
    }
  }
}

TEST(Ndjson, ReadsLines) {
  const Outcome o = read_as(Format::ndjson, "{\"a\":1}\n\n {\"a\":2}\r\n3");
  EXPECT_EQ(shown(o.value), "[{a:1},{a:2},3]");
  EXPECT_EQ((*o.value.list())[1].mark().line, 3u);
  const Outcome bad = read_as(Format::ndjson, "{}\n{\n{}\n[1");
  EXPECT_EQ(bad.diagnostics.error_count(), 2u);
  EXPECT_EQ(bad.where().line, 2);
}

TEST(Yaml, FollowsTheCoreSchema) {
  const Outcome o = read_as(Format::yaml, R"(
เรื่อง: ขอเชิญประชุม
a: [1, 2.50, -3, .5, 5., 0x1F, 0o17, 1_000, 1e3, +7]
b: [true, False, yes, no, on, null, ~, "", '1', "true"]
c: 2018-09-12
d: |
  สอง
  บรรทัด
e:
f: 0812345678
g: !!str 12
h: 12:30
1: x
)");
  EXPECT_EQ(o.code(), "");
  EXPECT_EQ(shown(o.value),
            "{เรื่อง:'ขอเชิญประชุม',a:[1,2.50,-3,0.5,5,31,15,'1_000',1e3,7],b:[true,false,'yes','no',"
            "'on',~,~,'','1','true'],c:'2018-09-12',d:'สอง\nบรรทัด\n',e:~,f:'0812345678',g:'12',h:"
            "'12:30',1:'x'}");
}

TEST(Yaml, MarksLinesAndColumns) {
  const Outcome o = read_as(Format::yaml, "ก: 1\nรายการ:\n  - ชื่อ: ข\n");
  const Value& item = (*o.value.find("รายการ")->list())[0];
  EXPECT_EQ(item.find("ชื่อ")->mark().line, 3u);
  EXPECT_EQ(item.find("ชื่อ")->mark().column, 11u);
}

TEST(Yaml, Aliases) {
  EXPECT_EQ(shown(read_as(Format::yaml, "a: &x {b: 1}\nc: *x\n").value), "{a:{b:1},c:{b:1}}");
  EXPECT_EQ(read_as(Format::yaml, "a: &x [*x]\n").code(), "yaml-malformed");
  EXPECT_EQ(shown(read_as(Format::yaml, "--- 1\n--- 2\n").value), "[1,2]");
}

TEST(HostileYaml, IsRefused) {
  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(last + ",", 9) +
            last + "]\n";
  }
  EXPECT_EQ(read_as(Format::yaml, bomb).code(), "yaml-alias");
  EXPECT_EQ(read_as(Format::yaml, repeated("[", 300) + repeated("]", 300)).code(),
            "limit-data-depth");
  EXPECT_EQ(read_as(Format::yaml, repeated("[", 100'000) + repeated("]", 100'000)).code(),
            "limit-data-depth");
  EXPECT_EQ(read_as(Format::yaml, repeated("{a: ", 100'000) + repeated("}", 100'000)).code(),
            "limit-data-depth");
  EXPECT_EQ(read_as(Format::yaml, repeated("- ", 100'000)).code(), "limit-data-depth");
  const Outcome o = read_as(Format::yaml, "a: 1\nb: [1\nc: 2\n");
  EXPECT_EQ(o.code(), "yaml-malformed");
  EXPECT_GT(o.where().line, 1);
  for (const char* text : {"[a", "{a: b", "\"a", "a: b: c", "? [a]\n: b", "*x", "\xFF\xFE",
                           "%YAML 9", "a:\n\t- b", "&a &b c", "!<"})
    read_as(Format::yaml, text);
  EXPECT_EQ(read_as(Format::yaml, "? [a]\n: b").code(), "yaml-malformed");
}

TEST(Csv, ReadsRecords) {
  const Outcome o = read_as(
      Format::csv,
      "\xEF\xBB\xBFชื่อ,จำนวน,โทร\r\nก,12.50,0812345678\r\n\"ข, \"\"ค\"\"\n2\",\"1\"\r\n\r\n");
  EXPECT_EQ(shown(o.value),
            "[{ชื่อ:'ก',จำนวน:12.50,โทร:'0812345678'},{ชื่อ:'ข, \"ค\"\n2',จำนวน:'1',โทร:''}]");
  EXPECT_EQ((*o.value.list())[1].mark().line, 3u);
}

TEST(Csv, FindsSeparatorAndEncoding) {
  EXPECT_EQ(shown(read_as(Format::csv, "a;b\n1;2").value), "[{a:1,b:2}]");
  EXPECT_EQ(shown(read_as(Format::csv, "a\tb\n1\t2,5").value), "[{a:1,b:'2,5'}]");
  EXPECT_EQ(shown(read_as(Format::csv, "a\n\xCA\xD2\xC3\xBA\xC3\xC3\xB3").value),
            "[{a:'สารบรรณ'}]");
  EXPECT_EQ(shown(read_as(Format::csv, std::string_view("\xFF\xFE"
                                                        "a\0\n\0\x01\x0e",
                                                        8))
                      .value),
            "[{a:'ก'}]");
  EXPECT_EQ(read_as(Format::csv, "a\n\xFF\xFD").code(), "data-encoding");
}

TEST(Csv, SaysWhatIsWrong) {
  const Outcome o = read_as(Format::csv, "a,b\n1,2\n1,2,3\n");
  EXPECT_EQ(o.code(), "csv-row-too-long");
  EXPECT_EQ(o.where().line, 3);
  EXPECT_EQ(o.where().column, 5);
  EXPECT_EQ(read_as(Format::csv, "a\n\"b").code(), "csv-malformed");
  EXPECT_EQ(shown(read_as(Format::csv, "").value), "[]");
  EXPECT_EQ(read_as(Format::csv, "a,a\n1,2").code(), "duplicate-key");
}

std::string workbook(const std::string& rows) {
  package::Package p;
  p.set("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>");
  p.set("xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></Relationships>");
  p.set("xl/sharedStrings.xml",
        "<sst><si><t>ชื่อ</t></si><si><r><t>ก</t></r><r><t>ข</t></r></si></sst>");
  p.set("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-41E]d "
                         "mmmm yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
                         "numFmtId=\"164\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>");
  p.set("xl/worksheets/s.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  return package::save(p);
}

TEST(Xlsx, ReadsRecords) {
  const std::string bytes = workbook(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" "
      "t=\"inlineStr\"><is><t>วัน</t></is></c>"
      "<c r=\"D1\" t=\"str\"><v>เงิน</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c>"
      "<c r=\"C3\" s=\"1\"><v>43355</v></c><c r=\"D3\" s=\"2\"><v>1234.5600000000001</v></c></row>"
      "<row r=\"4\"/><row><c><v>7</v></c></row>");
  const Outcome o = read_as(Format::xlsx, bytes);
  EXPECT_EQ(o.code(), "");
  EXPECT_EQ(shown(o.value), "[{ชื่อ:'กข',วัน:'2018-09-12',เงิน:1234.56},{ชื่อ:7,วัน:'',เงิน:''}]");
  EXPECT_EQ((*o.value.list())[0].find("เงิน")->mark().column, 4u);
}

TEST(Xlsx, RefusesWhatIsNoWorkbook) {
  EXPECT_EQ(read_as(Format::xlsx, "hello").code(), "not-a-zip");
  package::Package p;
  p.set("a", "b");
  EXPECT_EQ(read_as(Format::xlsx, package::save(p)).code(), "xlsx-malformed");
  EXPECT_EQ(read_as(Format::xlsx, workbook("<row><c></row>")).code(), "xml-malformed");
}

TEST(SerialDate, CountsLikeSpreadsheets) {
  EXPECT_EQ(date_of_serial("1", Epoch::year_1900), "1900-01-01");
  EXPECT_EQ(date_of_serial("59", Epoch::year_1900), "1900-02-28");
  EXPECT_EQ(date_of_serial("61", Epoch::year_1900), "1900-03-01");
  EXPECT_EQ(date_of_serial("43355.395833333336", Epoch::year_1900), "2018-09-12T09:30");
  EXPECT_EQ(date_of_serial("0.5", Epoch::year_1900), "12:00");
  EXPECT_EQ(date_of_serial("2958465", Epoch::year_1900), "9999-12-31");
  EXPECT_EQ(date_of_serial("41893", Epoch::year_1904), "2018-09-12");
  for (const char* bad : {"", "x", "-1", "1e99", "nan"})
    EXPECT_FALSE(date_of_serial(bad, Epoch::year_1900)) << bad;
  EXPECT_TRUE(shows_a_date("dd/mm/yyyy"));
  EXPECT_FALSE(shows_a_date("#,##0.00 \"baht\""));
  EXPECT_FALSE(shows_a_date("0.00E+00"));
}

TEST(Values, Merge) {
  const auto json = [](const char* text) { return read_as(Format::json, text).value; };
  EXPECT_EQ(shown(merge(json(R"({"a": 1, "b": {"c": 1, "d": [1]}})"),
                        json(R"({"b": {"d": [2], "e": 3}, "f": 4})"))),
            "{a:1,b:{c:1,d:[2],e:3},f:4}");
  EXPECT_EQ(shown(merge(json("{}"), json("[1]"))), "[1]");
}

TEST(Values, SetPath) {
  const auto set = [](const char* root, std::string_view assignment) {
    Diagnostics diagnostics;
    const Value value = set_path(read_as(Format::json, root).value, assignment, diagnostics);
    return diagnostics.has_errors() ? "refused" : shown(value);
  };
  EXPECT_EQ(set("{}", "a.b=x=y"), "{a:{b:'x=y'}}");
  EXPECT_EQ(set("null", "ก.ข=1.50"), "{ก:{ข:1.50}}");
  EXPECT_EQ(set(R"({"a":[{"b":1}]})", "a.0.b=[1,\"x\"]"), "{a:[{b:[1,'x']}]}");
  EXPECT_EQ(set("{}", "a=true"), "{a:true}");
  EXPECT_EQ(set("{}", "a=[oops"), "{a:'[oops'}");
  EXPECT_EQ(set("{}", "a=0812345678"), "{a:'0812345678'}");
  EXPECT_EQ(set("{}", "a="), "{a:''}");
  for (const char* bad : {"a", "=1", "a..b=1", ".a=1", "a.=1"})
    EXPECT_EQ(set("{}", bad), "refused");
  EXPECT_EQ(set(R"({"a":[]})", "a.3=1"), "refused");
}

} // namespace
} // namespace saraban::data
