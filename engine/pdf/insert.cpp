// Objects of our own writer put into a file of others.
#include "pdf/insert.h"

#include <cassert>

namespace saraban::pdf {
namespace {

/// An object whose number is known and whose content may refer to those after it.
QPDFObjectHandle placeholder(QPDF& qpdf, const render::LooseObject& object) {
  if (!object.is_stream) return qpdf.makeIndirectObject(QPDFObjectHandle::newNull());
  return QPDFObjectHandle::newStream(&qpdf, object.stream);
}

void set_content(QPDF& qpdf, QPDFObjectHandle place, const render::LooseObject& object) {
  QPDFObjectHandle body = QPDFObjectHandle::parse(&qpdf, object.body);
  if (object.is_stream)
    place.replaceDict(body);
  else
    qpdf.replaceObject(place.getObjGen(), body);
}

} // namespace

std::vector<QPDFObjectHandle> insert(File& file, const MakeObjects& make) {
  QPDF& qpdf = file.qpdf();
  const int first = static_cast<int>(qpdf.getObjectCount()) + 1;
  std::vector<render::LooseObject> objects;
  const std::vector<int> wanted = make(first, objects);
  std::vector<QPDFObjectHandle> places;
  for (const render::LooseObject& object : objects) places.push_back(placeholder(qpdf, object));
  assert(places.empty() || places.front().getObjectID() == first);
  for (std::size_t i = 0; i < objects.size(); ++i) set_content(qpdf, places[i], objects[i]);
  std::vector<QPDFObjectHandle> out;
  for (const int number : wanted) out.push_back(qpdf.getObjectByID(number, 0));
  return out;
}

} // namespace saraban::pdf
