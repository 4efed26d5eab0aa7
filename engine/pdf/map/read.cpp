// The map's file read: every member checked, every fault at its line.
#include "pdf/map/read.h"

#include "data/read.h"
#include "pdf/map/names.h"

#include <charconv>
#include <cmath>
#include <functional>

namespace saraban::pdf::map {
namespace {

constexpr std::size_t most_entries = 20'000;
constexpr double farthest = 1e5; // of a unit

class Reader {
public:
  Reader(const data::Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}
  Map read(const data::Value& root);

private:
  using Set = std::function<void(const data::Value&)>;
  struct Member {
    std::string_view key;
    Set set;
  };

  Location at(const data::Value& value) const { return data::location_of(value.mark(), sources_); }
  void wrong(const data::Value& value, std::string_view key, const char* expected) {
    diagnostics_.error("map-wrong-value", at(value),
                       {{"key", std::string(key)}, {"expected", expected}});
  }
  void members(const data::Value& map, const std::vector<Member>& known);
  std::optional<double> number(const data::Value& value, std::string_view key);
  Set text(std::string& out, std::string_view key);
  Set length(Length& out, std::string_view key);
  Set count(int& out, std::string_view key, int least);
  Set truth(std::optional<bool>& out, std::string_view key);
  template <class Names, class Value>
  Set choice(const Names& names, Value& out, std::string_view key);
  Set rect(Rect& out, std::string_view key);
  Set style(Style& out);
  Entry entry(const data::Value& value);
  Length scaled(double n) const { return map_.unit == Unit::points ? points(n) : millimetres(n); }

