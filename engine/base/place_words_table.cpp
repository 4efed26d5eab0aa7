// Words for the steps of a place, sorted by key.
#include "base/place_words_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr PlaceWord table[] = {
    {"alt-text", "alternative text", "ข้อความแทนรูป"},
    {"body", "body", "เนื้อความ"},
    {"cell", "column", "คอลัมน์"},
    {"chart", "chart", "แผนภูมิ"},
    {"column", "column", "คอลัมน์"},
    {"comment", "comment", "ข้อคิดเห็น"},
    {"content-control", "content control", "ตัวควบคุมเนื้อหา"},
    {"document", "document", "เอกสาร"},
    {"endnote", "endnote", "อ้างอิงท้ายเรื่อง"},
    {"even-footer", "even page footer", "ท้ายกระดาษหน้าคู่"},
    {"even-header", "even page header", "หัวกระดาษหน้าคู่"},
    {"field", "field", "เขตข้อมูล"},
    {"first-footer", "first page footer", "ท้ายกระดาษหน้าแรก"},
    {"first-header", "first page header", "หัวกระดาษหน้าแรก"},
    {"footer", "page footer", "ท้ายกระดาษ"},
    {"footnote", "footnote", "เชิงอรรถ"},
    {"header", "page header", "หัวกระดาษ"},
    {"hyperlink", "hyperlink", "การเชื่อมโยง"},
    {"item", "item", "รายการ"},
    {"page", "page", "หน้า"},
    {"paragraph", "paragraph", "ย่อหน้า"},
    {"part", "part", "ส่วน"},
    {"picture", "picture", "รูปภาพ"},
    {"properties", "document properties", "คุณสมบัติเอกสาร"},
    {"property", "document property", "คุณสมบัติเอกสาร"},
    {"record", "record", "ระเบียน"},
    {"row", "row", "แถว"},
    {"section", "section", "ตอน"},
    {"shape", "shape", "รูปร่าง"},
    {"sheet", "sheet", "แผ่นงาน"},
    {"style", "style", "ลักษณะ"},
    {"table", "table", "ตาราง"},
    {"text-box", "text box", "กล่องข้อความ"},
};
// clang-format on

} // namespace

std::span<const PlaceWord> place_words() {
  return table;
}

} // namespace saraban
