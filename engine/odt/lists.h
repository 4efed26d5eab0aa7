// Lists: their levels, and counting their items (ODF 1.3 Part 3, 16.30 and 5.3).
#pragma once

#include "document/document.h"
#include "odt/styles.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <optional>
#include <string>

namespace saraban::odt {

constexpr int level_count = 10;

/// style:num-format with style:num-letter-sync.
struct NumberShape {
  document::NumberFormat format = document::NumberFormat::none;
  bool repeats_letters = false; ///< aa, bb after z; else aa, ab.
};
NumberShape number_shape(std::string_view format, bool letter_sync);
std::string number_text(int number, const NumberShape& shape);

/// text:list-level-position-and-space-mode.
enum class LabelPlacing { width_and_position, alignment };

struct ListLevel {
  int start = 1;
  NumberShape number;
  bool bullet = false;
  std::string text; ///< Of a bullet.
  std::string prefix, suffix;
  std::string pattern;    ///< loext:num-list-format ("%1%.%2%)"); empty: as the next say.
  int display_levels = 1; ///< text:display-levels.
  LabelPlacing placing = LabelPlacing::width_and_position;
  document::LabelSuffix follows = document::LabelSuffix::tab;
  document::Alignment alignment = document::Alignment::start;
  std::optional<Length> tab_position;
  Length margin, first; ///< fo:margin-left and fo:text-indent.
  Length space_before, label_width, label_distance;
  RunProperties run;
  std::string text_style; ///< Of the label's characters.
  pugi::xml_node image;   ///< text:list-level-style-image.
};

struct ListStyle {
  std::uint32_t id = 0; ///< Not 0.
  std::string name;
  std::array<ListLevel, level_count> levels;
  bool consecutive = false; ///< text:consecutive-numbering.

  const ListLevel& level(int index) const {
    return levels[static_cast<std::size_t>(index < 0 ? 0 : std::min(index, level_count - 1))];
  }
};

/// The list styles that one part may name: its automatic ones, then the common ones.
class Lists {
public:
  Lists() = default;
  Lists(const Lists* common, std::uint32_t first_id) : common_(common), last_id_(first_id) {}
  Lists(const Lists&) = delete;
  Lists& operator=(const Lists&) = delete;

  /// text:list-style and text:outline-style below `parent`.
  void add(pugi::xml_node parent, const FontFaces& fonts);
  const ListStyle* find(std::string_view name) const; ///< nullptr for none.
  const ListStyle* outline() const;                   ///< Of headings; nullptr for none.

private:
  const Lists* common_ = nullptr;
  std::uint32_t last_id_ = 0;
  std::deque<ListStyle> all_;
  std::map<std::string, const ListStyle*, std::less<>> by_name_;
  const ListStyle* outline_ = nullptr;
};

/// Where counting is in one list.
class ListCounter {
public:
  /// Counts one item of `level` and gives its label's text; `start` sets its number.
  std::string next(const ListStyle& style, int level, std::optional<int> start);

private:
  std::string text(const ListStyle& style, int level) const;
  std::array<std::optional<int>, level_count> values_;
  int last_ = 0; ///< Of any level, for consecutive numbering.
};

/// The lists of a story: which one an element goes on with.
class ListCounters {
public:
  /// The counter of a text:list that does not stand in another one (5.3.1).
  ListCounter& open(std::string_view id, const ListStyle* style, bool continues,
                    std::string_view continued_id);
  ListCounter& outline() { return outline_; }

private:
  std::deque<ListCounter> all_;
  std::map<std::string, ListCounter*, std::less<>> by_id_;
  std::map<std::uint32_t, ListCounter*> last_of_style_;
  ListCounter outline_;
};

} // namespace saraban::odt
