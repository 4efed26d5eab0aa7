// A PDF file taken apart into numbered objects, and put together again by our own writer.
#include "pdf/parts.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <set>

namespace saraban::pdf {
namespace {

constexpr int fast = 1; ///< Level of compression: a form is filled to be read once.

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

/// Calls with each reference of a text and where it begins, in order.
void each_reference(const std::string& text,
                    const std::function<void(std::size_t, const Reference&)>& found) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '(') {
      at = end_of_string(text, at);
      continue;
    }
    const bool may_begin = is_digit(c) && (at == 0 || is_delimiter(text[at - 1]));
    const Reference reference = may_begin ? reference_at(text, at) : Reference{};
    if (reference.end > 0) found(at, reference);
    at = std::max(at + 1, reference.end);
  }
}

class Taker {
public:
  Taker(QPDF& file, const OwnObjects& own)
      : file_(file), own_(own), trailer_(file.getTrailer()),
        objects_(render::Compression::none, 1) {}

  Parts run() {
    parts_.packed = trailer_.getKey("/Type").isNameAndEquals("/XRef");
    parts_.version_2 = file_.getPDFVersion() == "2.0";
    parts_.trailer = trailer_entries();
    while (!waiting_.empty()) {
      const QPDFObjGen next = waiting_.front();
      waiting_.pop_front();
      write(next, numbers_[next]);
    }
    QPDFObjectHandle id = trailer_.getKey("/ID");
    if (id.isArray() && id.getArrayNItems() > 0 && id.getArrayItem(0).isString())
      parts_.first_id = id.getArrayItem(0).unparse();
    parts_.objects = objects_.take_loose();
    return std::move(parts_);
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
               renumbered(trailer_.getKey(key).unparse(), parts_.roots);
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

  std::string renumbered(const std::string& text, std::vector<int>& references) {
    std::string out;
    out.reserve(text.size() + 16);
    std::size_t copied = 0;
    each_reference(text, [&](std::size_t at, const Reference& reference) {
      out.append(text, copied, at - copied);
      const int number = number_of(reference.object);
      out += number > 0 ? std::to_string(number) + " 0 R" : "null";
      if (number > 0) references.push_back(number);
      copied = reference.end;
    });
    return out.append(text, copied, text.size() - copied);
  }

  void write(QPDFObjGen which, int number) {
    std::vector<int> references;
    const auto ours = which.getGen() == 0 ? own_.find(which.getObj()) : own_.end();
    if (ours != own_.end())
      objects_.set_loose(number, {renumbered(ours->second.body, references), ours->second.stream,
                                  ours->second.is_stream});
    else
      write_foreign(file_.getObject(which), number, references);
    parts_.references.resize(std::max(parts_.references.size(), std::size_t(number)));
    parts_.references[static_cast<std::size_t>(number - 1)] = std::move(references);
  }

  void write_foreign(QPDFObjectHandle object, int number, std::vector<int>& references) {
    if (!object.isStream())
      return objects_.set(number, renumbered(object.unparseResolved(), references));
    QPDFObjectHandle dictionary = object.getDict().shallowCopy();
    dictionary.removeKey("/Length");
    const std::string text = renumbered(dictionary.unparse(), references); // "<< … >>"
    const std::string entries = text.substr(2, text.size() - 4);
    const auto data = object.getRawStreamData();
    objects_.set_stream(number, entries,
                        {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()},
                        render::Filter::ready);
  }

  QPDF& file_;
  const OwnObjects& own_;
  QPDFObjectHandle trailer_;
  render::Objects objects_;
  Parts parts_;
  std::map<QPDFObjGen, int> numbers_;
  std::deque<QPDFObjGen> waiting_;
};

/// By number; those that can be reached from the trailer.
std::vector<bool> reached(const Parts& parts, const OwnObjects& changed, std::size_t count) {
  std::vector<bool> out(count + 1, false);
  std::vector<int> waiting = parts.roots;
  const auto add = [&](int number) {
    if (number > 0 && static_cast<std::size_t>(number) <= count) waiting.push_back(number);
  };
  while (!waiting.empty()) {
    const auto number = static_cast<std::size_t>(waiting.back());
    waiting.pop_back();
    if (out[number]) continue;
    out[number] = true;
    const auto other = changed.find(static_cast<int>(number));
    if (other != changed.end())
      each_reference(other->second.body,
                     [&](std::size_t, const Reference& to) { add(to.object.getObj()); });
    else if (number <= parts.references.size())
      for (const int to : parts.references[number - 1]) add(to);
  }
  return out;
}

} // namespace

Parts take_apart(QPDF& file, const OwnObjects& own) {
  return Taker(file, own).run();
}

std::string put_together(const Parts& parts, Packing packing) {
  const bool packs = parts.packed && packing == Packing::as_before;
  render::Objects objects(packs ? render::Compression::deflate : render::Compression::none, 0,
                          fast);
  if (parts.version_2) objects.set_version("2.0");
  for (std::size_t i = 0; i < parts.objects.size(); ++i) objects.reserve();
  for (std::size_t i = 0; i < parts.objects.size(); ++i)
    objects.set_loose(static_cast<int>(i + 1), parts.objects[i]);
  return objects.finish(parts.trailer, parts.first_id);
}

std::string put_together(const Parts& parts, const OwnObjects& changed) {
  const std::size_t last = changed.empty() ? 0 : static_cast<std::size_t>(changed.rbegin()->first);
  const std::size_t count = std::max(parts.objects.size(), last);
  const std::vector<bool> wanted = reached(parts, changed, count);
  render::Objects objects(parts.packed ? render::Compression::deflate : render::Compression::none,
                          0, fast);
  if (parts.version_2) objects.set_version("2.0");
  for (std::size_t i = 0; i < count; ++i) objects.reserve();
  for (std::size_t i = 0; i < count; ++i) {
    const int number = static_cast<int>(i + 1);
    const auto other = changed.find(number);
    if (!wanted[i + 1] || (other == changed.end() && i >= parts.objects.size()))
      objects.set(number, "null");
    else
      objects.set_loose(number, other != changed.end() ? other->second : parts.objects[i]);
  }
  return objects.finish(parts.trailer, parts.first_id);
}

} // namespace saraban::pdf
