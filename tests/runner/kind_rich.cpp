// Markdown and HTML as blocks: "source ⇒ blocks"; ⏎ stands for a line break. Files are named for
// the reader: markdown.txt, html.txt. Blocks print as h1(…) p(…) quote(…) code(…) ul[(item)(item)]
// table[th(…) td2x1(…) / …] rule page; runs as {marks:text}, links as text→target.
// links: rich
#include "runner/runner.h"

#include "base/failure.h"
#include "rich/read.h"

namespace saraban::cases {
namespace {

using namespace saraban::rich;

std::string printed(const Blocks& blocks);

std::string with(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string printed(const Marks& m) {
  std::string out;
  const std::pair<bool, const char*> flags[] = {
      {m.bold, "b"}, {m.italic, "i"},        {m.underline, "u"},  {m.strike, "s"},
      {m.code, "c"}, {m.superscript, "sup"}, {m.subscript, "sub"}};
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : ",") + text; };
  for (const auto& [set, name] : flags)
    if (set) add(name);
  if (!m.color.empty()) add("#" + m.color);
  if (!m.highlight.empty()) add("on#" + m.highlight);
  if (!m.font.empty()) add("font=" + m.font);
  if (m.half_points > 0) add(std::to_string(m.half_points) + "hp");
  return out;
}

std::string printed(const Inline& piece) {
  if (const auto* picture = std::get_if<Picture>(&piece)) {
    std::string size;
    if (picture->width) size += " w" + std::to_string(picture->width->emu / 12700) + "pt";
    if (picture->height) size += " h" + std::to_string(picture->height->emu / 12700) + "pt";
    return "<" + picture->source + "|" + picture->description + size + ">";
  }
  const auto& text = std::get<Text>(piece);
  const std::string marks = printed(text.marks);
  const std::string shown = with(text.text, "\n", "⏎") + (text.link.empty() ? "" : "→" + text.link);
  return marks.empty() && text.link.empty() ? shown : "{" + marks + ":" + shown + "}";
}

std::string printed(Alignment alignment) {
  return alignment == Alignment::as_is    ? ""
         : alignment == Alignment::start  ? "<"
         : alignment == Alignment::center ? "^"
         : alignment == Alignment::end    ? ">"
                                          : "=";
}

std::string print(const Paragraph& p) {
  const std::string level = std::to_string(p.level);
  std::string out = p.kind == Paragraph::Kind::heading ? "h" + level
                    : p.kind == Paragraph::Kind::quote ? "quote" + level
                    : p.kind == Paragraph::Kind::code  ? "code"
                                                       : "p";
  out += printed(p.alignment) + "(";
  for (const Inline& piece : p.content) out += printed(piece);
  return out + ")";
}

std::string print(const List& list) {
  const char* names[] = {"ul", "ol", "ol.a", "ol.A", "ol.i", "ol.I"};
  std::string out = names[static_cast<int>(list.kind)];
  if (list.start != 1) out += std::to_string(list.start);
  out += "[";
  for (const Blocks& item : list.items) out += "(" + printed(item) + ")";
  return out + "]";
}

std::string print(const Table& table) {
  std::string out = "table[";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    out += i > 0 ? " / " : "";
    if (table.rows[i].header) out += "*";
    for (std::size_t c = 0; c < table.rows[i].cells.size(); ++c) {
      const Cell& cell = table.rows[i].cells[c];
      out += std::string(c > 0 ? " " : "") + (cell.header ? "th" : "td");
      if (cell.columns > 1 || cell.rows > 1)
        out += std::to_string(cell.columns) + "x" + std::to_string(cell.rows);
      out += printed(cell.alignment) + (cell.shading.empty() ? "" : "#" + cell.shading);
      out += "(" + printed(cell.blocks) + ")";
    }
  }
  return out + "]";
}

std::string print(const Rule&) {
  return "rule";
}
std::string print(const PageBreak&) {
  return "page";
}

std::string printed(const Blocks& blocks) {
  std::string out;
  for (const Block& block : blocks)
    out += (out.empty() ? "" : " ") +
           std::visit([](const auto& content) { return print(content); }, block.content);
  return out;
}

void run(const std::filesystem::path& file, Report& report, Accept) {
  for (const auto& [number, line] : case_lines(file)) {
    const auto parts = split(line, " ⇒ ");
    if (parts.size() != 2) {
      report.fail("line " + std::to_string(number) + ": no ⇒");
      continue;
    }
    const std::string source = with(parts[0], "⏎", "\n");
    const Blocks blocks = file.stem() == "html" ? read_html(source, {}) : read_markdown(source, {});
    report.expect_equal("line " + std::to_string(number), parts[1], printed(blocks));
  }
}

const Kind kind{"rich", ItemIs::file, run};

} // namespace
} // namespace saraban::cases
