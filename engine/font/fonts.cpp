// Choosing faces: embedded, from the folders given, our own, the system's; else what stands in.
#include "font/fonts.h"

#include "base/failure.h"
#include "font/catalogue.h"
#include "font/substitute.h"

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <unordered_map>

namespace saraban::font {
namespace {

namespace fs = std::filesystem;

struct Embedded {
  std::string key;
  bool bold = false, italic = false;
  std::shared_ptr<const Face> face;
};

/// How far a face is from the style asked for; the nearest is taken.
int style_distance(const Request& request, int weight, int width, Slant slant) {
  int distance = std::abs(width - 5) * 1000;
  if (request.italic)
    distance += slant == Slant::upright ? 400 : slant == Slant::oblique ? 10 : 0;
  else
    distance += slant == Slant::upright ? 0 : 3000;
  if (request.bold)
    return distance + (weight >= 600 ? std::abs(weight - 700) / 10 : 500 + 700 - weight);
  return distance + (weight >= 600 ? 2000 + weight : std::abs(weight - 400) / 2);
}

/// A face found, before it is known how to use it.
struct Found {
  std::shared_ptr<const Face> face;
  int size_ten_thousandths = 10000;
};

} // namespace

LineMetrics line_metrics(const Metrics& m) {
  LineMetrics line;
  line.units_per_em = m.units_per_em;
  if (m.use_typo_metrics) {
    line.ascent = m.typo_ascent, line.descent = m.typo_descent;
    line.gap = std::max(0, m.typo_gap);
    return line;
  }
  line.ascent = m.win_ascent, line.descent = m.win_descent;
  line.gap =
      std::max(0, m.hhea_gap - ((m.win_ascent + m.win_descent) - (m.hhea_ascent + m.hhea_descent)));
  return line;
}

LineMetrics header_metrics(const Metrics& m) {
  LineMetrics line;
  line.units_per_em = m.units_per_em;
  if (m.use_typo_metrics && m.typo_ascent >= 0 && m.typo_descent >= 0)
    line.ascent = m.typo_ascent, line.descent = m.typo_descent, line.gap = m.typo_gap;
  else if (m.hhea_ascent == 0 && m.hhea_descent == 0)
    line.ascent = m.win_ascent, line.descent = m.win_descent;
  else
    line.ascent = m.hhea_ascent, line.descent = m.hhea_descent, line.gap = m.hhea_gap;
  line.gap = std::max(0, line.gap);
  return line;
}

struct Fonts::State {
  mutable std::mutex mutex;
  std::vector<Catalogue> catalogues; ///< In the order of precedence.
  std::vector<std::unordered_map<std::string_view, std::vector<const Listed*>>> by_key, by_full_key;
  std::vector<Embedded> embedded;
  std::map<std::pair<std::string_view, unsigned>, std::shared_ptr<const Face>> opened;
  std::deque<Choice> choices; ///< Owns; never shrinks.
  std::map<std::string, const Choice*> by_request;
  std::map<std::pair<std::string, char32_t>, const Choice*> by_character;
  std::map<std::string, std::string> substitutions;

