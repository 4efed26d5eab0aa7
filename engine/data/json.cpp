// JSON and NDJSON through simdjson, numbers as written, values with their lines and columns.
#include "data/readers.h"

#include "base/utf8.h"

#include <simdjson.h>

#include <cstring>

namespace saraban::data {
namespace {

namespace sj = simdjson::ondemand;

std::string_view trimmed(std::string_view token) {
  const auto end = token.find_last_not_of(" \t\r\n");
  return token.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

/// Builds values from one document; stops at the first fault, which it reports.
class JsonBuilder {
public:
  /// `text` is a part of the file's text that `lines` counts in, `base` its first byte there.
  JsonBuilder(const Reading& reading, Lines& lines, const char* base, std::uint64_t& count)
      : reading_(reading), lines_(lines), base_(base), count_(count) {}

  bool build(sj::value source, int depth, Value& out);
  /// Reports the fault where the document's reader stands, else at `where`.
  bool fail(simdjson::error_code error, const char* where);
  void reads(sj::document& document) { document_ = &document; }

private:
  bool build_list(sj::value source, int depth, List& list);
  bool build_map(sj::value source, int depth, Map& map);
  bool build_scalar(sj::value source, sj::json_type type, std::string_view token, Mark mark,
                    Value& out);
  bool refuse(const char* code, Mark mark, std::uint64_t limit);
  Mark mark_of(const char* at) { return lines_.at(static_cast<std::size_t>(at - base_)); }

  const Reading& reading_;
  Lines& lines_;
  const char* base_;
  std::uint64_t& count_;
  sj::document* document_ = nullptr;
};

bool JsonBuilder::refuse(const char* code, Mark mark, std::uint64_t limit) {
  reading_.error(code, mark, {{"limit", std::to_string(limit)}});
  return false;
}

bool JsonBuilder::fail(simdjson::error_code error, const char* where) {
  const char* stands = nullptr;
  if (document_ != nullptr && !document_->current_location().get(stands)) where = stands;
  const Mark mark = mark_of(where);
  if (error == simdjson::DEPTH_ERROR)
    return refuse("limit-data-depth", mark, static_cast<std::uint64_t>(reading_.limits.data_depth));
  reading_.error("json-malformed", mark, {{"reason", simdjson::error_message(error)}});
  return false;
}

bool JsonBuilder::build(sj::value source, int depth, Value& out) {
  const std::string_view token = trimmed(source.raw_json_token());
  const Mark mark = mark_of(token.data());
  if (++count_ > reading_.limits.data_values)
    return refuse("limit-data-values", mark, reading_.limits.data_values);
  sj::json_type type;
  if (const auto error = source.type().get(type)) return fail(error, token.data());
  if (type != sj::json_type::array && type != sj::json_type::object)
    return build_scalar(source, type, token, mark, out);
  if (depth >= reading_.limits.data_depth)
    return refuse("limit-data-depth", mark, static_cast<std::uint64_t>(reading_.limits.data_depth));
  if (type == sj::json_type::array) {
    out = Value(List(), mark);
    return build_list(source, depth, std::get<List>(out.content()));
  }
  out = Value(Map(), mark);
  return build_map(source, depth, std::get<Map>(out.content()));
}

bool JsonBuilder::build_list(sj::value source, int depth, List& list) {
  const char* here = source.raw_json_token().data();
  sj::array array;
  if (const auto error = source.get_array().get(array)) return fail(error, here);
  for (auto item : array) {
    sj::value value;
    if (const auto error = item.get(value)) return fail(error, here);
    here = value.raw_json_token().data();
    if (!build(value, depth + 1, list.emplace_back())) return false;
  }
  return true;
}

bool JsonBuilder::build_map(sj::value source, int depth, Map& map) {
  const char* here = source.raw_json_token().data();
  sj::object object;
  if (const auto error = source.get_object().get(object)) return fail(error, here);
  MapBuilder builder;
  for (auto member : object) {
    sj::field field;
    if (const auto error = std::move(member).get(field)) return fail(error, here);
    here = field.key().raw();
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return fail(error, here);
    std::string name(key);
    Value value;
    if (!build(field.value(), depth + 1, value)) return false;
    const Mark mark = value.mark();
    if (builder.put(name, std::move(value)))
      reading_.warning("duplicate-key", mark, {{"name", name}});
  }
  map = builder.take();
  return true;
}

bool JsonBuilder::build_scalar(sj::value source, sj::json_type type, std::string_view token,
                               Mark mark, Value& out) {
  switch (type) {
  case sj::json_type::string: {
    std::string_view text;
    if (const auto error = source.get_string().get(text)) return fail(error, token.data());
    out = Value(std::string(text), mark);
    return true;
  }
  case sj::json_type::boolean: {
    bool truth = false;
    if (const auto error = source.get_bool().get(truth)) return fail(error, token.data());
    out = Value(truth, mark);
    return true;
  }
  case sj::json_type::null:
    if (token != "null") return fail(simdjson::N_ATOM_ERROR, token.data());
    out = Value(std::monostate(), mark);
    return true;
  default:
    if (!is_json_number(token)) return fail(simdjson::NUMBER_ERROR, token.data());
    out = Value(Number{std::string(token)}, mark);
    return true;
  }
}

/// The first byte that is not UTF-8; the text's end when all is.
std::size_t first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded d = decode_utf8(text, at);
    if (d.code == 0xFFFD && text.substr(at, d.length) != "\xEF\xBF\xBD") break;
    at += d.length;
  }
  return at;
}

/// Text with room behind it, as simdjson wants; parses documents out of it one after the other.
class JsonReader {
public:
  explicit JsonReader(const Reading& reading)
      : reading_(reading), buffer_(reading.text),
        lines_({buffer_.data(), buffer_.size()}, reading.source) {}

