// Sections: page styles, master pages and sections of text (ODF 1.3 Part 3, 16.5, 16.9 and 5.4).
#pragma once

#include "odt/reader.h"

#include <map>

namespace saraban::odt {

/// Looks of pages by the master page's name, each read once.
class MasterPages {
public:
  /// `styles`: the package's own styles.xml, or a flat document.
  MasterPages(Reader& reader, Part styles);

  /// Everything of a section but its blocks, for pages that begin with that master page; for a
  /// name that is not there, with the first one.
  document::Section section(std::string_view name);
  /// The master page of documents that name none.
  std::string standard() const;
  /// Whether pages differ by being left or right: then every section has left stories.
  bool has_left_stories() const { return has_left_; }

private:
  pugi::xml_node master(std::string_view name) const;
  const document::Section& look(std::string_view name);
  void read_look(pugi::xml_node master, document::Section& section);
  document::Story read_story_of(pugi::xml_node master, const char* element);
  std::vector<std::string> chain(std::string_view name, std::optional<int>& again) const;

  Reader& reader_;
  std::unique_ptr<OpenPart> own_part_; ///< styles.xml, where it is a part of its own.
  OpenPart* part_ = nullptr;
  std::map<std::string, document::Section, std::less<>> looks_;
  std::size_t copied_ = 0; ///< Bytes of parts whose stories the sections have been given.
  bool has_left_ = false;
};

/// What a text:section's style asks of the page: columns, margins, a ground.
bool changes_page(const Style* style);
/// Those, on top of what the page has.
void apply_section_style(const Style& style, document::Section& section);

} // namespace saraban::odt
