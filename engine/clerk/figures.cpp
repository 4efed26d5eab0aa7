// Numbers of the data against each other, told by their names. A name that could mean something
// else is no reason to speak: where any reading agrees, the clerk is content.
#include "clerk/clerk.h"
#include "clerk/read_text.h"
#include "data/read.h"
#include "thai/baht.h"
#include "thai/baht_read.h"

#include <algorithm>
#include <array>
#include <span>

namespace saraban::clerk {
namespace {

using data::Value;

constexpr int deepest = 64;
constexpr std::array<std::string_view, 5> total_names = {
    "รวม", "ยอดรวม", "ทั้งสิ้น", "total", "sum",
};
constexpr std::array<std::string_view, 4> quantity_names = {"จำนวน", "ปริมาณ", "quantity", "qty"};
constexpr std::array<std::string_view, 7> price_names = {
    "ราคา", "หน่วยละ", "อัตรา", "ต่อหน่วย", "ต่อกลุ่ม", "price", "rate",
};
constexpr std::array<std::string_view, 5> amount_names = {
    "เงิน", "เป็นเงิน", "จำนวนเงิน", "รวม", "amount",
};
constexpr std::array<std::string_view, 3> rest_names = {"คงเหลือ", "เหลือ", "remaining"};
constexpr std::array<std::string_view, 3> percent_names = {"ร้อยละ", "เปอร์เซ็นต์", "percent"};

bool begins_with_one(std::string_view name, std::span<const std::string_view> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view known) { return name.starts_with(known); });
}

struct Figure {
  std::string_view name;
  Decimal value;
  data::Mark mark;
};

class Figures {
public:
  Figures(const data::Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}
  void look(const Value& value, int depth);

private:
  void warn(const char* code, data::Mark at,
            std::vector<std::pair<std::string, std::string>> arguments) {
    diagnostics_.warning(code, data::location_of(at, sources_), std::move(arguments));
  }
  void look_at_map(const data::Map& map);
  void check_product(std::span<const Figure> figures);
  void check_rest(std::span<const Figure> figures);
  void check_percent(std::span<const Figure> figures);
  void check_totals(const data::Map& map, std::span<const Figure> figures);
  void check_count(const data::Map& map, std::span<const Figure> figures);
  void check_words(const data::Map& map, std::span<const Figure> figures);
  void check_total_row(const data::List& list);

  const data::Sources& sources_;
  Diagnostics& diagnostics_;
};

std::vector<Figure> figures_of(const data::Map& map) {
  std::vector<Figure> figures;
  for (const auto& [name, member] : map)
    if (const auto number = number_of(member)) figures.push_back({name, *number, member.mark()});
  return figures;
}

const Figure* named(std::span<const Figure> figures, std::span<const std::string_view> names) {
  for (const Figure& figure : figures)
    if (begins_with_one(figure.name, names)) return &figure;
  return nullptr;
}

/// จำนวน × ราคา is เงิน; with จำนวน, วัน and อัตรา all of them are multiplied.
void Figures::check_product(std::span<const Figure> figures) {
  const Figure* price = named(figures, price_names);
  const Figure* amount = nullptr;
  for (const Figure& figure : figures)
    if (std::find(amount_names.begin(), amount_names.end(), figure.name) != amount_names.end() ||
        figure.name.starts_with("รวมเงิน") || figure.name.starts_with("รวมเป็นเงิน"))
      amount = &figure;
  const Figure* quantity = nullptr;
  for (const Figure& figure : figures)
    if (&figure != amount && &figure != price && begins_with_one(figure.name, quantity_names))
      quantity = &figure;
  if (price == nullptr || amount == nullptr || quantity == nullptr || price == amount) return;
  Decimal all(1);
  for (const Figure& figure : figures)
    if (&figure != amount) all = all * figure.value;
  const Decimal product = quantity->value * price->value;
  if (product == amount->value || all == amount->value) return;
  warn("clerk-product", amount->mark,
       {{"quantity", grouped(quantity->value)},
        {"price", grouped(price->value)},
        {"amount", grouped(amount->value)},
        {"product", grouped(product)},
        {"name", std::string(amount->name)}});
}

