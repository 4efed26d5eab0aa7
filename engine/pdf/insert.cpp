// Objects of our own writer put into a file of others.
#include "pdf/insert.h"

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

void add_objects(QPDF& qpdf, const std::vector<render::LooseObject>& objects) {
  std::vector<QPDFObjectHandle> places;
  for (const render::LooseObject& object : objects) places.push_back(placeholder(qpdf, object));
  for (std::size_t i = 0; i < objects.size(); ++i) set_content(qpdf, places[i], objects[i]);
}

/// No qpdf object is made of them, nor does qpdf read all of the file to find a number.
void add_texts(File& file, int first, std::vector<render::LooseObject> objects) {
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const int number = first + static_cast<int>(i);
    file.qpdf().replaceObject(number, 0, QPDFObjectHandle::newDictionary());
    file.own()[number] = std::move(objects[i]);
  }
}

int next_number(File& file) {
  if (!file.base() || !file.changed()) return static_cast<int>(file.qpdf().getObjectCount()) + 1;
  if (!file.own().empty()) return file.own().rbegin()->first + 1;
  return static_cast<int>(file.base()->objects.size()) + 1;
}

} // namespace

std::vector<QPDFObjectHandle> insert(File& file, InsertAs as, const MakeObjects& make) {
  QPDF& qpdf = file.qpdf();
  const int first = next_number(file); // reading all of the file may find it damaged
  std::vector<render::LooseObject> objects;
  const std::vector<int> wanted = make(first, objects);
  if (as == InsertAs::texts && !qpdf.isEncrypted() && !qpdf.anyWarnings())
    add_texts(file, first, std::move(objects));
  else
    add_objects(qpdf, objects);
  std::vector<QPDFObjectHandle> out;
  for (const int number : wanted) out.push_back(qpdf.getObjectByID(number, 0));
  return out;
}

} // namespace saraban::pdf
