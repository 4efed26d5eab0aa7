// Finding the tags of a part's paragraphs and putting a marker in the place of each.
#include "base/utf8.h"
#include "fill/tags.h"
#include "fill/text_map.h"

#include <algorithm>

namespace saraban::fill {
namespace {

constexpr std::string_view raw_prefix = "{% raw %}";

/// Numbers of what was met so far, as a person counts.
struct Counters {
  int paragraph = 0, table = 0, story = 0;
};

/// A paragraph and where it stands.
struct Found {
  pugi::xml_node node;
  std::vector<PlaceStep> place;
  std::size_t story = 0;
  bool fallback = false;
};

/// Walks a part and lists its paragraphs.
class Walker {
public:
  explicit Walker(const Markup& markup) : markup_(markup) {}

  void walk(pugi::xml_node parent, const std::vector<PlaceStep>& place, Counters& counters,
            std::size_t story, bool fallback) {
    for (pugi::xml_node child : parent.children())
      if (child.type() == pugi::node_element) visit(child, place, counters, story, fallback);
  }
  std::vector<Found> take() { return std::move(found_); }

private:
  void visit(pugi::xml_node node, const std::vector<PlaceStep>& place, Counters& counters,
             std::size_t story, bool fallback) {
    switch (markup_.kind(node)) {
    case ElementKind::paragraph:
      return visit_paragraph(node, place, counters, story, fallback);
    case ElementKind::table:
      return visit_table(node, with(place, "table", ++counters.table), story, fallback);
    case ElementKind::story:
      return visit_story(node, place, counters, fallback);
    case ElementKind::fallback: {
      Counters again = counters;
      again.story = 0;
      return walk(node, place, again, story, true);
    }
    case ElementKind::deleted:
      return;
    default:
      walk(node, place, counters, story, fallback);
    }
  }

  void visit_paragraph(pugi::xml_node node, const std::vector<PlaceStep>& place, Counters& counters,
                       std::size_t story, bool fallback) {
    const auto here = with(place, "paragraph", ++counters.paragraph);
    found_.push_back({node, here, story, fallback});
    Counters inside;
    walk(node, here, inside, story, fallback);
  }

  void visit_story(pugi::xml_node node, const std::vector<PlaceStep>& place, Counters& counters,
                   bool fallback) {
    PlaceStep step = markup_.place_of_story(node);
    if (step.number == 0 && step.label.empty() && ++counters.story > 1)
      step.number = counters.story;
    auto here = place;
    if (!step.key.empty()) here.push_back(step);
    Counters inside;
    walk(node, here, inside, ++stories_, fallback);
  }

  void visit_table(pugi::xml_node table, const std::vector<PlaceStep>& place, std::size_t story,
                   bool fallback) {
    int row = 0;
    visit_rows(table, place, row, story, fallback);
  }
  void visit_rows(pugi::xml_node parent, const std::vector<PlaceStep>& place, int& row,
                  std::size_t story, bool fallback) {
    for (pugi::xml_node child : parent.children()) {
      const ElementKind kind = markup_.kind(child);
      int cell = 0;
      if (kind == ElementKind::row)
        visit_cells(child, with(place, "row", ++row), cell, story, fallback);
      else if (kind == ElementKind::group)
        visit_rows(child, place, row, story, fallback);
    }
  }
  void visit_cells(pugi::xml_node parent, const std::vector<PlaceStep>& place, int& cell,
                   std::size_t story, bool fallback) {
    for (pugi::xml_node child : parent.children()) {
      const ElementKind kind = markup_.kind(child);
      if (kind == ElementKind::group) visit_cells(child, place, cell, story, fallback);
      if (kind != ElementKind::cell) continue;
      const std::size_t first = found_.size();
      Counters inside;
      walk(child, with(place, "cell", ++cell), inside, story, fallback);
      if (inside.paragraph == 1 && inside.table == 0) forget_paragraph(first, place.size() + 1);
    }
  }
  /// A cell's only paragraph needs no number.
  void forget_paragraph(std::size_t first, std::size_t step) {
    for (std::size_t i = first; i < found_.size(); ++i)
      if (step < found_[i].place.size())
        found_[i].place.erase(found_[i].place.begin() + static_cast<std::ptrdiff_t>(step));
  }

