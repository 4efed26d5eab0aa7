// Words of messages about jobs and the command line.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"fillable-needs-pdf",
     "a form to fill in on screen is a PDF",
     "แบบที่กรอกในจอต้องเป็น PDF",
     "name the output .pdf; for a form to write on, use --blank",
     "ตั้งชื่อผลลัพธ์เป็น .pdf หรือใช้ --blank สำหรับแบบที่เขียนด้วยมือ"},
    {"internal",
     "an error inside the program: {reason}",
     "ข้อผิดพลาดภายในโปรแกรม: {reason}",
     "please report it with the template and the data",
     "โปรดแจ้งพร้อมแม่แบบและข้อมูล"},
    {"malformed-date",
     "“{text}” is not a date",
     "“{text}” ไม่ใช่วันที่",
     "write it as 2025-11-20",
     "เขียนเช่น 2025-11-20"},
    {"malformed-page-range",
     "“{text}” is not a range of pages",
     "“{text}” ไม่ใช่ช่วงหน้า",
     "write it as 2, 2-3 or 1,4-6",
     "เขียนเช่น 2 หรือ 2-3 หรือ 1,4-6"},
    {"no-such-page",
     "the document has {pages} pages; none is in the range “{range}”",
     "เอกสารมี {pages} หน้า ไม่มีหน้าใดอยู่ในช่วง “{range}”",
     "",
     ""},
    {"not-a-text-document",
     "this holds no text document that can be a template",
     "ไฟล์นี้ไม่ใช่เอกสารข้อความที่ใช้เป็นแม่แบบได้",
     "use a .docx, .odt or .fodt file",
     "ใช้ไฟล์ .docx .odt หรือ .fodt"},
    {"other-document-format",
     "a {template} template cannot be saved as {output}",
     "แม่แบบ {template} บันทึกเป็น {output} ไม่ได้",
     "use {template} or .pdf for the output, or convert the template first",
     "ใช้ผลลัพธ์เป็น {template} หรือ .pdf หรือแปลงแม่แบบก่อน"},
    {"out-of-memory",
     "not enough memory",
     "หน่วยความจำไม่พอ",
     "",
     ""},
    {"pdf-makes-pdf",
     "a PDF template is filled as it is: only a .pdf can be made of it",
     "แม่แบบ PDF ถูกกรอกตามที่เป็นอยู่ จึงสร้างได้แต่ไฟล์ .pdf",
     "",
     ""},
    {"two-rows-one-file",
     "rows {first} and {second} both make “{path}”",
     "แถว {first} และ {second} สร้างไฟล์ “{path}” ซ้ำกัน",
     "put a value that differs into the name",
     "ใส่ค่าที่ต่างกันในชื่อไฟล์"},
    {"unknown-output-format",
     "the kind of output cannot be told from the name",
     "บอกชนิดของผลลัพธ์จากชื่อไฟล์ไม่ได้",
     "use {known}",
     "ใช้ {known}"},
    {"unknown-template-format",
     "templates of this kind cannot be read",
     "อ่านแม่แบบชนิดนี้ไม่ได้",
     "use .docx, .odt or .fodt",
     "ใช้ .docx .odt หรือ .fodt"},
    {"unsafe-output-name",
     "the name “{path}” leaves the folder of the results",
     "ชื่อ “{path}” อยู่นอกโฟลเดอร์ผลลัพธ์",
     "",
     ""},
};
// clang-format on

} // namespace

std::span<const MessageText> job_messages() {
  return table;
}

} // namespace saraban
