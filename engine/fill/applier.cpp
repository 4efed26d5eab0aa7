// Running a program: static text is copied, values are written, blocks are followed.
#include "fill/applier.h"

#include "base/failure.h"
#include "fill/rich_value.h"
#include "fill/write_text.h"
#include "rich/read.h"

namespace saraban::fill {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

bool is_note(IdKind kind) {
  return kind == IdKind::footnote || kind == IdKind::endnote || kind == IdKind::comment;
}

/// Other ids are names.
bool is_number(IdKind kind) {
  return kind == IdKind::drawing || kind == IdKind::bookmark || is_note(kind);
}

} // namespace

std::string Applier::run(const FilledPart& part) {
  part_ = part.name;
  out_.clear();
  out_.reserve(part.size * 2);
  out_ += declaration;
  nodes(part.nodes);
  for (const auto& [file, styles] : carried_) shared_.program.markup->add_styles(out_, styles);
  carried_.clear();
  for (const Additions::Definition& one : shared_.additions.definitions)
    if (one.kind == Additions::Definition::Kind::automatic_style && one.part == part_)
      shared_.program.markup->add_styles(out_, one.xml);
  shared_.program.markup->finish_part(out_);
  check_size();
  return std::move(out_);
}

void Applier::nodes(const Nodes& all) {
  for (const Node& n : all) std::visit([this](const auto& content) { node(content); }, n.content);
}

void Applier::check_size() {
  const std::uint64_t limit = shared_.scope.environment().limits.output_bytes;
  if (out_.size() > limit)
    throw Failure(Fault::input, "limit-output",
                  Location{shared_.package.name(), {}, 0, 0, "", "", ""},
                  {{"limit", std::to_string(limit)}});
}

void Applier::node(const Static& n) {
  out_ += n.xml;
}

void Applier::node(const Slot& n) {
  if (shared_.scope.environment().form != FormMode::filled) return form_slot(n);
  value(shared_.scope.evaluate(n.value), *n.form, n.value);
}

void Applier::node(const PlainSlot& n) {
  plain_value(shared_.scope.evaluate(n.value), n.value);
}

void Applier::plain_value(const language::Value& value, const language::Expression& from) {
  const auto* rich = std::get_if<language::RichText>(&value.content());
  const auto blocks = rich_blocks(value, from.where ? *from.where : Location{});
  const std::string text = blocks ? rich::plain_text(*blocks)
                           : rich ? text_of(*shared_.program.markup, rich->source)
                                  : language::to_text(value, shared_.scope, from);
  if (write_plain(text, out_).left_out > 0)
    shared_.scope.diagnostics().warning("illegal-character", from.where ? *from.where : Location{});
}

void Applier::node(const Loop& n) {
  shared_.scope.for_each(
      n.loop,
      [&] {
        for (const std::string& list : n.restarting)
          lists_[list].clear(), shared_.continued_lists.erase(list);
        repeated([&] { nodes(n.body); });
        check_size();
      },
      [&] { nodes(n.otherwise); });
}

void Applier::node(const Branches& n) {
  for (const auto& [condition, body] : n.branches)
    if (!condition || shared_.scope.holds(*condition)) return nodes(body);
}

void Applier::node(const Assign& n) {
  if (!n.body) {
    shared_.scope.assign(n.set,
                         n.set.value ? shared_.scope.evaluate(*n.set.value) : language::Value());
    return;
  }
  const std::string xml = capture([&] { nodes(*n.body); });
  language::Value text(text_of(*shared_.program.markup, xml));
  if (n.set.filter)
    shared_.scope.in_new_frame([&] {
      shared_.scope.bind("", std::move(text));
      text = shared_.scope.evaluate(*n.set.filter);
    });
  shared_.scope.assign(n.set, std::move(text));
}

void Applier::node(const Within& n) {
  shared_.scope.in_new_frame([&] {
    for (const auto& [name, expression] : n.with.values)
      shared_.scope.bind(name, shared_.scope.evaluate(expression));
    nodes(n.body);
  });
}

void Applier::node(const MacroBlock& n) {
  shared_.scope.define(n.macro, [this, body = n.body] {
    const std::string xml = capture([&] { repeated([&] { nodes(*body); }); });
    return language::Value(language::RichText{language::RichText::Kind::docx_runs, xml});
  });
}

void Applier::node(const CallBlock& n) {
  const language::Value result = shared_.scope.call(n.call, [this, body = n.body] {
    const std::string xml = capture([&] { repeated([&] { nodes(*body); }); });
    return language::Value(language::RichText{language::RichText::Kind::docx_runs, xml});
  });
  n.form ? value(result, *n.form, n.call.call) : plain_value(result, n.call.call);
}

void Applier::node(const FilterBlock& n) {
  const std::string xml = capture([&] { nodes(n.body); });
  shared_.scope.in_new_frame([&] {
    shared_.scope.bind("", language::Value(text_of(*shared_.program.markup, xml)));
    const language::Value result = shared_.scope.evaluate(n.filter);
    n.form ? value(result, *n.form, n.filter) : plain_value(result, n.filter);
  });
}

