// What filling adds to an ODT package: pictures with their manifest entries, metadata (ODF 1.3 Part
// 2, 4.3; Part 3, 4.3.3).
#include "document/base64.h"
#include "odt/markup/markup_parts.h"

#include <fmt/format.h>

namespace saraban::odt {
namespace {

constexpr const char* manifest_part = "META-INF/manifest.xml";

/// Before `end_tag`, which is there.
bool insert_before(std::string& xml, std::string_view end_tag, const std::string& added) {
  const std::size_t end = xml.rfind(end_tag);
  if (end == std::string::npos) return false;
  xml.insert(end, added);
  return true;
}

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

/// The manifest's prefix for its own namespace, with its colon.
std::string manifest_prefix(const std::string& manifest) {
  constexpr std::string_view space = "=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"";
  const std::size_t at = manifest.find(space);
  const std::size_t start = at == std::string::npos ? at : manifest.rfind("xmlns", at);
  if (start == std::string::npos) return "manifest:";
  const std::string declared = manifest.substr(start + 5, at - start - 5);
  return declared.empty() ? "" : declared.substr(1) + ":";
}

void add_to_manifest(package::Package& package,
                     const std::vector<fill::Additions::Picture>& pictures) {
  const auto bytes = package.part(manifest_part);
  if (!bytes || pictures.empty()) return;
  std::string manifest = *bytes, added;
  const std::string prefix = manifest_prefix(manifest);
  for (const auto& picture : pictures)
    added += fmt::format("<{0}file-entry {0}full-path=\"{1}\" {0}media-type=\"{2}\"/>", prefix,
                         picture.relation, media_type(picture.extension));
  if (insert_before(manifest, "</" + prefix + "manifest>", added))
    package.set(manifest_part, std::move(manifest));
}

constexpr std::string_view meta_start = "<office:meta>", meta_end = "</office:meta>";

/// Metadata is optional, and may be there without a word.
bool insert_in_meta(std::string& xml, const std::string& added) {
  if (insert_before(xml, meta_end, added)) return true;
  constexpr std::string_view empty = "<office:meta/>", root = "<office:document";
  const std::string whole = std::string(meta_start) + added + std::string(meta_end);
  if (const std::size_t at = xml.find(empty); at != std::string::npos) {
    xml.replace(at, empty.size(), whole);
    return true;
  }
  const std::size_t at = xml.find(root);
  const std::size_t end = at == std::string::npos ? at : xml.find('>', at);
  if (end == std::string::npos || xml[end - 1] == '/') return false;
  xml.insert(end + 1, whole); // The root's first child.
  return true;
}

std::string new_meta() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta "
         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
         "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\">"
         "<office:meta/></office:document-meta>";
}

void list_meta_in_manifest(package::Package& package) {
  const auto bytes = package.part(manifest_part);
  if (!bytes || bytes->find("\"meta.xml\"") != std::string::npos) return;
  std::string manifest = *bytes;
  const std::string prefix = manifest_prefix(manifest);
  if (insert_before(manifest, "</" + prefix + "manifest>",
                    fmt::format("<{0}file-entry {0}full-path=\"meta.xml\" "
                                "{0}media-type=\"text/xml\"/>",
                                prefix)))
    package.set(manifest_part, std::move(manifest));
}

void add_property(package::Package& package, const std::string& name, const std::string& value) {
  const bool flat = package.container() == package::Container::flat;
  const std::string part = flat ? package::flat_part : "meta.xml";
  const auto bytes = package.part(part);
  if (flat && !bytes) return;
  std::string xml = bytes ? *bytes : new_meta();
  if (xml.find("meta:name=\"" + name + "\"") != std::string::npos) return;
  const bool declared = xml.find("xmlns:meta=") != std::string::npos;
  const std::string space =
      declared ? "" : " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"";
  if (!insert_in_meta(xml, "<meta:user-defined" + space + " meta:name=\"" + name +
                               "\" meta:value-type=\"float\">" + value + "</meta:user-defined>"))
    return;
  package.set(part, std::move(xml));
  if (!bytes) list_meta_in_manifest(package);
}

std::string centimetres(Length length) {
  return fmt::format("{:.3f}cm", static_cast<double>(length.emu) / 360'000);
}

} // namespace

std::string relation_name(const package::Package& package, std::string_view part,
                          std::size_t number, std::string_view extension) {
  const std::string stem(part.substr(0, part.rfind('.')));
  std::string name;
  do // An already filled package has names like ours.
    name = fmt::format("Pictures/{}-{}.{}", stem, number, extension), number += 1000;
  while (package.has(name));
  return name;
}

void add_to_package(package::Package& package, const fill::Additions& additions,
                    const fill::Facts& facts) {
  if (facts_of(facts).container == package::Container::zip) {
    for (const auto& picture : additions.pictures)
      package.set_stored(picture.relation, picture.bytes);
    add_to_manifest(package, additions.pictures);
  }
  if (additions.catchword_words > 0)
    add_property(package, "saraban.catchword", std::to_string(additions.catchword_words));
}

/// As a character (19.760), cut by fo:clip in a style of its own where it is cut.
void write_picture(const fill::Facts& facts, const fill::PictureShape& shape, std::string& out) {
  out += "<draw:frame draw:name=\"" + attribute_escaped(shape.name) +
         "\" text:anchor-type=\"as-char\" svg:width=\"" + centimetres(shape.width) +
         "\" svg:height=\"" + centimetres(shape.height) + "\"><draw:image";
  if (facts_of(facts).container == package::Container::flat) {
    out += "><office:binary-data>";
    out += shape.bytes ? document::to_base64(*shape.bytes) : "";
    out += "</office:binary-data></draw:image>";
  } else {
    out += " xlink:href=\"" + shape.relation +
           "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>";
  }
  if (!shape.description.empty())
    out += "<svg:desc>" + attribute_escaped(shape.description) + "</svg:desc>";
  out += "</draw:frame>";
}

} // namespace saraban::odt
