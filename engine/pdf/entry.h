// What a field is to hold: a value of the data as the field's kind takes it.
#pragma once

#include "data/value.h"
#include "pdf/fields.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace saraban::pdf {

struct Entry {
  std::size_t field = 0;             ///< Index into FormFields::fields.
  std::string text;                  ///< Of text fields, and of combo boxes that take any text.
  std::string shown;                 ///< The same as it is drawn: number and date formats applied.
  std::vector<std::size_t> selected; ///< Options of choice fields, ascending.
  bool is_option = false;            ///< `selected` counts, not `text`.
  std::string state;                 ///< Of buttons, with its slash: "/Off" for none.
  std::optional<std::size_t> widget; ///< Only this one is on; none: all that have the state.
  std::string raw;                   ///< The data value as JSON; "" where it is the text.
};

/// Nothing after a reported fault, and for push buttons and signatures.
std::optional<Entry> entry_for(const Field& field, const data::Value& value, const Location& where,
                               Diagnostics& diagnostics);
/// The value as JSON; maps too.
std::string json_of(const data::Value& value);
/// Text of a value that is no list and no map; nothing for those.
std::optional<std::string> plain_text(const data::Value& value);

} // namespace saraban::pdf
