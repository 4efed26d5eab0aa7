// Content streams run (ISO 32000-1, annex A lists their operators).
#include "pdf/scan/interpret.h"

#include "pdf/scan/bounded_stream.h"
#include "pdf/scan/page_space.h"
#include "pdf/scan/path_painter.h"
#include "pdf/scan/text_painter.h"

#include <algorithm>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <utility>

namespace saraban::pdf::scan {
namespace {

constexpr std::size_t most_bytes = 64u << 20; // of all streams of one page
constexpr std::size_t most_instructions = 4'000'000;
constexpr std::size_t most_saved = 512;
constexpr std::size_t most_fonts = 2'000;
constexpr int deepest_form = 16;

class Interpreter {
public:
  Interpreter(PageMarks& out, const PageSpace& space) : out_(out), paths_(out), texts_(out) {
    state_.to_page = space.to_page;
  }
  void run(const QPDFObjectHandle& streams, QPDFObjectHandle resources, int depth);

private:
  bool run_state(const Instruction& i);
  bool run_color(const Instruction& i);
  bool run_path(const Instruction& i);
  bool run_text(const Instruction& i);
  bool run_text_state(const Instruction& i);
  bool run_marked(const Instruction& i, QPDFObjectHandle& resources);
  void set_font(const Instruction& i, QPDFObjectHandle& resources);
  void use_font(QPDFObjectHandle dictionary);
  void set_extended_state(const Instruction& i, QPDFObjectHandle& resources);
  void run_object(const Instruction& i, QPDFObjectHandle& resources, int depth);
  void run_form(QPDFObjectHandle form, const QPDFObjectHandle& resources, int depth);
  void add_picture();

