// The structure of a tagged file whose widgets become page content.
#include "pdf/structure.h"

#include <set>
#include <vector>

namespace saraban::pdf {
namespace {

constexpr std::size_t most_nodes = 100'000;

/// The leaves of a number tree (ISO 32000-1, 7.9.7), whatever stands in them.
std::map<long long, QPDFObjectHandle> entries_of(QPDFObjectHandle tree) {
  std::map<long long, QPDFObjectHandle> entries;
  std::vector<QPDFObjectHandle> waiting{tree};
  std::set<QPDFObjGen> seen;
  for (std::size_t count = 0; !waiting.empty() && count < most_nodes; ++count) {
    QPDFObjectHandle node = waiting.back();
    waiting.pop_back();
    if (!node.isDictionary() || (node.isIndirect() && !seen.insert(node.getObjGen()).second))
      continue;
    QPDFObjectHandle kids = node.getKey("/Kids"), numbers = node.getKey("/Nums");
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i)
      waiting.push_back(kids.getArrayItem(i));
    for (int i = 0; numbers.isArray() && i + 1 < numbers.getArrayNItems(); i += 2)
      if (numbers.getArrayItem(i).isInteger())
        entries[numbers.getArrayItem(i).getIntValue()] = numbers.getArrayItem(i + 1);
  }
  return entries;
}

bool refers_to(QPDFObjectHandle kid, QPDFObjectHandle widget) {
  return kid.isDictionary() && kid.getKey("/Type").isNameAndEquals("/OBJR") &&
         kid.getKey("/Obj").isSameObjectAs(widget);
}

QPDFObjectHandle content_reference(QPDFObjectHandle page, int identifier) {
  QPDFObjectHandle reference = QPDFObjectHandle::newDictionary();
  reference.replaceKey("/Type", QPDFObjectHandle::newName("/MCR"));
  reference.replaceKey("/Pg", page);
  reference.replaceKey("/MCID", QPDFObjectHandle::newInteger(identifier));
  return reference;
}

/// False where the element does not hold the widget.
bool replace_kid(QPDFObjectHandle element, QPDFObjectHandle widget, QPDFObjectHandle by) {
  QPDFObjectHandle kids = element.getKey("/K");
  if (refers_to(kids, widget)) {
    element.replaceKey("/K", by);
    return true;
  }
  for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
    if (!refers_to(kids.getArrayItem(i), widget)) continue;
    kids.setArrayItem(i, by);
    return true;
  }
  return false;
}

} // namespace

FlattenedStructure::FlattenedStructure(QPDF& file) : file_(file) {
  QPDFObjectHandle root = file.getRoot().getKey("/StructTreeRoot");
  if (root.isDictionary()) parents_ = entries_of(root.getKey("/ParentTree"));
}

QPDFObjectHandle FlattenedStructure::entry_of(QPDFObjectHandle holder, const char* key) const {
  QPDFObjectHandle number = holder.getKey(key);
  const auto found = number.isInteger() ? parents_.find(number.getIntValue()) : parents_.end();
  return found == parents_.end() ? QPDFObjectHandle::newNull() : found->second;
}

std::optional<int> FlattenedStructure::content_of(QPDFObjectHandle widget, QPDFObjectHandle page) {
  QPDFObjectHandle element = entry_of(widget, "/StructParent");
  QPDFObjectHandle contents = entry_of(page, "/StructParents");
  if (!element.isDictionary() || !contents.isArray()) return std::nullopt;
  const int identifier = contents.getArrayNItems();
  if (!replace_kid(element, widget, content_reference(page, identifier))) return std::nullopt;
  contents.appendItem(element);
  return identifier;
}

} // namespace saraban::pdf
