// Expressions that stand in a field.
#include "pdf/expression.h"

#include "language/tags.h"

#include <algorithm>

namespace saraban::pdf {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

data::Value plain(const language::Value& value, language::Scope& scope,
                  const language::Expression& from) {
  return std::visit(
      Overloaded{
          [](const std::monostate&) { return data::Value(); },
          [](bool truth) { return data::Value(truth); },
          [](const Decimal& number) { return data::Value(data::Number{number.to_string()}); },
          [](const std::string& text) { return data::Value(text); },
          [](const data::Value* borrowed) { return *borrowed; },
          [](const language::CheckBox& box) { return data::Value(box.checked); },
          [](const language::Blank&) { return data::Value(); },
          [&](const std::shared_ptr<language::ListValue>& list) {
            data::List items;
            for (const language::Value& item : list->items)
              items.emplace_back(scope.text_of(item, from));
            return data::Value(std::move(items));
          },
          [&](const auto&) { return data::Value(language::to_text(value, scope, from)); }},
      value.content());
}

} // namespace

FieldExpression parse_expression(const std::string& source, const Location& where,
                                 Diagnostics& diagnostics) {
  FieldExpression expression;
  expression.source = source;
  std::size_t at = 0;
  for (const language::Tag& tag : language::find_tags(source, where, diagnostics)) {
    const std::string text = source.substr(at, tag.begin - at);
    at = tag.end;
    if (tag.kind == language::TagKind::output) {
      Location place = where;
      place.tag = source.substr(tag.begin, tag.end - tag.begin);
      auto parsed = language::parse_output(tag.content, place, diagnostics);
      for (std::string& path : language::paths_read(parsed))
        if (std::find(expression.paths.begin(), expression.paths.end(), path) ==
            expression.paths.end())
          expression.paths.push_back(std::move(path));
      expression.pieces.push_back({text, std::move(parsed)});
      continue;
    }
    if (!text.empty()) expression.pieces.push_back({text, std::nullopt});
    if (tag.kind == language::TagKind::statement)
      diagnostics.error("pdf-statement-in-field", where, {{"tag", std::string(tag.content)}});
  }
  if (at < source.size()) expression.pieces.push_back({source.substr(at), std::nullopt});
  return expression;
}

std::optional<FieldExpression> expression_of(const Field& field, const Location& where,
                                             Diagnostics& diagnostics) {
  for (const char* key : {"/TM", "/DV", "/V"}) {
    QPDFObjectHandle object = field.attribute(key);
    const bool is_value = std::string_view(key) != "/TM";
    // The value of a field of ours is data, whatever it looks like.
    if (!object.isString() || (is_value && is_ours(field))) continue;
    const std::string source = text_of(object);
    if (source.find("{{") == std::string::npos && source.find("{%") == std::string::npos) continue;
    return parse_expression(source, where, diagnostics);
  }
  return std::nullopt;
}

data::Value evaluate(const FieldExpression& expression, language::Scope& scope) {
  if (expression.is_single()) {
    const language::Expression& only = *expression.pieces[0].expression;
    return plain(scope.evaluate(only), scope, only);
  }
  std::string text;
  for (const FieldExpression::Piece& piece : expression.pieces) {
    text += piece.text;
    if (piece.expression)
      text += scope.text_of(scope.evaluate(*piece.expression), *piece.expression);
  }
  return data::Value(std::move(text));
}

} // namespace saraban::pdf
