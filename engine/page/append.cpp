// The pages of several documents as one file's.
#include "page/append.h"

#include <algorithm>

namespace saraban::page {
namespace {

/// Where things of the added pages stand among those of all.
struct Shift {
  std::vector<std::uint32_t> faces, images;
  std::uint32_t ids = 0;
  std::string prefix; ///< Of destinations.
};

bool same_font(const font::Face& a, const font::Face& b) {
  return &a == &b || (!a.path().empty() && a.path() == b.path() && a.index() == b.index());
}

template <typename Thing, typename Same>
std::vector<std::uint32_t> joined(std::vector<Thing>& all, std::vector<Thing>& more, Same same) {
  std::vector<std::uint32_t> places;
  const auto before = static_cast<std::ptrdiff_t>(all.size());
  for (Thing& thing : more) {
    const auto known = std::find_if(all.begin(), all.begin() + before,
                                    [&](const Thing& other) { return same(thing, other); });
    places.push_back(static_cast<std::uint32_t>(known - all.begin()));
    if (known != all.begin() + before) continue;
    places.back() = static_cast<std::uint32_t>(all.size());
    all.push_back(std::move(thing));
  }
  return places;
}

std::uint32_t largest_id(const Pages& pages) {
  std::uint32_t largest = 0;
  for (const Page& page : pages.pages)
    for (const Item& item : page.items)
      if (const auto* tag = std::get_if<TagBegin>(&item)) largest = std::max(largest, tag->id);
  return largest;
}

std::uint32_t at(const std::vector<std::uint32_t>& places, std::uint32_t index) {
  return index < places.size() ? places[index] : index;
}

void move_item(GlyphRun& run, const Shift& shift) {
  run.face = at(shift.faces, run.face);
}
void move_item(Image& image, const Shift& shift) {
  image.image = at(shift.images, image.image);
}
void move_item(TagBegin& tag, const Shift& shift) {
  if (tag.id != 0) tag.id += shift.ids;
}
void move_item(Link& link, const Shift& shift) {
  if (link.uri.starts_with('#')) link.uri.insert(1, shift.prefix);
}
void move_item(Destination& destination, const Shift& shift) {
  destination.name.insert(0, shift.prefix);
}
template <typename Other>
void move_item(Other&, const Shift&) {}

/// Parts of one field on several lines stay one field.
void move_field(FieldBegin& begin, const Shift& shift, const Field*& old,
                std::shared_ptr<const Field>& moved) {
  if (!begin.field) return;
  if (begin.field.get() != old) {
    old = begin.field.get();
    Field field = *begin.field;
    field.face = at(shift.faces, field.face);
    moved = std::make_shared<const Field>(std::move(field));
  }
  begin.field = moved;
}

void move_items(Pages& more, const Shift& shift) {
  const Field* old = nullptr;
  std::vector<std::shared_ptr<const Field>> kept; // so that no address is used again
  std::shared_ptr<const Field> moved;
  for (Page& page : more.pages)
    for (Item& item : page.items) {
      if (auto* begin = std::get_if<FieldBegin>(&item)) {
        kept.push_back(begin->field);
        move_field(*begin, shift, old, moved);
      } else {
        std::visit([&](auto& content) { move_item(content, shift); }, item);
      }
    }
}

bool same_picture(const Picture& a, const Picture& b) {
  if (a.name != b.name || (a.bytes == nullptr) != (b.bytes == nullptr)) return false;
  return a.bytes == b.bytes || *a.bytes == *b.bytes;
}

void add_outline(Pages& all, Pages& more, std::string_view title) {
  const std::size_t first = all.pages.size();
  const int deeper = title.empty() ? 0 : 1;
  if (deeper == 1 && !more.pages.empty())
    all.outline.push_back({std::string(title), 1, first, Length{}});
  for (OutlineEntry& entry : more.outline) {
    entry.level += deeper;
    entry.page += first;
    all.outline.push_back(std::move(entry));
  }
}

void add_metadata(Pages& all, const Pages& more) {
  for (std::string Pages::*text :
       {&Pages::title, &Pages::author, &Pages::subject, &Pages::keywords, &Pages::language})
    if ((all.*text).empty()) all.*text = more.*text;
}

} // namespace

void append(Pages& all, Pages more, std::string_view title) {
  Shift shift;
  shift.faces = joined(all.faces, more.faces,
                       [](const auto& a, const auto& b) { return a && b && same_font(*a, *b); });
  shift.images = joined(all.images, more.images, same_picture);
  shift.ids = largest_id(all);
  if (!all.pages.empty()) shift.prefix = "p" + std::to_string(all.pages.size() + 1) + ":";
  move_items(more, shift);
  add_outline(all, more, title);
  add_metadata(all, more);
  for (Page& page : more.pages) all.pages.push_back(std::move(page));
}

} // namespace saraban::page
