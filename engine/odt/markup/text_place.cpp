// Counting a paragraph's text as the reader makes it: white space collapsed (ODF 1.3 Part
// 3, 6.1.2), text:s as its spaces, tabs and breaks one byte, fields as they are stored.
#include "odt/markup/text_place.h"

#include "odt/markup/markup_parts.h"
#include "odt/part/elements.h"

#include <algorithm>
#include <string_view>

namespace saraban::odt {
namespace {

constexpr std::string_view unread[] = {"text:note",
                                       "office:annotation",
                                       "office:annotation-end",
                                       "text:number",
                                       "text:script",
                                       "text:database-next",
                                       "office:forms",
                                       "text:tracked-changes",
                                       "text:page-variable-set",
                                       "text:database-row-select",
                                       "text:hidden-paragraph",
                                       "office:event-listeners",
                                       "text:hidden-text"};

bool is_characters(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

class Counter {
public:
  explicit Counter(std::size_t offset) : offset_(offset) {}

  /// True once the place is found.
  bool walk(pugi::xml_node parent) {
    for (pugi::xml_node child : parent.children()) {
      if (is_characters(child) ? in_characters(child) : in_element(child)) return true;
    }
    return false;
  }
  const std::optional<TextPlace>& place() const { return place_; }

private:
  bool in_characters(pugi::xml_node node) {
    const std::string_view text = node.value();
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!counts(text[i])) continue;
      if (before_ == offset_) return found(node, i);
      ++before_;
    }
    return false;
  }
  /// Of a space among others only the first, of control characters none.
  bool counts(char c) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool control = !space && (static_cast<unsigned char>(c) < 0x20 || c == 0x7F);
    if (control || (space && after_space_)) return false;
    after_space_ = space;
    return true;
  }
  bool in_element(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "text:s" || name == "text:tab" || name == "text:line-break") {
      after_space_ = false;
      const auto spaces =
          std::clamp<std::int64_t>(integer_or(attribute(node, "text:c"), 1), 0, 10'000);
      return skip(node, name == "text:s" ? static_cast<std::size_t>(spaces) : 1);
    }
    if (std::find(std::begin(unread), std::end(unread), name) != std::end(unread)) return false;
    if (name.starts_with("draw:") || node.attribute(private_names::blank)) return false;
    if (holds_text(node) || name == "text:ruby") return walk(node);
    return in_field(node);
  }
  /// A field's text is not cut.
  bool in_field(pugi::xml_node node) {
    Counter inner(static_cast<std::size_t>(-1));
    inner.after_space_ = after_space_;
    inner.walk(node);
    after_space_ = inner.after_space_;
    return skip(node, inner.before_);
  }
  bool skip(pugi::xml_node node, std::size_t bytes) {
    if (bytes > 0 && offset_ < before_ + bytes) return found(node, 0);
    before_ += bytes;
    return false;
  }
  bool found(pugi::xml_node node, std::size_t byte) {
    place_ = TextPlace{node, byte};
    return true;
  }

  std::size_t offset_, before_ = 0;
  bool after_space_ = true;
  std::optional<TextPlace> place_;
};

} // namespace

std::optional<TextPlace> text_place(pugi::xml_node paragraph, std::size_t offset) {
  Counter counter(offset);
  counter.walk(paragraph);
  return counter.place();
}

} // namespace saraban::odt
