// Names of months, weekdays and eras.
#pragma once

#include <array>
#include <string_view>

namespace saraban::thai {

inline constexpr std::array<std::string_view, 12> month_names = {
    "มกราคม",  "กุมภาพันธ์", "มีนาคม",  "เมษายน", "พฤษภาคม",  "มิถุนายน",
    "กรกฎาคม", "สิงหาคม",  "กันยายน", "ตุลาคม",  "พฤศจิกายน", "ธันวาคม"};
inline constexpr std::array<std::string_view, 12> month_short_names = {
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.",  "พ.ย.", "ธ.ค."};
inline constexpr std::array<std::string_view, 12> english_month_names = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
inline constexpr std::array<std::string_view, 7> weekday_names = {
    "อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์",
};
inline constexpr std::array<std::string_view, 7> weekday_short_names = {"อา.", "จ.", "อ.", "พ.",
                                                                        "พฤ.", "ศ.", "ส."};

/// The Buddhist year is ahead by this; by one less in January to March before 1941.
inline constexpr int buddhist_offset = 543;

} // namespace saraban::thai
