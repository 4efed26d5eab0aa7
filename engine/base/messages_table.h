// The tables of messages by what they are about; messages.cpp makes one sorted table of them.
#pragma once

#include "base/messages.h"

#include <span>

namespace saraban {

/// Each entry: code, English, Thai, English hint, Thai hint; sorted by code. {name} is replaced by
/// that argument; a hint whose argument is absent or empty is not shown.
std::span<const MessageText> files_messages();
std::span<const MessageText> data_messages();
std::span<const MessageText> language_messages();
std::span<const MessageText> fill_messages();
std::span<const MessageText> document_messages();
std::span<const MessageText> layout_messages();
std::span<const MessageText> job_messages();
std::span<const MessageText> pdf_messages();
std::span<const MessageText> flat_messages();
std::span<const MessageText> clerk_messages();

} // namespace saraban
