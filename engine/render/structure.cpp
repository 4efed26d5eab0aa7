// The logical structure of a tagged PDF.
#include "render/structure.h"

#include "render/syntax.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::render {
namespace {

using page::Role;

constexpr std::array<std::string_view, 22> types{
    "Artifact", "P",     "H1", "H2", "H3", "H4",     "H5",   "H6",   "L",    "LI",      "Lbl",
    "LBody",    "Table", "TR", "TH", "TD", "Figure", "Link", "Note", "Sect", "Caption", "Form"};

std::string_view type_of(Role role) {
  return types[static_cast<std::size_t>(role)];
}

/// Elements that hold elements only: lines drawn directly in them are borders.
bool holds_no_content(Role role) {
  return role == Role::list || role == Role::list_item || role == Role::table ||
         role == Role::row || role == Role::section;
}

} // namespace

Structure::Structure(const page::Pages& pages, Demands demands)
    : demands_(demands), tagged_(demands.tags), page_count_(pages.pages.size()) {
  for (const page::Page& page : pages.pages)
    tagged_ = tagged_ || std::any_of(page.items.begin(), page.items.end(), [](const auto& item) {
                return std::holds_alternative<page::TagBegin>(item);
              });
  elements_.emplace_back();
}

void Structure::begin_page(int page_object) {
  page_object_ = page_object;
  content_of_page_.emplace_back();
  open_.clear();
}

std::size_t Structure::add(const page::TagBegin& tag, std::size_t parent) {
  const std::size_t index = elements_.size();
  elements_.emplace_back();
  elements_.back().tag = tag;
  elements_.back().parent = parent;
  elements_[parent].kids.push_back({KidKind::element, static_cast<int>(index), 0});
  return index;
}

/// A heading is at most one level below the one before it (ISO 14289-1, 7.4.2).
Role Structure::next_heading(Role role) {
  const int level = 1 + static_cast<int>(role) - static_cast<int>(Role::heading1);
  if (level < 1 || level > 6) return role;
  heading_level_ = std::min(level, heading_level_ + 1);
  return static_cast<Role>(static_cast<int>(Role::heading1) + heading_level_ - 1);
}

bool Structure::refuses_link() {
  const bool refused = demands_.descriptions && (open_.empty() || open_.back().artifact);
  if (refused) ++refused_links_;
  return refused;
}

void Structure::begin(const page::TagBegin& tag) {
  const Open outer = open_.empty() ? Open{} : open_.back();
  const bool undescribed = demands_.descriptions && tag.role == Role::figure &&
                           tag.description.empty() && !outer.artifact;
  if (undescribed) ++undescribed_;
  if (outer.artifact || undescribed || tag.role == Role::artifact) {
    open_.push_back({outer.element, true});
    return;
  }
  if (tag.id != 0) {
    const auto known = by_id_.find(tag.id);
    if (known != by_id_.end() && written_as_[tag.id] == tag.role) {
      open_.push_back({known->second, false});
      return;
    }
  }
  const std::size_t index = add(tag, outer.element);
  elements_[index].tag.role = next_heading(tag.role);
  if (tag.id != 0) by_id_[tag.id] = index, written_as_[tag.id] = tag.role;
  open_.push_back({index, false});
}

void Structure::end() {
  if (!open_.empty()) open_.pop_back();
}

bool Structure::as_artifact(Mark mark) const {
  if (open_.empty() || open_.back().artifact) return true;
  return mark == Mark::decoration && holds_no_content(elements_[open_.back().element].tag.role);
}

bool Structure::same_content(Mark a, Mark b) const {
  return as_artifact(a) == as_artifact(b);
}

std::string Structure::open_content(Mark mark) {
  if (!tagged_) return {};
  if (as_artifact(mark)) return "/Artifact BMC\n";
  const std::size_t element = open_.back().element;
  std::vector<std::size_t>& content = content_of_page_.back();
  const int id = static_cast<int>(content.size());
  content.push_back(element);
  elements_[element].kids.push_back({KidKind::content, id, page_object_});
  return fmt::format("/{}<</MCID {}>>BDC\n", type_of(elements_[element].tag.role), id);
}

void Structure::figure_box(const std::array<std::int64_t, 4>& box) {
  if (open_.empty() || open_.back().artifact) return;
  Element& element = elements_[open_.back().element];
  const auto& old = element.box;
  element.box = element.has_box ? std::array{std::min(old[0], box[0]), std::min(old[1], box[1]),
                                             std::max(old[2], box[2]), std::max(old[3], box[3])}
                                : box;
  element.has_box = true;
}

// The open element when it is a Link; else its first Link that has no annotation yet, as
// annotations may come behind their line; else a new one.
std::size_t Structure::link_element(std::size_t open) {
  if (elements_[open].tag.role == Role::link) return open;
  for (const Kid& kid : elements_[open].kids) {
    if (kid.kind != KidKind::element) continue;
    const Element& child = elements_[static_cast<std::size_t>(kid.value)];
    const bool has_annotation = std::any_of(child.kids.begin(), child.kids.end(), [](const Kid& k) {
      return k.kind == KidKind::annotation;
    });
    if (child.tag.role == Role::link && !has_annotation) return static_cast<std::size_t>(kid.value);
  }
  return add({Role::link, 0, "", 1, 1}, open);
}

