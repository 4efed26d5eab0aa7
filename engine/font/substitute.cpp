// Looking up and guessing stand-ins.
#include "font/substitute.h"

#include <algorithm>
#include <iterator>

namespace saraban::font {
namespace {

template <std::size_t Count>
bool has_word(std::string_view key, const std::string_view (&words)[Count]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return key.find(word) != std::string_view::npos;
  });
}

constexpr std::string_view mono_words[] = {"mono", "courier", "consol", "typewriter", "terminal"};
constexpr std::string_view serif_words[] = {
    "serif",       "roman",    "times",   "garamond", "minion",  "palat",
    "bookman",     "century",  "antiqua", "mincho",   "song",    "ming",
    "baskerville", "didot",    "caslon",  "norasi",   "kinnari", "angsana",
    "eucrosia",    "dillenia", "cambria", "caladea",  "georgia", "constantia"};
constexpr std::string_view not_serif_words[] = {"sans", "gothic"};
/// Families of Thai makers that are drawn small, as TH SarabunPSK is.
constexpr std::string_view small_thai_words[] = {"sarabun", "upc", "dsn", "psl", "psk", "it9"};

bool is_between(char32_t code, char32_t first, char32_t last) {
  return code >= first && code <= last;
}

bool is_symbol(char32_t code) {
  return is_between(code, 0x2000, 0x2BFF) || is_between(code, 0x1F000, 0x1FAFF) ||
         is_between(code, 0xE000, 0xF8FF);
}

bool is_east_asian(char32_t code) {
  return is_between(code, 0x2E80, 0x9FFF) || is_between(code, 0xAC00, 0xD7AF) ||
         is_between(code, 0xF900, 0xFAFF) || is_between(code, 0xFF00, 0xFFEF) ||
         is_between(code, 0x20000, 0x3FFFF);
}

} // namespace

const KnownFamily* find_known_family(std::string_view key) {
  const auto& families = known_families();
  const auto found =
      std::lower_bound(families.begin(), families.end(), key,
                       [](const KnownFamily& f, std::string_view k) { return f.key < k; });
  return found != families.end() && found->key == key ? &*found : nullptr;
}

bool has_twin(const KnownFamily* known) {
  constexpr std::string_view alike[] = {
      "arial",        "arialmt",        "arialnarrow",       "calibri",
      "calibrilight", "cambria",        "cambriamath",       "courier",
      "couriernew",   "couriernewpsmt", "helvetica",         "symbol",
      "times",        "timesnewroman",  "timesnewromanpsmt", "timesroman"};
  if (known == nullptr) return false;
  if (std::find(std::begin(alike), std::end(alike), known->key) != std::end(alike)) return true;
  const StandIn& first = known->stand_ins.front();
  const bool is_latin = first.family.starts_with("Liberation") || first.family == "Carlito" ||
                        first.family == "Caladea" || first.family.starts_with("DejaVu") ||
                        first.family == "Inconsolata" || first.family == "Purisa";
  return !first.family.empty() && !is_latin;
}

StandIn stand_in_by_kind(std::string_view key) {
  constexpr std::string_view serif[] = {
      "bitstreamveraserif", "constantia", "elephant",        "garamond", "georgia",
      "luxiserif",          "msserif",    "palatinolinotype"};
  constexpr std::string_view mono[] = {
      "andalemono", "bitstreamverasansmono", "consolas", "freemono",
      "luximono",   "inconsolata",           "terminal"};
  if (std::find(std::begin(serif), std::end(serif), key) != std::end(serif))
    return {"DejaVu Serif"};
  if (std::find(std::begin(mono), std::end(mono), key) != std::end(mono))
    return {"DejaVu Sans Mono"};
  for (const std::string_view small : {"nimbusroman", "thorndale"})
    if (key.starts_with(small)) return {"Liberation Serif"};
  for (const std::string_view small : {"nimbussans", "albany"})
    if (key.starts_with(small)) return {"Liberation Sans"};
  for (const std::string_view small : {"nimbusmono", "cumberland"})
    if (key.starts_with(small)) return {"Liberation Mono"};
  return {has_word(key, small_thai_words) || key.starts_with("th") ? "" : "DejaVu Sans"};
}

bool is_serif_key(std::string_view key) {
  return has_word(key, serif_words) && !has_word(key, not_serif_words);
}

std::vector<StandIn> guess_stand_ins(std::string_view key) {
  std::vector<StandIn> guesses;
  if (has_word(key, mono_words))
    guesses = {{"Liberation Mono"}, {"DejaVu Sans Mono"}};
  else if (has_word(key, small_thai_words) || key.starts_with("th"))
    guesses = {{"Laksaman", 6652}};
  else if (key.find("thai") != std::string_view::npos)
    guesses = {{"Laksaman"}, {"Loma"}};
  else if (is_serif_key(key))
    guesses = {{"Liberation Serif"}, {"DejaVu Serif"}};
  for (const std::string_view last :
       {"Liberation Sans", "Carlito", "DejaVu Sans", "Noto Sans", "FreeSans", "Laksaman"})
    guesses.push_back({last});
  return guesses;
}

std::vector<std::string_view> families_for(char32_t code, bool serif) {
  if (is_between(code, 0x0E00, 0x0E7F))
    return serif ? std::vector<std::string_view>{"Norasi", "Kinnari", "Laksaman", "Noto Serif Thai"}
                 : std::vector<std::string_view>{"Loma",     "Garuda",         "Waree",
                                                 "Laksaman", "Noto Sans Thai", "FreeSerif"};
  if (is_between(code, 0x0E80, 0x0EFF)) return {"Noto Sans Lao", "Phetsarath OT", "DejaVu Sans"};
  if (is_between(code, 0x1780, 0x17FF)) return {"Noto Sans Khmer", "Khmer OS"};
  if (is_between(code, 0x1000, 0x109F)) return {"Noto Sans Myanmar", "Padauk"};
  if (is_between(code, 0x0590, 0x08FF))
    return {"Liberation Sans", "DejaVu Sans", "Noto Sans Arabic", "Noto Sans Hebrew"};
  if (is_symbol(code))
    return {"Liberation Sans", "DejaVu Sans", "Noto Sans Symbols", "Noto Sans Symbols2",
            "Noto Sans Math",  "Symbola",     "Noto Emoji"};
  if (is_east_asian(code))
    return {"Noto Sans CJK JP", "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Droid Sans Fallback",
            "IPAGothic"};
  if (serif) return {"Liberation Serif", "DejaVu Serif", "Noto Serif"};
  return {"Liberation Sans", "DejaVu Sans", "Noto Sans"};
}

} // namespace saraban::font
