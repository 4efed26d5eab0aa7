// Lists: their levels, and counting their items (ECMA-376 Part 1, 17.9).
#pragma once

#include "document/document.h"
#include "docx/paragraph_properties.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace saraban::docx {

constexpr int level_count = 9;

struct ListLevel {
  int start = 1;
  document::NumberFormat format = document::NumberFormat::decimal;
  std::string text; ///< w:lvlText: "%1.%2".
  document::LabelSuffix suffix = document::LabelSuffix::tab;
  document::Alignment alignment = document::Alignment::start;
  std::optional<int> restart_after; ///< w:lvlRestart: 0 never, n after level n (from 1).
  bool legal = false;
  RunProperties run;
  ParagraphProperties paragraph;
  std::string style;             ///< w:pStyle.
  std::optional<int> picture_id; ///< w:lvlPicBulletId.
};

struct AbstractList {
  std::array<ListLevel, level_count> levels;
  std::string style_link; ///< w:numStyleLink: the numbering style that says it all.
  std::string style_name; ///< w:styleLink: the style that it says it for.
};

struct ListInstance {
  int abstract = -1; ///< w:abstractNumId.
  std::map<int, ListLevel> levels;
  std::map<int, int> starts; ///< w:startOverride.
};

struct Lists {
  std::map<int, AbstractList> abstracts;
  std::map<int, ListInstance> instances;
  std::map<int, pugi::xml_node> pictures; ///< w:numPicBulletId → its w:pict or w:drawing.

  /// nullptr when there is no such list.
  const ListLevel* level(int list, int level) const;
  /// The level that names this style, for a style that names the list (17.9.23).
  std::optional<int> level_of_style(int list, std::string_view style) const;
};

/// `style_lists` gives the list that a numbering style names.
Lists read_lists(pugi::xml_node root, pugi::xml_node styles, const Theme& theme);

document::NumberFormat number_format(std::string_view name);

/// Where counting is; lists of one abstract definition count on together.
class ListCounters {
public:
  explicit ListCounters(const Lists& lists) : lists_(&lists) {}
  /// Counts one item and gives its label's text; "" for levels without one.
  std::string next(int list, int level);

private:
  struct State {
    std::array<std::optional<int>, level_count> values;
  };
  void restart_deeper(State& state, int list, int level);
  std::string text(const State& state, int list, int level) const;

  const Lists* lists_;
  std::map<int, State> states_;
  std::set<std::pair<int, int>> started_; ///< Overrides of list and level that have taken effect.
};

} // namespace saraban::docx
