// Writing one value where its tag stood.
#include "fill/applier.h"
#include "fill/rich_value.h"
#include "fill/write_text.h"

#include <algorithm>

namespace saraban::fill {
namespace {

constexpr std::string_view checked_box = "\xE2\x98\x91",
                           empty_box = "\xE2\x98\x90"; // U+2611, U+2610
constexpr Length default_blank = millimetres(30);
constexpr int most_lines = 200;

} // namespace

void Applier::value(const language::Value& value, const TextForm& form,
                    const language::Expression& from) {
  using namespace language;
  const auto& content = value.content();
  if (const auto* s = std::get_if<std::string>(&content)) return text(*s, form, from);
  if (const auto* p = std::get_if<language::Picture>(&content)) return picture(*p, form, from);
  if (const auto* q = std::get_if<QrCode>(&content)) return qr_code(*q, form, from);
  if (const auto* b = std::get_if<BarCode>(&content)) return barcode(*b, form, from);
  if (const auto* l = std::get_if<LinkText>(&content)) return link(*l, form, from);
  if (const auto* c = std::get_if<CheckBox>(&content))
    return text(c->checked ? checked_box : empty_box, form, from);
  if (const auto* b = std::get_if<Blank>(&content)) return blank(*b, form);
  if (const auto blocks = rich_blocks(value, from.where ? *from.where : Location{}))
    return rich_text(*blocks, form, from);
  if (const auto* r = std::get_if<RichText>(&content)) {
    if (!r->source.starts_with('<')) { // What an attribute's macro gave: characters.
      if (!r->source.empty()) out_ += form.as_written + r->source + form.close;
      return;
    }
    const bool blocks = r->source.ends_with(shared_.program.markup->paragraph_end);
    if (blocks) out_ += form.paragraph_close;
    out_ += r->source;
    if (blocks) out_ += form.paragraph_open;
    return;
  }
  if (value.is_undefined()) {
    const Missing missing = shared_.scope.settings().missing;
    if (missing == Missing::blank) return blank({}, form);
    if (missing == Missing::keep) return text(from.where ? from.where->tag : "", form, from);
  }
  text(to_text(value, shared_.scope, from), form, from);
}

void Applier::text(std::string_view text, const TextForm& form, const language::Expression& from) {
  if (write_text(text, form, out_).left_out > 0)
    shared_.scope.diagnostics().warning("illegal-character", from.where ? *from.where : Location{});
}

void Applier::link(const language::LinkText& link, const TextForm& form,
                   const language::Expression& from) {
  open_link(link.target);
  text(link.text.empty() ? link.target : link.text, form, from);
  out_ += shared_.program.markup->link_close;
}

void Applier::open_link(const std::string& written) {
  const Markup& markup = *shared_.program.markup;
  std::string target;
  write_plain(written, target);
  if (markup.link_targets == LinkTargets::in_relations) {
    const std::string relation = new_relation();
    shared_.additions.links.push_back({part_, relation, std::move(target)});
    target = relation;
  }
  out_ += markup.link_open(target);
}

void Applier::blank(const language::Blank& blank, const TextForm& form) {
  if (!blank.fill && blank.lines == 0 && blank.width == Length{}) return; // To be left empty.
  if (!blank.fill && blank.lines == 0)
    return leader({blank.width.value_or(default_blank), true}, form);
  for (int line = 0; line < std::clamp(blank.lines, 1, most_lines); ++line) {
    if (line > 0) out_ += form.as_written + form.line_break + form.close;
    leader({std::nullopt, true}, form);
  }
}

/// Characters, where the format has no leader of its own: a dot takes about a millimetre and a half
/// at 16 points.
void Applier::leader(const LeaderShape& shape, const TextForm& form) {
  const Markup& markup = *shared_.program.markup;
  if (markup.leader) return markup.leader(shape, form, out_);
  out_ += form.as_written;
  if (shape.width)
    out_.append(static_cast<std::size_t>(
                    std::clamp<std::int64_t>(shape.width->emu / millimetres(1.5).emu, 3, 400)),
                '.');
  else
    out_ += form.leader;
  out_ += form.close;
}

} // namespace saraban::fill
