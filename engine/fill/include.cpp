// {% include %}: the body of another document in the tag's place.
#include "base/failure.h"
#include "fill/applier.h"
#include "fill/tags.h"
#include "fill/write_text.h"

#include <algorithm>

namespace saraban::fill {
namespace {

constexpr int most_nested = 20;

std::string extension_of(const std::string& part) {
  const std::size_t dot = part.rfind('.');
  std::string extension = dot == std::string::npos ? "" : part.substr(dot + 1);
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
  return extension == "jpg" ? "jpeg" : extension;
}

} // namespace

std::shared_ptr<const Included> Applier::included_file(const std::string& name,
                                                       const Location& where) {
  const auto known = shared_.included.find(name);
  if (known != shared_.included.end()) return known->second;
  const Environment& environment = shared_.scope.environment();
  Diagnostics& diagnostics = shared_.scope.diagnostics();
  std::shared_ptr<const Included>& file = shared_.included[name];
  const auto path = find_asset(environment, name);
  if (!path) {
    diagnostics.error("include-not-found", where, {{"name", name}});
    return nullptr;
  }
  try {
    auto bytes = std::make_shared<const std::string>(read_file(*path, environment.limits));
    auto read = std::make_shared<Included>();
    const Markup& markup = *shared_.program.markup;
    read->package = package::Package::open(std::move(bytes), name, environment.limits);
    const std::string part = markup.parts(read->package, environment.limits).front().name;
    read->relations = markup.relations(read->package, part, environment.limits);
    read->nodes = compile_body(read->package, shared_.program.facts, shared_.additions, markup,
                               environment.limits, read->styles, diagnostics);
    file = std::move(read);
  } catch (const Failure& failure) {
    diagnostics.add(failure.diagnostic());
  }
  return file;
}

void Applier::node(const IncludeBlock& n) {
  const Location where = n.include.name.where ? *n.include.name.where : Location{};
  const language::Value value = shared_.scope.evaluate(n.include.name);
  const std::string name = language::to_text(value, shared_.scope, n.include.name);
  if (name.empty()) return;
  if (shared_.include_depth >= most_nested) {
    shared_.scope.diagnostics().error("include-cycle", where, {{"name", name}});
    return;
  }
  auto file = included_file(name, where);
  if (!file) return;
  const bool breaks = n.in_paragraph && n.form;
  if (breaks) out_ += n.form->paragraph_close;
  if (!file->styles.empty()) carried_[name] = file->styles;
  ++shared_.include_depth;
  std::swap(inside_, file);
  std::map<std::string, std::string> lists; // Each time the file's lists start anew.
  std::swap(lists_, lists);
  repeated([&] { nodes(inside_->nodes); });
  std::swap(lists_, lists);
  std::swap(inside_, file);
  --shared_.include_depth;
  if (breaks) out_ += n.form->paragraph_open;
}

void Applier::node(const ForeignRelation& n) {
  out_ += foreign_relation(n.relation);
}

/// A relationship of our part that means what the included file's one meant.
std::string Applier::foreign_relation(const std::string& relation) {
  if (!inside_) return relation;
  const auto& all = inside_->relations;
  const auto meant =
      std::find_if(all.begin(), all.end(), [&](const auto& r) { return r.id == relation; });
  if (meant == all.end()) return "";
  const std::string key = part_ + "\n" + inside_->package.name() + "\n" + relation;
  std::string& name = shared_.picture_relations[key];
  if (!name.empty()) return name;
  name = new_relation(meant->external ? "" : extension_of(meant->target));
  if (meant->external) {
    std::string target;
    escape_attribute(meant->target, target);
    shared_.additions.links.push_back({part_, name, std::move(target)});
  } else if (auto bytes = inside_->package.part(meant->target)) {
    shared_.additions.pictures.push_back({part_, name, extension_of(meant->target), bytes});
  }
  return name;
}

} // namespace saraban::fill
