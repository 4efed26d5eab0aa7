// Reads a document from its text form.
#include "document/base64.h"
#include "document/check.h"
#include "document/fields.h"
#include "document/names.h"
#include "document/print.h"
#include "document/text_tree.h"

#include <algorithm>
#include <charconv>

namespace saraban::document {
namespace {

template <class T>
concept HasFields = requires {
  sizeof(Fields<T>);
};

/// Sets values from what was written; false when it cannot mean such a value.
struct Setter {
  const FindFile& find_file;

  template <class T>
  static bool number(std::string_view text, T& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
  }

  bool set(bool& out, const TextValue& v) const {
    out = v.text == "yes";
    return v.text == "yes" || v.text == "no";
  }
  template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) bool set(T& out,
                                                                       const TextValue& v) const {
    return number(v.text, out);
  }
  bool set(Length& out, const TextValue& v) const {
    const std::string_view text = v.text;
    if (text.ends_with("emu")) return number(text.substr(0, text.size() - 3), out.emu);
    double value = 0;
    if (!text.ends_with("pt") || !number(text.substr(0, text.size() - 2), value)) return false;
    if (!(value > -1e9 && value < 1e9)) return false;
    out = points(value);
    return true;
  }
  bool set(Color& out, const TextValue& v) const {
    const auto color = parse_hex_color(std::string_view(v.text).substr(0, 7));
    if (!color) return false;
    out = *color;
    if (v.text.size() == 7) return true;
    const auto* end = v.text.data() + v.text.size();
    return v.text.size() == 9 && std::from_chars(v.text.data() + 7, end, out.alpha, 16).ptr == end;
  }
  bool set(std::string& out, const TextValue& v) const {
    if (v.kind != TextValue::Kind::quoted) return false;
    out = v.text;
    return true;
  }
  bool set(std::shared_ptr<const std::string>& out, const TextValue& v) const {
    auto bytes = from_base64(v.text);
    if (!bytes) return false;
    out = std::make_shared<const std::string>(std::move(*bytes));
    return true;
  }
  template <class T>
  requires std::is_enum_v<T>
  bool set(T& out, const TextValue& v) const {
    const auto& names = Names<T>::values;
    const auto found = std::find(names.begin(), names.end(), v.text);
    if (found == names.end()) return false;
    out = static_cast<T>(found - names.begin());
    return true;
  }
  bool set(Origin& out, const TextValue& v) const {
    const auto colon = v.text.find(':');
    return colon != std::string::npos &&
           number(std::string_view(v.text).substr(0, colon), out.part) &&
           number(std::string_view(v.text).substr(colon + 1), out.paragraph);
  }
  template <class T>
  bool set(std::optional<T>& out, const TextValue& v) const {
    return set(out.emplace(), v);
  }
  template <class T>
  bool set(std::vector<T>& out, const TextValue& v) const {
    if (v.kind != TextValue::Kind::list) return false;
    return std::all_of(v.items.begin(), v.items.end(),
                       [&](const TextItem& item) { return set(out.emplace_back(), item.value); });
  }
  /// Pairs are written first/second.
  bool set(std::vector<std::pair<std::string, std::string>>& out, const TextValue& v) const {
    for (std::size_t i = 0; i + 1 < v.items.size(); i += 2)
      out.emplace_back(v.items[i].value.text, v.items[i + 1].value.text);
    return v.kind == TextValue::Kind::list && v.items.size() % 2 == 0;
  }
  bool set(std::vector<PathSegment>& out, const TextValue& v) const;
  template <HasFields T>
  bool set(T& out, const TextValue& v) const {
    out = T{};
    return v.kind == TextValue::Kind::fields && set_fields(out, v.items);
  }

  /// Each item must be a field; returns whether all were and could be set.
  template <class T>
  bool set_fields(T& out, const std::vector<TextItem>& items) const {
    bool good = true;
    for (const auto& item : items) good = set_field(out, item) && good;
    return good;
  }

private:
  /// A bare word is the unnamed field when there is one and it fits, else a switch that is on.
  template <class T>
  bool set_field(T& out, const TextItem& item) const {
    bool good = false;
    Fields<T>::visit([&]<class M>(std::string_view name, M T::*member) {
      if constexpr (!is_line<M>) {
        if (good) return;
        if constexpr (std::is_same_v<M, bool>) {
          if (item.name.empty() && item.value.text == name) return void(good = out.*member = true);
        }
        if (name == item.name) good = set(out.*member, item.value);
      }
    });
    return good;
  }
};

bool Setter::set(std::vector<PathSegment>& out, const TextValue& v) const {
  std::vector<std::string_view> words;
  const std::string_view text = v.text;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  for (std::size_t i = 0; i < words.size();) {
    const auto kind = std::string_view("MLCZ").find(words[i++]);
    if (kind == std::string_view::npos) return false;
    auto& s = out.emplace_back();
    s.kind = static_cast<PathSegment::Kind>(kind);
    if (s.kind == PathSegment::Kind::close) continue;
    std::vector<std::int32_t*> places{&s.x, &s.y};
    if (s.kind == PathSegment::Kind::curve) places = {&s.x1, &s.y1, &s.x2, &s.y2, &s.x, &s.y};
    for (auto* place : places)
      if (i == words.size() || !number(words[i++], *place)) return false;
  }
  return true;
}

/// Builds structs from lines.
class Builder {
public:
  Builder(Diagnostics& diagnostics, const FindFile& find_file)
      : diagnostics_(diagnostics), setter_{find_file} {}

