// Document properties: the information dictionary and XMP.
#include "render/metadata.h"

#include "render/syntax.h"

#include <fmt/format.h>

namespace saraban::render {
namespace {

constexpr std::string_view packet_head =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
    "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
    "<dc:format>application/pdf</dc:format>\n";
constexpr std::string_view packet_tail = "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";

std::string alternative(std::string_view element, std::string_view text) {
  if (text.empty()) return {};
  return fmt::format(
      "<dc:{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></dc:{0}>\n", element,
      xml_text(text));
}

/// ISO 19005-2, 6.6.2.3: a schema that XMP does not know is described where it is used.
constexpr std::string_view accessibility_schema =
    "<rdf:Description rdf:about=\"\" "
    "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

/// ISO 19005-2, 6.6.4; ISO 14289-1, 5.
std::string identification(const PdfStandard& standard) {
  using Archive = PdfStandard::Archive;
  std::string out;
  if (standard.archive != Archive::none)
    out += fmt::format("<rdf:Description rdf:about=\"\" "
                       "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>2"
                       "</pdfaid:part><pdfaid:conformance>{}</pdfaid:conformance>"
                       "</rdf:Description>\n",
                       standard.archive == Archive::a_2a ? 'A' : 'U');
  if (standard.universal_access)
    out += "<rdf:Description rdf:about=\"\" "
           "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><pdfuaid:part>1</pdfuaid:part>"
           "</rdf:Description>\n";
  if (standard.universal_access && standard.archive != Archive::none) out += accessibility_schema;
  return out;
}

} // namespace

const std::string& title_of(const page::Pages& pages, const PdfOptions& options) {
  const bool needed = options.standard != PdfStandard{};
  return pages.title.empty() && needed ? options.title : pages.title;
}

int write_information(const page::Pages& pages, const PdfOptions& options, Objects& objects) {
  std::string out = "<<";
  for (const auto& [key, value] : {std::pair{"Title", &title_of(pages, options)},
                                   {"Author", &pages.author},
                                   {"Subject", &pages.subject},
                                   {"Keywords", &pages.keywords},
                                   {"Creator", &options.creator}})
    if (!value->empty()) out += fmt::format("/{}{}", key, text_string(*value));
  const Date& d = options.date;
  return objects.add(out +
                     fmt::format("/Producer(Saraban)/CreationDate(D:{0:04}{1:02}{2:02}000000Z)"
                                 "/ModDate(D:{0:04}{1:02}{2:02}000000Z)>>",
                                 d.year, d.month, d.day));
}

int write_xmp(const page::Pages& pages, const PdfOptions& options, Objects& objects) {
  std::string out(packet_head);
  out += alternative("title", title_of(pages, options));
  out += alternative("description", pages.subject);
  if (!pages.author.empty())
    out += fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
                       xml_text(pages.author));
  if (!pages.keywords.empty())
    out += fmt::format("<pdf:Keywords>{}</pdf:Keywords>\n", xml_text(pages.keywords));
  if (!options.creator.empty())
    out += fmt::format("<xmp:CreatorTool>{}</xmp:CreatorTool>\n", xml_text(options.creator));
  const Date& d = options.date;
  fmt::format_to(std::back_inserter(out),
                 "<pdf:Producer>Saraban</pdf:Producer>\n"
                 "<xmp:CreateDate>{0:04}-{1:02}-{2:02}T00:00:00Z</xmp:CreateDate>\n"
                 "<xmp:ModifyDate>{0:04}-{1:02}-{2:02}T00:00:00Z</xmp:ModifyDate>\n",
                 d.year, d.month, d.day);
  out += "</rdf:Description>\n" + identification(options.standard);
  return objects.add_stream("/Type/Metadata/Subtype/XML", out.append(packet_tail), Filter::none);
}

} // namespace saraban::render
