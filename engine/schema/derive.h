// JSON Schema of a template, and data to try it with, from what the template asks for.
#pragma once

#include "data/value.h"

#include <string>
#include <vector>

namespace saraban::schema {

/// One value that a template asks for.
struct Asked {
  std::string path; ///< "ผู้ลงนาม.ชื่อ", "รายการ[].จำนวน"
  std::vector<std::string> filters; ///< That it goes through: they tell its type.
  bool is_list = false;
  std::vector<std::string> choices; ///< Where it must be one of them.
};

/// JSON Schema 2020-12: objects, lists and values with types, titles, and what is required: what no
/// filter has an answer for when it is missing.
data::Value derive(const std::vector<Asked>& asked, const std::string& title);

/// Data that a schema describes: its examples, else the first of what is allowed, else something of
/// the type. Lists have two items.
data::Value sample(const data::Value& schema);

/// `over` where both say something, member by member.
data::Value merged(const data::Value& under, const data::Value& over);

} // namespace saraban::schema
