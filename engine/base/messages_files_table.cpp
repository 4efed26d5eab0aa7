// Words of messages about files, containers and XML parts.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"cannot-read",
     "cannot read the file: {reason}",
     "อ่านไฟล์ไม่ได้: {reason}",
     "",
     ""},
    {"cannot-write",
     "cannot write the file: {reason}",
     "เขียนไฟล์ไม่ได้: {reason}",
     "",
     ""},
    {"limit-file-size",
     "the file is larger than {limit} bytes",
     "ไฟล์ใหญ่กว่า {limit} ไบต์",
     "",
     ""},
    {"limit-xml-depth",
     "XML elements are nested deeper than {limit} levels",
     "องค์ประกอบ XML ซ้อนกันลึกกว่า {limit} ชั้น",
     "",
     ""},
    {"limit-xml-nodes",
     "the XML holds more than {limit} elements and attributes",
     "XML มีองค์ประกอบและคุณลักษณะเกิน {limit} รายการ",
     "",
     ""},
    {"limit-zip-entries",
     "the container holds more than {limit} files",
     "ไฟล์บีบอัดมีไฟล์ย่อยเกิน {limit} ไฟล์",
     "",
     ""},
    {"limit-zip-entry-size",
     "“{part}” inflates to more than {limit} bytes",
     "“{part}” ขยายแล้วใหญ่กว่า {limit} ไบต์",
     "",
     ""},
    {"limit-zip-ratio",
     "“{part}” inflates to more than {limit} times its size",
     "“{part}” ขยายแล้วใหญ่กว่าเดิมเกิน {limit} เท่า",
     "",
     ""},
    {"limit-zip-total-size",
     "the container inflates to more than {limit} bytes",
     "ไฟล์บีบอัดขยายแล้วใหญ่กว่า {limit} ไบต์",
     "",
     ""},
    {"not-a-zip",
     "this is not a document container (ZIP): {reason}",
     "ไฟล์นี้ไม่ใช่เอกสารแบบ ZIP: {reason}",
     "is it a .doc renamed to .docx? save it anew as .docx",
     "หากเป็นไฟล์ .doc ที่เปลี่ยนนามสกุล ให้บันทึกใหม่เป็น .docx"},
    {"xml-dtd",
     "the part declares a document type (DTD), which is refused",
     "ส่วนนี้มีการประกาศชนิดเอกสาร (DTD) ซึ่งไม่อนุญาต",
     "",
     ""},
    {"xml-malformed",
     "the XML is damaged: {reason}",
     "XML เสียหาย: {reason}",
     "",
     ""},
    {"zip-damaged",
     "the container is damaged at “{part}”: {reason}",
     "ไฟล์บีบอัดเสียหายที่ “{part}”: {reason}",
     "",
     ""},
    {"zip-encrypted",
     "the document is protected by a password",
     "เอกสารถูกป้องกันด้วยรหัสผ่าน",
     "save it without a password",
     "บันทึกใหม่โดยไม่ใส่รหัสผ่าน"},
    {"zip-unsafe-name",
     "the container holds a file with an unsafe name: “{part}”",
     "ไฟล์บีบอัดมีชื่อไฟล์ย่อยที่ไม่ปลอดภัย: “{part}”",
     "",
     ""},
};
// clang-format on

} // namespace

std::span<const MessageText> files_messages() {
  return table;
}

} // namespace saraban
