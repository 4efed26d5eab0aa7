// Text as page/print prints it, back to pages.
#include "base/failure.h"
#include "page/names.h"
#include "page/print.h"

#include <charconv>
#include <map>

namespace saraban::page {
namespace {

/// A line's words, read from left to right. Anything unexpected is a Failure that names the line.
class Line {
public:
  Line(std::string_view text, int number) : rest_(text), number_(number) { skip_spaces(); }

  bool done() const { return rest_.empty(); }
  bool quote_next() const { return !rest_.empty() && rest_.front() == '"'; }

  std::string_view word() {
    if (done() || quote_next()) fail();
    const std::string_view found = rest_.substr(0, rest_.find(' '));
    return advance(found.size()), skip_spaces(), found;
  }
  /// A word of its own that may stand here.
  bool flag(std::string_view name) {
    if (!rest_.starts_with(name)) return false;
    if (rest_.size() > name.size() && rest_[name.size()] != ' ') return false;
    return advance(name.size()), skip_spaces(), true;
  }
  /// "name=" that may stand here; its value follows.
  bool attribute(std::string_view name) {
    if (!rest_.starts_with(name) || !rest_.substr(name.size()).starts_with('=')) return false;
    return advance(name.size() + 1), true;
  }
  std::string quoted() {
    if (!quote_next()) fail();
    std::string text;
    std::size_t i = 1;
    for (; i < rest_.size() && rest_[i] != '"'; ++i) {
      if (rest_[i] != '\\') {
        text += rest_[i];
        continue;
      }
      if (++i == rest_.size()) fail();
      const char c = rest_[i];
      text += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
    }
    if (i == rest_.size()) fail();
    return advance(i + 1), skip_spaces(), text;
  }

  template <typename Number>
  Number number() {
    return number_of<Number>(word());
  }
  Length length() { return length_of(word()); }
  Point point() {
    const auto [x, y] = numbers<2>();
    return {length_of(x), length_of(y)};
  }
  Rect rect() {
    const auto [x, y, w, h] = numbers<4>();
    return {length_of(x), length_of(y), length_of(w), length_of(h)};
  }
  Color color() {
    const std::string_view text = word();
    const auto slash = text.find('/');
    const std::string_view digits = text.substr(0, slash);
    std::uint32_t rgb = 0;
    const auto end = std::from_chars(digits.begin(), digits.end(), rgb, 16);
    if (digits.size() != 6 || end.ptr != digits.end()) fail();
    Color c{static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
            static_cast<std::uint8_t>(rgb)};
    if (slash != text.npos) c.alpha = number_of<std::uint8_t>(text.substr(slash + 1));
    return c;
  }
  template <std::size_t Count>
  std::array<std::string_view, Count> numbers() {
    std::string_view text = word();
    std::array<std::string_view, Count> parts;
    for (std::size_t i = 0; i < Count; ++i) {
      const auto comma = i + 1 < Count ? text.find(',') : text.size();
      if (comma == text.npos) fail();
      parts[i] = text.substr(0, comma);
      text.remove_prefix(i + 1 < Count ? comma + 1 : comma);
    }
    return parts;
  }
  template <typename Number>
  Number number_of(std::string_view text) const {
    Number value{};
    const auto end = std::from_chars(text.begin(), text.end(), value);
    if (end.ec != std::errc() || end.ptr != text.end()) fail();
    return value;
  }
  Length length_of(std::string_view text) const {
    const double value = number_of<double>(text);
    if (!(value > -1e9 && value < 1e9)) fail();
    return points(value);
  }
  template <typename Enum, std::size_t Count>
  Enum one_of(const std::array<std::string_view, Count>& names) {
    const auto found = named<Enum>(names, word());
    return found ? *found : (fail(), Enum{});
  }
  [[noreturn]] void fail() const {
    Location where;
    where.line = number_;
    throw Failure(Fault::input, "pages-text", where, {{"text", std::string(rest_)}});
  }

private:
  void advance(std::size_t count) { rest_.remove_prefix(count); }
  void skip_spaces() { advance(std::min(rest_.find_first_not_of(' '), rest_.size())); }

