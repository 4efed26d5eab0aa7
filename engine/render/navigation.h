// Links, destinations, outline and page labels (ISO 32000-1, 12.3 to 12.5).
#pragma once

#include "base/diagnostics.h"
#include "page/page.h"
#include "render/objects.h"
#include "render/structure.h"
#include "render/syntax.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace saraban::render {

class Navigation {
public:
  /// Borrows the pages.
  explicit Navigation(const page::Pages& pages);

  void begin_page(int page_object);
  void add_destination(const std::string& name, Milli x, Milli y);
  /// A link annotation over left, bottom, right, top. A link to a place that no page has is told.
  void add_link(const page::Link& link, const std::array<Milli, 4>& box, Objects& objects,
                Structure& structure, Diagnostics& diagnostics);
  /// "[n 0 R …]" of the page begun last; empty for none.
  const std::string& annotations() const { return annotations_; }
  /// Entries of the catalogue: /Names, /Outlines, /PageLabels, as there is need.
  std::string write(Objects& objects) const;

private:
  std::string write_names(Objects& objects) const;
  int write_outline(Objects& objects) const;
  std::string page_labels() const;

  const page::Pages& pages_;
  std::set<std::string, std::less<>> known_;
  std::vector<int> page_objects_;
  std::map<std::string, std::string> destinations_;
  std::string annotations_;
};

} // namespace saraban::render