  void fault(int line) {
    Location where;
    where.line = line;
    diagnostics_.error("document-text", std::move(where));
  }

  template <class T>
  void build(T& out, const TextLine& line) {
    auto items = line.items;
    if (is_numbered<T> && !items.empty() && items.front().name.empty() &&
        items.front().value.kind == TextValue::Kind::word)
      items.erase(items.begin());
    if constexpr (std::is_same_v<T, Image>) take_file(out, items);
    if (!setter_.set_fields(out, items)) fault(line.number);
    for (const auto& child : line.children) build_child(out, child);
  }

  /// A line below its owner goes to the field that its keyword names, or to the unnamed one.
  template <class T>
  void build_child(T& out, const TextLine& line) {
    bool taken = false;
    Fields<T>::visit([&]<class M>(std::string_view name, M T::*member) {
      if constexpr (is_line<M>)
        if (!taken) taken = add(out.*member, name, line);
    });
    if (!taken) fault(line.number);
  }

private:
  void take_file(Image& image, std::vector<TextItem>& items) {
    const auto file = std::find_if(items.begin(), items.end(),
                                   [](const TextItem& item) { return item.name == "file"; });
    if (file == items.end()) return;
    if (setter_.find_file) image.bytes = setter_.find_file(file->value.text);
    if (image.name.empty()) image.name = file->value.text;
    items.erase(file);
  }

  template <class T>
  bool add(T& out, std::string_view name, const TextLine& line) {
    if (name != line.keyword) return false;
    build(out, line);
    return true;
  }
  template <class T>
  bool add(std::vector<T>& out, std::string_view name, const TextLine& line) {
    if (name != line.keyword) return false;
    build(out.emplace_back(), line);
    return true;
  }
  bool add(std::vector<Block>& out, std::string_view name, const TextLine& line) {
    if (name.empty()) return add_block(out, line);
    if (name != line.keyword) return false;
    for (const auto& child : line.children)
      if (!add_block(out, child)) fault(child.number);
    return true;
  }
  bool add(Story& out, std::string_view name, const TextLine& line) {
    return name == line.keyword && add(out.emplace(), name, line);
  }
  bool add(std::vector<Inline>& out, std::string_view, const TextLine& line) {
    return alternative(line.keyword, inline_keywords, [&]<std::size_t i>() {
      build(std::get<i>(out.emplace_back(std::in_place_index<i>)), line);
    });
  }
  bool add(DrawingContent& out, std::string_view, const TextLine& line) {
    return alternative(line.keyword, drawing_keywords,
                       [&]<std::size_t i>() { build(out.emplace<i>(), line); });
  }
  bool add_block(std::vector<Block>& out, const TextLine& line) {
    return alternative(line.keyword, block_keywords, [&]<std::size_t i>() {
      build(out.emplace_back().content.emplace<i>(), line);
    });
  }

  /// Calls make<i>() for the keyword's index.
  template <std::size_t n, class Make>
  static bool alternative(std::string_view keyword, const std::array<std::string_view, n>& keywords,
                          Make make) {
    return [&]<std::size_t... i>(std::index_sequence<i...>) {
      return ((keyword == keywords[i] ? (make.template operator()<i>(), true) : false) || ...);
    }
    (std::make_index_sequence<n>());
  }

  Diagnostics& diagnostics_;
  Setter setter_;
};

} // namespace

Document parse(std::string_view text, Diagnostics& diagnostics, const FindFile& find_file) {
  Document document;
  Builder builder(diagnostics, find_file);
  const auto tree = parse_text_tree(text);
  for (const int line : tree.faults) builder.fault(line);
  for (const auto& line : tree.lines)
    if (line.keyword == "document")
      builder.build(document, line);
    else
      builder.build_child(document, line);
  if (document.run_formats.empty()) document.run_formats.emplace_back();
  if (document.paragraph_formats.empty()) document.paragraph_formats.emplace_back();
  if (!indices_are_valid(document)) builder.fault(0);
  return document;
}

} // namespace saraban::document
