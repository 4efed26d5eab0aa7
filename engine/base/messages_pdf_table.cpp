// Words of messages about PDF files and their forms.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"not-a-pdf",
     "this is not a PDF file: {reason}",
     "ไม่ใช่ไฟล์ PDF: {reason}",
     "",
     ""},
    {"pdf-changing-forbidden",
     "the file is protected: its owner does not permit changing its pages",
     "ไฟล์มีการป้องกัน เจ้าของไม่อนุญาตให้แก้ไขหน้า",
     "give the owner's password with --password",
     "ระบุรหัสผ่านของเจ้าของด้วย --password"},
    {"pdf-damaged",
     "the file is damaged and was read as well as it could be: {reason}",
     "ไฟล์ชำรุด อ่านเท่าที่อ่านได้: {reason}",
     "",
     ""},
    {"pdf-extracting-forbidden",
     "the file is protected: its owner does not permit taking text out of it",
     "ไฟล์มีการป้องกัน เจ้าของไม่อนุญาตให้ดึงข้อความออก",
     "give the owner's password with --password",
     "ระบุรหัสผ่านของเจ้าของด้วย --password"},
    {"pdf-filling-forbidden",
     "the file is protected: its owner does not permit filling its form",
     "ไฟล์มีการป้องกัน เจ้าของไม่อนุญาตให้กรอกแบบฟอร์ม",
     "give the owner's password with --password",
     "ระบุรหัสผ่านของเจ้าของด้วย --password"},
    {"pdf-password",
     "the file is encrypted",
     "ไฟล์เข้ารหัสไว้",
     "give its password with --password",
     "ระบุรหัสผ่านด้วย --password"},
    {"pdf-unreadable",
     "the file cannot be read as a PDF: {reason}",
     "อ่านไฟล์เป็น PDF ไม่ได้: {reason}",
     "",
     ""},
    {"pdf-wrong-password",
     "the password does not open the file",
     "รหัสผ่านนี้เปิดไฟล์ไม่ได้",
     "",
     ""},
};
// clang-format on

} // namespace

std::span<const MessageText> pdf_messages() {
  return table;
}

} // namespace saraban
