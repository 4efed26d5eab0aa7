// A file of others written anew by our own writer.
#include "pdf/rewrite.h"

#include "render/objects.h"

#include <deque>
#include <map>
#include <set>

namespace saraban::pdf {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A token may begin after it (ISO 32000-1, 7.2.2).
bool is_delimiter(char c) {
  return c == ' ' || c == '[' || c == ']' || c == '<' || c == '>' || c == '(' || c == ')' ||
         c == '\n';
}

/// Past the end of the string that begins at `at`.
std::size_t end_of_string(const std::string& text, std::size_t at) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '(')
      ++depth;
    else if (text[at] == ')' && --depth == 0)
      return at + 1;
  }
  return text.size();
}

std::size_t end_of_digits(const std::string& text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// "12 0 R" at a place in a text.
struct Reference {
  QPDFObjGen object;
  std::size_t end = 0; ///< 0: there is none.
};

Reference reference_at(const std::string& text, std::size_t at) {
  constexpr std::size_t longest = 9; // Digits that an int holds.
  const std::size_t number = end_of_digits(text, at);
  const std::size_t generation = end_of_digits(text, std::min(number + 1, text.size()));
  const bool is_reference = number - at <= longest && generation - number <= longest &&
                            generation > number + 1 && text[number] == ' ' &&
                            text.compare(generation, 2, " R") == 0;
  if (!is_reference) return {};
  return {QPDFObjGen(std::stoi(text.substr(at, number - at)),
                     std::stoi(text.substr(number + 1, generation - number - 1))),
          generation + 2};
}

class Rewriter {
public:
  explicit Rewriter(QPDF& file)
      : file_(file), trailer_(file.getTrailer()),
        objects_(trailer_.getKey("/Type").isNameAndEquals("/XRef") ? render::Compression::deflate
                                                                   : render::Compression::none,
                 0, fast) {}

  std::string run() {
    if (file_.getPDFVersion() == "2.0") objects_.set_version("2.0");
    const std::string trailer = trailer_entries();
    while (!waiting_.empty()) {
      const QPDFObjGen next = waiting_.front();
      waiting_.pop_front();
      write(file_.getObject(next), numbers_[next]);
    }
    QPDFObjectHandle id = trailer_.getKey("/ID");
    const bool has_id = id.isArray() && id.getArrayNItems() > 0 && id.getArrayItem(0).isString();
    return objects_.finish(trailer, has_id ? id.getArrayItem(0).unparse() : "");
  }

private:
  /// Those of the file, not those of its cross-reference.
  std::string trailer_entries() {
    static const std::set<std::string> own{"/Size",   "/Prev",        "/ID",     "/XRefStm",
                                           "/Type",   "/W",           "/Index",  "/Filter",
                                           "/Length", "/DecodeParms", "/Encrypt"};
    std::string out;
    for (const std::string& key : trailer_.getKeys())
      if (!own.contains(key))
        out += QPDFObjectHandle::newName(key).unparse() + " " +
               renumbered(trailer_.getKey(key).unparse());
    return out;
  }

  /// The new number, 0 for what is not there.
  int number_of(QPDFObjGen object) {
    const auto [at, is_new] = numbers_.emplace(object, 0);
    if (is_new && !file_.getObject(object).isNull()) {
      at->second = objects_.reserve();
      waiting_.push_back(object);
    }
    return at->second;
  }

  std::string renumbered(const std::string& text) {
    std::string out;
    out.reserve(text.size() + 16);
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (c == '(') {
        at = end_of_string(text, at);
        continue;
      }
      const bool may_begin = is_digit(c) && (at == 0 || is_delimiter(text[at - 1]));
      const Reference reference = may_begin ? reference_at(text, at) : Reference{};
      if (reference.end == 0) {
        ++at;
        continue;
      }
      out.append(text, copied, at - copied);
      const int number = number_of(reference.object);
      out += number > 0 ? std::to_string(number) + " 0 R" : "null";
      copied = at = reference.end;
    }
    return out.append(text, copied, text.size() - copied);
  }

  void write(QPDFObjectHandle object, int number) {
    if (!object.isStream()) return objects_.set(number, renumbered(object.unparseResolved()));
    QPDFObjectHandle dictionary = object.getDict().shallowCopy();
    dictionary.removeKey("/Length");
    const std::string text = renumbered(dictionary.unparse()); // "<< … >>"
    const std::string entries = text.substr(2, text.size() - 4);
    const auto data = object.getRawStreamData();
    objects_.set_stream(number, entries,
                        {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()},
                        render::Filter::ready);
  }

  static constexpr int fast = 1; ///< Level: a form is filled to be read once.

  QPDF& file_;
  QPDFObjectHandle trailer_;
  render::Objects objects_;
  std::map<QPDFObjGen, int> numbers_;
  std::deque<QPDFObjGen> waiting_;
};

} // namespace

std::string rewrite(QPDF& file) {
  return Rewriter(file).run();
}

} // namespace saraban::pdf