  void list(const fs::path& root, const fs::path& cache);
  std::shared_ptr<const Face> open(const Listed& listed);
  std::shared_ptr<const Face> nearest(const std::vector<const Listed*>& candidates,
                                      const Request& request);
  std::shared_ptr<const Face> find_embedded(std::string_view key, const Request& request) const;
  std::shared_ptr<const Face> find(std::string_view key, const Request& request);
  Found find_stand_in(std::string_view key, const Request& request);
  std::shared_ptr<const Face> find_any(char32_t code);
  Choice make_choice(const Request& request);
  const Choice& choose(const Request& request);
  const Choice& keep(Choice choice);
  std::shared_ptr<const Face> find_for(const Request& request, char32_t code);
  const Choice& choose_for(const Request& request, char32_t code);
};

namespace {

std::string request_key(const Request& request) {
  std::string key = family_key(request.family);
  if (key.empty()) key = "timesnewroman"; // Word's default where no font is named
  return key + (request.bold ? "\tb" : "\t") + (request.italic ? "i" : "") +
         (request.stand_ins == StandIns::by_kind ? "k" : "");
}

std::string_view family_part(std::string_view request) {
  return request.substr(0, request.find('\t'));
}

/// In tenths of the design units, so that rounding does not show.
LineMetrics scaled(LineMetrics line, int ten_thousandths) {
  line.units_per_em *= 10;
  for (int* value : {&line.ascent, &line.descent, &line.gap})
    *value = static_cast<int>((std::int64_t{*value} * ten_thousandths + 500) / 1000);
  return line;
}

void set_style(Choice& choice, const Request& request) {
  choice.synthetic_bold = request.bold && !choice.face->bold();
  choice.synthetic_italic = request.italic && !choice.face->italic();
}

} // namespace

void Fonts::State::list(const fs::path& root, const fs::path& cache) {
  catalogues.push_back(list_fonts(root, cache));
  auto& keys = by_key.emplace_back();
  auto& full_keys = by_full_key.emplace_back();
  for (const Listed& face : catalogues.back().faces) {
    for (const std::string& key : face.keys) keys[key].push_back(&face);
    for (const std::string& key : face.full_keys) full_keys[key].push_back(&face);
  }
}

/// Null when the file has changed since it was listed and is no font any more.
std::shared_ptr<const Face> Fonts::State::open(const Listed& listed) {
  const auto [place, fresh] = opened.try_emplace({listed.path, listed.index});
  if (fresh) place->second = Face::open(listed.path, listed.index);
  return place->second;
}

std::shared_ptr<const Face> Fonts::State::nearest(const std::vector<const Listed*>& candidates,
                                                  const Request& request) {
  std::vector<const Listed*> order = candidates;
  const auto distance = [&](const Listed* face) {
    return style_distance(request, face->weight, face->width, face->slant);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const Listed* a, const Listed* b) { return distance(a) < distance(b); });
  for (const Listed* listed : order)
    if (auto face = open(*listed)) return face;
  return nullptr;
}

std::shared_ptr<const Face> Fonts::State::find_embedded(std::string_view key,
                                                        const Request& request) const {
  const Embedded* best = nullptr;
  int best_distance = 0;
  for (const Embedded& font : embedded) {
    if (font.key != key) continue;
    const int distance = style_distance(request, font.bold ? 700 : 400, 5,
                                        font.italic ? Slant::italic : Slant::upright);
    if (best == nullptr || distance < best_distance) best = &font, best_distance = distance;
  }
  return best != nullptr ? best->face : nullptr;
}

std::shared_ptr<const Face> Fonts::State::find(std::string_view key, const Request& request) {
  if (auto face = find_embedded(key, request)) return face;
  for (const auto* indexes : {&by_key, &by_full_key})
    for (const auto& index : *indexes)
      if (const auto found = index.find(key); found != index.end())
        if (auto face = nearest(found->second, request)) return face;
  return nullptr;
}

Found Fonts::State::find_stand_in(std::string_view key, const Request& request) {
  const auto try_one = [&](const StandIn& stand_in) -> Found {
    if (stand_in.family.empty()) return {};
    return {find(family_key(stand_in.family), request), stand_in.size_ten_thousandths};
  };
  const KnownFamily* known = find_known_family(key);
  if (request.stand_ins == StandIns::by_kind && !has_twin(known))
    if (Found found = try_one(stand_in_by_kind(key)); found.face) return found;
  if (known != nullptr)
    for (const StandIn& stand_in : known->stand_ins)
      if (Found found = try_one(stand_in); found.face) return found;
  for (const StandIn& stand_in : guess_stand_ins(key))
    if (Found found = try_one(stand_in); found.face) return found;
  return {find_any('A')};
}

/// The first face of all that has the character.
std::shared_ptr<const Face> Fonts::State::find_any(char32_t code) {
  for (const Embedded& font : embedded)
    if (font.face->glyph_of(code) != 0) return font.face;
  for (const Catalogue& catalogue : catalogues)
    for (const Listed& listed : catalogue.faces)
      if (auto face = open(listed); face && face->glyph_of(code) != 0) return face;
  return nullptr;
}

