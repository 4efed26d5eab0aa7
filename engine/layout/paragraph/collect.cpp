// Stage 1 of a paragraph: its inlines to one text and the things that stand between its characters.
#include "layout/paragraph/collect.h"

#include "base/utf8.h"

namespace saraban::layout {

namespace {

using document::FormatIndex;

class Collector {
public:
  Collector(const document::Paragraph& paragraph, const Context& context)
      : paragraph_(paragraph), context_(context) {}

  Collected run() {
    if (paragraph_.label) label(*paragraph_.label);
    for (const document::Inline& part : paragraph_.inlines) {
      std::visit([this](const auto& content) { add(content); }, part);
      ++source_;
    }
    return std::move(out_);
  }

private:
  const document::RunFormat* format_at(FormatIndex format) const {
    const auto& formats = context_.document.run_formats;
    return format < formats.size() ? &formats[format] : nullptr;
  }
  bool is_hidden(FormatIndex format) const {
    const document::RunFormat* found = format_at(format);
    return found && found->hidden;
  }

  void text(std::string_view text, FormatIndex format, bool is_label = false) {
    if (text.empty() || is_hidden(format)) return;
    const document::RunFormat* found = format_at(format);
    if (found && found->caps == document::Caps::all)
      piece(text::to_upper(text), format, is_label, Capitals::full);
    else if (found && found->caps == document::Caps::small)
      small_capitals(text, format, is_label);
    else
      piece(text, format, is_label, Capitals::full);
  }
  /// Letters whose capital takes other bytes stay: places in the text are counted in bytes.
  void small_capitals(std::string_view text, FormatIndex format, bool is_label) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t from = at;
      const bool lower = text::is_lower(decode_utf8(text, at).code);
      while (at < text.size()) {
        const Decoded next = decode_utf8(text, at);
        if (text::is_lower(next.code) != lower) break;
        at += next.length;
      }
      const std::string_view part = text.substr(from, at - from);
      const std::string upper = lower ? text::to_upper(part) : std::string();
      piece(upper.size() == part.size() ? std::string_view(upper) : part, format, is_label,
            lower ? Capitals::reduced : Capitals::full);
    }
  }
  void piece(std::string_view text, FormatIndex format, bool is_label, Capitals capitals) {
    const auto start = static_cast<std::uint32_t>(out_.text.size());
    out_.text += text;
    const auto end = static_cast<std::uint32_t>(out_.text.size());
    if (!out_.pieces.empty()) {
      Piece& last = out_.pieces.back();
      if (last.is_text && last.format == format && last.is_label == is_label &&
          last.capitals == capitals) {
        last.end = end;
        return;
      }
    }
    out_.pieces.push_back({start, end, format, source_, is_label, true, capitals});
  }
  void uncounted(std::string_view shown, FormatIndex format, bool is_label) {
    const auto start = static_cast<std::uint32_t>(out_.text.size());
    text(shown, format, is_label);
    const auto end = static_cast<std::uint32_t>(out_.text.size());
    if (end > start) out_.uncounted.emplace_back(start, end);
  }
  void thing(std::string_view character, FormatIndex format, bool is_label = false) {
    const auto start = static_cast<std::uint32_t>(out_.text.size());
    out_.text += character;
    out_.pieces.push_back({start, static_cast<std::uint32_t>(out_.text.size()), format, source_,
                           is_label, false, Capitals::full});
  }

  void label(const document::ListLabel& label) {
    if (label.picture && *label.picture < context_.document.drawings.size())
      thing("", label.format, true);
    uncounted(label.text, label.format, true);
    if (label.suffix == document::LabelSuffix::nothing) return;
    if (label.suffix == document::LabelSuffix::space) {
      uncounted(" ", label.format, true);
      return;
    }
    const auto start = static_cast<std::uint32_t>(out_.text.size());
    thing("\t", label.format, true);
    out_.uncounted.emplace_back(start, start + 1);
  }

  void add(const document::Text& content) { text(content.text, content.format); }
  void add(const document::Tab& content) {
    if (!is_hidden(content.format)) thing("\t", content.format);
  }
  void add(const document::PositionalTab& content) {
    if (!is_hidden(content.format)) thing("\t", content.format);
  }
  void add(const document::Blank& content) {
    if (!is_hidden(content.format)) thing("\t", content.format);
  }
  void add(const document::Break& content) { thing("\n", content.format); }
  void add(const document::Field& content) {
    out_.has_fields = true;
    text(field_text(content, context_.fields), content.format);
  }
  void add(const document::DrawingReference& content) {
    if (!is_hidden(content.format) && content.drawing < context_.document.drawings.size())
      thing("", content.format);
  }
  void add(const document::NoteReference& content) {
    if (is_hidden(content.format)) return;
    thing("", content.format);
    uncounted(content.mark, content.format, false);
  }
  template <class Other>
  void add(const Other&) {
    thing("", out_.pieces.empty() ? paragraph_.mark_format : out_.pieces.back().format);
  }

  const document::Paragraph& paragraph_;
  const Context& context_;
  Collected out_;
  std::uint32_t source_ = 0;
};

} // namespace

std::string field_text(const document::Field& field, const FieldValues& values) {
  using document::NumberFormat;
  const auto number = [&](int value, NumberFormat otherwise) {
    return format_number(value, field.number_format.value_or(otherwise));
  };
  switch (field.kind) {
  case document::FieldKind::page:
    if (field.offset > 0 && values.page + field.offset > values.page_count) return "";
    return number(values.page + field.offset, values.page_format);
  case document::FieldKind::page_count:
    return number(values.page_count, NumberFormat::decimal);
  case document::FieldKind::section_pages:
    return number(values.section_pages, NumberFormat::decimal);
  case document::FieldKind::section_number:
    return number(values.section, NumberFormat::decimal);
  case document::FieldKind::page_reference:
    if (values.bookmark_pages) {
      const auto found = values.bookmark_pages->find(field.argument);
      if (found != values.bookmark_pages->end()) return found->second;
    }
    return field.cached;
  case document::FieldKind::style_reference:
    return values.style_text ? values.style_text(field.argument) : field.cached;
  }
  return field.cached;
}

Collected collect(const document::Paragraph& paragraph, const Context& context) {
  return Collector(paragraph, context).run();
}

} // namespace saraban::layout
