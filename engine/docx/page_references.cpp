// Page numbers in the tree of a part: PAGEREF fields, which tables of contents hold as well.
#include "docx/page_references.h"

#include "docx/part/elements.h"
#include "docx/part/instruction.h"

#include <vector>

namespace saraban::docx {
namespace {

using pugi::xml_node;

class Writer {
public:
  explicit Writer(const document::Findings& findings) : findings_(findings) {}

  void visit(xml_node parent) {
    for (xml_node child : parent.children()) {
      const bool is_simple = is(child, "w:fldSimple");
      if (is_simple) open(attribute(child, "w:instr")), resolve();
      if (is(child, "w:fldChar"))
        mark(attribute(child, "w:fldCharType"));
      else if (is(child, "w:instrText") && !fields_.empty() && !fields_.back().in_result)
        fields_.back().instruction += child.text().get();
      else if (is(child, "w:t"))
        write(child);
      else
        visit(child);
      if (is_simple) close();
    }
  }

  bool changed() const { return changed_; }

private:
  struct Field {
    std::string instruction;
    bool in_result = false;
    const std::string* page = nullptr; ///< To be shown; null: the result stays as it is.
    bool written = false;
  };

  void open(std::string_view instruction) {
    fields_.emplace_back();
    fields_.back().instruction = instruction;
  }

  void close() {
    if (!fields_.empty()) fields_.pop_back();
  }

  void mark(std::string_view type) {
    if (type == "begin") open("");
    if (type == "separate") resolve();
    if (type == "end") close();
  }

  void resolve() {
    if (fields_.empty()) return;
    Field& field = fields_.back();
    field.in_result = true;
    const auto page =
        findings_.bookmark_pages.find(page_reference(instruction_words(field.instruction)));
    if (page != findings_.bookmark_pages.end()) field.page = &page->second;
  }

  /// The first run of a result shows all of it.
  void write(xml_node text) {
    if (fields_.empty() || fields_.back().page == nullptr) return;
    Field& field = fields_.back();
    const std::string shown = field.written ? "" : *field.page;
    field.written = true;
    if (shown == text.text().get()) return;
    text.text().set(shown.c_str());
    changed_ = true;
  }

  const document::Findings& findings_;
  std::vector<Field> fields_;
  bool changed_ = false;
};

} // namespace

bool write_page_references(xml_node root, const document::Findings& findings) {
  Writer writer(findings);
  writer.visit(root);
  return writer.changed();
}

} // namespace saraban::docx
