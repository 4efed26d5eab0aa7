// Finding faces: what a document asks for to what this machine has, and what stands in for the
// rest.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"
#include "font/face.h"

#include <memory>
#include <string>
#include <vector>

namespace saraban::font {

struct Request {
  std::string family;
  bool bold = false, italic = false;
  bool operator==(const Request&) const = default;
};

/// A face and how to use it in the place of the one asked for.
struct Choice {
  std::shared_ptr<const Face> face;
  int size_ten_thousandths =
      10000; ///< Drawn at this share of the nominal size: 6652 for Laksaman as TH SarabunPSK.
  /// Line metrics of the *requested* font where they are known, in thousandths of the nominal size.
  int ascent_per_mille = 0, descent_per_mille = 0, gap_per_mille = 0;
  bool synthetic_bold = false, synthetic_italic = false;
  bool substituted = false; ///< The family asked for is not here.
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
  /// The choice itself (drawing its .notdef) when there is none.
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
