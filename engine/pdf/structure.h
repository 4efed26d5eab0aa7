// The structure of a tagged file whose widgets become page content (ISO 32000-1, 14.7).
#pragma once

#include <map>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace saraban::pdf {

/// Hands each widget's place in the structure to the content that takes its place.
class FlattenedStructure {
public:
  explicit FlattenedStructure(QPDF& file);

  /// The marked-content identifier that the widget's content on `page` is to have; nothing where
  /// the structure does not know the widget or the page.
  std::optional<int> content_of(QPDFObjectHandle widget, QPDFObjectHandle page);

private:
  QPDFObjectHandle entry_of(QPDFObjectHandle holder, const char* key) const;

  QPDF& file_;
  std::map<long long, QPDFObjectHandle> parents_; ///< The parent tree.
};

} // namespace saraban::pdf
