// Templates of plain text: what a filler of documents does with tags, without a document.
#pragma once

#include "language/scope.h"
#include "language/tags.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace saraban::cases {

using namespace saraban::language;

/// A part of a template: text, an output, or a statement.
struct Part {
  std::string text;
  std::optional<Expression> output;
  std::optional<Statement> statement;
};

inline std::vector<Part> parts_of(const std::string& text, Diagnostics& diagnostics) {
  std::vector<Part> parts;
  std::size_t at = 0;
  Trim trim_next = Trim::no;
  const auto add_text = [&](std::string piece, Trim trim_end) {
    const char* spaces = " \t\n";
    if (trim_next == Trim::yes)
      piece.erase(0, std::min(piece.find_first_not_of(spaces), piece.size()));
    if (trim_end == Trim::yes) piece.erase(piece.find_last_not_of(spaces) + 1);
    parts.push_back({std::move(piece), std::nullopt, std::nullopt});
  };
  Location where;
  where.file = "case";
  for (const Tag& tag : find_tags(text, where, diagnostics)) {
    add_text(text.substr(at, tag.begin - at), tag.before);
    at = tag.end, trim_next = tag.after;
    where.tag = text.substr(tag.begin, tag.end - tag.begin);
    Part part;
    if (tag.kind == TagKind::output) part.output = parse_output(tag.content, where, diagnostics);
    if (tag.kind == TagKind::statement)
      part.statement = parse_statement(tag.content, where, diagnostics);
    parts.push_back(std::move(part));
  }
  add_text(text.substr(at), Trim::no);
  return parts;
}

/// Runs parts, as a filler of documents does, but for plain text.
class Runner {
public:
  Runner(const std::vector<Part>& parts, Scope& scope) : parts_(parts), scope_(scope) {}
  std::string run() {
    run_from(0, parts_.size());
    return out_;
  }

private:
  template <class T>
  const T* statement(std::size_t i) const {
    return parts_[i].statement ? std::get_if<T>(&*parts_[i].statement) : nullptr;
  }
  bool opens(std::size_t i) const {
    const auto* set = statement<Set>(i);
    return statement<For>(i) || statement<If>(i) || (set && !set->value) || statement<Macro>(i) ||
           statement<Call>(i) || statement<With>(i) || statement<FilterBlock>(i);
  }
  bool closes(std::size_t i) const {
    return statement<EndFor>(i) || statement<EndIf>(i) || statement<EndSet>(i) ||
           statement<EndMacro>(i) || statement<EndCall>(i) || statement<EndWith>(i) ||
           statement<EndFilter>(i);
  }
  /// The next elif, else or end of the block that is open at `i`.
  std::size_t next_branch(std::size_t i, std::size_t end) const {
    for (int depth = 0; i < end; ++i) {
      if (opens(i)) ++depth;
      if (depth == 0 && (closes(i) || statement<Elif>(i) || statement<Else>(i))) return i;
      if (closes(i)) --depth;
    }
    return end;
  }
  std::size_t end_of(std::size_t i, std::size_t end) const {
    while (i < end && !closes(i)) i = next_branch(i + 1, end);
    return i;
  }
  std::string captured(std::size_t begin, std::size_t end) {
    std::string before = std::exchange(out_, {});
    run_from(begin, end);
    return std::exchange(out_, std::move(before));
  }

  void run_from(std::size_t i, std::size_t end) {
    while (i < end) {
      const Part& part = parts_[i];
      out_ += part.text;
      if (part.output) out_ += to_text(scope_.evaluate(*part.output), scope_, *part.output);
      i = part.statement ? run_statement(i, end) : i + 1;
    }
  }
  std::size_t run_statement(std::size_t i, std::size_t end) {
    const std::size_t branch = opens(i) ? next_branch(i + 1, end) : i;
    const std::size_t last = opens(i) ? end_of(branch, end) : i;
    if (const auto* s = statement<For>(i)) {
      const std::size_t other = std::min(branch + 1, last);
      scope_.for_each(
          *s, [&] { run_from(i + 1, branch); }, [&] { run_from(other, last); });
    } else if (const auto* choice = statement<If>(i)) {
      run_if(i, choice->condition, last);
    } else if (const auto* set = statement<Set>(i)) {
      run_set(*set, i, last);
    } else if (const auto* with = statement<With>(i)) {
      scope_.in_new_frame([&] {
        std::vector<Value> values;
        for (const auto& [name, value] : with->values) values.push_back(scope_.evaluate(value));
        for (std::size_t k = 0; k < values.size(); ++k)
          scope_.bind(with->values[k].first, values[k]);
        run_from(i + 1, last);
      });
    } else if (const auto* filter = statement<FilterBlock>(i)) {
      filter_into(filter->filter, captured(i + 1, last),
                  [&](const Value& v) { out_ += to_text(v, scope_, filter->filter); });
    } else if (const auto* macro = statement<Macro>(i)) {
      scope_.define(*macro, [this, i, last] { return Value(captured(i + 1, last)); });
    } else if (const auto* call = statement<Call>(i)) {
      const Value result =
          scope_.call(*call, [this, i, last] { return Value(captured(i + 1, last)); });
      out_ += to_text(result, scope_, call->call);
    } else if (const auto* settings = statement<SettingsTag>(i)) {
      scope_.apply(*settings);
    } else if (const auto* work = statement<Do>(i)) {
      scope_.evaluate(work->expression);
    }
    return std::max(last, i) + 1;
  }
  void filter_into(const Expression& filter, std::string text,
                   const std::function<void(const Value&)>& use) {
    scope_.in_new_frame([&] {
      scope_.bind("", Value(std::move(text)));
      use(scope_.evaluate(filter));
    });
  }
  void run_set(const Set& set, std::size_t i, std::size_t last) {
    if (set.value) return scope_.assign(set, scope_.evaluate(*set.value));
    Value text = captured(i + 1, last);
    if (set.filter)
      filter_into(*set.filter, captured(i + 1, last), [&](const Value& v) { text = v; });
    scope_.assign(set, std::move(text));
  }
  void run_if(std::size_t i, const Expression& first, std::size_t last) {
    const Expression* condition = &first;
    for (;;) {
      const std::size_t next = next_branch(i + 1, last);
      if (!condition || scope_.holds(*condition)) return run_from(i + 1, next);
      if (next >= last) return;
      const auto* elif = statement<Elif>(next);
      condition = elif ? &elif->condition : nullptr;
      i = next;
    }
  }

  const std::vector<Part>& parts_;
  Scope& scope_;
  std::string out_;
};

/// A text with tags, parsed. Faults go to the diagnostics.
class PlainTemplate {
public:
  PlainTemplate(const std::string& text, Diagnostics& diagnostics)
      : parts_(parts_of(text, diagnostics)) {}
  std::string run(Scope& scope) const { return Runner(parts_, scope).run(); }

private:
  std::vector<Part> parts_;
};

} // namespace saraban::cases
