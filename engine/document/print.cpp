// Prints a document as indented text.
#include "document/print.h"

#include "document/base64.h"
#include "document/fields.h"
#include "document/names.h"

#include <charconv>
#include <type_traits>

namespace saraban::document {
namespace {

template <class T>
concept HasFields = requires {
  sizeof(Fields<T>);
};
template <class T>
concept HasNames = std::is_enum_v<T>;

void put_integer(std::string& out, std::int64_t n) {
  char buffer[24];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, n).ptr);
}

void put(std::string& out, bool value) {
  out += value ? "yes" : "no";
}
template <class T>
requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) void put(std::string& out, T value) {
  put_integer(out, static_cast<std::int64_t>(value));
}

/// "14.5pt" when exact to a hundredth, else EMU.
void put(std::string& out, Length value) {
  if (value.emu % 127 != 0) return put_integer(out, value.emu), void(out += "emu");
  const std::int64_t hundredths = value.emu / 127;
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  if (hundredths < 0) out += '-';
  put_integer(out, size / 100);
  if (const auto part = size % 100; part != 0) {
    out += '.';
    out += static_cast<char>('0' + part / 10);
    if (part % 10 != 0) out += static_cast<char>('0' + part % 10);
  }
  out += "pt";
}

void put(std::string& out, Color value) {
  static constexpr char digits[] = "0123456789ABCDEF";
  const auto byte = [&](std::uint8_t b) { out += digits[b >> 4], out += digits[b & 15]; };
  out += '#';
  byte(value.red), byte(value.green), byte(value.blue);
  if (value.alpha != 255) byte(value.alpha);
}

void put(std::string& out, const std::string& value) {
  static constexpr char digits[] = "0123456789ABCDEF";
  out += '"';
  for (const char c : value) {
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += "\\x", out += digits[(c >> 4) & 15], out += digits[c & 15];
    else
      out += c;
  }
  out += '"';
}

void put(std::string& out, const std::shared_ptr<const std::string>& bytes) {
  out += '"';
  if (bytes) out += to_base64(*bytes);
  out += '"';
}

template <HasNames T>
void put(std::string& out, T value) {
  const auto index = static_cast<std::size_t>(value);
  out += index < Names<T>::values.size() ? Names<T>::values[index] : "?";
}

void put(std::string& out, const Origin& origin) {
  put_integer(out, origin.part), out += ':', put_integer(out, origin.paragraph);
}

/// As in SVG: "M 0 0 L 100000 0 Z".
void put(std::string& out, const std::vector<PathSegment>& path) {
  out += '"';
  for (const auto& s : path) {
    if (&s != path.data()) out += ' ';
    out += "MLCZ"[static_cast<int>(s.kind)];
    if (s.kind == PathSegment::Kind::close) continue;
    if (s.kind == PathSegment::Kind::curve)
      for (const auto n : {s.x1, s.y1, s.x2, s.y2}) out += ' ', put_integer(out, n);
    for (const auto n : {s.x, s.y}) out += ' ', put_integer(out, n);
  }
  out += '"';
}

template <HasFields T>
void put(std::string& out, const T& value);
template <class T>
void put(std::string& out, const std::vector<T>& values);

void put(std::string& out, const std::pair<std::string, std::string>& value) {
  put(out, value.first), out += '/', put(out, value.second);
}
template <class T>
void put(std::string& out, const std::vector<T>& values) {
  out += '[';
  for (const auto& value : values) {
    if (&value != values.data()) out += ' ';
    put(out, value);
  }
  out += ']';
}
template <class T>
void put(std::string& out, const std::optional<T>& value) {
  if (value) put(out, *value);
}

/// A value's text, or nothing where it equals the default's.
template <class T>
std::string text_of(const T& value, const T& standard) {
  std::string text, other;
  put(text, value), put(other, standard);
  return text == other ? std::string() : text;
}

/// Visits the fields that stand on the line itself.
template <class T>
struct Items {
  std::string& out;
  const T& value;
  bool first = true;
  ImageBytes images = ImageBytes::base64;

  template <class M>
  void operator()(std::string_view name, M T::*member) {
    if constexpr (!is_line<M>) {
      static const T standard{};
      std::string text;
      if constexpr (std::is_same_v<M, std::shared_ptr<const std::string>>) {
        if (images == ImageBytes::omitted) return;
      }
      text = text_of(value.*member, standard.*member);
      if (text.empty()) return;
      if (!first) out += ' ';
      first = false;
      if (std::is_same_v<M, bool> && text == "yes") return void(out += name);
      if (!name.empty()) out += name, out += '=';
      out += text;
    }
  }
};

template <HasFields T>
void put(std::string& out, const T& value) {
  out += '{';
  Fields<T>::visit(Items<T>{out, value});
  out += '}';
}

/// Prints lines, each below its owner.
class Printer {
public:
  explicit Printer(ImageBytes images) : images_(images) {}

  template <class T>
  void line(std::string_view keyword, const T& value, int index = -1) {
    begin(keyword);
    if (index >= 0) out_ += ' ', put_integer(out_, index);
    Fields<T>::visit(Items<T>{out_, value, false, images_});
    out_ += '\n';
    children(value);
  }

  template <class T>
  void children(const T& value) {
    ++depth_;
    Fields<T>::visit([&]<class M>(std::string_view name, M T::*member) {
      if constexpr (is_line<M>) child(name, value.*member);
    });
    --depth_;
  }

  void document(const Document& value) {
    out_ += "document";
    Fields<Document>::visit(Items<Document>{out_, value, false});
    out_ += '\n';
    children(value);
  }

  std::string take() { return std::move(out_); }

private:
  void begin(std::string_view keyword) {
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    out_ += keyword;
  }

  template <class T>
  void child(std::string_view name, const T& value) {
    line(name, value);
  }
  template <class T>
  void child(std::string_view name, const std::vector<T>& values) {
    int index = 0;
    for (const auto& value : values) line(name, value, is_numbered<T> ? index++ : -1);
  }
  void child(std::string_view name, const std::vector<Block>& blocks) {
    if (blocks.empty()) return;
    if (name.empty()) return put_blocks(blocks);
    begin(name), out_ += '\n';
    ++depth_, put_blocks(blocks), --depth_;
  }
  void child(std::string_view name, const Story& story) {
    if (!story) return;
    begin(name), out_ += '\n';
    ++depth_, put_blocks(*story), --depth_;
  }
  void child(std::string_view, const std::vector<Inline>& inlines) {
    for (const auto& item : inlines)
      std::visit([&](const auto& what) { line(inline_keywords[item.index()], what); }, item);
  }
  void child(std::string_view, const DrawingContent& content) {
    std::visit([&](const auto& what) { line(drawing_keywords[content.index()], what); }, content);
  }
  void put_blocks(const std::vector<Block>& blocks) {
    for (const auto& block : blocks)
      std::visit([&](const auto& what) { line(block_keywords[block.content.index()], what); },
                 block.content);
  }

  ImageBytes images_;
  int depth_ = -1;
  std::string out_;
};

} // namespace

std::string print(const Document& document, ImageBytes images) {
  Printer printer(images);
  printer.document(document);
  return printer.take();
}

} // namespace saraban::document
