// Words of messages about placing values in templates.
#include "base/messages_table.h"

namespace saraban {
namespace {

// clang-format off
constexpr MessageText table[] = {
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
