// Stamps to page items: text laid out in its rectangle, ticks, pictures, QR codes.
#pragma once

#include "page/page.h"
#include "pdf/stamp/content.h"
#include "pdf/typeset.h"

namespace saraban::pdf::stamp {

/// The face of a style, TH SarabunPSK where it names none.
font::Request request_of(const map::Style& style);

class Painter {
public:
  /// `pages` has the pages of the file as shown; items are added to them.
  Painter(page::Pages& pages, Typesetter& typesetter, Diagnostics& diagnostics)
      : pages_(pages), typesetter_(typesetter), diagnostics_(diagnostics) {}

  void paint(const Stamp& stamp, const Content& content);

private:
  void paint_text(const Stamp& stamp, const std::string& text);
  void paint_comb(const Stamp& stamp, const std::string& text);
  void paint_tick(const Stamp& stamp);
  void paint_picture(const Stamp& stamp, const fill::ImageFile& image);
  void paint_code(const Stamp& stamp, const Code& code);
  void note_missing(const Stamp& stamp, const std::vector<layout::Line>& lines);
  std::vector<page::Item>& items(const Stamp& stamp);

  page::Pages& pages_;
  Typesetter& typesetter_;
  Diagnostics& diagnostics_;
};

} // namespace saraban::pdf::stamp
