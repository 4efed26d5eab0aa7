// Words of messages about reading documents.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"document-text",
     "this line of a document's text form cannot be read",
     "อ่านบรรทัดนี้ของเอกสารรูปแบบข้อความไม่ได้",
     "",
     ""},
    {"missing-part",
     "the document lacks its part “{part}”",
     "เอกสารไม่มีส่วน “{part}”",
     "",
     ""},
    {"not-drawn",
     "{what} is not drawn",
     "ไม่ได้วาด {what}",
     "",
     ""},
    {"odf-encrypted",
     "the document is encrypted and cannot be opened",
     "เอกสารถูกเข้ารหัสไว้ จึงเปิดไม่ได้",
     "save it without a password",
     "บันทึกเอกสารโดยไม่ใส่รหัสผ่าน"},
};
// clang-format on

} // namespace

std::span<const MessageText> document_messages() {
  return table;
}

} // namespace saraban
