// Packages as values: what is not changed is shared.
#include "package/package.h"

#include "package/state.h"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace saraban::package {
namespace {

std::vector<std::uint32_t>::const_iterator name_position(const Package::State& state,
                                                         std::string_view part) {
  return std::lower_bound(
      state.by_name.begin(), state.by_name.end(), part,
      [&](std::uint32_t i, std::string_view name) { return state.entries[i].name < name; });
}

Entry& entry_to_set(Package::State& state, std::string part) {
  if (const auto found = state.find(part)) return state.entries[*found];
  const auto at = name_position(state, part);
  state.by_name.insert(at, static_cast<std::uint32_t>(state.entries.size()));
  state.entries.emplace_back().name = std::move(part);
  return state.entries.back();
}

/// Behind a byte order mark and white space, as XML begins and a ZIP file never does.
bool begins_as_xml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != bytes.npos && bytes[first] == '<';
}

bool is_part(const Entry& entry) {
  return !entry.removed && !entry.name.ends_with('/');
}

} // namespace

std::optional<std::size_t> Package::State::find(std::string_view part) const {
  const auto at = name_position(*this, part);
  if (at == by_name.end() || entries[*at].name != part) return std::nullopt;
  return *at;
}

Package::Package() : state_(std::make_shared<State>()) {}
Package::Package(const Package&) = default;
Package::Package(Package&& other) noexcept = default;
Package& Package::operator=(const Package&) = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

Package Package::open(std::shared_ptr<const std::string> bytes, const std::string& name,
                      const Limits& limits) {
  Package package;
  State& state = *package.state_;
  state.name = name;
  if (begins_as_xml(*bytes)) {
    state.container = Container::flat;
    state.entries.push_back({flat_part, 0, std::move(bytes), Storing::deflate, false});
    state.by_name.push_back(0);
    return package;
  }
  state.archive = std::make_shared<Archive>(std::move(bytes), name, limits);
  const auto& entries = state.archive->entries();
  state.entries.reserve(entries.size() + 4);
  for (std::size_t i = 0; i < entries.size(); ++i)
    state.entries.push_back({entries[i].name, i, nullptr, Storing::deflate, false});
  state.by_name.resize(entries.size());
  std::iota(state.by_name.begin(), state.by_name.end(), 0u);
  std::sort(state.by_name.begin(), state.by_name.end(), [&](std::uint32_t a, std::uint32_t b) {
    return state.entries[a].name < state.entries[b].name;
  });
  return package;
}

Package::State& Package::own_state() {
  if (state_.use_count() != 1) {
    state_ = std::make_shared<State>(*state_);
  } else {
    // Another thread may just have let go of its copy: see all that it did before.
    std::atomic_thread_fence(std::memory_order_acquire);
  }
  return *state_;
}

const std::string& Package::name() const {
  return state_->name;
}

Container Package::container() const {
  return state_->container;
}

std::vector<std::string> Package::part_names() const {
  std::vector<std::string> names;
  names.reserve(state_->entries.size());
  for (const Entry& entry : state_->entries)
    if (is_part(entry)) names.push_back(entry.name);
  return names;
}

bool Package::has(std::string_view part) const {
  const auto found = state_->find(part);
  return found && is_part(state_->entries[*found]);
}

std::shared_ptr<const std::string> Package::part(std::string_view part) const {
  const auto found = state_->find(part);
  if (!found || !is_part(state_->entries[*found])) return nullptr;
  const Entry& entry = state_->entries[*found];
  return entry.changed != nullptr ? entry.changed : state_->archive->inflated(entry.archive_index);
}

void Package::set(std::string part, std::string bytes) {
  Entry& entry = entry_to_set(own_state(), std::move(part));
  entry.changed = std::make_shared<const std::string>(std::move(bytes));
  entry.storing = Storing::deflate;
  entry.removed = false;
}

void Package::set_stored(std::string part, std::shared_ptr<const std::string> bytes) {
  Entry& entry = entry_to_set(own_state(), std::move(part));
  entry.changed = std::move(bytes);
  entry.storing = Storing::store;
  entry.removed = false;
}

void Package::remove(std::string_view part) {
  if (!has(part)) return;
  State& state = own_state();
  state.entries[*state.find(part)].removed = true;
}

} // namespace saraban::package
