// Finding faces: what a document asks for to what this machine has, and what stands in for the
// rest.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"
#include "font/face.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace saraban::font {

/// What stands in for a family that is not here and whose widths no other has.
enum class StandIns {
  by_look, ///< The nearest in look and width.
  by_kind  ///< As fontconfig has it: DejaVu Serif, Sans Mono or, for all else, Sans.
};

struct Request {
  std::string family;
  bool bold = false, italic = false;
  StandIns stand_ins = StandIns::by_look;
  bool operator==(const Request&) const = default;
};

/// How much room a line of a font takes, as Word counts it (from OS/2 and hhea); shares of the
/// *nominal* size: size × ascent / units_per_em. A single line is ascent + descent + gap high.
struct LineMetrics {
  int units_per_em = 1000;
  int ascent = 0, descent = 0, gap = 0; ///< Descent positive downwards; gap is external leading.
  bool operator==(const LineMetrics&) const = default;
};

/// usWin metrics (typo metrics when USE_TYPO_METRICS is set); the gap is what hhea.lineGap leaves
/// after the difference between the two: Arial 1.149 em in all, Calibri 1.2207.
LineMetrics line_metrics(const Metrics& metrics);

/// As LibreOffice on Linux takes them: hhea's, typo metrics when USE_TYPO_METRICS is set, usWin
/// when hhea says nothing.
LineMetrics header_metrics(const Metrics& metrics);

/// Widths of a family that is not here, where its stand-in's are not the same.
struct Advances {
  static constexpr char32_t first_ascii = 0x20, first_thai = 0x0E01;
  /// U+0020–007E and U+0E01–0E5B in thousandths of the nominal size; 0: unknown, or a mark.
  std::array<std::uint16_t, 95> ascii{};
  std::array<std::uint16_t, 91> thai{};
  int of(char32_t code) const;        ///< In thousandths of the nominal size; 0: unknown.
  int others_ten_thousandths = 10000; ///< All other characters: this share of the face's own.
};

/// A face and how to use it in the place of the one asked for.
struct Choice {
  std::shared_ptr<const Face> face;
  int size_ten_thousandths =
      10000; ///< Drawn at this share of the nominal size: 6652 for Laksaman as TH SarabunPSK.
  /// Of the *requested* font where it is known, so that the substitute does not move the lines.
  LineMetrics line;
  LineMetrics header;                 ///< The same by header_metrics.
  const Advances* advances = nullptr; ///< Null: the face's own; never dangles.
  bool synthetic_bold = false, synthetic_italic = false;
  bool substituted = false; ///< The family asked for is not here.
  bool operator==(const Choice&) const = default;
};

/// The faces of an environment. Immutable for its users; finds lazily, safe for many threads.
class Fonts {
public:
  /// Throws Failure (machine: "no-fonts") when not one face is to be had.
  explicit Fonts(const Environment& environment);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// The best face for a request: never empty. References stay valid as long as this object.
  const Choice& choose(const Request& request) const;
  /// The face for a character that the chosen one lacks: by script, then by any face that has it.
  /// The choice itself (drawing its .notdef) when there is none. Line metrics stay those of the
  /// family asked for, so that a stray character does not move the lines.
  const Choice& choose_for(const Request& request, char32_t code) const;
  /// Fonts that come with a document (embedded); asked before all others.
  void add_embedded(std::string family, bool bold, bool italic,
                    std::shared_ptr<const std::string> bytes);
  /// Families asked for and not here, with what stands in: {"TH SarabunPSK", "Laksaman"}.
  std::vector<std::pair<std::string, std::string>> substitutions() const;
  /// All families found, sorted.
  std::vector<std::string> families() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace saraban::font
