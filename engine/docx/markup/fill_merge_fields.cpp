// Merge fields as tags (ECMA-376 Part 1, 17.16.5.35), and IF over them (17.16.5.22). What the data
// does not have stays a field.
#include "docx/markup/markup_parts.h"
#include "fill/binding.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace saraban::docx {
namespace {

struct Token {
  std::string text;
  bool is_quoted = false;
};

/// Words and quoted text of an instruction; a backslash in quotes takes the next character as it
/// is.
std::vector<Token> tokens_of(std::string_view instruction) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < instruction.size();) {
    if (instruction[at] == ' ' || instruction[at] == '\t' || instruction[at] == '\n') {
      ++at;
      continue;
    }
    Token token;
    token.is_quoted = instruction[at] == '"';
    if (token.is_quoted) ++at;
    while (at < instruction.size() && instruction[at] != (token.is_quoted ? '"' : ' ')) {
      if (token.is_quoted && instruction[at] == '\\' && at + 1 < instruction.size()) ++at;
      token.text += instruction[at++];
    }
    ++at;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// A number picture (17.16.4.2) as filters: grouping, decimals, and what stands round the digits.
std::string with_number_picture(const std::string& expression, std::string_view picture) {
  const std::size_t first = picture.find_first_of("#0,.");
  if (first == picture.npos) return expression;
  const std::size_t last = picture.find_last_of("#0,.");
  const std::string_view digits = picture.substr(first, last - first + 1);
  const std::size_t point = digits.find('.');
  const std::size_t decimals = point == digits.npos ? 0 : digits.size() - point - 1;
  const bool grouped = digits.find(',') != digits.npos;
  std::string shown =
      grouped ? "(" + expression + " | number(" + std::to_string(decimals) + "))"
              : "('%." + std::to_string(decimals) + "f' % (" + expression + " | float))";
  if (first > 0) shown = literal_of(picture.substr(0, first)) + " ~ " + shown;
  if (last + 1 < picture.size()) shown += " ~ " + literal_of(picture.substr(last + 1));
  return shown;
}

/// Formats of letters (17.16.4.3).
std::string with_letters(const std::string& expression, const std::string& format) {
  const std::string name = lower(format);
  const char* filter = name == "upper"                               ? "upper"
                       : name == "lower"                             ? "lower"
                       : name == "firstcap"                          ? "capitalize"
                       : name == "caps"                              ? "title"
                       : name == "thaiarabic" || name == "thaidigit" ? "thaidigits"
                       : name == "bahttext"                          ? "bahttext"
                                                                     : nullptr;
  return filter ? "(" + expression + ") | " + filter : expression;
}

struct MergeField {
  std::string name;
  std::string shown;         ///< The expression with its switches.
  std::string before, after; ///< \b and \f: only round a value.
};

/// Word writes names of columns with "_" for what no name may have.
std::string name_in_data(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

std::optional<MergeField> merge_field(const std::vector<Token>& tokens) {
  if (tokens.size() < 2 || lower(tokens[0].text) != "mergefield") return std::nullopt;
  MergeField field;
  field.name = field.shown = name_in_data(tokens[1].text);
  for (std::size_t i = 2; i + 1 < tokens.size(); ++i) {
    if (tokens[i].is_quoted) continue;
    const std::string& argument = tokens[i + 1].text;
    if (tokens[i].text == "\\b")
      field.before = argument;
    else if (tokens[i].text == "\\f")
      field.after = argument;
    else if (tokens[i].text == "\\#")
      field.shown = with_number_picture(field.shown, argument);
    else if (tokens[i].text == "\\@")
      field.shown = "(" + field.shown + ") | date(" + literal_of(date_pattern(argument)) + ")";
    else if (tokens[i].text == "\\*")
      field.shown = with_letters(field.shown, argument);
    else
      continue;
    ++i;
  }
  return field;
}

/// What stands in the place of a field that is bound: the value with what goes round it.
std::string value_tags(const MergeField& field) {
  const std::string value = "{{ " + field.shown + " }}";
  if (field.before.empty() && field.after.empty()) return value;
  return "{% if " + field.name + " %}" + field.before + value + field.after + "{% endif %}";
}

/// A field: its runs, from the one that begins it to the one that ends it, all of one parent.
struct Field {
  pugi::xml_node first, last, shown; ///< `shown`: the first run of its result.
  std::string instruction; ///< Fields within it are named: a merge field's name for the field.
};

/// Follows begin, separate and end (17.16.18) through the runs of one parent.
class FieldFinder {
public:
  std::vector<Field> run(pugi::xml_node parent) {
    for (pugi::xml_node child : parent.children())
      if (std::string_view(child.name()) == "w:r") visit(child);
    return std::move(found_);
  }

private:
  struct Open {
    Field field;
    std::string instruction;
    bool in_result = false;
  };
  void visit(pugi::xml_node run) {
    for (pugi::xml_node child : run.children()) {
      const std::string_view name = child.name();
      if (name == "w:fldChar")
        turn(run, child.attribute("w:fldCharType").value());
      else if (name == "w:instrText" && !open_.empty() && !open_.back().in_result)
        open_.back().instruction += child.text().get();
      else if (name == "w:t" && !open_.empty() && open_.back().in_result &&
               !open_.back().field.shown)
        open_.back().field.shown = run;
    }
  }
  void turn(pugi::xml_node run, std::string_view type) {
    if (type == "begin") {
      open_.push_back({{run, {}, {}, ""}, "", false});
    } else if (open_.empty()) {
      return;
    } else if (type == "separate") {
      open_.back().in_result = true;
    } else if (type == "end") {
      Open ended = std::move(open_.back());
      open_.pop_back();
      ended.field.last = run;
      ended.field.instruction = ended.instruction;
      if (open_.empty())
        found_.push_back(std::move(ended.field));
      else if (!open_.back().in_result)
        open_.back().instruction += " \xE2\x80\xB9" + ended.instruction + "\xE2\x80\xBA ";
    }
  }

  std::vector<Open> open_;
  std::vector<Field> found_;
};

/// An operand of IF: a literal, or the field within that ‹…› stands for.
std::optional<std::string> operand_of(const Token& token) {
  if (token.is_quoted) return literal_of(token.text);
  const bool number =
      !token.text.empty() && token.text.find_first_not_of("0123456789.-") == std::string::npos;
  return number ? token.text : literal_of(token.text);
}

struct Condition {
  std::string name;       ///< The merge field's.
  std::string expression; ///< In our words.
  std::string yes, no;
};

/// { IF { MERGEFIELD a } = "x" "yes" "no" }; nothing for what else IF can be.
std::optional<Condition> condition_of(const std::string& instruction) {
  constexpr std::string_view open = "\xE2\x80\xB9", close = "\xE2\x80\xBA";
  const std::size_t begin = instruction.find(open), end = instruction.find(close);
  if (begin == instruction.npos || end == instruction.npos || end < begin ||
      instruction.find(open, end) != instruction.npos)
    return std::nullopt;
  const auto field = merge_field(tokens_of(
      std::string_view(instruction).substr(begin + open.size(), end - begin - open.size())));
  const auto head = tokens_of(std::string_view(instruction).substr(0, begin));
  const auto rest = tokens_of(std::string_view(instruction).substr(end + close.size()));
  if (!field || head.size() != 1 || lower(head[0].text) != "if" || rest.size() < 3)
    return std::nullopt;
  const std::string& written = rest[0].text;
  const char* sign = written == "="    ? "=="
                     : written == "<>" ? "!="
                     : written == "<" || written == ">" || written == "<=" || written == ">="
                         ? written.c_str()
                         : nullptr;
  const auto operand = operand_of(rest[1]);
  if (!sign || !operand) return std::nullopt;
  const bool number = operand->front() != '\'';
  const std::string left = number ? "(" + field->name + " | float)" : "(" + field->name + " ~ '')";
  return Condition{field->name, left + " " + sign + " " + *operand, rest[2].text,
                   rest.size() > 3 && !rest[3].text.starts_with("\\") ? rest[3].text : ""};
}

/// Text between tags is no tag.
bool is_plain(const std::string& text) {
  return text.find('{') == std::string::npos;
}

/// The tags that stand for a field, and the name that they need.
std::optional<std::pair<std::string, std::string>> tags_for(const std::string& instruction) {
  if (!is_plain(instruction)) return std::nullopt;
  if (const auto field = merge_field(tokens_of(instruction)))
    return std::make_pair(field->name, value_tags(*field));
  if (const auto condition = condition_of(instruction))
    return std::make_pair(condition->name, "{% if " + condition->expression + " %}" +
                                               condition->yes + "{% else %}" + condition->no +
                                               "{% endif %}");
  return std::nullopt;
}

void enclose(pugi::xml_node first, pugi::xml_node last, pugi::xml_node like,
             const std::string& instruction) {
  const auto tags = tags_for(instruction);
  const auto known = tags ? fill::names_are_there(tags->first) : std::nullopt;
  if (!known) return;
  insert_run(first, true, like, "{% if " + *known + " %}" + tags->second + "{% else %}");
  insert_run(last, false, like, "{% endif %}");
}

} // namespace

std::string literal_of(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

/// Letters that CLDR writes otherwise: names of days, and the Buddhist year; text in quotes stays.
std::string date_pattern(std::string_view picture) {
  std::string pattern;
  for (std::size_t at = 0; at < picture.size();) {
    std::size_t end = at;
    while (end < picture.size() && picture[end] == picture[at]) ++end;
    std::size_t count = end - at;
    const char letter = picture[at];
    if (picture.substr(at).starts_with("am/pm") || picture.substr(at).starts_with("AM/PM")) {
      pattern += "a";
      end = at + 5;
    } else if (letter == 'd' && count > 2) {
      pattern += count == 3 ? "EEE" : "EEEE";
    } else if (letter == 'b' || letter == 'e') {
      pattern += count > 2 ? "yyyy" : "yy";
    } else {
      pattern.append(count, letter);
    }
    at = end;
  }
  return pattern;
}

pugi::xml_node insert_run(pugi::xml_node place, bool before, pugi::xml_node like,
                          const std::string& text) {
  pugi::xml_node parent = place.parent();
  pugi::xml_node run =
      before ? parent.insert_child_before("w:r", place) : parent.insert_child_after("w:r", place);
  if (like) run.append_copy(like);
  pugi::xml_node content = run.append_child("w:t");
  content.append_attribute("xml:space") = "preserve";
  content.text().set(text.c_str());
  return run;
}

void bind_merge_fields(pugi::xml_node parent) {
  for (const Field& field : FieldFinder().run(parent)) {
    const pugi::xml_node like = field.shown ? field.shown : field.first;
    enclose(field.first, field.last, like.child("w:rPr"), field.instruction);
  }
  std::vector<pugi::xml_node> simple;
  for (pugi::xml_node child : parent.children("w:fldSimple")) simple.push_back(child);
  for (const pugi::xml_node field : simple)
    enclose(field, field, field.child("w:r").child("w:rPr"), field.attribute("w:instr").value());
}

} // namespace saraban::docx
