// What the readers of data files share: faults, numbers, maps, lines.
#include "data/readers.h"

#include <algorithm>

namespace saraban::data {
namespace {

constexpr std::size_t many_members = 16;
/// Numbers up to this length without an exponent are always within Decimal's bounds.
constexpr std::size_t surely_a_decimal = 300;

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

} // namespace

void Reading::error(std::string code, Mark where,
                    std::vector<std::pair<std::string, std::string>> arguments) const {
  diagnostics.error(std::move(code), location(where), std::move(arguments));
}

void Reading::warning(std::string code, Mark where,
                      std::vector<std::pair<std::string, std::string>> arguments) const {
  diagnostics.warning(std::move(code), location(where), std::move(arguments));
}

Location Reading::location(Mark where) const {
  Location location;
  location.file = name;
  location.line = static_cast<int>(where.line);
  location.column = static_cast<int>(where.column);
  return location;
}

bool is_json_number(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(text, at);
  if (at == whole || (text[whole] == '0' && at > whole + 1)) return false;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(text, fraction);
    if (at == fraction) return false;
  }
  if (at == text.size() && at <= surely_a_decimal) return true;
  return Decimal::parse(text).has_value();
}

bool MapBuilder::put(std::string key, Value value) {
  const auto replace = [&](Member& member) {
    member.second = std::move(value);
    return true;
  };
  if (members_.size() < many_members) {
    for (Member& member : members_)
      if (member.first == key) return replace(member);
    members_.emplace_back(std::move(key), std::move(value));
    return false;
  }
  const auto less = [this](std::uint32_t i, const std::string& k) { return members_[i].first < k; };
  if (sorted_.empty()) {
    for (std::uint32_t i = 0; i < members_.size(); ++i) sorted_.push_back(i);
    std::sort(sorted_.begin(), sorted_.end(), [this](std::uint32_t a, std::uint32_t b) {
      return members_[a].first < members_[b].first;
    });
  }
  const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), key, less);
  if (at != sorted_.end() && members_[*at].first == key) return replace(members_[*at]);
  sorted_.insert(at, static_cast<std::uint32_t>(members_.size()));
  members_.emplace_back(std::move(key), std::move(value));
  return false;
}

Mark Lines::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset <= offset_) return {source_, line_, column_};
  std::string_view passed = text_.substr(offset_, offset - offset_);
  offset_ = offset;
  for (std::size_t end; (end = passed.find('\n')) != passed.npos; passed.remove_prefix(end + 1)) {
    ++line_;
    column_ = 1;
  }
  for (const char c : passed) column_ += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return {source_, line_, column_};
}

} // namespace saraban::data
