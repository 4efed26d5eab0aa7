// Words of messages about data files.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"assignment-malformed",
     "“{text}” is not of the form KEY=VALUE",
     "“{text}” ไม่อยู่ในรูป KEY=VALUE",
     "",
     ""},
    {"csv-malformed",
     "the table is damaged: {reason}",
     "ตารางเสียหาย: {reason}",
     "",
     ""},
    {"csv-row-too-long",
     "the row has {cells} cells, the heading has {columns}",
     "แถวนี้มี {cells} ช่อง แต่หัวตารางมี {columns} ช่อง",
     "put quotes around text that holds the separator “{separator}”",
     "ใส่เครื่องหมายคำพูดรอบข้อความที่มีตัวคั่น “{separator}”"},
    {"data-encoding",
     "the text is neither UTF-8 nor a Thai encoding",
     "ข้อความไม่ใช่ UTF-8 หรือรหัสภาษาไทย",
     "save the file as UTF-8",
     "บันทึกไฟล์เป็น UTF-8"},
    {"data-not-a-map",
     "the data is a {kind}; a document is filled from named values",
     "ข้อมูลเป็น{kind} แต่เอกสารต้องใช้ข้อมูลที่มีชื่อ",
     "begin the file with a name: “key: value”",
     "ขึ้นต้นไฟล์ด้วยชื่อ เช่น “ชื่อ: ค่า”"},
    {"duplicate-key",
     "“{name}” stands twice; the later value counts",
     "“{name}” ซ้ำกัน ใช้ค่าหลัง",
     "",
     ""},
    {"json-malformed",
     "the JSON is damaged: {reason}",
     "JSON ผิดรูปแบบ: {reason}",
     "",
     ""},
    {"limit-data-depth",
     "the data is nested deeper than {limit} levels",
     "ข้อมูลซ้อนกันลึกกว่า {limit} ชั้น",
     "",
     ""},
    {"limit-data-values",
     "the data holds more than {limit} values",
     "ข้อมูลมีค่าเกิน {limit} ค่า",
     "",
     ""},
    {"limit-number-digits",
     "a number has more than {limit} digits",
     "ตัวเลขยาวเกิน {limit} หลัก",
     "",
     ""},
    {"unknown-data-format",
     "the kind of data cannot be told from the name",
     "บอกชนิดของข้อมูลจากชื่อไฟล์ไม่ได้",
     "use .json, .ndjson, .yaml, .yml, .csv or .xlsx",
     "ใช้ .json .ndjson .yaml .yml .csv หรือ .xlsx"},
    {"xlsx-malformed",
     "the workbook is damaged: {reason}",
     "ไฟล์ตารางคำนวณเสียหาย: {reason}",
     "",
     ""},
    {"yaml-alias",
     "YAML aliases (*name) expand to more than {limit} values",
     "ชื่อแทนใน YAML (*name) ขยายเกิน {limit} ค่า",
     "",
     ""},
    {"yaml-malformed",
     "the YAML is damaged: {reason}",
     "YAML ผิดรูปแบบ: {reason}",
     "",
     ""},
};
// clang-format on

} // namespace

std::span<const MessageText> data_messages() {
  return table;
}

} // namespace saraban