/// Of three numbers, one of them called what is left.
void Figures::check_rest(std::span<const Figure> figures) {
  const Figure* rest = named(figures, rest_names);
  if (rest == nullptr || figures.size() < 3) return;
  const Figure* whole = nullptr;
  for (const Figure& figure : figures)
    if (&figure != rest && (whole == nullptr || figure.value > whole->value)) whole = &figure;
  if (whole == nullptr) return;
  Decimal right = whole->value;
  for (const Figure& figure : figures)
    if (&figure != rest && &figure != whole) right = right - figure.value;
  if (right == rest->value) return;
  if (figures.size() > 3) { // some of the parts may not count
    for (const Figure& figure : figures)
      if (whole->value - figure.value == rest->value) return;
  }
  warn("clerk-rest", rest->mark,
       {{"name", std::string(rest->name)},
        {"rest", grouped(rest->value)},
        {"whole", grouped(whole->value)},
        {"right", grouped(right)}});
}

void Figures::check_percent(std::span<const Figure> figures) {
  const Figure* percent = named(figures, percent_names);
  if (percent == nullptr || figures.size() != 3) return;
  std::vector<const Figure*> others;
  for (const Figure& figure : figures)
    if (&figure != percent) others.push_back(&figure);
  const auto [part, whole] = std::minmax(others[0]->value, others[1]->value);
  const auto share = (part * Decimal(100)).divided_by(whole);
  if (!share) return;
  const int places = percent->value.scale();
  if (share->rounded(places) == percent->value ||
      share->rounded(places, Rounding::down) == percent->value)
    return;
  warn("clerk-percent", percent->mark,
       {{"part", grouped(part)},
        {"whole", grouped(whole)},
        {"percent", percent->value.to_string()},
        {"right", share->rounded(std::max(places, 2)).to_string()}});
}

bool is_total_row(const data::Map& map) {
  return std::any_of(map.begin(), map.end(), [](const data::Member& member) {
    const std::string* text = member.second.string();
    return text != nullptr && (*text == "รวม" || text->starts_with("รวมทั้งสิ้น") ||
                               text->starts_with("รวมเป็นเงิน") || text->starts_with("รวมเงิน"));
  });
}

struct Column {
  std::string_view name;
  Decimal sum;
};

/// Without the row that is their total.
std::vector<Column> sums_of(const data::List& list) {
  std::vector<Column> columns;
  for (const Value& item : list) {
    if (item.map() == nullptr) return {};
    if (&item == &list.back() && is_total_row(*item.map())) break;
    for (const Figure& figure : figures_of(*item.map())) {
      const auto known = std::find_if(columns.begin(), columns.end(),
                                      [&](const Column& c) { return c.name == figure.name; });
      if (known == columns.end())
        columns.push_back({figure.name, figure.value});
      else
        known->sum = known->sum + figure.value;
    }
  }
  return columns;
}

Decimal distance(const Decimal& a, const Decimal& b) {
  return a < b ? b - a : a - b;
}

/// A total beside lists is the sum of one of their columns, of one name or the nearest.
void Figures::check_totals(const data::Map& map, std::span<const Figure> figures) {
  std::vector<Column> columns;
  for (const auto& [name, member] : map)
    if (member.list() != nullptr && member.list()->size() > 1)
      for (const Column& column : sums_of(*member.list())) columns.push_back(column);
  if (columns.empty()) return;
  for (const Figure& figure : figures) {
    if (!begins_with_one(figure.name, total_names)) continue;
    const Column* nearest = &columns.front();
    bool agrees = false, same_name = false;
    for (const Column& column : columns) {
      agrees = agrees || column.sum == figure.value;
      const bool meant = figure.name.ends_with(column.name) && figure.name != column.name;
      if (meant ||
          (!same_name && distance(column.sum, figure.value) < distance(nearest->sum, figure.value)))
        nearest = &column;
      same_name = same_name || meant;
    }
    if (!agrees)
      warn("clerk-sum", figure.mark,
           {{"name", std::string(figure.name)},
            {"total", grouped(figure.value)},
            {"column", std::string(nearest->name)},
            {"sum", grouped(nearest->sum)}});
  }
}

