// Fonts of a PDF read from their dictionaries.
#include "pdf/scan/font.h"

#include "base/utf8.h"
#include "pdf/scan/bounded_stream.h"
#include "pdf/scan/standard_widths_table.h"

#include <algorithm>
#include <cmath>

namespace saraban::pdf::scan {
namespace {

constexpr std::size_t most_cmap_bytes = 8u << 20;
constexpr std::size_t most_widths = 70'000;
constexpr double unknown_width = 0.55;

double number_of(QPDFObjectHandle handle, double otherwise) {
  if (!handle.isNumber()) return otherwise;
  const double value = handle.getNumericValue();
  return std::isfinite(value) && std::abs(value) < 1e6 ? value : otherwise;
}

std::string name_of(QPDFObjectHandle handle) {
  return handle.isName() ? handle.getName().substr(1) : "";
}

const StandardWidths* standard_widths(const FontName& name) {
  const std::string& family = name.family;
  if (family.starts_with("Helvetica") || family.starts_with("Arial"))
    return name.bold ? &helvetica_bold_widths : &helvetica_widths;
  if (family.starts_with("Times"))
    return name.bold ? (name.italic ? &times_bold_italic_widths : &times_bold_widths)
                     : (name.italic ? &times_italic_widths : &times_widths);
  return nullptr;
}

double standard_width(const StandardWidths* table, const FontName& name, const std::string& text) {
  if (name.family.starts_with("Courier")) return 0.6;
  const char32_t code = decode_utf8(text, 0).code;
  if (table == nullptr || code < 0x20) return unknown_width;
  static constexpr char32_t others[] = {0x2026, 0x2013, 0x2014, 0x2018,
                                        0x2019, 0x201C, 0x201D, 0x2022};
  std::size_t index = code - 0x20;
  if (code > 0xFF)
    index = 224 + static_cast<std::size_t>(std::find(std::begin(others), std::end(others), code) -
                                           std::begin(others));
  if (index >= table->size() || (*table)[index] == 0) return unknown_width;
  return (*table)[index] / 1000.0;
}

/// The widths of Type 3 fonts are in units of their own matrix.
double width_unit(QPDFObjectHandle font) {
  QPDFObjectHandle matrix = font.getKey("/FontMatrix");
  const bool own = font.getKey("/Subtype").isNameAndEquals("/Type3");
  if (!own || !matrix.isArray() || matrix.getArrayNItems() < 1) return 0.001;
  return std::abs(number_of(matrix.getArrayItem(0), 0.001));
}

SimpleFont read_simple(QPDFObjectHandle font, const Font& read) {
  SimpleFont simple;
  simple.encoding = encoding_of(font, read.base_font);
  QPDFObjectHandle widths = font.getKey("/Widths"), descriptor = font.getKey("/FontDescriptor");
  const double unit = width_unit(font);
  const StandardWidths* table = standard_widths(read.name);
  for (std::size_t code = 0; code < 256; ++code)
    simple.widths[code] = standard_width(table, read.name, simple.encoding[code]);
  if (!widths.isArray()) return simple;
  const double missing =
      descriptor.isDictionary() ? number_of(descriptor.getKey("/MissingWidth"), 0) : 0;
  simple.widths.fill(missing * unit);
  const int first = static_cast<int>(number_of(font.getKey("/FirstChar"), 0));
  const int count = std::min(widths.getArrayNItems(), 256);
  for (int i = 0; i < count; ++i)
    if (const int code = first + i; code >= 0 && code < 256)
      simple.widths[static_cast<std::size_t>(code)] = number_of(widths.getArrayItem(i), 0) * unit;
  return simple;
}

/// ISO 32000-1, 9.7.4.3: c [w1 w2 …] and c_first c_last w.
void read_widths(QPDFObjectHandle list, CompositeFont& font) {
  const int count = list.isArray() ? list.getArrayNItems() : 0;
  for (int i = 0; i + 1 < count && font.widths.size() < most_widths;) {
    const auto first =
        static_cast<std::uint32_t>(std::clamp(number_of(list.getArrayItem(i), 0), 0.0, 65535.0));
    QPDFObjectHandle second = list.getArrayItem(i + 1);
    if (second.isArray()) {
      const int items = std::min(second.getArrayNItems(), 65536);
      for (int k = 0; k < items; ++k)
        font.widths[first + static_cast<std::uint32_t>(k)] =
            number_of(second.getArrayItem(k), 1000) / 1000;
      i += 2;
      continue;
    }
    const auto last = static_cast<std::uint32_t>(std::clamp(number_of(second, 0), 0.0, 65535.0));
    const double width = i + 2 < count ? number_of(list.getArrayItem(i + 2), 1000) / 1000 : 1;
    for (std::uint32_t cid = first; cid <= last && font.widths.size() < most_widths; ++cid)
      font.widths[cid] = width;
    i += 3;
  }
}

CompositeFont read_composite(QPDFObjectHandle font, Font& read) {
  CompositeFont composite;
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  const std::string name = name_of(encoding);
  read.vertical = name.ends_with("-V") || name == "V";
  if (name.find("UCS2") != std::string::npos || name.find("UTF16") != std::string::npos)
    composite.codes = CodesAre::utf16;
  if (encoding.isStream()) {
    composite.codes = CodesAre::in_cmap;
    composite.encoding = CMap::parse(stream_bytes(encoding, most_cmap_bytes));
  }
  QPDFObjectHandle list = font.getKey("/DescendantFonts");
  QPDFObjectHandle descendant =
      list.isArray() && list.getArrayNItems() > 0 ? list.getArrayItem(0) : list;
  if (!descendant.isDictionary()) return composite;
  composite.default_width = number_of(descendant.getKey("/DW"), 1000) / 1000;
  read_widths(descendant.getKey("/W"), composite);
  return composite;
}

std::string utf16_text(std::uint32_t code) {
  std::string text;
  append_utf8(text, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
  return text;
}

Shown shown(const Font& font, const CompositeFont& composite, std::uint32_t code) {
  Shown out;
  const auto text = font.to_unicode.text(code);
  if (text)
    out.text = *text;
  else
    out.text = composite.codes == CodesAre::utf16 ? utf16_text(code) : "\uFFFD";
  std::uint32_t cid = code;
  if (composite.codes == CodesAre::in_cmap) cid = composite.encoding.cid(code).value_or(code);
  const auto width = composite.widths.find(cid);
  out.width = width == composite.widths.end() ? composite.default_width : width->second;
  return out;
}

void decode_composite(const Font& font, const CompositeFont& composite, std::string_view bytes,
                      const std::function<void(const Shown&)>& show) {
  while (!bytes.empty()) {
    std::size_t length = 0;
    if (composite.codes == CodesAre::in_cmap) length = composite.encoding.code_length(bytes);
    if (length == 0) length = std::min<std::size_t>(2, bytes.size());
    std::uint32_t code = 0;
    for (const char c : bytes.substr(0, length)) code = code << 8 | static_cast<unsigned char>(c);
    Shown out = shown(font, composite, code);
    out.space = length == 1 && code == 32;
    show(out);
    bytes.remove_prefix(length);
  }
}

void decode_simple(const Font& font, const SimpleFont& simple, std::string_view bytes,
                   const std::function<void(const Shown&)>& show) {
  for (const char c : bytes) {
    const auto code = static_cast<unsigned char>(c);
    Shown out;
    out.text = sign_of(font.base_font, code);
    if (out.text.empty()) out.text = font.to_unicode.text(code).value_or("");
    if (out.text.empty()) out.text = simple.encoding[code];
    if (out.text.empty()) out.text = code == 0xA0 || code == 32 ? " " : "\uFFFD";
    out.width = simple.widths[code];
    out.space = code == 32;
    show(out);
  }
}

} // namespace

std::shared_ptr<const Font> read_font(const QPDFObjectHandle& dictionary) {
  auto font = std::make_shared<Font>();
  QPDFObjectHandle handle = dictionary;
  if (!handle.isDictionary()) return font;
  font->base_font = name_of(handle.getKey("/BaseFont"));
  font->name = font_name(font->base_font);
  QPDFObjectHandle to_unicode = handle.getKey("/ToUnicode");
  if (to_unicode.isStream())
    font->to_unicode = CMap::parse(stream_bytes(to_unicode, most_cmap_bytes));
  if (handle.getKey("/Subtype").isNameAndEquals("/Type0"))
    font->kind = read_composite(handle, *font);
  else
    font->kind = read_simple(handle, *font);
  return font;
}

void decode(const Font& font, std::string_view bytes,
            const std::function<void(const Shown&)>& show) {
  if (const auto* simple = std::get_if<SimpleFont>(&font.kind))
    decode_simple(font, *simple, bytes, show);
  else
    decode_composite(font, std::get<CompositeFont>(font.kind), bytes, show);
}

} // namespace saraban::pdf::scan
