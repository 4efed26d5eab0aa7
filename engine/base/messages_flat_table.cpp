// Words of messages about flat PDF forms: what stands on their pages, and maps of their fields.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"no-fields-found",
     "no leaders, boxes or empty cells were found: there is nothing to fill, or the pages are pictures",
     "ไม่พบเส้นประ ช่อง หรือตารางว่าง เอกสารอาจไม่มีที่ให้กรอก หรือหน้าเป็นภาพสแกน",
     "write the map by hand: templates/README.md says how",
     "เขียนแผนที่ช่องกรอกเอง ดูวิธีใน templates/README.md"},
    {"pdf-page-too-large",
     "there is more on this page than can be looked at; the rest was passed over",
     "หน้านี้มีเนื้อหามากเกินกว่าจะดูได้ทั้งหมด ส่วนที่เหลือจึงข้ามไป",
     "",
     ""},
    {"pdf-page-unreadable",
     "this page cannot be read to its end: {reason}",
     "อ่านหน้านี้ไม่ได้จนจบ: {reason}",
     "",
     ""},
};
// clang-format on

} // namespace

std::span<const MessageText> flat_messages() {
  return table;
}

} // namespace saraban
