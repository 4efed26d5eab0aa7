// What a tag is in a form that is printed blank or filled in on screen.
#pragma once

#include "language/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace saraban::language {

/// A place to fill in.
struct FormField {
  enum class Kind { text, multiline, check_box, radio, choice, date, picture };
  Kind kind = Kind::text;
  /// Of its data: "รายการ[0].ชื่อ". With "#" at its end the text is made of that value and does not
  /// give it back; with "##" it is made of more than one value.
  std::string path;
  /// The tag that makes its text of the data at `path`: "{{ งบ | bahttext }}"; empty for the value
  /// as it is.
  std::string expression;
  std::string choice; ///< Of radio('…') and check('…'): what it stands for.
  std::vector<std::string> options;
  std::optional<Blank> blank; ///< As blank(…) says.
  std::optional<Value> value; ///< What stands in it; of boxes a CheckBox.
  std::string json;           ///< The data's value; empty when there is none.
  Length width, height;       ///< Of a picture.
};

/// A field, or what does not depend on the data.
using FormPart = std::variant<Value, FormField>;

/// The path with the markers of FormField::path taken off.
std::string_view plain_path(std::string_view path);

} // namespace saraban::language
