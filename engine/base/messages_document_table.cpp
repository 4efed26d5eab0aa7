// Words of messages about reading documents.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
    {"missing-part",
     "the document lacks its part “{part}”",
     "เอกสารไม่มีส่วน “{part}”",
     "",
     ""},
};
// clang-format on

} // namespace

std::span<const MessageText> document_messages() {
  return table;
}

} // namespace saraban
