// Compiling: parts to trees, trees to program text; and applying: one record's package.
#include "fill/applier.h"
#include "fill/emit.h"
#include "fill/template.h"
#include "package/xml.h"

#include <algorithm>

namespace saraban::fill {
namespace {

/// Whether something depends on the record; guards alone do not.
bool decides(const Nodes& nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [](const Node& node) {
    if (const auto* guard = std::get_if<Guard>(&node.content)) return decides(guard->body);
    return !std::holds_alternative<Static>(node.content);
  });
}

struct CompiledPart {
  FilledPart part;
  std::vector<language::SettingsTag> settings;
  bool has_tags = false;
};

void take_settings(const PartTags& tags, CompiledPart& compiled) {
  for (const PlacedTag& tag : tags.tags) {
    if (tag.fallback || !tag.statement) continue;
    if (const auto* settings = std::get_if<language::SettingsTag>(&*tag.statement))
      compiled.settings.push_back(*settings);
  }
}

CompiledPart compile_part(const package::Package& package, const Markup& markup, const Facts& facts,
                          const PartToFill& part, const std::string& bytes,
                          const Environment& environment, Diagnostics& diagnostics) {
  const Limits& limits = environment.limits;
  pugi::xml_document tree;
  tree.reset(*package::parse_xml(bytes, package.name(), part.name, limits));
  PartTags tags;
  if (part.role == PartRole::text) {
    markup.prepare(facts, tree, environment.form);
    tags = place_tags(markup, facts, tree, package.name(), part.place, diagnostics);
    group_tags(tags, diagnostics);
    shape_blocks(markup, tree, tags, diagnostics);
    markup.tidy(tree);
  }
  const auto links = markup.link_templates(package, part.name, limits);
  const Location where{package.name(), part.place, 0, 0, "", "", ""};
  CompiledPart compiled;
  take_settings(tags, compiled);
  compiled.part.name = part.name;
  compiled.part.size = bytes.size();
  compiled.part.nodes = emit({markup, facts, tags, links, where}, tree, diagnostics);
  // Whatever may be split: a tag begins with a brace.
  if (bytes.find('{') == std::string::npos && part.role == PartRole::text)
    compiled.part.placeholders = names_read(compiled.part.nodes);
  compiled.has_tags = !tags.tags.empty() || decides(compiled.part.nodes);
  return compiled;
}

/// A changed document is not what was signed.
void drop_signatures(package::Package& result, const package::Package& from, const Markup& markup,
                     Diagnostics& diagnostics) {
  if (markup.signatures.empty() || !result.has(markup.signatures)) return;
  const auto names = from.part_names();
  const bool same = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return from.part(name) == result.part(name);
  });
  if (same) return;
  result.remove(markup.signatures);
  diagnostics.notice("signature-removed", Location{from.name(), {}, 0, 0, "", "", ""});
}

/// Whether a part of placeholders stands for anything that the record has.
bool is_concerned(const FilledPart& part, const data::Value& record) {
  const std::vector<std::string>& names = part.placeholders;
  return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
           return record.find(name) != nullptr;
         });
}

/// What the settings tags say, as far as it does not depend on data.
language::DocumentSettings settings_of(const std::vector<language::SettingsTag>& tags,
                                       const Environment& environment) {
  const data::Value nothing;
  const data::Sources sources;
  Diagnostics unheard;
  language::Scope scope(nothing, sources, environment, {}, unheard);
  for (const language::SettingsTag& tag : tags) scope.apply(tag);
  return scope.settings();
}

} // namespace

Nodes compile_body(const package::Package& package, const Facts& into, Additions& additions,
                   const Markup& markup, const Limits& limits, std::string& styles,
                   Diagnostics& diagnostics) {
  const std::string part = markup.parts(package, limits).front().name;
  const Location where{package.name(), {}, 0, 0, "", "", ""};
  const auto bytes = package.part(part);
  if (!bytes) return {};
  pugi::xml_document tree;
  tree.reset(*package::parse_xml(*bytes, package.name(), part, limits));
  std::vector<std::string> left_out;
  const pugi::xml_node container = markup.adopt(tree, package, into, additions, limits, left_out);
  for (const std::string& what : left_out)
    diagnostics.warning("include-left-out", where, {{"what", what}, {"name", package.name()}});
  const Facts facts = markup.read_facts(package, limits);
  markup.prepare(facts, tree, FormMode::filled);
  PartTags tags = place_tags(markup, facts, tree, package.name(), {}, diagnostics);
  group_tags(tags, diagnostics);
  shape_blocks(markup, tree, tags, diagnostics);
  markup.tidy(tree);
  const auto links = markup.link_templates(package, part, limits);
  styles = markup.carried_styles(tree);
  return emit_body({markup, facts, tags, links, where, true}, container, diagnostics);
}

Template compile(const package::Package& package, const Markup& markup,
                 const Environment& environment, Diagnostics& diagnostics) {
  auto program = std::make_shared<Program>();
  program->markup = &markup;
  program->facts = markup.read_facts(package, environment.limits);
  for (const PartToFill& part : markup.parts(package, environment.limits)) {
    const auto bytes = package.part(part.name);
    if (!bytes || !markup.may_hold_tags(*bytes)) continue;
    CompiledPart compiled =
        compile_part(package, markup, program->facts, part, *bytes, environment, diagnostics);
    if (!compiled.has_tags) continue;
    program->settings.insert(program->settings.end(), compiled.settings.begin(),
                             compiled.settings.end());
    program->parts.push_back(std::move(compiled.part));
  }
  const language::DocumentSettings settings = settings_of(program->settings, environment);
  return Template(package, std::move(program), settings);
}

Template untagged(const package::Package& package, const Markup& markup,
                  const Environment& environment) {
  auto program = std::make_shared<Program>();
  program->markup = &markup;
  program->facts = markup.read_facts(package, environment.limits);
  return Template(package, std::move(program), settings_of({}, environment));
}

package::Package apply(const Template& source, const data::Value& record,
                       const data::Sources& sources, const Environment& environment,
                       Diagnostics& diagnostics) {
  const Program& program = source.program();
  language::Scope scope(record, sources, environment, source.settings(), diagnostics);
  for (const language::SettingsTag& tag : program.settings) scope.apply(tag);
  Shared shared(program, source.package(), scope);
  Applier applier(shared);
  package::Package result = source.package();
  for (const FilledPart& part : program.parts)
    if (environment.form != FormMode::filled || is_concerned(part, record))
      result.set(part.name, applier.run(part));
  drop_signatures(result, source.package(), *program.markup, diagnostics);
  shared.additions.catchword_words = scope.settings().catchword_words;
  program.markup->add(result, shared.additions, program.facts);
  return result;
}

} // namespace saraban::fill
