// Words of messages about placing values in templates.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"block-crosses-cells",
     "the block “{name}” begins in one cell and goes on in another in a way that cannot repeat",
     "บล็อก “{name}” เริ่มในช่องหนึ่งแล้วต่อในอีกช่องอย่างที่วนซ้ำไม่ได้",
     "put all its tags in one cell, or write {%tr %} or {%tc %} tags",
     "วางแท็กทั้งหมดไว้ในช่องเดียว หรือใช้แท็ก {%tr %} หรือ {%tc %}"},
    {"block-crosses-table",
     "the block “{name}” begins outside a table and ends inside it, or the other way round",
     "บล็อก “{name}” เริ่มนอกตารางแต่จบในตาราง หรือกลับกัน",
     "put both tags outside the table, or both inside",
     "วางแท็กเปิดและปิดไว้นอกตารางทั้งคู่ หรือในตารางทั้งคู่"},
    {"blocks-overlap",
     "the block “{name}” overlaps another block",
     "บล็อก “{name}” คาบเกี่ยวกับบล็อกอื่น",
     "close the inner block before the outer one, in the same paragraph, row or cell",
     "ปิดบล็อกในก่อนบล็อกนอก ในย่อหน้า แถว หรือช่องเดียวกัน"},
    {"illegal-character",
     "a value holds characters that a document cannot hold; they were left out",
     "ค่ามีอักขระที่เอกสารเก็บไม่ได้ จึงตัดออก",
     "",
     ""},
    {"include-cycle",
     "“{name}” includes itself",
     "“{name}” แทรกตัวเอง",
     "",
     ""},
    {"include-left-out",
     "{what} of “{name}” is not carried over",
     "ไม่ได้นำ{what}ของ “{name}” มาด้วย",
     "",
     ""},
    {"include-not-found",
     "there is no file “{name}” to include",
     "ไม่พบแฟ้ม “{name}” ที่จะแทรก",
     "put it into the folder given with --assets",
     "วางแฟ้มไว้ในโฟลเดอร์ที่ระบุด้วย --assets"},
    {"include-not-possible",
     "nothing can be included here",
     "แทรกที่นี่ไม่ได้",
     "put the tag in a paragraph of its own",
     "วางแท็กไว้ในย่อหน้าของตัวเอง"},
    {"limit-output",
     "a filled part is larger than {limit} bytes",
     "ส่วนที่เติมข้อมูลแล้วใหญ่กว่า {limit} ไบต์",
     "",
     ""},
    {"picture-not-found",
     "there is no picture “{name}”",
     "ไม่พบรูป “{name}”",
     "put it into the folder given with --assets",
     "วางรูปไว้ในโฟลเดอร์ที่ระบุด้วย --assets"},
    {"picture-unknown-kind",
     "“{name}” is not a PNG, JPEG, GIF or BMP picture",
     "“{name}” ไม่ใช่รูป PNG, JPEG, GIF หรือ BMP",
     "",
     ""},
    {"qr-too-long",
     "{size} bytes are too many for a QR code",
     "{size} ไบต์ยาวเกินไปสำหรับคิวอาร์โค้ด",
     "",
     ""},
    {"stray-branch",
     "“{name}” stands outside any block that could have it",
     "“{name}” อยู่นอกบล็อก",
     "it belongs between {% if %} and {% endif %}, or {% for %} and {% endfor %}",
     "ต้องอยู่ระหว่าง {% if %} กับ {% endif %} หรือ {% for %} กับ {% endfor %}"},
    {"stray-end",
     "“{name}” closes no block",
     "“{name}” ไม่ได้ปิดบล็อกใด",
     "is {% {block} %} missing before it?",
     "ขาด {% {block} %} ก่อนหน้าหรือไม่"},
    {"unclosed-block",
     "the block “{name}” is never closed",
     "บล็อก “{name}” ไม่ปิด",
     "add {% end{name} %}",
     "เติม {% end{name} %}"},
};
// clang-format on

} // namespace

std::span<const MessageText> fill_messages() {
  return table;
}

} // namespace saraban
