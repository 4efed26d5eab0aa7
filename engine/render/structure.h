// The logical structure of a tagged PDF: elements, their content, the parent tree (ISO 32000-1,
// 14.7 and 14.8).
#pragma once

#include "page/page.h"
#include "render/objects.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace saraban::render {

enum class Mark { text, decoration }; ///< Decoration: rules and fills.

/// What a standard asks of the structure.
struct Demands {
  bool tags = false;         ///< Tagged even where the document has no tag.
  bool descriptions = false; ///< Figures without alternative text are artifacts, and counted; links
                             ///< belong to the structure or are left out.
};

class Structure {
public:
  /// A document without one tag stays untagged.
  explicit Structure(const page::Pages& pages, Demands demands = {});

  bool tagged() const { return tagged_; }
  /// Pages in order; the object numbers are the page dictionaries'.
  void begin_page(int page_object);
  void begin(const page::TagBegin& tag);
  void end();
  /// The operator that opens marked content for what is drawn next; empty when untagged.
  std::string open_content(Mark mark);
  /// Whether content opened for one kind of mark can hold the other.
  bool same_content(Mark a, Mark b) const;
  /// The open element's picture covers this: left, bottom, right, top in thousandths of a point.
  void figure_box(const std::array<std::int64_t, 4>& box);
  /// An annotation belongs to a Link: the open element, or one in it.
  /// The value of its /StructParent; -1 when it belongs nowhere.
  int annotation(int object);
  /// Whether a link here must be left out; it is counted.
  bool refuses_link();
  std::size_t undescribed_figures() const { return undescribed_; }
  std::size_t links_in_artifacts() const { return refused_links_; }
  /// The same of a form's field: an element Form in the open element.
  int field(int object);

  /// The number of the tree's root object; 0 when untagged.
  int write(Objects& objects);

private:
  enum class KidKind { element, content, annotation };
  struct Kid {
    KidKind kind = KidKind::element;
    int value = 0; ///< Element's index, MCID or annotation's object.
    int page = 0;  ///< Page object of content and annotations.
  };
  struct Element {
    page::TagBegin tag;
    std::size_t parent = 0;
    std::vector<Kid> kids;
    std::array<std::int64_t, 4> box{};
    bool has_box = false, dropped = false;
    int object = 0;
  };
  struct Open {
    std::size_t element = 0;
    bool artifact = false;
  };

  std::size_t link_element(std::size_t open);
  std::size_t add(const page::TagBegin& tag, std::size_t parent);
  bool as_artifact(Mark mark) const;
  void drop_empty();
  void write_element(Element& element, Objects& objects, int root);
  std::string parent_tree() const;

  page::Role next_heading(page::Role role);

  Demands demands_;
  std::size_t undescribed_ = 0, refused_links_ = 0;
  int heading_level_ = 0; ///< Of the last heading.
  bool tagged_ = false;
  std::vector<Element> elements_; ///< The first is the Document.
  std::map<std::uint32_t, std::size_t> by_id_;
  std::map<std::uint32_t, page::Role> written_as_; ///< By id: the role that the page says.
  std::vector<Open> open_;
  int page_object_ = 0;
  std::vector<std::vector<std::size_t>> content_of_page_; ///< Page → MCID → element.
  std::vector<std::size_t> annotations_;                  ///< Element of each.
  std::size_t page_count_ = 0;
};

} // namespace saraban::render
