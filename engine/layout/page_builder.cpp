// Pages opened, filled and closed, section by section.
#include "layout/page_builder.h"

#include "layout/page_ground.h"

#include "base/failure.h"
#include "layout/cache.h"

#include <algorithm>

namespace saraban::layout {

namespace {

bool same_page(const document::Section& a, const document::Section& b) {
  return a.page == b.page;
}

void shift(Fragment& fragment, Length down) {
  move_items(fragment.items, {{}, down});
  for (Layer& layer : fragment.layers) move_items(layer.items, {{}, down});
}

} // namespace

Round lay_pages(const Counts& known, Context& context) {
  return PageBuilder(known, context).run();
}

Round PageBuilder::run() {
  const std::vector<document::Section>& sections = context_.document.sections;
  round_.counts.section_pages.assign(sections.size(), 0);
  for (section_ = 0; section_ < sections.size(); ++section_) {
    start_section(section_);
    Flow flow{&sections[section_], sections[section_].blocks, false};
    flow.balanced = section_ + 1 < sections.size() &&
                    sections[section_ + 1].start == document::SectionStart::continuous &&
                    same_page(sections[section_], sections[section_ + 1]);
    lay_flow(flow);
    const bool last = section_ + 1 == sections.size();
    if (!endnotes_.empty() && (last || sections[section_].endnotes_here)) {
      lay_endnotes(sections[section_]);
    }
  }
  if (section_ > 0) --section_;
  lay_rest_of_notes();
  if (page_) close_page();
  finish_counts();
  return std::move(round_);
}

void PageBuilder::lay_endnotes(const document::Section& section) {
  const std::vector<document::Section>& own = context_.document.endnote_pages;
  Flow notes{own.empty() ? &section : &own.front(), endnote_blocks(endnotes_, context_), false};
  endnotes_.clear();
  if (!own.empty()) {
    if (page_) close_page();
    look_ = 0;
    open_page(own.front(), PageKind::first_of_section);
    add_start(notes, {}, true);
  }
  lay_flow(notes);
}

FieldValues PageBuilder::field_values(const document::Section& section) const {
  FieldValues values;
  values.page = page_->number;
  values.page_format = section.page_number_format;
  values.page_count = known_.pages;
  values.section = static_cast<int>(section_) + 1;
  if (section_ < known_.section_pages.size()) values.section_pages = known_.section_pages[section_];
  values.bookmark_pages = &known_.bookmark_pages;
  const std::size_t page = round_.pages.size();
  values.style_text = [this, page](const std::string& style) -> std::string {
    for (std::size_t i = std::min(page + 1, known_.styles.size()); i-- > 0;) {
      const auto found = known_.styles[i].find(style);
      if (found != known_.styles[i].end()) return found->second;
    }
    return {};
  };
  return values;
}

/// Section::following.
const document::Section& PageBuilder::look_of_next_page(const document::Section& section) const {
  const std::size_t count = section.following.size();
  std::size_t at = look_;
  if (at > count) {
    const auto again = static_cast<std::size_t>(std::max(section.following_again.value_or(-1), 0));
    const std::size_t first = section.following_again ? std::min(again, count) : count;
    at = first + (at - first) % (count - first + 1);
  }
  return at == 0 ? section : section.following[at - 1];
}

/// An even or odd page that must come first leaves a blank page before it (ECMA-376 17.18.77).
void PageBuilder::add_blank_page_if(const document::Section& section) {
  const bool even = next_number_ % 2 == 0;
  const bool wrong = (section.start == document::SectionStart::even_page && !even) ||
                     (section.start == document::SectionStart::odd_page && even);
  const bool skipped = context_.document.settings.blank_pages == document::BlankPages::skipped;
  if (!wrong || round_.pages.empty() || skipped) {
    if (wrong) ++next_number_;
    return;
  }
  page::Page blank;
  blank.size = round_.pages.back().size;
  blank.label = format_number(next_number_++, section.page_number_format);
  round_.pages.push_back(std::move(blank));
}

void PageBuilder::restart_line_numbers(const document::Section& section,
                                       document::LineNumberRestart at) {
  if (section.line_numbers && section.line_numbers->restart == at) line_number_ = 0;
}

void PageBuilder::start_section(std::size_t index) {
  const document::Section& section = context_.document.sections[index];
  restart_line_numbers(section, document::LineNumberRestart::section);
  const bool continues = index > 0 && page_ &&
                         section.start == document::SectionStart::continuous &&
                         same_page(*page_->frame.section, section);
  if (continues) {
    page_->frame.section = &section;
    const PageFrame own = frame_of(section, page_->frame.parity, context_.document.settings);
    page_->frame.margins.x = own.margins.x;
    page_->frame.margins.width = own.margins.width;
    return;
  }
  if (page_) close_page();
  if (section.page_number_start) next_number_ = *section.page_number_start;
  add_blank_page_if(section);
  look_ = 0;
  open_page(section, PageKind::first_of_section);
  if (round_.pages.empty()) return;
  add_start({&section, section.blocks, false}, {}, true);
}

void PageBuilder::open_page(const document::Section& section, PageKind kind) {
  if (round_.pages.size() >= context_.options.limits.pages)
    throw Failure(Fault::input, "limit-pages", Location{},
                  {{"limit", std::to_string(context_.options.limits.pages)}});
  page_ = OpenPage{};
  ++look_;
  restart_line_numbers(section, document::LineNumberRestart::page);
  page_->number = next_number_++;
  page_->kind = kind;
  const Parity parity = page_->number % 2 == 0 ? Parity::even : Parity::odd;
  page_->frame = frame_of(section, parity, context_.document.settings);
  context_.note_area = section.note_area ? &*section.note_area : nullptr;
  set_fields(field_values(section), context_);
  page_->stories = lay_header_and_footer(page_->frame, kind, context_);
  page_->y = page_->frame.body.y;
  page_->notes = std::exchange(carried_, {});
  ++round_.counts.section_pages[section_];
}

void PageBuilder::add_start(const Flow& flow, const Position& position, bool forced) {
  document::PageStart start;
  start.page = round_.pages.size();
  start.forced = forced;
  start.catchword = std::exchange(catchword_, {});
  if (const std::optional<Opening> opening = opening_at(flow.blocks, position, context_)) {
    start.origin = opening->paragraph->origin;
    start.offset = opening->offset;
    start.in_table = opening->in_table;
  }
  round_.starts.push_back(std::move(start));
}

void PageBuilder::lay_flow(const Flow& flow) {
  Position at;
  while (true) {
    Band band = lay_band(flow, at);
    const bool stuck = band.empty && band.stop == Stop::full && page_->fresh;
    at = band.next;
    const Stop stop = band.stop;
    take(std::move(band));
    if (stuck) at = Position{at.block + 1, {}, {}, {}};
    if (stop == Stop::finished || (stuck && at.block >= flow.blocks.size())) return;
    last_stop_ = stop;
    if (stuck) continue;
    const document::Section* before = page_->frame.section;
    close_page();
    const document::Section& look = look_of_next_page(*flow.section);
    const bool same = &look == before || (look_ > 0 && flow.section->following.empty());
    open_page(look, same ? PageKind::other : PageKind::first_of_section);
    add_start(flow, at, stop != Stop::full);
  }
}

void PageBuilder::take(Band&& band) {
  if (!band.empty) page_->fresh = false;
  page_->y = std::max(page_->y, band.bottom);
  page_->space_after = band.space_after;
  page_->line_gap = band.line_gap;
  page_->notes = std::move(band.notes);
  page_->exclusions = std::move(band.exclusions);
  endnotes_.insert(endnotes_.end(), band.endnotes.begin(), band.endnotes.end());
  append(page_->body, std::move(band.fragment), {});
}

/// Notes, vertical alignment, borders; then everything in paint order.
void PageBuilder::close_page() {
  OpenPage& open = *page_;
  const document::Section& section = *open.frame.section;
  const Rect& body = open.frame.body;
  const Length free = body.bottom() - open.y;
  if (section.vertical_alignment == document::VerticalAlignment::center)
    shift(open.body, std::max(free, Length{}) / 2);
  if (section.vertical_alignment == document::VerticalAlignment::bottom)
    shift(open.body, std::max(free, Length{}));
  if (!open.notes.empty()) {
    const ColumnPlace column = columns_of(section, open.frame.margins.width).front();
    Region region;
    region.width = column.width;
    region.height = std::max(free, twips(360));
    if (section.note_area && section.note_area->max_height > Length{})
      region.height = std::min(region.height, section.note_area->max_height);
    region.around = surroundings_of(open.frame, column);
    LaidNotes notes = lay_notes(open.notes, region, context_);
    const Length height = notes.fragment.size.height;
    const Length y = section.notes_below_text ? open.y : body.bottom() - height;
    append(open.body, std::move(notes.fragment), {open.frame.margins.x + column.left, y});
    carried_ = std::move(notes.rest);
  }
  page::Page done;
  done.size = open.frame.size;
  done.label = format_number(open.number, section.page_number_format);
  draw_page_ground(done.items, open.frame, context_.document);
  for (Fragment& story : open.stories) {
    append(done.items, flatten(std::move(story)), {});
  }
  draw_page_borders(done.items, open.frame, open.kind);
  append(done.items, flatten(std::move(open.body)), {});
  round_.pages.push_back(std::move(done));
  page_.reset();
}

/// Notes that the last page could not hold.
void PageBuilder::lay_rest_of_notes() {
  if (!page_) return;
  const document::Section& section = *page_->frame.section;
  for (int more = 0; more < 1000; ++more) {
    const std::size_t due = page_->notes.size();
    if (due == 0) return;
    const Length room = page_->frame.body.bottom() - page_->y;
    if (notes_due(page_->notes, columns_of(section, page_->frame.margins.width).front().width) <=
        room)
      return;
    close_page();
    if (carried_.empty()) return;
    open_page(section, PageKind::other);
    add_start({&section, {}, false}, {}, false);
  }
}

/// Bookmarks' pages from the destinations that stand on them, styles' first texts by their tags.
void PageBuilder::finish_counts() {
  Counts& counts = round_.counts;
  counts.pages = static_cast<int>(round_.pages.size());
  const std::unordered_map<std::uint32_t, const document::Paragraph*> by_tag =
      paragraphs_by_tag(context_);
  for (const page::Page& page : round_.pages) {
    std::map<std::string, std::string>& styles = counts.styles.emplace_back();
    for (const page::Item& item : page.items) {
      if (const auto* destination = std::get_if<page::Destination>(&item))
        counts.bookmark_pages.emplace(destination->name, page.label);
      const auto* tag = std::get_if<page::TagBegin>(&item);
      const auto found = tag ? by_tag.find(tag->id) : by_tag.end();
      if (found == by_tag.end()) continue;
      const PreparedParagraph ready = prepared(*found->second, context_);
      if (!text_of(*ready).empty()) styles.emplace(format_of(*ready).style, text_of(*ready));
    }
  }
}

} // namespace saraban::layout