Choice Fonts::State::make_choice(const Request& request) {
  const std::string whole = request_key(request);
  const std::string_view key = family_part(whole);
  Choice choice;
  choice.face = find(key, request);
  if (choice.face) {
    choice.line = line_metrics(choice.face->metrics());
    choice.header = header_metrics(choice.face->metrics());
    set_style(choice, request);
    return choice;
  }
  Found found = find_stand_in(key, request);
  if (!found.face) throw Failure(Fault::machine, "no-fonts", {});
  choice.face = std::move(found.face);
  choice.size_ten_thousandths = found.size_ten_thousandths;
  choice.substituted = true;
  choice.advances = known_advances(key, request.bold, request.italic, choice.face->family());
  substitutions.try_emplace(request.family, choice.face->family());
  set_style(choice, request);
  choice.line = scaled(line_metrics(choice.face->metrics()), choice.size_ten_thousandths);
  choice.header = scaled(header_metrics(choice.face->metrics()), choice.size_ten_thousandths);
  const KnownFamily* known = find_known_family(key);
  if (known == nullptr || known->line.units_per_em == 0) return choice;
  choice.line = known->line;
  if (known->header.units_per_em > 0)
    choice.header = known->header;
  else if (choice.size_ten_thousandths != 10000) // Else it has the stand-in's widths and heights.
    choice.header = known->line;
  return choice;
}

const Choice& Fonts::State::choose(const Request& request) {
  std::string key = request_key(request);
  const auto known = by_request.find(key);
  if (known != by_request.end()) return *known->second;
  choices.push_back(make_choice(request));
  by_request.emplace(std::move(key), &choices.back());
  return choices.back();
}

std::shared_ptr<const Face> Fonts::State::find_for(const Request& request, char32_t code) {
  const bool serif = is_serif_key(family_key(request.family)) ||
                     is_serif_key(family_key(choose(request).face->family()));
  for (const std::string_view family : families_for(code, serif))
    if (auto face = find(family_key(family), request); face && face->glyph_of(code) != 0)
      return face;
  return find_any(code);
}

/// The same choice once only, however many characters lead to it.
const Choice& Fonts::State::keep(Choice choice) {
  for (const Choice& known : choices)
    if (known == choice) return known;
  return choices.emplace_back(std::move(choice));
}

const Choice& Fonts::State::choose_for(const Request& request, char32_t code) {
  const Choice& base = choose(request);
  if (base.face->glyph_of(code) != 0) return base;
  std::pair<std::string, char32_t> key{request_key(request), code};
  const auto known = by_character.find(key);
  if (known != by_character.end()) return *known->second;
  const Choice* result = &base;
  if (auto face = find_for(request, code)) {
    Choice choice = base;
    choice.face = std::move(face);
    choice.size_ten_thousandths = 10000;
    choice.advances = nullptr;
    set_style(choice, request);
    result = &keep(std::move(choice));
  }
  by_character.emplace(std::move(key), result);
  return *result;
}

Fonts::Fonts(const Environment& environment) : state_(std::make_unique<State>()) {
  const fs::path cache = cache_folder();
  for (const fs::path& folder : environment.font_folders) state_->list(folder, cache);
  if (!environment.bundled_fonts.empty()) state_->list(environment.bundled_fonts, cache);
  if (environment.system_fonts == UseSystemFonts::yes)
    for (const fs::path& folder : system_font_folders()) state_->list(folder, cache);
  const bool none = std::all_of(state_->catalogues.begin(), state_->catalogues.end(),
                                [](const Catalogue& c) { return c.faces.empty(); });
  if (none) throw Failure(Fault::machine, "no-fonts", {});
}

Fonts::~Fonts() = default;

const Choice& Fonts::choose(const Request& request) const {
  const std::lock_guard lock(state_->mutex);
  return state_->choose(request);
}

const Choice& Fonts::choose_for(const Request& request, char32_t code) const {
  const std::lock_guard lock(state_->mutex);
  return state_->choose_for(request, code);
}

void Fonts::add_embedded(std::string family, bool bold, bool italic,
                         std::shared_ptr<const std::string> bytes) {
  auto face = Face::from_bytes(std::move(bytes));
  if (!face) return;
  const std::lock_guard lock(state_->mutex);
  state_->embedded.push_back({family_key(family), bold, italic, std::move(face)});
  state_->by_request.clear(); // chosen anew; earlier references stay valid
  state_->by_character.clear();
  state_->substitutions.clear();
}

std::vector<std::pair<std::string, std::string>> Fonts::substitutions() const {
  const std::lock_guard lock(state_->mutex);
  return {state_->substitutions.begin(), state_->substitutions.end()};
}

std::vector<std::string> Fonts::families() const {
  const std::lock_guard lock(state_->mutex);
  std::set<std::string> names;
  for (const Embedded& font : state_->embedded) names.insert(font.face->family());
  for (const Catalogue& catalogue : state_->catalogues)
    for (const Listed& listed : catalogue.faces) names.insert(listed.family);
  return {names.begin(), names.end()};
}

} // namespace saraban::font