  static std::vector<PlaceStep> with(std::vector<PlaceStep> place, const char* key, int number) {
    place.push_back({key, number, ""});
    return place;
  }

  const Markup& markup_;
  std::vector<Found> found_;
  std::size_t stories_ = 0;
};

/// `text` round bytes begin to end, cut between characters.
std::string excerpt_of(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t reach = 60;
  std::size_t from = begin > reach ? begin - reach : 0;
  std::size_t to = std::min(text.size(), end + reach);
  while (from > 0 && (text[from] & 0xC0) == 0x80) --from;
  while (to < text.size() && (text[to] & 0xC0) == 0x80) ++to;
  return std::string(text.substr(from, to - from));
}

/// Takes the text of a tag out of the tree and puts a marker there.
class Placer {
public:
  Placer(const Markup& markup, const Facts& facts, TextMap& map)
      : markup_(markup), facts_(facts), map_(map) {}

  /// Tags are placed from the last to the first: what is before a tag stays as it was.
  pugi::xml_node place(std::size_t begin, std::size_t end, TextForm& form) {
    const std::size_t first = leaf_at(begin);
    std::size_t last = first;
    while (last + 1 < map_.leaves.size() && map_.leaves[last + 1].begin < end) ++last;
    Leaf& leaf = map_.leaves[first];
    pugi::xml_node holder = leaf.node.parent();
    form = markup_.text_form(facts_, holder);
    if (last == first)
      cut_after(leaf, end);
    else
      shorten_front(map_.leaves[last], end);
    for (std::size_t i = first + 1; i < last; ++i) remove(map_.leaves[i]);
    pugi::xml_node marker = holder.insert_child_after(marker_name, leaf.node);
    shorten_back(leaf, begin);
    if (markup_.kind(holder) == ElementKind::run) lift(markup_, marker);
    return marker;
  }

private:
  std::size_t leaf_at(std::size_t offset) const {
    const auto found = std::partition_point(map_.leaves.begin(), map_.leaves.end(),
                                            [&](const Leaf& leaf) { return leaf.end <= offset; });
    return std::min(static_cast<std::size_t>(found - map_.leaves.begin()), map_.leaves.size() - 1);
  }
  void cut_after(Leaf& leaf, std::size_t end) {
    if (!leaf.is_text || end >= leaf.end) return;
    const std::string rest(leaf_text(leaf).substr(end - leaf.begin));
    pugi::xml_node copy = leaf.node.parent().insert_copy_after(leaf.node, leaf.node);
    set_leaf_text(copy, rest);
  }
  void shorten_front(Leaf& leaf, std::size_t end) {
    if (end >= leaf.end) return remove(leaf);
    set_leaf_text(leaf.node, std::string(leaf_text(leaf).substr(end - leaf.begin)));
  }
  void shorten_back(Leaf& leaf, std::size_t begin) {
    if (begin <= leaf.begin) return remove(leaf);
    set_leaf_text(leaf.node, std::string(leaf_text(leaf).substr(0, begin - leaf.begin)));
    leaf.end = begin;
  }
  /// With the run and the groups that hold nothing else.
  void remove(Leaf& leaf) {
    pugi::xml_node node = leaf.node;
    pugi::xml_node parent = node.parent();
    parent.remove_child(node);
    leaf.node = {};
    if (markup_.kind(parent) == ElementKind::run && only_properties(parent))
      parent.parent().remove_child(parent);
  }
  bool only_properties(pugi::xml_node node) const {
    return std::all_of(node.begin(), node.end(), [&](pugi::xml_node child) {
      return markup_.kind(child) == ElementKind::properties;
    });
  }

  const Markup& markup_;
  const Facts& facts_;
  TextMap& map_;
};

/// Parses tags and keeps them in document order.
class Reader {
public:
  Reader(const Markup& markup, const Facts& facts, const std::string& file,
         Diagnostics& diagnostics)
      : markup_(markup), facts_(facts), file_(file), diagnostics_(diagnostics) {}