int Structure::annotation(int object) {
  if (!tagged_ || open_.empty() || open_.back().artifact) return -1;
  const std::size_t element = link_element(open_.back().element);
  elements_[element].kids.push_back({KidKind::annotation, object, page_object_});
  annotations_.push_back(element);
  return static_cast<int>(page_count_ + annotations_.size() - 1);
}

int Structure::field(int object) {
  if (!tagged_) return -1;
  const std::size_t element =
      add({Role::form, 0, "", 1, 1}, open_.empty() ? 0 : open_.back().element);
  elements_[element].kids.push_back({KidKind::annotation, object, page_object_});
  annotations_.push_back(element);
  return static_cast<int>(page_count_ + annotations_.size() - 1);
}

// Children come after their parents, so one pass from the back sees whole branches.
void Structure::drop_empty() {
  for (std::size_t i = elements_.size(); i-- > 1;) {
    Element& element = elements_[i];
    std::erase_if(element.kids, [&](const Kid& kid) {
      return kid.kind == KidKind::element && elements_[static_cast<std::size_t>(kid.value)].dropped;
    });
    const Role role = element.tag.role;
    element.dropped = element.kids.empty() && role != Role::cell && role != Role::header_cell;
  }
  std::erase_if(elements_[0].kids, [&](const Kid& kid) {
    return elements_[static_cast<std::size_t>(kid.value)].dropped;
  });
}

void Structure::write_element(Element& element, Objects& objects, int root) {
  const bool is_document = &element == &elements_[0];
  const Role role = element.tag.role;
  std::string out = fmt::format("<</Type/StructElem/S/{}/P {} 0 R",
                                is_document ? std::string_view("Document") : type_of(role),
                                is_document ? root : elements_[element.parent].object);
  int page = 0;
  for (const Kid& kid : element.kids)
    if (page == 0) page = kid.page;
  if (page != 0) fmt::format_to(std::back_inserter(out), "/Pg {} 0 R", page);
  if (!element.tag.description.empty()) out += "/Alt" + text_string(element.tag.description);
  if (role == Role::note) fmt::format_to(std::back_inserter(out), "/ID(note{})", element.object);
  if (role == Role::figure && element.has_box) {
    out += "/A<</O/Layout/BBox[";
    for (const auto side : element.box) out += milli_text(side) + " ";
    out += "]>>";
  }
  if (role == Role::cell || role == Role::header_cell) {
    std::string attributes = role == Role::header_cell ? "/Scope/Column" : "";
    if (element.tag.row_span > 1) attributes += fmt::format("/RowSpan {}", element.tag.row_span);
    if (element.tag.column_span > 1)
      attributes += fmt::format("/ColSpan {}", element.tag.column_span);
    if (!attributes.empty()) out += "/A<</O/Table" + attributes + ">>";
  }
  out += "/K[";
  for (const Kid& kid : element.kids) {
    if (kid.kind == KidKind::element)
      fmt::format_to(std::back_inserter(out), "{} 0 R ",
                     elements_[static_cast<std::size_t>(kid.value)].object);
    else if (kid.kind == KidKind::annotation)
      fmt::format_to(std::back_inserter(out), "<</Type/OBJR/Obj {} 0 R/Pg {} 0 R>>", kid.value,
                     kid.page);
    else if (kid.page == page)
      fmt::format_to(std::back_inserter(out), "{} ", kid.value);
    else
      fmt::format_to(std::back_inserter(out), "<</Type/MCR/Pg {} 0 R/MCID {}>>", kid.page,
                     kid.value);
  }
  objects.set(element.object, out + "]>>");
}

std::string Structure::parent_tree() const {
  std::string out = "<</Nums[";
  for (std::size_t i = 0; i < content_of_page_.size(); ++i) {
    fmt::format_to(std::back_inserter(out), "{}[", i);
    for (const std::size_t element : content_of_page_[i])
      fmt::format_to(std::back_inserter(out), "{} 0 R ", elements_[element].object);
    out += "]";
  }
  for (std::size_t i = 0; i < annotations_.size(); ++i)
    fmt::format_to(std::back_inserter(out), "{} {} 0 R ", page_count_ + i,
                   elements_[annotations_[i]].object);
  return out + "]>>";
}

int Structure::write(Objects& objects) {
  if (!tagged_) return 0;
  drop_empty();
  const int root = objects.reserve();
  for (Element& element : elements_)
    if (!element.dropped) element.object = objects.reserve();
  for (Element& element : elements_)
    if (!element.dropped) write_element(element, objects, root);
  const int parents = objects.add(parent_tree());
  objects.set(root, fmt::format("<</Type/StructTreeRoot/K {} 0 R/ParentTree {} 0 R"
                                "/ParentTreeNextKey {}>>",
                                elements_[0].object, parents, page_count_ + annotations_.size()));
  return root;
}

} // namespace saraban::render
