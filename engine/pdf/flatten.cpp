// Fields to page content: what was a form becomes a document.
#include "pdf/flatten.h"

#include "pdf/structure.h"

#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace saraban::pdf {
namespace {

constexpr int hidden = 1 << 1, no_view = 1 << 5; // ISO 32000-1, table 165

bool is_widget(QPDFObjectHandle annotation) {
  return annotation.isDictionary() && annotation.getKey("/Subtype").isNameAndEquals("/Widget");
}

/// A name that the resources do not use yet.
std::string free_name(QPDFObjectHandle xobjects, int& counter) {
  std::string name;
  do name = "/Field" + std::to_string(++counter);
  while (xobjects.hasKey(name));
  return name;
}

/// The page's own resources, not shared with any other page.
QPDFObjectHandle xobjects_of(QPDFPageObjectHelper& page) {
  QPDFObjectHandle resources = page.getAttribute("/Resources", true);
  if (!resources.isDictionary()) {
    resources = QPDFObjectHandle::newDictionary();
    page.getObjectHandle().replaceKey("/Resources", resources);
  } else if (resources.isIndirect()) {
    resources = resources.shallowCopy();
    page.getObjectHandle().replaceKey("/Resources", resources);
  }
  QPDFObjectHandle xobjects = resources.getKey("/XObject");
  xobjects = xobjects.isDictionary() ? xobjects.shallowCopy() : QPDFObjectHandle::newDictionary();
  resources.replaceKey("/XObject", xobjects);
  return xobjects;
}

/// Content that stands for nothing in a tagged file's structure is an artifact (14.8.2.2).
std::string marked(const std::string& drawn, QPDFObjectHandle widget, QPDFObjectHandle page,
                   FlattenedStructure& structure, bool tagged) {
  if (const auto identifier = structure.content_of(widget, page))
    return "/Form <</MCID " + std::to_string(*identifier) + ">> BDC\n" + drawn + "EMC\n";
  return tagged ? "/Artifact BMC\n" + drawn + "EMC\n" : drawn;
}

void flatten_page(QPDF& qpdf, QPDFPageObjectHelper page, FlattenedStructure& structure) {
  QPDFObjectHandle annotations = page.getObjectHandle().getKey("/Annots");
  const int count = annotations.isArray() ? annotations.getArrayNItems() : 0;
  std::vector<QPDFObjectHandle> kept, widgets;
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle annotation = annotations.getArrayItem(i);
    (is_widget(annotation) ? widgets : kept).push_back(annotation);
  }
  if (widgets.empty()) return;
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  const int turned = rotate.isInteger() ? static_cast<int>(rotate.getIntValue() % 360) : 0;
  QPDFObjectHandle xobjects = xobjects_of(page);
  const bool tagged = qpdf.getRoot().getKey("/StructTreeRoot").isDictionary();
  std::string content;
  int counter = 0;
  for (const QPDFObjectHandle& widget : widgets) {
    QPDFAnnotationObjectHelper annotation(widget);
    QPDFObjectHandle appearance = annotation.getAppearanceStream("/N");
    if (!appearance.isStream()) continue;
    const std::string name = free_name(xobjects, counter);
    const std::string drawn =
        annotation.getPageContentForAppearance(name, turned, 0, hidden | no_view);
    if (drawn.empty()) continue;
    xobjects.replaceKey(name, appearance);
    content += marked(drawn, widget, page.getObjectHandle(), structure, tagged);
  }
  if (!content.empty()) {
    page.addPageContents(QPDFObjectHandle::newStream(&qpdf, "q\n"), true);
    page.addPageContents(QPDFObjectHandle::newStream(&qpdf, "\nQ\n" + content), false);
  }
  if (kept.empty())
    page.getObjectHandle().removeKey("/Annots");
  else
    page.getObjectHandle().replaceKey("/Annots", QPDFObjectHandle::newArray(kept));
}

} // namespace

void flatten(File& file) {
  FlattenedStructure structure(file.qpdf());
  for (const QPDFObjectHandle& page : file.qpdf().getAllPages())
    flatten_page(file.qpdf(), QPDFPageObjectHelper(page), structure);
  file.qpdf().getRoot().removeKey("/AcroForm");
}

} // namespace saraban::pdf
