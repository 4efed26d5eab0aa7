// Links, destinations, outline and page labels.
#include "render/navigation.h"

#include <algorithm>
#include <fmt/format.h>

namespace saraban::render {
namespace {

/// Bytes that a URI cannot hold, as %xx (ISO 32000-1, 12.6.4.7: URIs are 7-bit ASCII).
std::string ascii_uri(std::string_view uri) {
  std::string out;
  for (const char c : uri) {
    if (c > 0x20 && c < 0x7f)
      out += c;
    else
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

struct OutlineNode {
  std::size_t parent = 0; ///< Index + 1; 0 is the root.
  int object = 0, first = 0, last = 0, previous = 0, next = 0, count = 0;
};

/// Each entry's parent is the nearest one before it of a smaller level.
std::vector<OutlineNode> linked(const std::vector<page::OutlineEntry>& entries, Objects& objects) {
  std::vector<OutlineNode> nodes(entries.size() + 1);
  std::vector<std::size_t> path; // open ancestors, index + 1
  for (std::size_t i = 0; i < entries.size(); ++i) {
    while (!path.empty() && entries[path.back() - 1].level >= entries[i].level) path.pop_back();
    OutlineNode& node = nodes[i + 1];
    node.object = objects.reserve();
    node.parent = path.empty() ? 0 : path.back();
    OutlineNode& parent = nodes[node.parent];
    if (parent.first == 0) parent.first = node.object;
    if (parent.last != 0) {
      node.previous = parent.last;
      for (std::size_t j = i; j > 0; --j)
        if (nodes[j].object == parent.last) {
          nodes[j].next = node.object;
          break;
        }
    }
    parent.last = node.object;
    ++parent.count;
    path.push_back(i + 1);
  }
  return nodes;
}

bool is_number(const std::string& label) {
  return !label.empty() && label.size() < 8 && label.front() != '0' &&
         label.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

Navigation::Navigation(const page::Pages& pages) : pages_(pages) {
  for (const page::Page& page : pages.pages)
    for (const page::Item& item : page.items)
      if (const auto* destination = std::get_if<page::Destination>(&item))
        known_.insert(destination->name);
}

void Navigation::begin_page(int page_object) {
  page_objects_.push_back(page_object);
  annotations_.clear();
}

void Navigation::add_destination(const std::string& name, Milli x, Milli y) {
  destinations_.try_emplace(name, fmt::format("[{} 0 R/XYZ {} {} null]", page_objects_.back(),
                                              milli_text(x), milli_text(y)));
}

void Navigation::add_link(const page::Link& link, const std::array<Milli, 4>& box, Objects& objects,
                          Structure& structure, Diagnostics& diagnostics) {
  std::string target;
  if (!link.uri.starts_with('#')) {
    target = "/A<</S/URI/URI" + byte_string(ascii_uri(link.uri)) + ">>";
  } else if (known_.contains(std::string_view(link.uri).substr(1))) {
    target = "/Dest" + byte_string(std::string_view(link.uri).substr(1));
  } else {
    diagnostics.notice("link-leads-nowhere", {}, {{"name", link.uri.substr(1)}});
    return;
  }
  if (structure.refuses_link()) return;
  const int object = objects.reserve();
  std::string out = "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
  for (const Milli side : box) out += milli_text(side) + " ";
  out += "]" + target + "/Contents" + text_string(link.tooltip.empty() ? link.uri : link.tooltip);
  if (const int parent = structure.annotation(object); parent >= 0)
    out += fmt::format("/StructParent {}", parent);
  objects.set(object, out + ">>");
  annotations_ += fmt::format("{}{} 0 R", annotations_.empty() ? "" : " ", object);
}

std::string Navigation::write_names(Objects& objects) const {
  std::string names = "<</Names["; // ascending by bytes, as std::map has them
  for (const auto& [name, place] : destinations_) names += byte_string(name) + place;
  return fmt::format("/Names<</Dests {} 0 R>>", objects.add(names + "]>>"));
}

int Navigation::write_outline(Objects& objects) const {
  const int root = objects.reserve();
  std::vector<OutlineNode> nodes = linked(pages_.outline, objects);
  nodes[0].object = root;
  for (std::size_t i = 0; i < pages_.outline.size(); ++i) {
    const page::OutlineEntry& entry = pages_.outline[i];
    const OutlineNode& node = nodes[i + 1];
    const std::size_t page = std::min(entry.page, page_objects_.size() - 1);
    const Milli y = milli(pages_.pages[page].size.height) - milli(entry.y);
    std::string out = fmt::format("<</Title{}/Parent {} 0 R/Dest[{} 0 R/XYZ null {} null]",
                                  text_string(entry.title), nodes[node.parent].object,
                                  page_objects_[page], milli_text(y));
    for (const auto& [key, value] : {std::pair{"Prev", node.previous},
                                     {"Next", node.next},
                                     {"First", node.first},
                                     {"Last", node.last}})
      if (value != 0) fmt::format_to(std::back_inserter(out), "/{} {} 0 R", key, value);
    if (node.count != 0) fmt::format_to(std::back_inserter(out), "/Count -{}", node.count);
    objects.set(node.object, out + ">>");
  }
  objects.set(root, fmt::format("<</Type/Outlines/First {} 0 R/Last {} 0 R/Count {}>>",
                                nodes[0].first, nodes[0].last, nodes[0].count));
  return root;
}

/// Numbers in sequence are one range; any other label is a prefix of its own.
std::string Navigation::page_labels() const {
  std::string out;
  long expected = -1;
  for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
    const std::string& label = pages_.pages[i].label;
    const long number = is_number(label) ? std::stol(label) : -1;
    if (number < 0)
      out += fmt::format("{}<</P{}>>", i, text_string(label));
    else if (number != expected)
      out += fmt::format("{}<</S/D/St {}>>", i, number);
    expected = number < 0 ? -1 : number + 1;
  }
  return "/PageLabels<</Nums[" + out + "]>>";
}

std::string Navigation::write(Objects& objects) const {
  std::string out;
  if (!destinations_.empty()) out += write_names(objects);
  if (!pages_.outline.empty() && !page_objects_.empty())
    out += fmt::format("/Outlines {} 0 R/PageMode/UseOutlines", write_outline(objects));
  const bool labelled = std::any_of(pages_.pages.begin(), pages_.pages.end(),
                                    [](const page::Page& page) { return !page.label.empty(); });
  return labelled ? out + page_labels() : out;
}

} // namespace saraban::render
