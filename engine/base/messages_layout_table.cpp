// Words of messages about fonts, layout and rendering.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"font-substituted",
     "the font “{family}” is not here; “{used}” stands in",
     "ไม่มีแบบอักษร “{family}” จึงใช้ “{used}” แทน",
     "install the font, or name its folder with --fonts",
     "ติดตั้งแบบอักษร หรือระบุโฟลเดอร์ด้วย --fonts"},
    {"limit-image-pixels",
     "a picture has more than {limit} pixels",
     "รูปภาพมีเกิน {limit} พิกเซล",
     "",
     ""},
    {"limit-pages",
     "the document has more than {limit} pages",
     "เอกสารยาวเกิน {limit} หน้า",
     "",
     ""},
    {"link-leads-nowhere",
     "a link leads to “{name}”, which is nowhere in the document",
     "ลิงก์ชี้ไปที่ “{name}” ซึ่งไม่มีในเอกสาร",
     "",
     ""},
    {"module-missing",
     "the module {file} cannot be opened: {reason}",
     "เปิดโมดูล {file} ไม่ได้: {reason}",
     "it belongs beside the program",
     "ไฟล์นี้ต้องอยู่ข้างตัวโปรแกรม"},
    {"no-fonts",
     "no font was found on this machine",
     "ไม่พบแบบอักษรในเครื่องนี้",
     "name a folder of fonts with --fonts",
     "ระบุโฟลเดอร์แบบอักษรด้วย --fonts"},
    {"pages-text",
     "this is no text of pages: “{text}”",
     "ข้อความนี้ไม่ใช่รูปแบบของหน้า: “{text}”",
     "",
     ""},
    {"picture-unsupported",
     "the {kind} picture “{name}” cannot be shown",
     "แสดงรูปภาพ {kind} “{name}” ไม่ได้",
     "save it as PNG or JPEG",
     "บันทึกเป็น PNG หรือ JPEG"},
};
// clang-format on

} // namespace

std::span<const MessageText> layout_messages() {
  return table;
}

} // namespace saraban
