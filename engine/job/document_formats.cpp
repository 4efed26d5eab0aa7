// What a container holds: `mimetype` and office:mimetype (ODF 1.3 Parts 2 and 3), [Content_Types]
// (ECMA-376 Part 2).
#include "job/document_formats.h"

#include "base/failure.h"
#include "docx/markup/markup.h"
#include "odt/markup/markup.h"

namespace saraban::job {
namespace {

template <class Shared>
std::shared_ptr<const Shared> as(const SharedParts& shared) {
  const auto* own = std::get_if<std::shared_ptr<const Shared>>(&shared);
  return own ? *own : nullptr;
}

constexpr DocumentFormat docx_format = {
    OutputFormat::docx,
    ".docx",
    docx::markup,
    [](const package::Package& package, const Limits& limits, Diagnostics& diagnostics) {
      return SharedParts(docx::read_shared(package, limits, diagnostics));
    },
    [](const package::Package& package, const SharedParts& shared, const Limits& limits,
       Diagnostics& diagnostics) {
      return docx::read(package, as<docx::SharedParts>(shared), limits, diagnostics);
    },
    docx::embedded_fonts,
    docx::refresh_contents,
    docx::refers_to_pages,
    docx::write_back,
    [](const package::Package& package) { return package; },
};

constexpr DocumentFormat odt_format = {
    OutputFormat::odt,
    ".odt",
    odt::markup,
    [](const package::Package& package, const Limits& limits, Diagnostics& diagnostics) {
      return SharedParts(odt::read_shared(package, limits, diagnostics));
    },
    [](const package::Package& package, const SharedParts& shared, const Limits& limits,
       Diagnostics& diagnostics) {
      return odt::read(package, as<odt::SharedParts>(shared), limits, diagnostics);
    },
    odt::embedded_fonts,
    odt::refresh_contents,
    odt::refers_to_pages,
    odt::write_back,
    odt::ready_to_save,
};

/// Also of templates (-template), of master documents (-master) and of pages (-web).
constexpr std::string_view odt_media_type = "application/vnd.oasis.opendocument.text";

/// The media type of a flat file stands in its root element.
bool is_flat_odt(const package::Package& package) {
  const auto bytes = package.part(package::flat_part);
  const std::size_t root = bytes ? bytes->find(":document") : std::string::npos;
  if (root == std::string::npos) return false;
  const std::string_view from_root = std::string_view(*bytes).substr(root);
  return from_root.substr(0, from_root.find('>')).find(odt_media_type) != std::string_view::npos;
}

bool is_odt(const package::Package& package) {
  if (package.container() == package::Container::flat) return is_flat_odt(package);
  if (const auto type = package.part("mimetype")) return type->starts_with(odt_media_type);
  return package.has("content.xml") && package.has("META-INF/manifest.xml");
}

/// What says more is left to its reader, whose messages name what is missing.
bool is_docx(const package::Package& package) {
  if (package.container() == package::Container::flat || package.has("mimetype")) return false;
  const auto types = package.part("[Content_Types].xml");
  return !types || types->find("spreadsheetml") == std::string::npos ||
         types->find("wordprocessingml") != std::string::npos;
}

} // namespace

const DocumentFormat& document_format(const package::Package& package) {
  if (is_odt(package)) return odt_format;
  if (is_docx(package)) return docx_format;
  Location where;
  where.file = package.name();
  throw Failure(Fault::input, "not-a-text-document", where);
}

} // namespace saraban::job
