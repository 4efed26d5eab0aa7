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
constexpr std::string_view packet_tail =
    "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";

std::string alternative(std::string_view element, std::string_view text) {
  if (text.empty()) return {};
  return fmt::format(
      "<dc:{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></dc:{0}>\n", element,
      xml_text(text));
}

} // namespace

int write_information(const page::Pages& pages, const PdfOptions& options, Objects& objects) {
  std::string out = "<<";
  for (const auto& [key, value] : {std::pair{"Title", &pages.title},
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
  out += alternative("title", pages.title);
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
  return objects.add_stream("/Type/Metadata/Subtype/XML", out.append(packet_tail), Filter::none);
}

} // namespace saraban::render
