// Escaping, and cutting text at script boundaries.
#include "fill/write_text.h"

#include "base/utf8.h"

#include <array>
#include <utility>

namespace saraban::fill {
namespace {

/// First and last code points of blocks written with the complex-script slots (ECMA-376 17.3.2.26:
/// what is neither ASCII, high ANSI nor East Asian).
constexpr std::array<std::pair<char32_t, char32_t>, 9> complex_blocks{{{0x0590, 0x08FF},
                                                                       {0x0900, 0x0DFF},
                                                                       {0x0E00, 0x0EFF},
                                                                       {0x0F00, 0x109F},
                                                                       {0x1780, 0x17FF},
                                                                       {0x1950, 0x19FF},
                                                                       {0xA8E0, 0xA8FF},
                                                                       {0xFB1D, 0xFDFF},
                                                                       {0xFE70, 0xFEFC}}};

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool fits_xml(char32_t c) {
  return c >= 0x20 && c != 0xFFFE && c != 0xFFFF;
}

std::string_view entity_of(char c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  default:
    return {};
  }
}

class TextWriter {
public:
  TextWriter(std::string_view text, const TextForm& form, std::string& out)
      : text_(text), form_(form), out_(out) {}

  Written run() {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte < 0x20)
        control();
      else
        character();
    }
    close_run();
    return written_;
  }

private:
  void character() {
    const Decoded c = decode_utf8(text_, at_);
    const Script script = script_of(c.code);
    if (!open_ || (script != Script::neutral && script != script_)) change_to(script);
    if (!fits_xml(c.code))
      ++written_.left_out;
    else if (const std::string_view entity = c.length == 1 ? entity_of(text_[at_]) : "";
             !entity.empty())
      out_ += entity;
    else if (c.code == 0xFFFD)
      append_utf8(out_, c.code);
    else if (c.code == ' ' && !form_.space.empty() && !stays(at_))
      out_ += form_.space;
    else
      out_ += text_.substr(at_, c.length);
    at_ += c.length == 0 ? 1 : c.length;
  }
  /// A space between two characters that show.
  bool stays(std::size_t space) const {
    const auto shows = [&](std::size_t at) { return static_cast<unsigned char>(text_[at]) > 0x20; };
    return space > 0 && shows(space - 1) && space + 1 < text_.size() && shows(space + 1);
  }
  /// Opens a run for what comes; neutral characters belong to the script after them.
  void change_to(Script script) {
    if (script == Script::neutral) script = next_script();
    if (open_ && script == script_) return;
    close_run();
    out_ += script == Script::complex ? form_.complex
            : script == Script::latin ? form_.latin
                                      : form_.as_written;
    open_ = true;
    script_ = script;
  }
  /// Looked for once, however many runs begin before it.
  Script next_script() {
    if (ahead_ >= at_ && looked_) return ahead_ < text_.size() ? ahead_script_ : script_;
    looked_ = true;
    for (ahead_ = at_; ahead_ < text_.size();) {
      const Decoded c = decode_utf8(text_, ahead_);
      ahead_script_ = script_of(c.code);
      if (ahead_script_ != Script::neutral) return ahead_script_;
      ahead_ += c.length == 0 ? 1 : c.length;
    }
    return script_;
  }
  void control() {
    const char c = text_[at_++];
    switch (c) {
    case '\r':
      if (at_ < text_.size() && text_[at_] == '\n') ++at_;
      return line_break();
    case '\n':
    case '\v':
      return line_break();
    case '\a':
      return paragraph();
    case '\t':
      return inside_run(form_.tab);
    case '\f':
      return form_.next_page.empty() ? inside_run(form_.page_break) : go_on(form_.next_page);
    default:
      ++written_.left_out;
    }
  }
  void line_break() {
    const std::string_view rest = text_.substr(at_);
    const std::size_t more = rest.starts_with("\r\n") ? 2 : rest.starts_with("\n") ? 1 : 0;
    if (more == 0 || form_.next_paragraph.empty()) return inside_run(form_.line_break);
    at_ += more;
    paragraph();
  }
  void inside_run(const std::string& what) {
    if (!open_) change_to(Script::neutral);
    out_ += what;
  }
  void paragraph() {
    if (form_.next_paragraph.empty()) return inside_run(form_.line_break);
    go_on(form_.next_paragraph);
  }
  void go_on(const std::string& next) {
    close_run();
    out_ += next;
  }
  void close_run() {
    if (open_) out_ += script_ == Script::complex ? form_.complex_close : form_.close;
    open_ = false;
  }

  std::string_view text_;
  const TextForm& form_;
  std::string& out_;
  std::size_t at_ = 0;
  bool open_ = false;
  Script script_ = Script::neutral;
  bool looked_ = false;
  std::size_t ahead_ = 0; ///< Where the next letter stands.
  Script ahead_script_ = Script::neutral;
  Written written_;
};

} // namespace

Script script_of(char32_t code) {
  if (code < 0x80) return is_letter(static_cast<char>(code)) ? Script::latin : Script::neutral;
  if (code < 0xC0) return code == 0xAA || code == 0xBA ? Script::latin : Script::neutral;
  for (const auto& [first, last] : complex_blocks)
    if (code >= first && code <= last) return Script::complex;
  const bool symbol = code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code <= 0x2BFF) ||
                      (code >= 0x3000 && code <= 0x303F);
  return symbol ? Script::neutral : Script::latin;
}

void escape_xml(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '\r')
      out += "&#13;";
    else if (const std::string_view entity = c == '"' ? "" : entity_of(c); !entity.empty())
      out += entity;
    else
      out += c;
  }
}

void escape_attribute(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\t')
      out += c == '\n' ? "&#10;" : c == '\r' ? "&#13;" : "&#9;";
    else if (const std::string_view entity = entity_of(c); !entity.empty())
      out += entity;
    else
      out += c;
  }
}

Written write_text(std::string_view text, const TextForm& form, std::string& out) {
  return TextWriter(text, form, out).run();
}

Written write_plain(std::string_view text, std::string& out) {
  Written written;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    if (c.code == '\n' || c.code == '\r' || c.code == '\t')
      out += ' ';
    else if (!fits_xml(c.code))
      ++written.left_out;
    else if (c.code == 0xFFFD)
      append_utf8(out, c.code);
    else if (const std::string_view entity = c.length == 1 ? entity_of(text[at]) : "";
             !entity.empty())
      out += entity;
    else
      out += text.substr(at, c.length);
    at += c.length == 0 ? 1 : c.length;
  }
  return written;
}

} // namespace saraban::fill
