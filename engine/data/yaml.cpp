// YAML by the 1.2 core schema through yaml-cpp's events: no tree of its own, no alias bombs.
#include "data/readers.h"

#include "base/utf8.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace saraban::data {
namespace {

/// What aliases may add: values, and text at sixteen bytes a value.
constexpr std::uint64_t most_aliased = 1'000'000;
/// Columns are counted in characters up to here, in bytes beyond.
constexpr int counted_columns = 10'000;

/// Thrown out of yaml-cpp, caught in read_yaml; the fault has been reported.
struct Refused {};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// YAML 1.2.2, 10.3.2: 0o7 and 0xF to decimal digits.
std::optional<std::string> other_base(std::string_view text) {
  if (text.size() < 3 || text.size() > 64 || text[0] != '0') return std::nullopt;
  const int base = text[1] == 'o' ? 8 : text[1] == 'x' ? 16 : 0;
  if (base == 0) return std::nullopt;
  const std::string_view digits = base == 8 ? "01234567" : "0123456789abcdefABCDEF";
  if (text.find_first_not_of(digits, 2) != text.npos) return std::nullopt;
  return mpz_class(std::string(text.substr(2)), base).get_str();
}

/// The decimal text of a plain scalar that is a number. A whole number that starts with a zero is
/// a telephone number or a code, not a number: it stays text, against the letter of the schema.
std::optional<std::string> number_of(std::string_view text) {
  if (auto other = other_base(text)) return other;
  std::string plain(text.starts_with('+') ? text.substr(1) : text);
  const std::size_t sign = plain.starts_with('-') ? 1 : 0;
  if (plain.size() > sign + 1 && plain[sign] == '.' && plain[sign + 1] >= '0' &&
      plain[sign + 1] <= '9')
    plain.insert(sign, "0");
  if (const auto point = plain.find('.');
      point != std::string::npos && point > sign &&
      (point + 1 == plain.size() || plain[point + 1] == 'e' || plain[point + 1] == 'E'))
    plain.erase(point, 1);
  if (!is_json_number(plain)) return std::nullopt;
  return plain;
}

Value::Content resolve_plain(std::string text) {
  if (is_one_of(text, {"", "~", "null", "Null", "NULL"})) return std::monostate();
  if (is_one_of(text, {"true", "True", "TRUE"})) return true;
  if (is_one_of(text, {"false", "False", "FALSE"})) return false;
  if (auto number = number_of(text)) return Number{std::move(*number)};
  return text;
}

/// Values and text that a copy would cost; recursion is bounded by the depth of data.
std::uint64_t weight_of(const Value& value) {
  std::uint64_t weight = 1;
  if (const auto* text = value.string()) weight += text->size() / 16;
  if (const auto* list = value.list())
    for (const Value& item : *list) weight += weight_of(item);
  if (const auto* map = value.map())
    for (const auto& [key, item] : *map) weight += weight_of(item) + key.size() / 16;
  return weight;
}

class YamlBuilder : public YAML::EventHandler {
public:
  explicit YamlBuilder(const Reading& reading) : reading_(reading) {}

  void OnDocumentStart(const YAML::Mark&) override { anchors_.clear(); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    put(Value(std::monostate(), mark_of(mark)), "", anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Kind::list, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Kind::map, mark, anchor);
  }
  void OnMapEnd() override { close(); }

  std::vector<Value> documents;

  Mark mark_of(const YAML::Mark& mark) const;

private:
  enum class Kind { list, map };
  struct Open {
    Kind kind;
    Mark mark;
    YAML::anchor_t anchor;
    List items;
    MapBuilder members;
    std::optional<std::string> key;
  };

  void open(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor);
  void close();
  /// `key` is the text to use when the value turns out to be a key.
  void put(Value value, const std::string& key, YAML::anchor_t anchor);
  bool awaits_key() const {
    return !open_.empty() && open_.back().kind == Kind::map && !open_.back().key;
  }
  [[noreturn]] void refuse(const char* code, Mark mark, std::uint64_t limit) const {
    reading_.error(code, mark, {{"limit", std::to_string(limit)}});
    throw Refused();
  }
  [[noreturn]] void malformed(Mark mark, const char* reason) const {
    reading_.error("yaml-malformed", mark, {{"reason", reason}});
    throw Refused();
  }

