// Which value each field gets: by its name, or by the expression that stands in it.
#include "pdf/values.h"

#include "data/read.h"
#include "pdf/data_path.h"
#include "thai/digits.h"

#include <algorithm>
#include <set>

namespace saraban::pdf {
namespace {

constexpr std::size_t most_unused = 20;

/// What the template of a form of ours says of digits and years.
language::DocumentSettings settings_of(const FormFields& fields) {
  language::DocumentSettings settings;
  QPDFObjectHandle form = fields.form;
  if (!form.isDictionary()) return settings;
  QPDFObjectHandle known = form.getKey("/SRB");
  if (!known.isDictionary()) return settings;
  if (text_of(known.getKey("/Digits")) == "thai") settings.digits = thai::Digits::thai;
  if (text_of(known.getKey("/Era")) == "ce") settings.era = thai::Era::common;
  return settings;
}

class Chooser {
public:
  Chooser(const Form& form, const FormFields& fields, const RecordView& record,
          const Environment& environment, Diagnostics& diagnostics)
      : form_(form), record_(record), environment_(environment), diagnostics_(diagnostics),
        scope_(record.value, record.sources, environment, settings_of(fields), diagnostics) {}

  std::optional<Entry> choose(const Field& field, const FieldExpression* expression) {
    const Location where = place_of(form_.name(), field);
    std::optional<Entry> entry;
    if (expression != nullptr) {
      if (!speaks_of(*expression)) return std::nullopt;
      const std::size_t before = diagnostics_.error_count();
      const data::Value value = evaluate(*expression, scope_);
      if (diagnostics_.error_count() != before || value.is_null()) return std::nullopt;
      entry = entry_for(field, in_digits(field, value), where, diagnostics_);
      if (entry) entry->raw = raw_of(*expression, value);
      return entry;
    }
    const data::Value* value = field.name.empty() ? nullptr
                               // Names that we made ourselves are whole paths.
                               : field.attribute("/SRB").isDictionary()
                                   ? find_path(record_.value, field.name)
                                   : find_for_field(record_.value, field.name);
    if (value == nullptr || value->is_null()) return std::nullopt;
    used_.insert(value);
    entry = entry_for(field, in_digits(field, *value), where, diagnostics_);
    if (entry && value->number() && entry->text != value->number()->text)
      entry->raw = json_of(*value);
    return entry;
  }

  void report_unused(const FormFields& fields) {
    std::vector<std::string> names;
    for (const Field& field : fields.fields) names.push_back(field.name);
    std::size_t count = 0;
    for (const auto& [path, value] : leaves(record_.value)) {
      const bool is_value = value->boolean() || value->number() || value->string();
      if (!is_value || is_used(record_.value, path, value)) continue;
      if (++count > most_unused) break;
      diagnostics_.warning("pdf-unused-value", data::location_of(value->mark(), record_.sources),
                           {{"path", path}, {"nearest", nearest_name(path, names)}});
    }
  }

private:
  /// Numbers that no filter has written.
  data::Value in_digits(const Field& field, const data::Value& value) const {
    const data::Number* number = field.kind == FieldKind::text ? value.number() : nullptr;
    if (number == nullptr || scope_.settings().digits == thai::Digits::arabic) return value;
    return data::Value(thai::with_digits(number->text, scope_.settings().digits));
  }

  /// An expression whose names are all absent leaves its field as it is, unless asked otherwise.
  bool speaks_of(const FieldExpression& expression) {
    bool found = expression.paths.empty() || environment_.missing == MissingValue::error;
    for (const std::string& path : expression.paths) {
      const data::Value* value = find_path(record_.value, path);
      if (value == nullptr || value->is_null()) continue;
      used_.insert(value);
      found = true;
    }
    return found;
  }

  std::string raw_of(const FieldExpression& expression, const data::Value& value) const {
    const data::Value* source =
        expression.paths.size() == 1 ? find_path(record_.value, expression.paths[0]) : nullptr;
    return json_of(source != nullptr ? *source : value);
  }

  /// A list or map that was used as a whole uses all that is in it.
  bool is_used(const data::Value& root, const std::string& path, const data::Value* value) const {
    if (used_.count(value) != 0) return true;
    for (std::size_t at = 0; at < path.size(); ++at)
      if ((path[at] == '.' || path[at] == '[') && at != 0)
        if (const data::Value* above = find_path(root, std::string_view(path).substr(0, at));
            above != nullptr && used_.count(above) != 0)
          return true;
    return false;
  }

  const Form& form_;
  const RecordView& record_;
  const Environment& environment_;
  Diagnostics& diagnostics_;
  language::Scope scope_;
  std::set<const data::Value*> used_; ///< Looked up, never listed.
};

} // namespace

Location place_of(const std::string& file, const Field& field) {
  Location where;
  where.file = file;
  for (const Widget& widget : field.widgets) {
    if (widget.page == 0) continue;
    where.place.push_back({"page", static_cast<int>(widget.page), ""});
    break;
  }
  where.place.push_back({"field", 0, field.name});
  return where;
}

std::vector<Entry> entries_for(const Form& form, const FormFields& fields, const RecordView& record,
                               const Environment& environment, Diagnostics& diagnostics) {
  Chooser chooser(form, fields, record, environment, diagnostics);
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < fields.fields.size(); ++i) {
    if (auto entry = chooser.choose(fields.fields[i], form.expression(i))) {
      entry->field = i;
      entries.push_back(std::move(*entry));
    }
  }
  if (record.unused == UnusedValues::reported) chooser.report_unused(fields);
  return entries;
}

} // namespace saraban::pdf
