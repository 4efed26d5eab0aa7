// What filling adds to a DOCX package: pictures, relationships, content types, properties.
#include "docx/markup/markup_parts.h"
#include "package/xml.h"

#include <algorithm>

namespace saraban::docx {
namespace {

constexpr std::string_view relation_prefix = "rIdS";
constexpr std::string_view office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view empty_relationships =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

std::string attribute_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string_view media_type(std::string_view extension) {
  if (extension == "png") return "image/png";
  if (extension == "jpeg") return "image/jpeg";
  if (extension == "gif") return "image/gif";
  if (extension == "bmp") return "image/bmp";
  return "image/svg+xml";
}

/// Media parts are shared by the parts that show the same bytes.
std::map<const std::string*, std::string> add_media(package::Package& package,
                                                    const fill::Additions& additions) {
  std::map<const std::string*, std::string> names;
  std::size_t number = 0;
  for (const auto& picture : additions.pictures) {
    std::string& name = names[picture.bytes.get()];
    if (!name.empty()) continue;
    do name = "word/media/filled" + std::to_string(++number) + "." + picture.extension;
    while (package.has(name));
    package.set_stored(name, picture.bytes);
  }
  return names;
}

void add_property(package::Package& package, const std::string& name, const std::string& value) {
  constexpr const char* part = "docProps/custom.xml";
  const auto bytes = package.part(part);
  std::string xml = bytes ? *bytes
                          : "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/"
                            "2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/"
                            "officeDocument/2006/docPropsVTypes\"></Properties>";
  if (xml.find("name=\"" + name + "\"") != std::string::npos) return;
  int id = 2; // Property ids start at 2 ([MS-OSHARED] 2.3.3.2.2.2).
  while (xml.find("pid=\"" + std::to_string(id) + "\"") != std::string::npos) ++id;
  if (!insert_at_end(xml, "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"" +
                              std::to_string(id) + "\" name=\"" + name + "\"><vt:i4>" + value +
                              "</vt:i4></property>"))
    return;
  package.set(part, std::move(xml));
  if (bytes) return;
  add_relationships(package, "",
                    "<Relationship Id=\"rIdSProperties\" Type=\"" + std::string(office) +
                        "custom-properties\" Target=\"docProps/custom.xml\"/>");
  add_content_types(package, {},
                    "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/"
                    "vnd.openxmlformats-officedocument.custom-properties+xml\"/>");
}

} // namespace

bool insert_at_end(std::string& xml, const std::string& added) {
  const std::size_t end = xml.rfind("</");
  if (end != std::string::npos) return xml.insert(end, added), true;
  const std::size_t empty = xml.rfind("/>");
  const std::size_t start = xml.rfind('<');
  if (empty == std::string::npos || start == std::string::npos) return false;
  const std::size_t name_end = xml.find_first_of(" />\t\r\n", start + 1);
  const std::string name = xml.substr(start + 1, name_end - start - 1);
  xml.replace(empty, 2, ">" + added + "</" + name + ">");
  return true;
}

void add_relationships(package::Package& package, const std::string& part,
                       const std::string& added) {
  const std::string name = package::relationships_part(part);
  const auto bytes = package.part(name);
  std::string xml = bytes ? *bytes : std::string(empty_relationships);
  if (insert_at_end(xml, added)) package.set(name, std::move(xml));
}

void add_content_types(package::Package& package, const std::set<std::string>& extensions,
                       const std::string& overrides) {
  const auto bytes = package.part("[Content_Types].xml");
  if (!bytes) return;
  std::string xml = *bytes, defaults;
  for (const std::string& extension : extensions)
    if (xml.find("Extension=\"" + extension + "\"") == std::string::npos)
      defaults += "<Default Extension=\"" + extension + "\" ContentType=\"" +
                  std::string(media_type(extension)) + "\"/>";
  if (defaults.empty() && overrides.empty()) return;
  if (insert_at_end(xml, defaults + overrides)) package.set("[Content_Types].xml", std::move(xml));
}

std::string relation_name(const package::Package& package, std::string_view part,
                          std::size_t number, std::string_view) {
  const auto bytes = package.part(package::relationships_part(part));
  std::string name;
  do // An already filled package has names like ours.
    name = std::string(relation_prefix) + std::to_string(number), number += 1000;
  while (bytes && bytes->find("\"" + name + "\"") != std::string::npos);
  return name;
}

void add_to_package(package::Package& package, const fill::Additions& additions,
                    const fill::Facts& facts) {
  const auto media = add_media(package, additions);
  std::map<std::string, std::string> by_part;
  std::set<std::string> extensions;
  for (const auto& picture : additions.pictures) {
    extensions.insert(picture.extension);
    by_part[picture.part] += "<Relationship Id=\"" + picture.relation + "\" Type=\"" +
                             std::string(office) + "image\" Target=\"/" +
                             media.at(picture.bytes.get()) + "\"/>";
  }
  for (const auto& link : additions.links)
    by_part[link.part] += "<Relationship Id=\"" + link.relation + "\" Type=\"" +
                          std::string(office) + "hyperlink\" Target=\"" + link.target +
                          "\" TargetMode=\"External\"/>";
  for (const auto& [part, added] : by_part) add_relationships(package, part, added);
  add_content_types(package, extensions, "");
  add_definitions(package, additions, facts_of(facts));
  add_notes(package, additions);
  if (facts_of(facts).binds_data) store_bound_values(package, {});
  if (additions.catchword_words > 0)
    add_property(package, "saraban.catchword", std::to_string(additions.catchword_words));
}

void write_picture(const fill::Facts&, const fill::PictureShape& shape, std::string& out) {
  const std::string size = "cx=\"" + std::to_string(shape.width.emu) + "\" cy=\"" +
                           std::to_string(shape.height.emu) + "\"";
  const std::string names = "id=\"" + shape.id + "\" name=\"" + attribute_escaped(shape.name) +
                            "\" descr=\"" + attribute_escaped(shape.description) + "\"";
  const std::string crop = std::to_string(shape.crop_sides), cut = std::to_string(shape.crop_ends);
  out += "<w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
         "wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " +
         size + "/><wp:docPr " + names +
         "/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
         "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
         "<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
         "<pic:nvPicPr><pic:cNvPr " +
         names + "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" +
         shape.relation +
         "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/>" +
         (shape.crop_sides + shape.crop_ends > 0 ? "<a:srcRect l=\"" + crop + "\" t=\"" + cut +
                                                       "\" r=\"" + crop + "\" b=\"" + cut + "\"/>"
                                                 : "") +
         "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" "
         "y=\"0\"/><a:ext " +
         size +
         "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
         "</a:graphicData></a:graphic></wp:inline></w:drawing>";
}

} // namespace saraban::docx