/// "จำนวนเรื่อง: 2" beside a list "เรื่อง".
void Figures::check_count(const data::Map& map, std::span<const Figure> figures) {
  constexpr std::string_view count_of = "จำนวน";
  for (const Figure& figure : figures) {
    if (!figure.name.starts_with(count_of) || figure.name.size() == count_of.size()) continue;
    const std::string_view what = figure.name.substr(count_of.size());
    for (const auto& [name, member] : map)
      if (name == what && member.list() != nullptr &&
          figure.value != Decimal(static_cast<std::int64_t>(member.list()->size())))
        warn("clerk-count", figure.mark,
             {{"name", std::string(figure.name)},
              {"said", grouped(figure.value)},
              {"counted", std::to_string(member.list()->size())}});
  }
}

/// Words that are a member of their own belong to the number whose name theirs begins with, or to
/// the only one.
void Figures::check_words(const data::Map& map, std::span<const Figure> figures) {
  for (const auto& [name, member] : map) {
    const std::string* text = member.string();
    if (text == nullptr || figures.empty()) continue;
    const auto words = thai::find_baht_words(*text);
    if (words.size() != 1 || words[0].end - words[0].begin + 6 < text->size()) continue;
    const Figure* meant = figures.size() == 1 ? &figures[0] : nullptr;
    bool agrees = false;
    for (const Figure& figure : figures) {
      agrees = agrees || (words[0].amount && *words[0].amount == figure.value);
      if (std::string_view(name).starts_with(figure.name)) meant = &figure;
    }
    if (agrees || meant == nullptr) continue;
    warn(words[0].amount ? "clerk-words" : "clerk-words-unreadable", member.mark(),
         {{"words", text->substr(words[0].begin, words[0].end - words[0].begin)},
          {"number", grouped(meant->value)},
          {"says", words[0].amount ? grouped(*words[0].amount) : ""},
          {"right", thai::baht_text(meant->value)}});
  }
}

/// The last row of a list, where it is called a total.
void Figures::check_total_row(const data::List& list) {
  if (list.size() < 3 || list.back().map() == nullptr || !is_total_row(*list.back().map())) return;
  const std::vector<Column> columns = sums_of(list);
  for (const Figure& figure : figures_of(*list.back().map())) {
    const auto column = std::find_if(columns.begin(), columns.end(),
                                     [&](const Column& c) { return c.name == figure.name; });
    if (column != columns.end() && column->sum != figure.value &&
        !begins_with_one(figure.name, price_names))
      warn("clerk-sum", figure.mark,
           {{"name", "รวม"},
            {"total", grouped(figure.value)},
            {"column", std::string(column->name)},
            {"sum", grouped(column->sum)}});
  }
}

void Figures::look_at_map(const data::Map& map) {
  const std::vector<Figure> figures = figures_of(map);
  check_product(figures);
  check_rest(figures);
  check_percent(figures);
  check_totals(map, figures);
  check_count(map, figures);
  check_words(map, figures);
}

void Figures::look(const Value& value, int depth) {
  if (depth > deepest) return;
  if (value.list() != nullptr) {
    check_total_row(*value.list());
    for (const Value& item : *value.list()) look(item, depth + 1);
  }
  if (value.map() != nullptr) {
    look_at_map(*value.map());
    for (const auto& [name, member] : *value.map()) look(member, depth + 1);
  }
}

} // namespace

void check_figures(const Papers& papers, Diagnostics& diagnostics) {
  Figures(papers.sources, diagnostics).look(papers.record, 0);
}

} // namespace saraban::clerk
