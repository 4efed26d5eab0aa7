// Appearance streams of widgets: what viewers show, drawn by us (ISO 32000-1, 12.5.5).
#pragma once

#include "page/page.h"
#include "pdf/look.h"
#include "pdf/text_style.h"
#include "pdf/typeset.h"
#include "render/form_xobjects.h"

#include <string>
#include <vector>

namespace saraban::pdf {

/// One form XObject in the making: the page's items stand inside `/Tx BMC … EMC`.
struct Appearance {
  render::Frame frame;
  page::Page content;
  double size = 0;  ///< Of the text, points.
  bool cut = false; ///< Not all of the text is to be seen.
};

enum class Fitting { one_line, lines, comb };

struct TextContent {
  std::string text; ///< As shown.
  Fitting fitting = Fitting::one_line;
  Quadding quadding = Quadding::left;
  std::size_t cells = 0; ///< Of a comb.
};

Appearance text_appearance(const Look& look, const TextStyle& style, const TextContent& content,
                           Typesetter& typesetter);

struct ListContent {
  std::vector<std::string> rows;
  std::vector<std::size_t> selected; ///< Ascending.
  Quadding quadding = Quadding::left;
};

/// Also says which row is to be the first.
struct ListAppearance {
  Appearance appearance;
  std::size_t top = 0;
};
ListAppearance list_appearance(const Look& look, const TextStyle& style, const ListContent& content,
                               Typesetter& typesetter);

/// Size and frame of a text field's appearance without its content.
Appearance empty_appearance(const Look& look);

} // namespace saraban::pdf
