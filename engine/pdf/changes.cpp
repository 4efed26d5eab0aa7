// Which objects of a file filling may have changed.
#include "pdf/changes.h"

#include <algorithm>

namespace saraban::pdf {
namespace {

class Collector {
public:
  /// What stands in the dictionary under the key changes, too, if it is an object of its own.
  void add_member(QPDFObjectHandle dictionary, const char* key) {
    if (!dictionary.isDictionary()) return;
    QPDFObjectHandle member = dictionary.getKey(key);
    if (member.isIndirect()) add(member);
  }

  void add(QPDFObjectHandle object) {
    known_ = known_ && object.isIndirect() && object.isDictionary();
    numbers_.insert(object.getObjectID());
  }

  void add_holder(QPDFObjectHandle dictionary) {
    add(dictionary);
    add_member(dictionary, "/SRB");
  }

  std::optional<std::set<int>> result() {
    if (!known_) return std::nullopt;
    return std::move(numbers_);
  }

private:
  std::set<int> numbers_;
  bool known_ = true;
};

} // namespace

std::optional<std::set<int>> changed_by_filling(File& file, const FormFields& fields) {
  QPDFObjectHandle form = fields.form;
  if (!fields.broken.empty() || !form.isDictionary()) return std::nullopt;
  Collector changed;
  QPDFObjectHandle root = file.qpdf().getRoot();
  changed.add(root);
  for (const char* key : {"/AcroForm", "/Perms"}) changed.add_member(root, key);
  for (const char* key : {"/DR", "/SRB"}) changed.add_member(form, key);
  if (form.getKey("/DR").isDictionary()) changed.add_member(form.getKey("/DR"), "/Font");
  for (const QPDFObjectHandle& field : fields.roots) changed.add(field);
  for (const Field& field : fields.fields) {
    for (const Chain& chain : field.holders) changed.add_holder(chain.front());
    for (const Widget& widget : field.widgets) changed.add_holder(widget.object());
  }
  return changed.result();
}

} // namespace saraban::pdf
