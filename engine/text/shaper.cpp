// Runs of characters to glyphs, remembering every word shaped.
#include "text/shaper.h"

#include "base/utf8.h"

#include <array>
#include <hb.h>
#include <unordered_map>

namespace saraban::text {

namespace {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

struct Words {
  const font::Face* face = nullptr;
  const font::Advances* advances = nullptr;
  int size_ten_thousandths = 10000; ///< What the advances depend on.
  Script script = Script::common;
  Kerning kerning = Kerning::off;
  std::unordered_map<std::string, ShapedWord, TextHash, std::equal_to<>> words;
};

hb_script_t harfbuzz_script(Script script) {
  switch (script) {
  case Script::thai:
    return HB_SCRIPT_THAI;
  case Script::lao:
    return HB_SCRIPT_LAO;
  case Script::khmer:
    return HB_SCRIPT_KHMER;
  case Script::arabic:
    return HB_SCRIPT_ARABIC;
  case Script::hebrew:
    return HB_SCRIPT_HEBREW;
  case Script::han:
    return HB_SCRIPT_HAN;
  case Script::common:
  case Script::latin:
    return HB_SCRIPT_LATIN;
  case Script::other:
    break;
  }
  return HB_SCRIPT_INVALID; // Guessed from the text.
}

// Word draws no ligatures and no contextual forms in scripts that can do without, unless told to.
std::vector<hb_feature_t> features_for(Script script, Kerning kerning) {
  std::vector<hb_feature_t> features;
  const auto off = [&](hb_tag_t tag) {
    features.push_back({tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  };
  if (kerning == Kerning::off) off(HB_TAG('k', 'e', 'r', 'n'));
  if (script == Script::common || script == Script::latin || script == Script::han) {
    off(HB_TAG('l', 'i', 'g', 'a'));
    off(HB_TAG('c', 'l', 'i', 'g'));
    off(HB_TAG('c', 'a', 'l', 't'));
  }
  return features;
}

void fill(hb_buffer_t* buffer, Script script, std::string_view word) {
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  const int length = static_cast<int>(word.size());
  hb_buffer_add_utf8(buffer, word.data(), length, 0, length);
  const hb_script_t tag = harfbuzz_script(script);
  if (tag == HB_SCRIPT_INVALID) {
    hb_buffer_guess_segment_properties(buffer);
    return;
  }
  hb_buffer_set_script(buffer, tag);
  hb_buffer_set_direction(buffer, script == Script::arabic || script == Script::hebrew
                                      ? HB_DIRECTION_RTL
                                      : HB_DIRECTION_LTR);
  static const hb_language_t thai = hb_language_from_string("th", -1);
  static const hb_language_t english = hb_language_from_string("en", -1);
  hb_buffer_set_language(buffer, script == Script::thai ? thai : english);
}

ShapedWord take(hb_buffer_t* buffer) {
  ShapedWord word;
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  word.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    const hb_glyph_position_t& at = positions[i];
    word.glyphs.push_back(
        {infos[i].codepoint, at.x_advance, at.x_offset, at.y_offset, infos[i].cluster});
    word.advance += at.x_advance;
    word.clusters += i == 0 || infos[i].cluster != infos[i - 1].cluster;
    word.missing |= infos[i].codepoint == 0;
  }
  return word;
}

/// Marks stay without width. A cluster's second wide glyph is the AA that AM was parted into.
void set_advances(ShapedWord& shaped, std::string_view word, const font::Choice& choice) {
  const std::int64_t em = choice.face->metrics().units_per_em;
  shaped.advance = 0;
  const ShapedGlyph* wide = nullptr;
  for (ShapedGlyph& glyph : shaped.glyphs) {
    if (glyph.advance == 0) continue;
    const bool second = wide != nullptr && wide->cluster == glyph.cluster;
    const char32_t code = second ? U'\u0E33' : decode_utf8(word, glyph.cluster).code;
    const int known = choice.advances->of(code);
    glyph.advance = known > 0 ? static_cast<int>(known * em * 10 / choice.size_ten_thousandths)
                              : glyph.advance * choice.advances->others_ten_thousandths / 10000;
    shaped.advance += glyph.advance;
    wide = &glyph;
  }
}

} // namespace

struct Shaper::State {
  hb_buffer_t* buffer = hb_buffer_create();
  std::vector<std::unique_ptr<Words>> tables;
  Words* last = nullptr;

  Words& table(const font::Choice& choice, Script script, Kerning kerning) {
    const auto fits = [&](const Words& words) {
      return words.face == choice.face.get() && words.advances == choice.advances &&
             words.size_ten_thousandths == choice.size_ten_thousandths && words.script == script &&
             words.kerning == kerning;
    };
    if (last && fits(*last)) return *last;
    for (const auto& words : tables)
      if (fits(*words)) return *(last = words.get());
    tables.push_back(std::make_unique<Words>(Words{
        choice.face.get(), choice.advances, choice.size_ten_thousandths, script, kerning, {}}));
    return *(last = tables.back().get());
  }
};

Shaper::Shaper() : state_(std::make_unique<State>()) {}
Shaper::~Shaper() {
  hb_buffer_destroy(state_->buffer);
}

std::size_t Shaper::word_count() const {
  std::size_t count = 0;
  for (const auto& table : state_->tables) count += table->words.size();
  return count;
}

const ShapedWord& Shaper::shape(const font::Choice& choice, Script script, Kerning kerning,
                                std::string_view word) {
  auto& words = state_->table(choice, script, kerning).words;
  if (const auto found = words.find(word); found != words.end()) return found->second;
  fill(state_->buffer, script, word);
  const std::vector<hb_feature_t> features = features_for(script, kerning);
  hb_shape(choice.face->shaper(), state_->buffer, features.data(),
           static_cast<unsigned>(features.size()));
  ShapedWord shaped = take(state_->buffer);
  if (choice.advances) set_advances(shaped, word, choice);
  return words.emplace(std::string(word), std::move(shaped)).first->second;
}

} // namespace saraban::text
