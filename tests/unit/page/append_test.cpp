// Pages of several documents as one file's.
#include "page/append.h"
#include "page/print.h"

#include <gtest/gtest.h>

namespace saraban::page {
namespace {

constexpr const char* document = R"(title "หนังสือ"
picture "a.png"
outline 1 0 72 "บทที่ ๑"
page 10 20 "๑"
  tag heading1 1
    image 0 1,2,3,4
    link 1,2,3,4 "#top"
    destination 1,2 "top"
  end
page 10 20 "๒"
)";

TEST(Append, KeepsDocumentsApart) {
  Pages all;
  append(all, parse(document, {}), "หนังสือ");
  append(all, parse(document, {}), "สิ่งที่ส่งมาด้วย");
  EXPECT_EQ(print(all), R"(title "หนังสือ"
picture "a.png"
outline 1 0 0 "หนังสือ"
outline 2 0 72 "บทที่ ๑"
outline 1 2 0 "สิ่งที่ส่งมาด้วย"
outline 2 2 72 "บทที่ ๑"
page 10 20 "๑"
  tag heading1 1
    image 0 1,2,3,4
    link 1,2,3,4 "#top"
    destination 1,2 "top"
  end
page 10 20 "๒"
page 10 20 "๑"
  tag heading1 2
    image 0 1,2,3,4
    link 1,2,3,4 "#p3:top"
    destination 1,2 "p3:top"
  end
page 10 20 "๒"
)");
}

TEST(Append, AddsNothingOfAnEmptyDocument) {
  Pages all = parse(document, {});
  append(all, {}, "ไม่มีหน้า");
  EXPECT_EQ(print(all), document);
}

TEST(Append, KeepsPartsOfAFieldTogether) {
  const auto face = std::shared_ptr<const font::Face>();
  Pages all, more;
  all.faces = {face};
  more.faces = {face};
  const auto field = std::make_shared<const Field>();
  more.pages.push_back(
      {{}, {FieldBegin{field, {}}, FieldEnd{}, FieldBegin{field, {}}, FieldEnd{}}, ""});
  append(all, std::move(more), "");
  const auto& items = all.pages[0].items;
  EXPECT_EQ(std::get<FieldBegin>(items[0]).field, std::get<FieldBegin>(items[2]).field);
  EXPECT_EQ(std::get<FieldBegin>(items[0]).field->face, 1u);
}

} // namespace
} // namespace saraban::page
