// "saraban:checks" of a JSON Schema: what its author knows of the figures.
#include "clerk/clerk.h"
#include "data/read.h"
#include "language/tags.h"

namespace saraban::clerk {
namespace {

using data::Value;

constexpr int deepest = 32;

/// Both sides of the first == that is not in quotes or brackets.
std::optional<std::pair<std::string, std::string>> sides_of(const std::string& text) {
  int depth = 0;
  char quote = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '\'' || c == '"') quote = c;
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (depth == 0 && c == '=' && text[i + 1] == '=')
      return std::pair(text.substr(0, i), text.substr(i + 2));
  }
  return std::nullopt;
}

class Relations {
public:
  Relations(const Papers& papers, Diagnostics& diagnostics)
      : papers_(papers), diagnostics_(diagnostics), settings_(papers.settings),
        scope_(papers.record, papers.sources, papers.environment, quiet(), unheard_) {}

  void walk(const Value& schema, const Value& value, int depth);

private:
  language::DocumentSettings quiet() {
    settings_.missing = language::Missing::empty;
    return settings_;
  }
  void check_all(const Value& checks, const Value& object);
  void check_required(const Value& names, const Value& object);
  void check(const std::string& text, const std::string& message, const Value& check,
             const Value& object);
  std::optional<language::Expression> parsed(const std::string& text, const Value& check);
  std::string side(const std::string& text);
  data::Mark place(const language::Expression& expression, const Value& object) const;

  const Papers& papers_;
  Diagnostics& diagnostics_;
  Diagnostics unheard_; ///< A figure that is not there is no fault of the relation.
  language::DocumentSettings settings_;
  language::Scope scope_;
};

std::optional<language::Expression> Relations::parsed(const std::string& text, const Value& check) {
  const Location where = papers_.schema_sources != nullptr
                             ? data::location_of(check.mark(), *papers_.schema_sources)
                             : Location();
  const std::size_t before = diagnostics_.error_count();
  language::Expression expression = language::parse_output(text, where, diagnostics_);
  return diagnostics_.error_count() == before ? std::optional(expression) : std::nullopt;
}

std::string Relations::side(const std::string& text) {
  Diagnostics none;
  const language::Expression expression = language::parse_output(text, {}, none);
  return language::to_text(scope_.evaluate(expression), scope_, expression);
}

/// Where the first figure stands that the data has.
data::Mark Relations::place(const language::Expression& expression, const Value& object) const {
  for (const std::string& path : language::paths_read(expression)) {
    const std::string name = path.substr(0, path.find_first_of(".["));
    for (const Value* within : {&object, &papers_.record})
      if (const Value* found = within->find(name)) return found->mark();
  }
  return object.mark();
}

void Relations::check(const std::string& text, const std::string& message, const Value& check,
                      const Value& object) {
  const auto expression = parsed(text, check);
  if (!expression) return;
  const std::size_t before = unheard_.error_count();
  for (const std::string& path : language::paths_read(*expression)) {
    Diagnostics none;
    const auto value = scope_.evaluate(language::parse_output(path, {}, none));
    if (value.is_undefined()) return;
  }
  const bool holds = scope_.holds(*expression);
  if (holds || unheard_.error_count() != before) return;
  const auto sides = sides_of(text);
  diagnostics_.warning(sides ? "clerk-relation" : "clerk-rule",
                       data::location_of(place(*expression, object), papers_.sources),
                       {{"check", message.empty() ? text : message},
                        {"left", sides ? side(sides->first) : ""},
                        {"right", sides ? side(sides->second) : ""}});
}

void Relations::check_all(const Value& checks, const Value& object) {
  const data::List one{checks};
  for (const Value& item : checks.list() != nullptr ? *checks.list() : one) {
    if (item.string() != nullptr) check(*item.string(), "", item, object);
    const Value* text = item.find("check");
    const Value* message = item.find("message");
    if (text != nullptr && text->string() != nullptr)
      check(*text->string(), message != nullptr && message->string() ? *message->string() : "",
            item, object);
  }
}

/// What is required and is there, but empty or still the dots of a form.
void Relations::check_required(const Value& names, const Value& object) {
  if (names.list() == nullptr) return;
  for (const Value& name : *names.list()) {
    const Value* member = name.string() != nullptr ? object.find(*name.string()) : nullptr;
    if (member == nullptr) continue;
    const std::string* text = member->string();
    if (member->is_null() || (text != nullptr && text->find_first_not_of(" .…") == text->npos))
      diagnostics_.warning("clerk-unfilled", data::location_of(member->mark(), papers_.sources),
                           {{"name", *name.string()}});
  }
}

/// The names of an object stand over those around it.
void Relations::walk(const Value& schema, const Value& value, int depth) {
  if (depth > deepest || schema.map() == nullptr) return;
  if (value.map() != nullptr) {
    scope_.in_new_frame([&] {
      for (const auto& [name, member] : *value.map()) scope_.bind(name, language::Value(&member));
      if (const Value* checks = schema.find("saraban:checks")) check_all(*checks, value);
      if (const Value* required = schema.find("required")) check_required(*required, value);
      const Value* properties = schema.find("properties");
      if (properties == nullptr || properties->map() == nullptr) return;
      for (const auto& [name, inner] : *properties->map())
        if (const Value* member = value.find(name)) walk(inner, *member, depth + 1);
    });
  }
  if (value.list() != nullptr)
    if (const Value* items = schema.find("items"))
      for (const Value& item : *value.list()) walk(*items, item, depth + 1);
}

} // namespace

void check_relations(const Papers& papers, Diagnostics& diagnostics) {
  if (papers.schema != nullptr)
    Relations(papers, diagnostics).walk(*papers.schema, papers.record, 0);
}

} // namespace saraban::clerk
