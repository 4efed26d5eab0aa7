// Words for the enumerations of pages, as printed and parsed.
#pragma once

#include "page/page.h"

#include <array>
#include <optional>
#include <string_view>

namespace saraban::page {

inline constexpr std::array<std::string_view, 22> role_names{
    "artifact", "paragraph", "heading1",    "heading2",  "heading3", "heading4",
    "heading5", "heading6",  "list",        "list-item", "label",    "list-body",
    "table",    "row",       "header-cell", "cell",      "figure",   "link",
    "note",     "section",   "caption",     "form"};
inline constexpr std::array<std::string_view, 6> dash_names{"solid",    "dotted",       "dashed",
                                                            "dot-dash", "dot-dot-dash", "wave"};
inline constexpr std::array<std::string_view, 7> field_names{
    "text", "multiline", "check-box", "radio", "choice", "date", "signature"};

inline constexpr std::array<std::string_view, 3> alignment_names{"left", "center", "right"};

template <typename Enum, std::size_t Count>
constexpr std::string_view name_of(const std::array<std::string_view, Count>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t Count>
constexpr std::optional<Enum> named(const std::array<std::string_view, Count>& names,
                                    std::string_view name) {
  for (std::size_t i = 0; i < Count; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

} // namespace saraban::page
