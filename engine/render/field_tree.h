// The fields of a form by their names, and what they hold (ISO 32000-1, 12.7.3).
#pragma once

#include "page/page.h"
#include "render/objects.h"

#include <map>
#include <string>
#include <vector>

namespace saraban::render {

/// Fields whose path is shown by several expressions get a name for each: the plain one the path's.
class FieldTree {
public:
  struct Placed {
    const page::Field* field = nullptr;
    int object = 0;
    std::string entries; ///< Of the widget's dictionary, without brackets.
    bool is_multiline = false;
    std::string font; ///< /DA's value.
  };
  void add(Placed widget) { widgets_.push_back(std::move(widget)); }
  bool empty() const { return widgets_.empty(); }
  /// Writes the widgets and fields; the references of those at the top.
  std::string write(Objects& objects);
  /// The name of a radio button's or box's on-state, from the order of its choices.
  std::string state_of(const page::Field& field);

private:
  struct Terminal {
    std::string name; ///< Fully qualified.
    std::vector<std::size_t> widgets;
  };
  struct Branch {
    std::vector<std::string> order;
    std::map<std::string, Branch> kids;
    int terminal = -1;
  };

  std::vector<Terminal> named() const;
  std::string write_branch(const Branch& branch, int parent, Objects& objects);
  int write_terminal(const Terminal& terminal, const std::string& partial, int parent,
                     Objects& objects);
  std::string field_entries(const Terminal& terminal) const;

  std::vector<Placed> widgets_;
  std::vector<Terminal> terminals_;
  std::map<std::string, std::vector<std::string>> choices_; ///< By path.
};

} // namespace saraban::render
