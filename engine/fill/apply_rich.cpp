// Rich text where its tag stood.
#include "fill/applier.h"
#include "fill/write_rich.h"
#include "fill/write_text.h"

namespace saraban::fill {

void Applier::rich_text(const rich::Blocks& blocks, const TextForm& form,
                        const language::Expression& from, const SoleValue* paragraph) {
  const Markup& markup = *shared_.program.markup;
  const bool thai = shared_.scope.settings().digits == thai::Digits::thai;
  RichHands hands;
  hands.text = [&](std::string_view characters, const TextForm& own) {
    text(characters, own, from);
  };
  hands.picture = [&](const rich::Picture& one, const TextForm& own) {
    language::Picture shown;
    shown.source = one.source, shown.description = one.description;
    shown.width = one.width, shown.height = one.height;
    picture(shown, own, from);
  };
  hands.link_open = [&](const std::string& target) { open_link(target); };
  hands.link_close = [&] { out_ += markup.link_close; };
  RichWriter writer(markup, shared_.program.facts, {form, part_, shared_.additions, thai},
                    std::move(hands), out_);
  if (!paragraph) return writer.within_paragraph(blocks);
  const std::string open = capture([&] { nodes(paragraph->before); });
  writer.instead_of_paragraph(blocks, open, paragraph->after);
  if (paragraph->keeps_place && !out_.ends_with(open + paragraph->after))
    out_ += open + paragraph->after;
}

} // namespace saraban::fill
