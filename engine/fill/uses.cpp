// What a template asks for: every data path, with loops' variables followed back to their lists.
#include "fill/program.h"
#include "fill/template.h"

#include <algorithm>
#include <map>

namespace saraban::fill {
namespace {

/// What a local name stands for: a path, or nothing in the data.
using Names = std::map<std::string, std::string>;

class Walker {
public:
  void nodes(const Nodes& all) {
    for (const Node& n : all) std::visit([this](const auto& content) { node(content); }, n.content);
  }
  std::vector<Use> take() { return std::move(uses_); }

private:
  void node(const Static&) {}
  void node(const Id&) {}
  void node(const ForeignRelation&) {}
  void node(const Slot& n) { expression(n.value); }
  void node(const PlainSlot& n) { expression(n.value); }
  void node(const Action& n) { expression(n.action.expression); }
  void node(const IncludeBlock& n) { expression(n.include.name); }
  void node(const LinkTarget& n) { nodes(n.target); }
  void node(const Guard& n) { nodes(n.body); }
  void node(const ContinuedList&) {}
  void node(const FinishedTable& n) { nodes(n.body); }
  void node(const SoleValue& n) {
    nodes(n.before);
    node(n.slot);
  }
  void node(const Loop& n) {
    const std::vector<std::string> lists = expression(n.loop.list);
    for (Use& use : uses_)
      if (!lists.empty() && use.path == lists.front()) use.list = true;
    const Names outer = names_;
    for (const std::string& target : n.loop.targets)
      names_[target] = lists.empty() ? "" : lists.front() + "[]";
    names_["loop"] = "";
    if (n.loop.filter) expression(*n.loop.filter);
    nodes(n.body);
    names_ = outer;
    nodes(n.otherwise);
  }
  void node(const Branches& n) {
    for (const auto& [condition, body] : n.branches) {
      if (condition) expression(*condition);
      nodes(body);
    }
  }
  void node(const Assign& n) {
    std::vector<std::string> paths;
    if (n.set.value) paths = expression(*n.set.value);
    if (n.body) nodes(*n.body);
    for (const std::string& target : n.set.targets) names_[target] = "";
  }
  void node(const Within& n) {
    const Names outer = names_;
    for (const auto& [name, value] : n.with.values) {
      const auto paths = expression(value);
      names_[name] = paths.size() == 1 ? paths.front() : "";
    }
    nodes(n.body);
    names_ = outer;
  }
  void node(const MacroBlock& n) {
    names_[n.macro.name] = "";
    const Names outer = names_;
    for (const auto& [name, otherwise] : n.macro.parameters) names_[name] = "";
    names_["caller"] = "";
    nodes(*n.body);
    names_ = outer;
  }
  void node(const CallBlock& n) {
    expression(n.call.call);
    nodes(*n.body);
  }
  void node(const FilterBlock& n) {
    nodes(n.body);
    expression(n.filter);
  }

  /// The paths it reads, as the data has them.
  std::vector<std::string> expression(const language::Expression& e) {
    std::vector<std::string> paths;
    if (!e.root) return paths;
    const std::vector<std::string> filters = language::filters_used(e);
    for (const std::string& written : language::paths_read(e)) {
      const std::string path = resolve(written);
      if (path.empty()) continue;
      paths.push_back(path);
      record(path, filters, e.where);
    }
    return paths;
  }
  std::string resolve(const std::string& path) const {
    const std::size_t end = std::min(path.find_first_of(".["), path.size());
    const auto local = names_.find(path.substr(0, end));
    if (local == names_.end()) return path;
    return local->second.empty() ? "" : local->second + path.substr(end);
  }
  void record(const std::string& path, const std::vector<std::string>& filters,
              const std::shared_ptr<const Location>& where) {
    const auto [known, is_new] = index_.try_emplace(path, uses_.size());
    if (is_new) uses_.push_back({path, {}, {}, false});
    Use& use = uses_[known->second];
    for (const std::string& filter : filters)
      if (std::find(use.filters.begin(), use.filters.end(), filter) == use.filters.end())
        use.filters.push_back(filter);
    // A fallback says at the same place what was said before.
    if (where && (use.places.empty() || !(use.places.back() == *where)))
      use.places.push_back(*where);
  }

  Names names_;
  std::map<std::string, std::size_t> index_;
  std::vector<Use> uses_;
};

} // namespace

std::vector<std::string> names_read(const Nodes& nodes) {
  Walker walker;
  walker.nodes(nodes);
  std::vector<std::string> names;
  for (const Use& use : walker.take())
    names.push_back(use.path.substr(0, use.path.find_first_of(".[")));
  return names;
}

std::vector<Use> uses(const Template& source) {
  Walker walker;
  for (const FilledPart& part : source.program().parts) walker.nodes(part.nodes);
  return walker.take();
}

} // namespace saraban::fill
