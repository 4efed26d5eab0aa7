// Parsing and printing XML parts with pugixml.
#include "package/xml.h"

#include "base/failure.h"

#include <algorithm>

namespace saraban::package {
namespace {

// White space of its own is text (<w:t> </w:t>); comments and instructions are the author's.
constexpr unsigned keeping_flags = pugi::parse_default | pugi::parse_ws_pcdata |
                                   pugi::parse_comments | pugi::parse_pi | pugi::parse_doctype;
constexpr unsigned reading_flags =
    pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype;

Location in_part(const std::string& file, const std::string& part) {
  Location where;
  where.file = file;
  if (!part.empty()) where.place.push_back({"part", 0, part});
  return where;
}

[[noreturn]] void fail_malformed(std::string_view bytes, const std::string& file,
                                 const std::string& part, const pugi::xml_parse_result& result) {
  const auto offset =
      std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), bytes.size());
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 is 0
  Location where = in_part(file, part);
  where.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  where.column = 1 + static_cast<int>(std::count_if(
                         before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  throw Failure(Fault::input, "xml-malformed", where, {{"reason", result.description()}});
}

/// pugixml takes some twenty times the bytes of "<a/>": counted before it is asked.
void check_size(std::string_view bytes, const std::string& file, const std::string& part,
                const Limits& limits) {
  const auto nodes =
      std::count(bytes.begin(), bytes.end(), '<') + std::count(bytes.begin(), bytes.end(), '=');
  if (static_cast<std::uint64_t>(nodes) > limits.xml_nodes)
    throw Failure(Fault::input, "limit-xml-nodes", in_part(file, part),
                  {{"limit", std::to_string(limits.xml_nodes)}});
}

/// pugixml does not recurse, whoever walks the tree may.
void check_depth(const pugi::xml_document& document, const std::string& file,
                 const std::string& part, const Limits& limits) {
  int depth = 0;
  for (pugi::xml_node node = document.first_child(); node;) {
    if (const auto child = node.first_child()) {
      if (++depth >= limits.xml_depth)
        throw Failure(Fault::input, "limit-xml-depth", in_part(file, part),
                      {{"limit", std::to_string(limits.xml_depth)}});
      node = child;
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node) node = node.next_sibling();
  }
}

void check_doctype(const pugi::xml_document& document, const std::string& file,
                   const std::string& part) {
  for (const auto& node : document.children())
    if (node.type() == pugi::node_doctype)
      throw Failure(Fault::input, "xml-dtd", in_part(file, part));
}

struct StringWriter : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
};

} // namespace

std::shared_ptr<const pugi::xml_document> parse_xml(std::string_view bytes, const std::string& file,
                                                    const std::string& part, const Limits& limits,
                                                    Between between) {
  check_size(bytes, file, part, limits);
  auto document = std::make_shared<pugi::xml_document>();
  const unsigned flags = between == Between::kept ? keeping_flags : reading_flags;
  const auto result = document->load_buffer(bytes.data(), bytes.size(), flags);
  if (!result) fail_malformed(bytes, file, part, result);
  check_doctype(*document, file, part);
  check_depth(*document, file, part, limits);
  return document;
}

std::string print_xml(const pugi::xml_document& document) {
  StringWriter writer;
  writer.text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.text);
}

} // namespace saraban::package
