// Rich text in values and in data.
#include "fill/rich_value.h"

#include "base/color.h"
#include "rich/read.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::fill {
namespace {

std::string text_of(const data::Value& value) {
  if (const std::string* text = value.string()) return *text;
  if (const data::Number* number = value.number()) return number->text;
  return {};
}

bool holds(const data::Value& run, std::string_view key) {
  const data::Value* value = run.find(key);
  if (!value) return false;
  if (const bool* flag = value->boolean()) return *flag;
  const std::string text = text_of(*value);
  return !text.empty() && text != "0" && text != "none" && text != "false";
}

std::string color_of(const data::Value& run, std::string_view key) {
  const data::Value* value = run.find(key);
  const auto color = value ? parse_hex_color(text_of(*value)) : std::nullopt;
  return color ? fmt::format("{:02X}{:02X}{:02X}", color->red, color->green, color->blue) : "";
}

std::string member_text(const data::Value& run, std::string_view key) {
  const data::Value* value = run.find(key);
  return value ? text_of(*value) : std::string();
}

/// Sizes are points.
int half_points(const data::Value& run) {
  const data::Value* size = run.find("size");
  if (!size || !size->number()) return 0;
  const double points = std::strtod(size->number()->text.c_str(), nullptr);
  return points > 0 && points < 500 ? static_cast<int>(points * 2 + 0.5) : 0;
}

rich::Text run_of(const data::Value& run) {
  if (!run.map()) return {{}, text_of(run), ""};
  rich::Text text;
  rich::Marks& marks = text.marks;
  text.text = member_text(run, "text");
  text.link = member_text(run, "link");
  marks.bold = holds(run, "bold"), marks.italic = holds(run, "italic");
  marks.underline = holds(run, "underline"), marks.strike = holds(run, "strike");
  marks.superscript = holds(run, "superscript"), marks.subscript = holds(run, "subscript");
  marks.color = color_of(run, "color"), marks.highlight = color_of(run, "highlight");
  marks.font = member_text(run, "font");
  marks.style = member_text(run, "style");
  marks.half_points = half_points(run);
  return text;
}

/// \n\n and \a begin a paragraph, as in other text.
void add_run(const rich::Text& run, rich::Blocks& blocks) {
  std::string_view rest = run.text;
  while (true) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.find('\a'));
    auto& content = std::get<rich::Paragraph>(blocks.back().content).content;
    content.emplace_back(rich::Text{run.marks, std::string(rest.substr(0, end)), run.link});
    if (end == std::string_view::npos) return;
    blocks.push_back({rich::Paragraph{}});
    rest.remove_prefix(end + (rest[end] == '\a' ? 1 : 2));
  }
}

rich::Blocks runs_of(const data::Value& value) {
  rich::Blocks blocks{{rich::Paragraph{}}};
  if (const data::List* list = value.list())
    for (const data::Value& run : *list) add_run(run_of(run), blocks);
  else
    add_run(run_of(value), blocks);
  return blocks;
}

std::optional<rich::Blocks> blocks_of(const data::Value& value, const Location& where) {
  const data::Map* map = value.map();
  if (!map || map->size() != 1) return std::nullopt;
  const auto& [key, content] = map->front();
  if (key == "richtext") return runs_of(content);
  if (key == "markdown" && content.string()) return rich::read_markdown(*content.string(), where);
  if (key == "html" && content.string()) return rich::read_html(*content.string(), where);
  return std::nullopt;
}

} // namespace

std::optional<rich::Blocks> rich_blocks(const language::Value& value, const Location& where) {
  if (const auto* data = std::get_if<const data::Value*>(&value.content()))
    return blocks_of(**data, where);
  const auto* text = std::get_if<language::RichText>(&value.content());
  if (!text) return std::nullopt;
  switch (text->kind) {
  case language::RichText::Kind::markdown:
    return rich::read_markdown(text->source, where);
  case language::RichText::Kind::html:
    return rich::read_html(text->source, where);
  case language::RichText::Kind::docx_runs:
    break;
  }
  return std::nullopt;
}

} // namespace saraban::fill
