// A page's fields as widgets of an interactive form (ISO 32000-1, 12.7).
#pragma once

#include "page/page.h"
#include "render/field_tree.h"
#include "render/render.h"
#include "render/structure.h"
#include "render/syntax.h"

#include <array>
#include <deque>
#include <map>
#include <set>
#include <string>

namespace saraban::render {

using Box = std::array<Milli, 4>; ///< Left, bottom, right, top of the page.

class Forms {
public:
  Forms(const page::Pages& pages, FieldsAs as) : pages_(pages), as_(as) {}

  bool interactive() const { return as_ == FieldsAs::widgets; }
  void begin_page(const page::Page& page, int page_object);
  /// What is drawn of a part: its operators, and for boxes those of either state.
  struct Drawn {
    std::string on_page, off;
  };
  /// False: the part is no place to type in and is drawn on the page.
  bool begins(const page::FieldBegin& part) const;
  void add(const page::FieldBegin& part, const Box& box, Drawn drawn, Structure& structure,
           Objects& objects);
  /// Of the page that ends: references for its /Annots.
  std::string end_page(int resources, Objects& objects);
  /// The reference of the form dictionary; 0 when there is no field.
  int write(const FormNotation& notation, Objects& objects);

private:
  struct Widget {
    const page::Field* field = nullptr;
    int object = 0, page = 0, structure = -1;
    Box box{};
    std::size_t parts = 0;
    std::string operators, off;
    Milli last_bottom = 0;
  };
  struct Extent {
    Length left, right, first_left, top;
    std::size_t parts = 0;
  };

  Widget& widget_of(const page::FieldBegin& part, const Box& box, Structure& structure,
                    Objects& objects);
  void write_widget(const Widget& widget, int resources, Objects& objects);
  std::string font_of(const page::Field& field, Objects& objects);
  std::string appearance(const Widget& widget, const std::string& operators, int resources,
                         Objects& objects) const;

  const page::Pages& pages_;
  FieldsAs as_;
  int page_object_ = 0;
  std::deque<Widget> widgets_;                   ///< Of the page.
  std::map<const page::Field*, Extent> extents_; ///< Of the page; looked up, never listed.
  std::map<std::uint32_t, int> fonts_;           ///< By face: the font to type with.
  bool has_boxes_ = false;
  FieldTree tree_;
};

} // namespace saraban::render
