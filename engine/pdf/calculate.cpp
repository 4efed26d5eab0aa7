// Fields that a form reckons from others by the JavaScript that all viewers know.
#include "pdf/calculate.h"

#include "base/decimal.h"
#include "pdf/values.h"

#include <algorithm>

namespace saraban::pdf {
namespace {

constexpr std::size_t longest_script = 4096, most_operands = 10'000;
constexpr int places = 6; // as viewers round

/// The quoted words of a call, their commas separating more of them.
std::vector<std::string> words_of(const std::string& script, std::size_t at) {
  std::vector<std::string> words;
  char quote = 0;
  std::string word;
  const auto end_word = [&] {
    while (!word.empty() && word.back() == ' ') word.pop_back();
    word.erase(0, std::min(word.find_first_not_of(' '), word.size()));
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (; at < script.size() && (quote != 0 || script[at] != ';'); ++at) {
    const char c = script[at];
    if (quote == 0) {
      if (c == '"' || c == '\'') quote = c;
    } else if (c == quote || c == ',') {
      end_word();
      if (c == quote) quote = 0;
    } else if (c == '\\' && at + 1 < script.size()) {
      word += script[++at];
    } else {
      word += c;
    }
  }
  return words;
}

/// The function's name, then the fields; nothing where the field is not reckoned so.
std::vector<std::string> calculation_of(const Field& field) {
  constexpr std::string_view call = "AFSimple_Calculate(";
  QPDFObjectHandle actions = field.attribute("/AA");
  if (!actions.isDictionary()) return {};
  QPDFObjectHandle action = actions.getKey("/C");
  if (!action.isDictionary()) return {};
  const std::string script = text_of(action.getKey("/JS")).substr(0, longest_script);
  const std::size_t at = script.find(call);
  return at == std::string::npos ? std::vector<std::string>() : words_of(script, at + call.size());
}

std::optional<Decimal> reckoned(const std::string& function, const std::vector<Decimal>& operands) {
  const bool product = function == "PRD";
  Decimal result(product ? 1 : 0);
  if (operands.empty()) return result;
  if (function == "MIN") return *std::min_element(operands.begin(), operands.end());
  if (function == "MAX") return *std::max_element(operands.begin(), operands.end());
  if (function != "SUM" && function != "AVG" && !product) return std::nullopt;
  for (const Decimal& operand : operands) result = product ? result * operand : result + operand;
  if (function != "AVG") return result;
  return result.divided_by(Decimal(static_cast<std::int64_t>(operands.size())));
}

class Calculator {
public:
  Calculator(const FormFields& fields, std::vector<Entry>& entries)
      : fields_(fields.fields), entries_(entries) {}

  /// Nothing where the field is no calculated one or nothing that it depends on changes.
  std::optional<Decimal> result_for(std::size_t field) const {
    if (entry_of(field) != nullptr) return std::nullopt;
    const std::vector<std::string> words = calculation_of(fields_[field]);
    if (words.empty()) return std::nullopt;
    std::vector<Decimal> operands;
    bool changes = false;
    for (std::size_t i = 0; i < fields_.size() && operands.size() < most_operands; ++i) {
      if (i == field || std::none_of(words.begin() + 1, words.end(), [&](const std::string& word) {
            return is_within(fields_[i].name, word);
          }))
        continue;
      const Entry* entry = entry_of(i);
      changes = changes || entry != nullptr;
      operands.push_back(
          Decimal::parse(entry != nullptr ? entry->text : text_of(fields_[i].attribute("/V")))
              .value_or(Decimal()));
    }
    if (!changes) return std::nullopt;
    const auto result = reckoned(words[0], operands);
    return result ? std::optional(shortest(*result)) : std::nullopt;
  }

  std::optional<std::size_t> field_of(QPDFObjectHandle object) const {
    for (std::size_t i = 0; i < fields_.size(); ++i)
      for (const Chain& chain : fields_[i].holders)
        if (chain.front().isSameObjectAs(object)) return i;
    return std::nullopt;
  }

private:
  static Decimal shortest(const Decimal& number) {
    return number.scale() > places ? number.rounded(places).normalized() : number;
  }
  /// The field itself, or one below it.
  static bool is_within(const std::string& name, const std::string& group) {
    return name.starts_with(group) && (name.size() == group.size() || name[group.size()] == '.');
  }
  const Entry* entry_of(std::size_t field) const {
    const auto at = std::find_if(entries_.begin(), entries_.end(),
                                 [&](const Entry& entry) { return entry.field == field; });
    return at == entries_.end() ? nullptr : &*at;
  }

  const std::vector<Field>& fields_;
  std::vector<Entry>& entries_;
};

} // namespace

void add_calculated(const FormFields& fields, const std::string& file, std::vector<Entry>& entries,
                    Diagnostics& diagnostics) {
  constexpr int most_calculated = 1000;
  QPDFObjectHandle form = fields.form;
  QPDFObjectHandle order = form.isDictionary() ? form.getKey("/CO") : QPDFObjectHandle::newNull();
  const int count = order.isArray() ? std::min(order.getArrayNItems(), most_calculated) : 0;
  const Calculator calculator(fields, entries);
  for (int i = 0; i < count; ++i) {
    const auto field = calculator.field_of(order.getArrayItem(i));
    if (!field || fields.fields[*field].kind != FieldKind::text) continue;
    const auto result = calculator.result_for(*field);
    if (!result) continue;
    const data::Value value(data::Number{result->to_string()});
    auto entry =
        entry_for(fields.fields[*field], value, place_of(file, fields.fields[*field]), diagnostics);
    if (!entry) continue;
    entry->field = *field;
    entries.push_back(std::move(*entry));
  }
}

} // namespace saraban::pdf