  PageMarks& out_;
  PathPainter paths_;
  TextPainter texts_;
  GraphicsState state_;
  std::vector<GraphicsState> saved_;
  std::size_t saved_outside_ = 0; ///< By what is around the form that runs: not its to restore.
  struct KnownFont {
    std::shared_ptr<const Font> font;
    std::uint32_t index = 0;
  };
  std::map<QPDFObjGen, KnownFont> fonts_;
  std::vector<QPDFObjGen> open_forms_;
  std::size_t bytes_ = 0, instructions_ = 0;
};

Matrix matrix_of(const Instruction& i) {
  return {i.number(0), i.number(1), i.number(2), i.number(3), i.number(4), i.number(5)};
}

/// By the operands alone, whatever the colour space: all high in grey and RGB, all low in CMYK.
Ink ink_of(const Instruction& i) {
  double low = 1, high = 0;
  for (const Operand& operand : i.operands) {
    if (operand.kind != Operand::Kind::number) return Ink::seen;
    low = std::min(low, operand.number), high = std::max(high, operand.number);
  }
  const std::size_t count = i.operands.size();
  if (count == 1 || count == 3) return low > 0.97 ? Ink::white : Ink::seen;
  return count == 4 && high < 0.03 ? Ink::white : Ink::seen;
}

QPDFObjectHandle resource(QPDFObjectHandle& resources, const char* kind, const Instruction& i,
                          std::size_t operand) {
  if (!resources.isDictionary() || operand >= i.operands.size()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle all = resources.getKey(kind);
  if (!all.isDictionary()) return QPDFObjectHandle::newNull();
  return all.getKey("/" + i.operands[operand].text);
}

bool Interpreter::run_state(const Instruction& i) {
  const std::string& op = i.name;
  if (op == "q") {
    if (saved_.size() < most_saved) saved_.push_back(state_);
  } else if (op == "Q") {
    if (saved_.size() <= saved_outside_) return true;
    state_ = std::move(saved_.back());
    saved_.pop_back();
  } else if (op == "cm") {
    state_.to_page = matrix_of(i).then(state_.to_page);
  } else if (op == "w") {
    state_.line_width = i.number(0);
  } else if (op == "d") {
    const bool broken =
        !i.operands.empty() && std::any_of(i.operands[0].items.begin(), i.operands[0].items.end(),
                                           [](const Operand& o) { return o.number > 0; });
    state_.dash = broken ? Pattern::broken : Pattern::solid;
  } else {
    return run_color(i);
  }
  return true;
}

bool Interpreter::run_color(const Instruction& i) {
  const std::string& op = i.name;
  if (op == "g" || op == "rg" || op == "k" || op == "sc" || op == "scn")
    state_.fill = ink_of(i);
  else if (op == "G" || op == "RG" || op == "K" || op == "SC" || op == "SCN")
    state_.stroke = ink_of(i);
  else if (op == "cs")
    state_.fill = Ink::seen;
  else if (op == "CS")
    state_.stroke = Ink::seen;
  else
    return false;
  return true;
}

bool Interpreter::run_path(const Instruction& i) {
  const std::string& op = i.name;
  const auto painting = [&](Painting what) { paths_.paint(what, state_); };
  if (op == "m") {
    paths_.move({i.number(0), i.number(1)}, state_);
  } else if (op == "l") {
    paths_.line({i.number(0), i.number(1)}, state_);
  } else if (op == "c") {
    paths_.curve({i.number(4), i.number(5)}, state_);
  } else if (op == "v" || op == "y") {
    paths_.curve({i.number(2), i.number(3)}, state_);
  } else if (op == "h") {
    paths_.close();
  } else if (op == "re") {
    paths_.rectangle({i.number(0), i.number(1)}, i.number(2), i.number(3), state_);
  } else if (op == "f" || op == "F" || op == "f*") {
    painting(Painting::fill);
  } else if (op == "S") {
    painting(Painting::stroke);
  } else if (op == "s") {
    paths_.close();
    painting(Painting::stroke);
  } else if (op == "B" || op == "B*") {
    painting(Painting::both);
  } else if (op == "b" || op == "b*") {
    paths_.close();
    painting(Painting::both);
  } else if (op == "n") {
    paths_.forget();
  } else {
    return false;
  }
  return true;
}

bool Interpreter::run_text_state(const Instruction& i) {
  const std::string& op = i.name;
  if (op == "Tc")
    state_.character_spacing = i.number(0);
  else if (op == "Tw")
    state_.word_spacing = i.number(0);
  else if (op == "Tz")
    state_.scale = i.number(0) / 100;
  else if (op == "TL")
    state_.leading = i.number(0);
  else if (op == "Ts")
    state_.rise = i.number(0);
  else
    return false;
  return true;
}

bool Interpreter::run_text(const Instruction& i) {
  const std::string& op = i.name;
  const std::size_t count = i.operands.size();
  if (op == "BT") {
    texts_.begin();
  } else if (op == "Tm") {
    texts_.set_matrix(matrix_of(i));
  } else if (op == "Td") {
    texts_.move(i.number(0), i.number(1));
  } else if (op == "TD") {
    state_.leading = -i.number(1);
    texts_.move(i.number(0), i.number(1));
  } else if (op == "T*") {
    texts_.next_line(state_);
  } else if (op == "Tj" && count > 0) {
    texts_.show(i.operands[0].text, state_);
  } else if (op == "TJ" && count > 0) {
    texts_.show(i.operands[0].items, state_);
  } else if (op == "'" && count > 0) {
    texts_.next_line(state_);
    texts_.show(i.operands[0].text, state_);
  } else if (op == "\"" && count > 2) {
    state_.word_spacing = i.number(0), state_.character_spacing = i.number(1);
    texts_.next_line(state_);
    texts_.show(i.operands[2].text, state_);
  } else {
    return run_text_state(i);
  }
  return true;
}

bool Interpreter::run_marked(const Instruction& i, QPDFObjectHandle& resources) {
  if (i.name == "BMC") {
    texts_.open(std::nullopt);
  } else if (i.name == "BDC") {
    std::optional<std::string> actual;
    if (i.operands.size() > 1 && i.operands[1].kind == Operand::Kind::name) {
      QPDFObjectHandle properties = resource(resources, "/Properties", i, 1);
      if (properties.isDictionary() && properties.getKey("/ActualText").isString())
        actual = properties.getKey("/ActualText").getUTF8Value();
    } else if (i.operands.size() > 1) {
      if (const Operand* text = i.operands[1].find("ActualText"))
        actual = QPDFObjectHandle::newString(text->text).getUTF8Value();
    }
    texts_.open(std::move(actual));
  } else if (i.name == "EMC") {
    texts_.close();
  } else {
    return false;
  }
  return true;
}

void Interpreter::use_font(QPDFObjectHandle dictionary) {
  const QPDFObjGen id = dictionary.getObjGen(); // 0 for a direct one, which is read each time
  const auto known = fonts_.find(id);
  if (dictionary.isIndirect() && known != fonts_.end()) {
    state_.font = known->second.font, state_.font_index = known->second.index;
    return;
  }
  if (out_.fonts.size() >= most_fonts) return;
  state_.font = read_font(dictionary);
  const auto at = std::find(out_.fonts.begin(), out_.fonts.end(), state_.font->name);
  state_.font_index = static_cast<std::uint32_t>(at - out_.fonts.begin());
  if (at == out_.fonts.end()) out_.fonts.push_back(state_.font->name);
  if (dictionary.isIndirect()) fonts_[id] = {state_.font, state_.font_index};
}

void Interpreter::set_font(const Instruction& i, QPDFObjectHandle& resources) {
  state_.size = i.number(1);
  use_font(resource(resources, "/Font", i, 0));
}

void Interpreter::set_extended_state(const Instruction& i, QPDFObjectHandle& resources) {
  QPDFObjectHandle given = resource(resources, "/ExtGState", i, 0);
  if (!given.isDictionary()) return;
  if (given.getKey("/LW").isNumber()) state_.line_width = given.getKey("/LW").getNumericValue();
  QPDFObjectHandle font = given.getKey("/Font");
  if (!font.isArray() || font.getArrayNItems() != 2 || !font.getArrayItem(1).isNumber()) return;
  state_.size = font.getArrayItem(1).getNumericValue();
  if (font.getArrayItem(0).isDictionary()) use_font(font.getArrayItem(0));
}

/// The unit square, wherever it lies.
void Interpreter::add_picture() {
  const Vector a = state_.to_page.apply({0, 0}), b = state_.to_page.apply({1, 1}),
               c = state_.to_page.apply({0, 1}), d = state_.to_page.apply({1, 0});
  const auto [left, right] = std::minmax({a.x, b.x, c.x, d.x});
  const auto [top, bottom] = std::minmax({a.y, b.y, c.y, d.y});
  const Point from = to_point({left, top}), to = to_point({right, bottom});
  if (out_.pictures.size() < 100'000)
    out_.pictures.push_back({{from.x, from.y, to.x - from.x, to.y - from.y}});
}

void Interpreter::run_form(QPDFObjectHandle form, const QPDFObjectHandle& resources, int depth) {
  const QPDFObjGen id = form.getObjGen();
  const bool open = std::find(open_forms_.begin(), open_forms_.end(), id) != open_forms_.end();
  if (depth >= deepest_form || open) return;
  QPDFObjectHandle dictionary = form.getDict(), matrix = dictionary.getKey("/Matrix");
  const GraphicsState before = state_;
  const std::size_t outside = std::exchange(saved_outside_, saved_.size());
  if (matrix.isArray() && matrix.getArrayNItems() == 6) {
    Instruction cm;
    for (int k = 0; k < 6; ++k) {
      Operand number;
      if (matrix.getArrayItem(k).isNumber())
        number.number = matrix.getArrayItem(k).getNumericValue();
      cm.operands.push_back(number);
    }
    state_.to_page = matrix_of(cm).then(state_.to_page);
  }
  open_forms_.push_back(id);
  QPDFObjectHandle own = dictionary.getKey("/Resources");
  run(form, own.isDictionary() ? own : resources, depth + 1);
  open_forms_.pop_back();
  saved_.resize(saved_outside_);
  saved_outside_ = outside;
  state_ = before;
}

void Interpreter::run_object(const Instruction& i, QPDFObjectHandle& resources, int depth) {
  QPDFObjectHandle object = resource(resources, "/XObject", i, 0);
  if (!object.isStream()) return;
  QPDFObjectHandle kind = object.getDict().getKey("/Subtype");
  if (kind.isNameAndEquals("/Image")) add_picture();
  if (kind.isNameAndEquals("/Form")) run_form(object, resources, depth);
}

void Interpreter::run(const QPDFObjectHandle& streams, QPDFObjectHandle resources, int depth) {
  const std::string bytes = stream_bytes(streams, most_bytes - std::min(bytes_, most_bytes));
  bytes_ += bytes.size();
  if (bytes_ >= most_bytes) out_.truncated = true;
  Tokens tokens(bytes);
  Instruction i;
  while (tokens.next(i)) {
    if (++instructions_ > most_instructions) {
      out_.truncated = true;
      return;
    }
    if (i.name == "Tf")
      set_font(i, resources);
    else if (i.name == "gs")
      set_extended_state(i, resources);
    else if (i.name == "Do")
      run_object(i, resources, depth);
    else if (i.name == "BI")
      add_picture();
    else if (!run_path(i) && !run_text(i) && !run_state(i))
      run_marked(i, resources);
  }
}

bool on_page(const Rect& rect, const Size& size) {
  return rect.right() >= Length{} && rect.bottom() >= Length{} && rect.x <= size.width &&
         rect.y <= size.height;
}

} // namespace

PageMarks interpret(const QPDFObjectHandle& page) {
  PageMarks marks;
  const PageSpace space = page_space(page);
  marks.size = {points(space.width), points(space.height)};
  Interpreter interpreter(marks, space);
  QPDFObjectHandle dictionary = page;
  interpreter.run(dictionary.getKey("/Contents"),
                  QPDFPageObjectHelper(page).getAttribute("/Resources", false), 0);
  std::erase_if(marks.glyphs, [&](const Glyph& g) {
    return !on_page({g.origin.x, g.origin.y - g.size, g.advance, g.size}, marks.size);
  });
  std::erase_if(marks.rules, [&](const Rule& r) {
    return !on_page({r.from.x, r.from.y, r.to.x - r.from.x, r.to.y - r.from.y}, marks.size);
  });
  std::erase_if(marks.boxes, [&](const Box& b) { return !on_page(b.rect, marks.size); });
  return marks;
}

} // namespace saraban::pdf::scan
