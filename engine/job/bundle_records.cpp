// What the documents of a package are filled from.
#include "job/bundle_records.h"

#include "data/read.h"
#include "job/text_pattern.h"

namespace saraban::job {
namespace {

using data::Value;

/// The same value where sources are counted from `by` on.
Value moved(Value value, std::uint32_t by) {
  data::Mark mark = value.mark();
  if (mark.source != 0) mark.source += by;
  Value::Content content = std::move(value.content());
  if (auto* list = std::get_if<data::List>(&content))
    for (Value& item : *list) item = moved(std::move(item), by);
  if (auto* map = std::get_if<data::Map>(&content))
    for (auto& [name, member] : *map) member = moved(std::move(member), by);
  return {std::move(content), mark};
}

/// Adds the sources of `more`; how far its marks are moved.
std::uint32_t add_sources(data::Sources& all, const data::Sources& more) {
  const auto by = static_cast<std::uint32_t>(all.names.size() - 1);
  for (std::size_t i = 1; i < more.names.size(); ++i) all.names.push_back(more.names[i]);
  return by;
}

Value number(std::size_t n) {
  return Value(data::Number{std::to_string(n)});
}

Record named(std::string name, Record record) {
  record.value = Value(data::Map{{std::move(name), std::move(record.value)}});
  return record;
}

class Records {
public:
  Records(const Bundle& bundle, const Record& row, const Job& job, Diagnostics& diagnostics)
      : bundle_(bundle), row_(row), job_(job), diagnostics_(diagnostics) {}

  std::vector<Record> all() {
    std::vector<Record> records;
    for (const BundleDocument& document : bundle_.documents) records.push_back(own(document));
    const bool has_letter = !records.empty() && bundle_.documents.front().enclosure == 0;
    const Record letter = has_letter ? records.front() : Record();
    for (std::size_t i = has_letter ? 1 : 0; i < records.size(); ++i)
      records[i] = joined(std::move(records[i]), context(bundle_.documents[i].enclosure, letter));
    if (has_letter && has_entries()) add_list(records, letter);
    return records;
  }

private:
  Record own(const BundleDocument& document) {
    Record record = joined(document.record, row_);
    record.value = with_assignments(std::move(record.value), job_, record.sources, diagnostics_);
    return record;
  }

  Record context(std::size_t enclosure, const Record& letter) const {
    Record context;
    context.value = Value(
        data::Map{{"ลำดับ", number(enclosure)}, {"จำนวน", number(bundle_.plan.enclosures.size())}});
    return named("ชุดเอกสาร", joined(std::move(context), named("หนังสือ", letter)));
  }

  bool has_entries() const {
    for (const EnclosurePlan& enclosure : bundle_.plan.enclosures)
      if (!enclosure.entry.is_null()) return true;
    return false;
  }

  /// The package's list takes the place of one in the letter's data.
  void add_list(std::vector<Record>& records, const Record& letter) {
    data::List list;
    for (std::size_t i = 0; i < bundle_.plan.enclosures.size(); ++i) {
      const EnclosurePlan& enclosure = bundle_.plan.enclosures[i];
      if (!enclosure.entry.is_null()) list.push_back(entry(i + 1, enclosure, records, letter));
    }
    Record added;
    added.sources = bundle_.plan.sources;
    added.value = Value(data::Map{{bundle_.plan.list, Value(std::move(list))}});
    warn_of_other_list(letter, *added.value.find(bundle_.plan.list));
    records.front() = joined(std::move(records.front()), added);
  }

  /// An entry's texts are filled from its own document's data, over the letter's.
  Value entry(std::size_t number, const EnclosurePlan& plan, const std::vector<Record>& records,
              const Record& letter) {
    Record about = letter;
    for (std::size_t i = 0; i < records.size(); ++i)
      if (bundle_.documents[i].enclosure == number) {
        about = joined(std::move(about), records[i]);
        break;
      }
    language::Scope scope(about.value, about.sources, job_.environment, settings_of(bundle_),
                          diagnostics_);
    data::Map filled;
    for (const auto& [name, value] : *plan.entry.map()) {
      const std::string* text = value.string();
      if (text == nullptr) {
        filled.emplace_back(name, value);
        continue;
      }
      const TextPattern pattern(*text, data::location_of(value.mark(), bundle_.plan.sources),
                                diagnostics_);
      filled.emplace_back(
          name, Value(pattern.of(scope, [](std::string same) { return same; }), value.mark()));
    }
    return Value(std::move(filled), plan.entry.mark());
  }

  void warn_of_other_list(const Record& letter, const Value& list) {
    const Value* own = letter.value.find(bundle_.plan.list);
    if (own == nullptr || own->list() == nullptr || own->list()->size() == list.list()->size())
      return;
    diagnostics_.warning("package-other-list", data::location_of(own->mark(), letter.sources),
                         {{"name", bundle_.plan.list},
                          {"own", std::to_string(own->list()->size())},
                          {"count", std::to_string(list.list()->size())}});
  }

  const Bundle& bundle_;
  const Record& row_;
  const Job& job_;
  Diagnostics& diagnostics_;
};

} // namespace

Record joined(Record left, const Record& right) {
  const std::uint32_t by = add_sources(left.sources, right.sources);
  left.value = data::merge(std::move(left.value), moved(right.value, by));
  return left;
}

std::vector<Record> records_of(const Bundle& bundle, const Record& row, const Job& job,
                               Diagnostics& diagnostics) {
  return Records(bundle, row, job, diagnostics).all();
}

} // namespace saraban::job