  const Reading& reading_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Value> anchors_;
  std::uint64_t count_ = 0, aliased_ = 0;
};

/// yaml-cpp counts lines, columns and positions in bytes from 0.
Mark YamlBuilder::mark_of(const YAML::Mark& mark) const {
  int column = mark.column;
  const bool known = mark.column <= counted_columns && mark.pos >= mark.column &&
                     static_cast<std::size_t>(mark.pos) <= reading_.text.size();
  if (known) {
    const auto line = reading_.text.substr(static_cast<std::size_t>(mark.pos - mark.column),
                                           static_cast<std::size_t>(mark.column));
    column = static_cast<int>(std::count_if(line.begin(), line.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
  }
  return {reading_.source, static_cast<std::uint32_t>(std::max(0, mark.line) + 1),
          static_cast<std::uint32_t>(std::max(0, column) + 1)};
}

void YamlBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& text) {
  // yaml-cpp gives "?" to plain scalars without a tag, "!" to quoted ones.
  const bool plain = tag == "?" || tag.empty() || tag == "tag:yaml.org,2002:int" ||
                     tag == "tag:yaml.org,2002:float" || tag == "tag:yaml.org,2002:bool" ||
                     tag == "tag:yaml.org,2002:null";
  std::string valid = is_valid_utf8(text) ? text : repair_utf8(text);
  if (awaits_key()) return put(Value(valid, mark_of(mark)), valid, anchor);
  put(Value(plain ? resolve_plain(std::move(valid)) : Value::Content(std::move(valid)),
            mark_of(mark)),
      "", anchor);
}

void YamlBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end()) malformed(mark_of(mark), "an alias inside its own anchor");
  aliased_ += weight_of(found->second);
  if (aliased_ > most_aliased) refuse("yaml-alias", mark_of(mark), most_aliased);
  const std::string* text = found->second.string();
  put(found->second, text == nullptr ? "" : *text, 0);
}

void YamlBuilder::open(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
  if (awaits_key()) malformed(mark_of(mark), "a key that is a list or a map");
  if (open_.size() >= static_cast<std::size_t>(reading_.limits.data_depth))
    refuse("limit-data-depth", mark_of(mark),
           static_cast<std::uint64_t>(reading_.limits.data_depth));
  open_.push_back({kind, mark_of(mark), anchor, {}, {}, std::nullopt});
}

void YamlBuilder::close() {
  Open done = std::move(open_.back());
  open_.pop_back();
  if (done.kind == Kind::list)
    put(Value(std::move(done.items), done.mark), "", done.anchor);
  else
    put(Value(done.members.take(), done.mark), "", done.anchor);
}

void YamlBuilder::put(Value value, const std::string& key, YAML::anchor_t anchor) {
  const Mark mark = value.mark();
  if (++count_ > reading_.limits.data_values)
    refuse("limit-data-values", mark, reading_.limits.data_values);
  if (anchor != 0) {
    // The copy that the anchor keeps is paid for like an alias.
    aliased_ += weight_of(value);
    if (aliased_ > most_aliased) refuse("yaml-alias", mark, most_aliased);
    anchors_[anchor] = value;
  }
  if (open_.empty()) return documents.push_back(std::move(value));
  Open& parent = open_.back();
  if (parent.kind == Kind::list) {
    parent.items.push_back(std::move(value));
  } else if (!parent.key) {
    parent.key = key;
  } else {
    const std::string name = std::move(*parent.key);
    parent.key.reset();
    if (parent.members.put(name, std::move(value)))
      reading_.warning("duplicate-key", mark, {{"name", name}});
  }
}

} // namespace

Value read_yaml(const Reading& reading) {
  YamlBuilder builder(reading);
  std::istringstream stream{std::string(reading.text)};
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refused&) {
    return {};
  } catch (const YAML::Exception& e) {
    reading.error("yaml-malformed", builder.mark_of(e.mark), {{"reason", e.msg}});
    return {};
  }
  if (builder.documents.empty()) return {};
  if (builder.documents.size() == 1) return std::move(builder.documents.front());
  return Value(List(std::move(builder.documents)), {reading.source, 1, 1});
}

} // namespace saraban::data