  void read(const Found& found) {
    TextMap map = map_text(markup_, found.node);
    bool& raw = raw_[found.story];
    if (!raw && map.text.find('{') == std::string::npos && map.text.find("_}") == std::string::npos)
      return;
    Diagnostics unheard; // A fallback's faults are those of what it says again.
    Diagnostics& heard = found.fallback ? unheard : diagnostics_;
    Location where{file_, found.place, 0, 0, "", "", excerpt_of(map.text, 0, 0)};
    std::string text = raw ? std::string(raw_prefix) + map.text : map.text;
    std::vector<language::Tag> tags = language::find_tags(text, where, heard);
    const std::size_t shift = raw ? raw_prefix.size() : 0;
    if (!tags.empty()) raw = tags.back().content == "raw";
    if (shift != 0 && !tags.empty()) tags.erase(tags.begin());
    place(found, map, tags, shift, heard);
  }
  PartTags take() { return std::move(result_); }

private:
  void place(const Found& found, TextMap& map, const std::vector<language::Tag>& tags,
             std::size_t shift, Diagnostics& heard) {
    const std::size_t first = result_.tags.size();
    for (const language::Tag& tag : tags) {
      Location where{file_, found.place, 0, 0, "", "", ""};
      where.tag = map.text.substr(tag.begin - shift, tag.end - tag.begin);
      where.excerpt = excerpt_of(map.text, tag.begin - shift, tag.end - shift);
      result_.tags.push_back(parse(tag, where, found, heard));
      if (found.fallback) say_again(result_.tags.back());
    }
    Placer placer(markup_, facts_, map);
    for (std::size_t i = tags.size(); i-- > 0;) {
      PlacedTag& placed = result_.tags[first + i];
      TextForm form;
      placed.marker = placer.place(tags[i].begin - shift, tags[i].end - shift, form);
      placed.marker.append_attribute("n") = static_cast<unsigned long long>(first + i);
      placed.form = shared(std::move(form));
    }
    if (!tags.empty()) markup_.settle(found.node);
  }

  static PlacedTag parse(const language::Tag& tag, const Location& where, const Found& found,
                         Diagnostics& heard) {
    PlacedTag placed;
    placed.kind = tag.kind, placed.unit = tag.unit;
    placed.before = tag.before, placed.after = tag.after;
    placed.story = found.story, placed.fallback = found.fallback;
    placed.where = std::make_shared<const Location>(where);
    if (tag.kind == language::TagKind::output)
      placed.value = language::parse_output(tag.content, where, heard);
    if (tag.kind == language::TagKind::statement)
      placed.statement = language::parse_statement(tag.content, where, heard);
    return placed;
  }

  /// A fallback's tag evaluates what the tag it repeats does: one place, one message.
  void say_again(PlacedTag& tag) {
    constexpr std::size_t reach = 1000;
    std::size_t left = reach;
    for (auto earlier = result_.tags.rbegin(); earlier != result_.tags.rend() && left > 0;
         ++earlier, --left) {
      if (earlier->fallback || !(*earlier->where == *tag.where)) continue;
      tag.value = earlier->value, tag.statement = earlier->statement, tag.where = earlier->where;
      return;
    }
  }

  /// The form kept by all tags that have the same.
  Form shared(TextForm form) {
    for (const Form& known : forms_)
      if (*known == form) return known;
    forms_.push_back(std::make_shared<const TextForm>(std::move(form)));
    if (forms_.size() > 64) forms_.erase(forms_.begin());
    return forms_.empty() ? nullptr : forms_.back();
  }

  const Markup& markup_;
  const Facts& facts_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  std::map<std::size_t, bool> raw_; ///< By story: inside {% raw %}.
  std::vector<Form> forms_;
  PartTags result_;
};

} // namespace

std::optional<std::size_t> tag_of(pugi::xml_node node, const PartTags& tags) {
  if (std::string_view(node.name()) != marker_name) return std::nullopt;
  const std::size_t index = node.attribute("n").as_ullong();
  if (index >= tags.tags.size() || tags.tags[index].marker != node) return std::nullopt;
  return index;
}

PartTags place_tags(const Markup& markup, const Facts& facts, pugi::xml_node root,
                    const std::string& file, const std::vector<PlaceStep>& place,
                    Diagnostics& diagnostics) {
  Walker walker(markup);
  Counters counters;
  walker.walk(root, place, counters, 0, false);
  Reader reader(markup, facts, file, diagnostics);
  for (const Found& found : walker.take()) reader.read(found);
  return reader.take();
}

} // namespace saraban::fill