  std::string_view rest_;
  int number_;
};

void parse_glyphs(Line& line, GlyphRun& run) {
  while (!line.done()) {
    std::string_view text = line.word();
    const auto cut = [&](char separator) {
      const auto at = text.find(separator);
      if (at == text.npos) line.fail();
      const std::string_view part = text.substr(0, at);
      text.remove_prefix(at + 1);
      return part;
    };
    Glyph glyph;
    glyph.id = line.number_of<std::uint32_t>(cut('@'));
    glyph.cluster = line.number_of<std::uint32_t>(cut(':'));
    if (const auto plus = text.find('+'); plus != text.npos) {
      glyph.extra = line.length_of(text.substr(plus + 1));
      text = text.substr(0, plus);
    }
    if (text.find(',') != text.npos) {
      glyph.advance = line.number_of<std::int32_t>(cut(','));
      glyph.x_offset = line.number_of<std::int32_t>(cut(','));
      glyph.y_offset = line.number_of<std::int32_t>(text);
    } else {
      glyph.advance = line.number_of<std::int32_t>(text);
    }
    run.glyphs.push_back(glyph);
  }
}

GlyphRun parse_run(Line& line) {
  GlyphRun run;
  run.origin = line.point();
  run.face = line.number<std::uint32_t>();
  run.size = line.length();
  run.text = line.quoted();
  if (line.attribute("color")) run.color = line.color();
  if (line.attribute("scale")) run.scale_percent = line.number<int>();
  run.synthetic_bold = line.flag("synthetic-bold");
  run.synthetic_italic = line.flag("synthetic-italic");
  return run;
}

Rule parse_rule(Line& line) {
  Rule rule;
  rule.from = line.point();
  rule.to = line.point();
  rule.width = line.length();
  if (line.attribute("color")) rule.color = line.color();
  if (line.attribute("dash")) rule.dash = line.one_of<Dash>(dash_names);
  return rule;
}

Path parse_path(Line& line, int number) {
  Path path;
  const std::string steps = line.quoted();
  for (Line step(steps, number); !step.done();) {
    PathStep next;
    const std::string_view letter = step.word();
    using Kind = PathStep::Kind;
    if (letter == "Z")
      next.kind = Kind::close;
    else if (letter == "M" || letter == "L")
      next.kind = letter == "M" ? Kind::move : Kind::line;
    else if (letter == "C")
      next.kind = Kind::curve, next.control1 = step.point(), next.control2 = step.point();
    else
      line.fail();
    if (next.kind != Kind::close) next.end = step.point();
    path.steps.push_back(next);
  }
  if (line.attribute("fill")) path.fill = line.color();
  if (line.attribute("stroke")) path.stroke = line.color();
  if (line.attribute("width")) path.stroke_width = line.length();
  if (line.attribute("dash")) path.dash = line.one_of<Dash>(dash_names);
  path.even_odd = line.flag("even-odd");
  return path;
}

Image parse_image(Line& line) {
  Image image;
  image.image = line.number<std::uint32_t>();
  image.rect = line.rect();
  if (line.attribute("crop")) {
    const auto [top, right, bottom, left] = line.numbers<4>();
    image.crop_top = line.number_of<int>(top);
    image.crop_right = line.number_of<int>(right);
    image.crop_bottom = line.number_of<int>(bottom);
    image.crop_left = line.number_of<int>(left);
  }
  return image;
}

Link parse_link(Line& line) {
  Link link;
  link.rect = line.rect();
  link.uri = line.quoted();
  if (line.attribute("tooltip")) link.tooltip = line.quoted();
  return link;
}

Transform parse_transform(Line& line) {
  Transform transform;
  const auto numbers = line.numbers<6>();
  for (std::size_t i = 0; i < 6; ++i) transform.matrix[i] = line.number_of<double>(numbers[i]);
  if (line.attribute("clip")) transform.clip = line.rect();
  return transform;
}

TagBegin parse_tag(Line& line) {
  TagBegin tag;
  tag.role = line.one_of<Role>(role_names);
  tag.id = line.number<std::uint32_t>();
  if (line.attribute("description")) tag.description = line.quoted();
  if (line.attribute("rows")) tag.row_span = line.number<int>();
  if (line.attribute("columns")) tag.column_span = line.number<int>();
  return tag;
}

Field parse_field(Line& line) {
  Field field;
  field.kind = line.one_of<FieldKind>(field_names);
  field.path = line.quoted();
  if (line.flag("prompt")) field.content = FieldContent::prompt;
  for (const auto& [name, text] : {std::pair{"title", &field.title},
                                   {"expression", &field.expression},
                                   {"text", &field.text},
                                   {"json", &field.json},
                                   {"choice", &field.choice}})
    if (line.attribute(name)) *text = line.quoted();
  if (line.attribute("face")) field.face = line.number<std::uint32_t>();
  if (line.attribute("size")) field.size = line.length();
  if (line.attribute("color")) field.color = line.color();
  if (line.attribute("align")) field.alignment = line.one_of<FieldAlignment>(alignment_names);
  if (line.attribute("pitch")) field.pitch = line.length();
  if (line.attribute("indent")) field.indent = line.length();
  field.after_label = line.flag("after-label");
  while (!line.done()) field.options.push_back(line.quoted());
  return field;
}

using Fields = std::map<std::size_t, std::shared_ptr<const Field>>;

FieldBegin parse_field_begin(Line& line, Fields& fields) {
  FieldBegin begin;
  std::shared_ptr<const Field>& field = fields[line.number<std::size_t>()];
  begin.rect = line.rect();
  if (!field) field = std::make_shared<const Field>(parse_field(line));
  begin.field = field;
  return begin;
}

Item parse_item(std::string_view keyword, Line& line, int number, Fields& fields) {
  if (keyword == "run") return parse_run(line);
  if (keyword == "rule") return parse_rule(line);
  if (keyword == "path") return parse_path(line, number);
  if (keyword == "image") return parse_image(line);
  if (keyword == "link") return parse_link(line);
  if (keyword == "transform") return parse_transform(line);
  if (keyword == "restore") return Restore{};
  if (keyword == "tag") return parse_tag(line);
  if (keyword == "end") return TagEnd{};
  if (keyword == "field") return parse_field_begin(line, fields);
  if (keyword == "field-end") return FieldEnd{};
  if (keyword == "fill") {
    const Rect rect = line.rect();
    return Fill{rect, line.color()};
  }
  if (keyword == "destination") {
    const Point at = line.point();
    return Destination{line.quoted(), at};
  }
  line.fail();
}

std::string* property(Pages& pages, std::string_view keyword) {
  if (keyword == "title") return &pages.title;
  if (keyword == "author") return &pages.author;
  if (keyword == "subject") return &pages.subject;
  if (keyword == "keywords") return &pages.keywords;
  return keyword == "language" ? &pages.language : nullptr;
}

/// True when the line told about the whole document.
bool parse_head(std::string_view keyword, Line& line, Pages& pages, const Sources& sources) {
  if (std::string* text = property(pages, keyword)) {
    *text = line.quoted();
  } else if (keyword == "face") {
    const std::string family = line.quoted();
    const bool bold = line.flag("bold"), italic = line.flag("italic");
    pages.faces.push_back(sources.face ? sources.face(family, bold, italic) : nullptr);
  } else if (keyword == "picture") {
    std::string name = line.quoted();
    auto bytes = sources.picture ? sources.picture(name) : nullptr;
    pages.images.push_back({std::move(name), std::move(bytes)});
  } else if (keyword == "outline") {
    OutlineEntry entry;
    entry.level = line.number<int>();
    entry.page = line.number<std::size_t>();
    entry.y = line.length();
    entry.title = line.quoted();
    pages.outline.push_back(std::move(entry));
  } else if (keyword == "page") {
    Page page;
    page.size.width = line.length();
    page.size.height = line.length();
    page.label = line.quoted();
    pages.pages.push_back(std::move(page));
  } else {
    return false;
  }
  return true;
}

void parse_line(Line& line, int number, Pages& pages, Fields& fields, const Sources& sources) {
  const std::string_view keyword = line.word();
  if (parse_head(keyword, line, pages, sources)) return;
  if (pages.pages.empty()) line.fail();
  std::vector<Item>& items = pages.pages.back().items;
  if (keyword == "glyphs") {
    auto* run = items.empty() ? nullptr : std::get_if<GlyphRun>(&items.back());
    if (run == nullptr) line.fail();
    parse_glyphs(line, *run);
  } else {
    items.push_back(parse_item(keyword, line, number, fields));
  }
}

} // namespace

Pages parse(std::string_view text, const Sources& sources) {
  Pages pages;
  Fields fields;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view content = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    Line line(content, number);
    if (line.done() || content.starts_with("# ")) continue;
    parse_line(line, number, pages, fields, sources);
    if (!line.done()) line.fail();
  }
  return pages;
}

} // namespace saraban::page