void Applier::node(const Action& n) {
  shared_.scope.evaluate(n.action.expression);
}

void Applier::node(const Guard& n) {
  const std::size_t begin = out_.size();
  nodes(n.body);
  const std::string_view body = std::string_view(out_).substr(begin);
  const bool other = !n.or_needed.empty();
  if (n.rule == Guard::Rule::add_when_last_is_missing) {
    if (!body.ends_with(n.needed) && !(other && body.ends_with(n.or_needed))) out_ += n.filler;
  } else if (body.find(n.needed) == std::string_view::npos &&
             !(other && body.find(n.or_needed) != std::string_view::npos)) {
    out_.resize(begin);
  }
}

void Applier::node(const SoleValue& n) {
  if (shared_.scope.environment().form != FormMode::filled) {
    nodes(n.before);
    form_slot(n.slot);
    out_ += n.after;
    return;
  }
  const std::size_t written = out_.size();
  const language::Value value_here = shared_.scope.evaluate(n.slot.value);
  // A loop that is called writes its passes where it is called.
  if (out_.size() != written && out_.ends_with(shared_.program.markup->paragraph_end)) return;
  const auto* rich = std::get_if<language::RichText>(&value_here.content());
  if (rich && rich->kind == language::RichText::Kind::docx_runs &&
      rich->source.ends_with(shared_.program.markup->paragraph_end)) {
    out_ += rich->source;
    return;
  }
  if (const auto blocks =
          rich_blocks(value_here, n.slot.value.where ? *n.slot.value.where : Location{}))
    return rich_text(*blocks, *n.slot.form, n.slot.value, &n);
  nodes(n.before);
  value(value_here, *n.slot.form, n.slot.value);
  out_ += n.after;
}

void Applier::node(const LinkTarget& n) {
  if (shared_.program.markup->link_targets == LinkTargets::in_place) return nodes(n.target);
  std::string target = capture([&] { nodes(n.target); });
  const std::string relation = new_relation();
  shared_.additions.links.push_back({part_, relation, std::move(target)});
  out_ += relation;
}

void Applier::node(const ContinuedList& n) {
  const std::string id = unique_id(IdKind::element, n.written);
  std::string& last = shared_.continued_lists[n.list];
  out_ += shared_.program.markup->list_goes_on(id, last);
  last = id;
}

void Applier::node(const FinishedTable& n) {
  std::string table = capture([&] { nodes(n.body); });
  shared_.program.markup->finish_table(table);
  out_ += table;
}

void Applier::node(const Id& n) {
  escape_attribute(n.kind == IdKind::list ? list_id(n.written) : unique_id(n.kind, n.written),
                   out_);
}

/// The list itself in the first pass that uses it, then a new one for each pass.
std::string Applier::list_id(const std::string& written) {
  std::string& name = lists_[written];
  if (!name.empty()) return name;
  if (shared_.begun_lists.insert(written).second) return name = written;
  name = shared_.program.markup->list_name(shared_.program.facts, ++shared_.additions.lists);
  shared_.additions.restarts.push_back({name, written});
  return name;
}

std::string Applier::unique_id(IdKind kind, const std::string& written) {
  const std::string prefix = std::to_string(static_cast<int>(kind)) + ":";
  if (kind == IdKind::bookmark_reference || kind == IdKind::element_reference) {
    const auto meant = kind == IdKind::bookmark_reference ? IdKind::bookmark_name : IdKind::element;
    const bool fragment = written.starts_with('#');
    const auto known = ids_.find(std::to_string(static_cast<int>(meant)) + ":" +
                                 (fragment ? written.substr(1) : written));
    return known == ids_.end() ? written : (fragment ? "#" : "") + known->second;
  }
  const auto [known, is_new] = ids_.try_emplace(prefix + written, written);
  if (!is_new && kind != IdKind::drawing) return known->second;
  std::string id = written;
  for (std::size_t n = shared_.used_ids.size() + 100'000;
       !shared_.used_ids.insert(prefix + id).second; ++n)
    id = is_number(kind) ? std::to_string(n) : written + "_" + std::to_string(n);
  known->second = id;
  if (is_note(kind) && id != written) shared_.additions.copies.push_back({kind, written, id});
  return id;
}

bool define(Additions& additions, Additions::Definition definition) {
  const std::string key =
      std::to_string(static_cast<int>(definition.kind)) + definition.part + "\n" + definition.name;
  if (!additions.defined.insert(key).second) return false;
  additions.definitions.push_back(std::move(definition));
  return true;
}

std::string Applier::capture(const std::function<void()>& body) {
  std::string outer;
  std::swap(outer, out_);
  body();
  std::swap(outer, out_);
  return outer;
}

void Applier::repeated(const std::function<void()>& body) {
  std::map<std::string, std::string> outer;
  std::swap(outer, ids_);
  body();
  std::swap(outer, ids_);
}

std::string Applier::new_relation(std::string_view extension) {
  return shared_.program.markup->relation_name(shared_.package, part_, ++shared_.relations[part_],
                                               extension);
}

} // namespace saraban::fill
