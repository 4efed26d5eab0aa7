// Strings and names of PDF files as UTF-8.
#include "base/utf8.h"
#include "pdf/fields.h"

#include <algorithm>
#include <cmath>

namespace saraban::pdf {
namespace {

constexpr std::size_t longest_text = 8u << 20;

/// U+001B language U+001B (ISO 32000-1, 7.9.2.2).
std::string without_escapes(const std::string& text) {
  constexpr char escape = '\x1B';
  if (text.find(escape) == std::string::npos) return text;
  std::string out;
  bool inside = false;
  for (const char c : text) {
    if (c == escape)
      inside = !inside;
    else if (!inside)
      out += c;
  }
  return out;
}

std::string latin1_text(const std::string& bytes) {
  std::string out;
  for (const char c : bytes) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

std::string stream_text(QPDFObjectHandle stream) {
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  const std::size_t size = std::min(data->getSize(), longest_text);
  return QPDFObjectHandle::newString(
             std::string(reinterpret_cast<const char*>(data->getBuffer()), size))
      .getUTF8Value();
}

} // namespace

std::string text_of(QPDFObjectHandle object) {
  if (object.isString()) return without_escapes(object.getUTF8Value());
  if (object.isName()) return name_text(object.getName());
  if (object.isStream()) return without_escapes(stream_text(object));
  if (object.isInteger()) return std::to_string(object.getIntValue());
  if (object.isReal()) return object.getRealValue();
  if (object.isBool()) return object.getBoolValue() ? "true" : "false";
  return {};
}

std::string name_text(const std::string& name) {
  std::string bytes = name.starts_with('/') ? name.substr(1) : name;
  std::erase(bytes, '\0'); // qpdf marks a "#" that stands for itself with one
  return is_valid_utf8(bytes) ? bytes : latin1_text(bytes);
}

std::optional<QPDFObjectHandle::Rectangle> rectangle_of(QPDFObjectHandle dictionary,
                                                        const char* key) {
  constexpr double farthest = 1e6;
  QPDFObjectHandle array = dictionary.getKey(key);
  if (!array.isRectangle()) return std::nullopt;
  QPDFObjectHandle::Rectangle r = array.getArrayAsRectangle();
  for (const double n : {r.llx, r.lly, r.urx, r.ury})
    if (!std::isfinite(n) || std::abs(n) > farthest) return std::nullopt;
  if (r.llx > r.urx) std::swap(r.llx, r.urx);
  if (r.lly > r.ury) std::swap(r.lly, r.ury);
  return r;
}

} // namespace saraban::pdf
