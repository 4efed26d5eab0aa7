// What a tag says: an output's expression, or a statement by its first word.
#include "language/parser.h"
#include "language/tags.h"

#include <algorithm>
#include <array>

namespace saraban::language {
namespace {

std::vector<std::string> target_list(Parser& parser) {
  std::vector<std::string> targets;
  const bool bracketed = parser.take_symbol("(");
  do {
    targets.push_back(parser.expect_name());
    if (parser.take_symbol(".")) targets.back() += "." + parser.expect_name();
  } while (parser.take_symbol(",") && parser.at_name());
  if (bracketed) parser.expect_symbol(")");
  return targets;
}

Statement parse_for(Parser& parser) {
  For loop;
  loop.targets = target_list(parser);
  parser.expect_word("in");
  loop.list = parser.finish(parser.tuple_without_condition());
  if (parser.take_word("if")) loop.filter = parser.finish(parser.expression());
  loop.recursive = parser.take_word("recursive");
  return loop;
}

Statement parse_if(Parser& parser) {
  return If{parser.finish(parser.tuple())};
}
Statement parse_elif(Parser& parser) {
  return Elif{parser.finish(parser.tuple())};
}

Statement parse_set(Parser& parser) {
  Set set;
  set.targets = target_list(parser);
  if (parser.at_end()) return set;
  if (parser.take_symbol("|")) { // {% set x | upper %}…{% endset %}
    set.filter = parser.finish(parser.filters_alone());
    return set;
  }
  parser.expect_symbol("=");
  set.value = parser.finish(parser.tuple());
  return set;
}

Statement parse_include(Parser& parser) {
  Include include{parser.finish(parser.expression())};
  if (parser.take_word("ignore")) parser.expect_word("missing");
  if (parser.take_word("with") || parser.take_word("without")) parser.expect_word("context");
  return include;
}

std::vector<std::pair<std::string, Expression>> assignments(Parser& parser) {
  std::vector<std::pair<std::string, Expression>> values;
  while (!parser.failed() && !parser.at_end()) {
    std::string name = parser.expect_name();
    parser.expect_symbol("=");
    values.emplace_back(std::move(name), parser.finish(parser.expression()));
    if (!parser.take_symbol(",") && !parser.at_name()) break;
  }
  return values;
}

Statement parse_settings(Parser& parser) {
  constexpr std::array<std::string_view, 4> known{"digits", "era", "missing", "catchword"};
  SettingsTag settings{assignments(parser)};
  for (const auto& [name, value] : settings.values) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string nearest =
        nearest_name(name, std::vector<std::string>(known.begin(), known.end()));
    parser.fail("unknown-setting", {{"name", name}, {"nearest", nearest}});
  }
  return settings;
}
Statement parse_with(Parser& parser) {
  return With{assignments(parser)};
}

std::vector<std::pair<std::string, std::optional<Expression>>> parameters(Parser& parser) {
  std::vector<std::pair<std::string, std::optional<Expression>>> names;
  parser.expect_symbol("(");
  while (!parser.failed() && !parser.at_symbol(")")) {
    names.emplace_back(parser.expect_name(), std::nullopt);
    if (parser.take_symbol("=")) names.back().second = parser.finish(parser.expression());
    if (!parser.take_symbol(",")) break;
  }
  parser.expect_symbol(")");
  return names;
}

Statement parse_macro(Parser& parser) {
  Macro macro;
  macro.name = parser.expect_name();
  macro.parameters = parameters(parser);
  return macro;
}

Statement parse_call(Parser& parser) {
  Call call;
  if (parser.at_symbol("("))
    for (auto& [name, otherwise] : parameters(parser)) call.parameters.push_back(name);
  call.call = parser.finish(parser.expression());
  return call;
}

Statement parse_filter(Parser& parser) {
  return FilterBlock{parser.finish(parser.filters_alone())};
}
Statement parse_do(Parser& parser) {
  return Do{parser.finish(parser.tuple())};
}

CellTag cell_tag(Parser& parser, CellTag::Kind kind) {
  CellTag tag;
  tag.kind = kind;
  if (!parser.at_end()) tag.value = parser.finish(parser.expression());
  return tag;
}

/// An `end…` may repeat the name of what it ends.
template <class T>
Statement bare(Parser& parser) {
  if (parser.at_name()) parser.expect_keyword();
  return T{};
}

struct Keyword {
  std::string_view word;
  Statement (*parse)(Parser&);
};
constexpr std::array<Keyword, 26> keywords{{
    {"call", parse_call},
    {"cellbg", [](Parser& p) -> Statement { return cell_tag(p, CellTag::Kind::cell_background); }},
    {"colspan", [](Parser& p) -> Statement { return cell_tag(p, CellTag::Kind::colspan); }},
    {"do", parse_do},
    {"elif", parse_elif},
    {"else", [](Parser&) -> Statement { return Else{}; }},
    {"elseif", parse_elif},
    {"endcall", bare<EndCall>},
    {"endfilter", bare<EndFilter>},
    {"endfor", bare<EndFor>},
    {"endif", bare<EndIf>},
    {"endmacro", bare<EndMacro>},
    {"endraw", bare<EndRaw>},
    {"endset", bare<EndSet>},
    {"endwith", bare<EndWith>},
    {"filter", parse_filter},
    {"for", parse_for},
    {"hm", [](Parser& p) -> Statement { return cell_tag(p, CellTag::Kind::horizontal_merge); }},
    {"if", parse_if},
    {"include", parse_include},
    {"macro", parse_macro},
    {"raw", [](Parser&) -> Statement { return Raw{}; }},
    {"set", parse_set},
    {"settings", parse_settings},
    {"vm", [](Parser& p) -> Statement { return cell_tag(p, CellTag::Kind::vertical_merge); }},
    {"with", parse_with},
}};

std::vector<std::string> statement_words() {
  std::vector<std::string> words;
  for (const Keyword& keyword : keywords) words.emplace_back(keyword.word);
  return words;
}

} // namespace

Expression parse_output(std::string_view content, const Location& where, Diagnostics& diagnostics) {
  Parser parser(content, "}}", where, diagnostics);
  Child root = parser.tuple();
  parser.expect_end();
  return parser.finish(std::move(root));
}

std::optional<Statement> parse_statement(std::string_view content, const Location& where,
                                         Diagnostics& diagnostics) {
  Parser parser(content, "%}", where, diagnostics);
  const std::string word = parser.expect_keyword();
  if (parser.failed()) return std::nullopt;
  for (const Keyword& keyword : keywords) {
    if (keyword.word != word) continue;
    Statement statement = keyword.parse(parser);
    parser.expect_end();
    if (parser.failed()) return std::nullopt;
    return statement;
  }
  parser.fail("unknown-statement",
              {{"name", word}, {"nearest", nearest_name(word, statement_words())}});
  return std::nullopt;
}

} // namespace saraban::language