  bool read(std::size_t offset, std::size_t length, Value& out);
  const char* data() const { return buffer_.data(); }

private:
  bool read_document(const char* text, std::size_t length, std::size_t capacity,
                     JsonBuilder& builder, Value& out);

  const Reading& reading_;
  simdjson::padded_string buffer_;
  Lines lines_;
  sj::parser parser_;
  sj::document document_; ///< Of the text being read; the builder points to it.
  std::uint64_t count_ = 0;
};

bool JsonReader::read_document(const char* text, std::size_t length, std::size_t capacity,
                               JsonBuilder& builder, Value& out) {
  const simdjson::padded_string_view view(text, length, capacity);
  if (const auto error = parser_.iterate(view).get(document_)) {
    const bool bytes = error == simdjson::UTF8_ERROR;
    return builder.fail(error, bytes ? text + first_bad_byte({text, length}) : text);
  }
  builder.reads(document_);
  sj::value root;
  if (const auto error = document_.get_value().get(root)) return builder.fail(error, text);
  if (!builder.build(root, 0, out)) return false;
  const char* trailing = text;
  if (document_.current_location().get(trailing) == simdjson::OUT_OF_BOUNDS) return true;
  return builder.fail(simdjson::TRAILING_CONTENT, trailing);
}

bool JsonReader::read(std::size_t offset, std::size_t length, Value& out) {
  const char* text = buffer_.data() + offset;
  const std::string_view whole(text, length);
  const auto first = whole.find_first_not_of(" \t\r\n");
  const bool container = first != whole.npos && (whole[first] == '[' || whole[first] == '{');
  if (container || first == whole.npos) {
    JsonBuilder builder(reading_, lines_, buffer_.data(), count_);
    const std::size_t capacity = buffer_.size() - offset + simdjson::SIMDJSON_PADDING;
    return read_document(text, length, capacity, builder, out);
  }
  // A scalar alone: simdjson gives values only inside a container, so it is read as a list of one.
  const simdjson::padded_string list("[" + std::string(whole) + "]");
  JsonBuilder builder(reading_, lines_, list.data() + 1 - offset, count_);
  Value values;
  if (!read_document(list.data(), list.size(), list.size() + simdjson::SIMDJSON_PADDING, builder,
                     values))
    return false;
  List& items = std::get<List>(values.content());
  if (items.size() != 1) return builder.fail(simdjson::TRAILING_CONTENT, list.data() + 1);
  out = std::move(items[0]);
  return true;
}

std::size_t byte_order_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

} // namespace

Value read_json(const Reading& reading) {
  JsonReader reader(reading);
  Value value;
  const std::size_t start = byte_order_mark(reading.text);
  if (!reader.read(start, reading.text.size() - start, value)) return {};
  return value;
}

Value read_ndjson(const Reading& reading) {
  JsonReader reader(reading);
  List records;
  bool good = true;
  for (std::size_t at = byte_order_mark(reading.text); at < reading.text.size();) {
    const std::size_t end = std::min(reading.text.find('\n', at), reading.text.size());
    const std::string_view line = reading.text.substr(at, end - at);
    if (line.find_first_not_of(" \t\r") != line.npos)
      good = reader.read(at, line.size(), records.emplace_back()) && good;
    at = end + 1;
  }
  return good ? Value(std::move(records), {reading.source, 1, 1}) : Value();
}

} // namespace saraban::data