  const data::Sources& sources_;
  Diagnostics& diagnostics_;
  Map map_;
};

void Reader::members(const data::Value& map, const std::vector<Member>& known) {
  for (const auto& [key, value] : *map.map()) {
    bool found = false;
    for (const Member& member : known)
      if (member.key == key) member.set(value), found = true;
    if (found) continue;
    std::vector<std::string> names;
    for (const Member& member : known) names.emplace_back(member.key);
    diagnostics_.warning("map-unknown-key", at(value),
                         {{"key", key}, {"nearest", nearest_name(key, names)}});
  }
}

std::optional<double> Reader::number(const data::Value& value, std::string_view key) {
  double n = 0;
  if (const data::Number* written = value.number()) {
    const std::string& digits = written->text;
    std::from_chars(digits.data(), digits.data() + digits.size(), n);
    if (std::isfinite(n) && std::abs(n) <= farthest) return n;
  }
  wrong(value, key, "a number");
  return std::nullopt;
}

Reader::Set Reader::text(std::string& out, std::string_view key) {
  return [this, &out, key](const data::Value& value) {
    if (const std::string* text = value.string())
      out = *text;
    else if (const data::Number* written = value.number())
      out = written->text;
    else
      wrong(value, key, "text");
  };
}

Reader::Set Reader::length(Length& out, std::string_view key) {
  return [this, &out, key](const data::Value& value) {
    const auto n = number(value, key);
    if (n && *n >= 0)
      out = scaled(*n);
    else if (n)
      wrong(value, key, "0 or more");
  };
}

Reader::Set Reader::count(int& out, std::string_view key, int least) {
  return [this, &out, key, least](const data::Value& value) {
    const auto n = number(value, key);
    if (!n) return;
    if (*n == std::floor(*n) && *n >= least && *n <= 10'000)
      out = static_cast<int>(*n);
    else
      wrong(value, key, "a whole number, 1 or more");
  };
}

Reader::Set Reader::truth(std::optional<bool>& out, std::string_view key) {
  return [this, &out, key](const data::Value& value) {
    if (const bool* truth = value.boolean())
      out = *truth;
    else
      wrong(value, key, "true, false");
  };
}

template <class Names, class Value>
Reader::Set Reader::choice(const Names& names, Value& out, std::string_view key) {
  return [this, &names, &out, key](const data::Value& value) {
    std::string known;
    for (const auto& [name, meaning] : names) {
      if (value.string() != nullptr && *value.string() == name) {
        out = meaning;
        return;
      }
      known += (known.empty() ? "" : ", ") + std::string(name);
    }
    wrong(value, key, known.c_str());
  };
}

Reader::Set Reader::rect(Rect& out, std::string_view key) {
  return [this, &out, key](const data::Value& value) {
    const data::List* list = value.list();
    std::vector<double> n;
    for (std::size_t i = 0; list != nullptr && i < list->size() && list->size() == 4; ++i)
      if (const auto one = number((*list)[i], key)) n.push_back(*one);
    if (list != nullptr && list->size() == 4 && n.size() < 4) return; // said already
    if (n.size() < 4 || n[2] <= 0 || n[3] <= 0)
      return wrong(value, key, "[x, y, width, height], width and height greater than 0");
    out = {scaled(n[0]), scaled(n[1]), scaled(n[2]), scaled(n[3])};
  };
}

Reader::Set Reader::style(Style& out) {
  return [this, &out](const data::Value& value) {
    if (value.map() == nullptr) return wrong(value, "style", "{font: …, size: …}");
    std::string color, font;
    const auto size = [&](const data::Value& given) {
      if (given.string() != nullptr && *given.string() == "auto") {
        out.size = Length{};
      } else if (const auto n = number(given, "size")) {
        if (*n > 0 && *n < 1000)
          out.size = points(*n);
        else
          wrong(given, "size", "points, or auto");
      }
    };
    const auto set_color = [&](const data::Value& given) {
      text(color, "color")(given);
      out.color = parse_hex_color(color);
      if (!out.color) wrong(given, "color", "\"#1A2B3C\"");
    };
    const auto set_font = [&](const data::Value& given) {
      text(font, "font")(given);
      if (!font.empty()) out.font = font;
    };
    members(value, {{"font", set_font},
                    {"size", size},
                    {"bold", truth(out.bold, "bold")},
                    {"italic", truth(out.italic, "italic")},
                    {"color", set_color},
                    {"align", choice(align_names, out.align, "align")},
                    {"valign", choice(raise_names, out.raise, "valign")}});
  };
}

Entry Reader::entry(const data::Value& value) {
  Entry entry;
  const Location where = at(value);
  entry.line = where.line, entry.column = where.column;
  const auto boxes = [&](const data::Value& given) {
    if (given.list() == nullptr || given.list()->size() > 1000)
      return wrong(given, "boxes", "[[x, y, width, height], …]");
    for (const data::Value& box : *given.list()) {
      Rect read;
      rect(read, "boxes")(box);
      entry.boxes.push_back(read);
    }
    entry.cells = static_cast<int>(entry.boxes.size());
  };
  members(value, {{"page", count(entry.page, "page", 1)},
                  {"rect", rect(entry.rect, "rect")},
                  {"type", choice(kind_names, entry.kind, "type")},
                  {"value", text(entry.value, "value")},
                  {"when", text(entry.when, "when")},
                  {"name", text(entry.name, "name")},
                  {"title", text(entry.title, "title")},
                  {"option", text(entry.option, "option")},
                  {"style", style(entry.style)},
                  {"lines", count(entry.lines, "lines", 1)},
                  {"pitch", length(entry.pitch, "pitch")},
                  {"indent", length(entry.indent, "indent")},
                  {"cells", count(entry.cells, "cells", 1)},
                  {"boxes", boxes}});
  for (const char* key : {"rect", "value"})
    if (value.find(key) == nullptr) diagnostics_.error("map-missing", where, {{"key", key}});
  if (entry.kind == Kind::comb && entry.cells == 0 && value.find("cells") == nullptr &&
      value.find("boxes") == nullptr)
    diagnostics_.error("map-missing", where, {{"key", "cells"}});
  return entry;
}

Map Reader::read(const data::Value& root) {
  const auto unit = [&](const data::Value& value) {
    static constexpr std::array<std::pair<std::string_view, Unit>, 2> units = {
        {{"mm", Unit::millimetres}, {"pt", Unit::points}}};
    choice(units, map_.unit, "unit")(value);
  };
  if (const data::Value* given = root.find("unit")) unit(*given); // before all lengths
  const auto digits = [&](const data::Value& value) {
    static constexpr std::array<std::pair<std::string_view, thai::Digits>, 2> kinds = {
        {{"thai", thai::Digits::thai}, {"arabic", thai::Digits::arabic}}};
    choice(kinds, map_.digits, "digits")(value);
  };
  const auto fields = [&](const data::Value& value) {
    if (value.is_null()) return;
    if (value.list() == nullptr || value.list()->size() > most_entries)
      return wrong(value, "fields", "a list");
    for (const data::Value& one : *value.list()) {
      const std::size_t before = diagnostics_.error_count();
      if (one.map() == nullptr) {
        wrong(one, "fields", "{page: …, rect: …, value: …}");
        continue;
      }
      Entry read = entry(one);
      if (diagnostics_.error_count() == before) map_.entries.push_back(std::move(read));
    }
  };
  members(root, {{"pdf", text(map_.pdf, "pdf")},
                 {"unit", [](const data::Value&) {}},
                 {"digits", digits},
                 {"style", style(map_.style)},
                 {"fields", fields}});
  if (root.find("fields") == nullptr)
    diagnostics_.error("map-missing", at(root), {{"key", "fields"}});
  return std::move(map_);
}

} // namespace

Map read(std::string_view bytes, const std::string& name, const Limits& limits,
         Diagnostics& diagnostics) {
  data::Sources sources;
  const std::size_t before = diagnostics.error_count();
  const data::Format format = data::format_of(name).value_or(data::Format::yaml);
  const data::Value root = data::read(bytes, format, name, sources, limits, diagnostics);
  if (diagnostics.error_count() != before) return {};
  if (root.map() == nullptr) {
    Location where = data::location_of(root.mark(), sources);
    where.file = name;
    diagnostics.error("map-not-a-map", where);
    return {};
  }
  return Reader(sources, diagnostics).read(root);
}

} // namespace saraban::pdf::map
