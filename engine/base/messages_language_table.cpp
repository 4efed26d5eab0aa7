// Words of messages about tags, expressions and filters.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"limit-steps",
     "filling takes more than {limit} steps",
     "การเติมข้อมูลใช้เกิน {limit} ขั้น",
     "does a loop repeat without end?",
     "ตรวจว่ามีการวนซ้ำไม่สิ้นสุดหรือไม่"},
    {"missing-value",
     "there is no “{name}” in the data",
     "ไม่มี “{name}” ในข้อมูล",
     "did you mean “{nearest}”?",
     "หมายถึง “{nearest}” หรือไม่"},
    {"unclosed-tag",
     "the tag is not closed",
     "แท็กไม่ปิด",
     "close it with {closing}",
     "ปิดด้วย {closing}"},
    {"unknown-filter",
     "no filter “{name}”",
     "ไม่มีตัวกรอง “{name}”",
     "did you mean “{nearest}”?",
     "หมายถึง “{nearest}” หรือไม่"},
    {"unknown-test",
     "no test “{name}”",
     "ไม่มีการทดสอบ “{name}”",
     "did you mean “{nearest}”?",
     "หมายถึง “{nearest}” หรือไม่"},
};
// clang-format on

} // namespace

std::span<const MessageText> language_messages() {
  return table;
}

} // namespace saraban
