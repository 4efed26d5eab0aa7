// Words of messages about flat PDF forms: what stands on their pages, and maps of their fields.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"map-characters-missing",
     "no font has these characters: {characters}",
     "ไม่มีแบบอักษรใดมีอักขระเหล่านี้: {characters}",
     "",
     ""},
    {"map-missing",
     "“{key}” is missing",
     "ขาด “{key}”",
     "",
     ""},
    {"map-no-field",
     "pictures and QR codes have no form field: this one is left out",
     "รูปภาพและ QR ไม่มีช่องกรอกใน PDF จึงเว้นไว้",
     "",
     ""},
    {"map-not-a-map",
     "this is not a map of fields",
     "ไม่ใช่แผนที่ช่องกรอก",
     "it begins with “fields:”; saraban form detect makes one",
     "ต้องมี “fields:” ใช้ saraban form detect สร้างให้ได้"},
    {"map-off-page",
     "the rectangle is not within page {page}",
     "กรอบอยู่นอกหน้า {page}",
     "it is [x, y, width, height] from the page's top left corner; “unit” is mm or pt",
     "กรอบคือ [ซ้าย, บน, กว้าง, สูง] วัดจากมุมซ้ายบนของหน้า หน่วยตาม “unit” คือ mm หรือ pt"},
    {"map-overlap",
     "the rectangle lies on that of line {other}",
     "กรอบทับกับกรอบในบรรทัด {other}",
     "",
     ""},
    {"map-text-cut",
     "“{text}” does not fit, even at half its size",
     "“{text}” ยาวเกินช่อง แม้ย่อตัวอักษรเหลือครึ่งหนึ่งแล้ว",
     "",
     ""},
    {"map-unknown-key",
     "“{key}” means nothing here",
     "ไม่รู้จัก “{key}”",
     "did you mean “{nearest}”?",
     "หมายถึง “{nearest}” หรือไม่"},
    {"map-unknown-page",
     "there is no page {page}: the file has {pages}",
     "ไม่มีหน้า {page} ไฟล์มี {pages} หน้า",
     "",
     ""},
    {"map-wrong-value",
     "“{key}” is not as it should be; expected: {expected}",
     "ค่าของ “{key}” ไม่ถูกต้อง ต้องเป็น {expected}",
     "",
     ""},
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
