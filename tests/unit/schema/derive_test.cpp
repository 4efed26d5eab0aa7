// A schema of what is asked for, and a sample that fits it.
#include "data/write.h"
#include "schema/derive.h"
#include "schema/validate.h"

#include <gtest/gtest.h>

namespace saraban::schema {
namespace {

const std::vector<Asked> asked{{"ผู้ลงนาม.ชื่อ", {}, false, {}},
                               {"วันที่", {"date"}, false, {}},
                               {"รายการ", {}, true, {}},
                               {"รายการ[].จำนวน", {"number"}, false, {}},
                               {"รายการ[].ข้อย่อย", {"default"}, true, {}},
                               {"เห็นชอบ", {"check", "default"}, false, {}},
                               {"ชั้น", {}, false, {"ด่วน", "ด่วนมาก"}}};

TEST(Derive, TypesRequiredAndLists) {
  const data::Value schema = derive(asked, "แบบ");
  EXPECT_EQ(*schema.find("title")->string(), "แบบ");
  const data::Value& properties = *schema.find("properties");
  EXPECT_EQ(*properties.find("วันที่")->find("format")->string(), "date");
  EXPECT_EQ(*properties.find("เห็นชอบ")->find("type")->string(), "boolean");
  const data::Value& items = *properties.find("รายการ")->find("items");
  EXPECT_EQ(*items.find("properties")->find("จำนวน")->find("type")->string(), "number");
  EXPECT_EQ(items.find("required")->list()->size(), 1u); // What has a default may be missing.
  EXPECT_EQ(schema.find("required")->list()->size(), 4u);
}

TEST(Derive, SampleFitsItsSchema) {
  const data::Value schema = derive(asked, "แบบ");
  const data::Value made = sample(schema);
  EXPECT_EQ(made.find("รายการ")->list()->size(), 2u);
  EXPECT_EQ(*made.find("ชั้น")->string(), "ด่วน");
  Diagnostics diagnostics;
  validate(made, {}, schema, diagnostics);
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(Derive, MergedKeepsBoth) {
  const data::Value under{data::Map{{"a", data::Value(true)}, {"b", data::Value(true)}}};
  const data::Value over{data::Map{{"b", data::Value(false)}, {"c", data::Value(true)}}};
  EXPECT_EQ(data::write_json(merged(under, over)),
            "{\n  \"a\": true,\n  \"b\": false,\n  \"c\": true\n}\n");
}

} // namespace
} // namespace saraban::schema
