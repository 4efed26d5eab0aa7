// Stands in for stages that have not landed yet; goes away with the last of them.
#include "docx/read.h"
#include "layout/paginate.h"
#include "fill/template.h"

#if !__has_include("docx/read.cpp")
namespace saraban::docx {
struct SharedParts {};
std::shared_ptr<const SharedParts> read_shared(const package::Package&, const Limits&,
                                               Diagnostics&) {
  return std::make_shared<const SharedParts>();
}
document::Document read(const package::Package&, const std::shared_ptr<const SharedParts>&,
                        const Limits&, Diagnostics&) {
  return {};
}
std::vector<EmbeddedFont> embedded_fonts(const package::Package&, const Limits&) {
  return {};
}
} // namespace saraban::docx
#endif
#if !__has_include("docx/write_back.cpp")
namespace saraban::docx {
package::Package write_back(const package::Package& package, const document::Document&,
                            const document::Findings&, const Limits&) {
  return package;
}
} // namespace saraban::docx
#endif
#if !__has_include("layout/paginate.cpp")
namespace saraban::layout {
Result paginate(const document::Document&, const font::Fonts&, const Options&, Diagnostics&) {
  return {};
}
} // namespace saraban::layout
#endif
#if !__has_include("fill/uses.cpp")
namespace saraban::fill {
std::vector<Use> uses(const Template&) {
  return {};
}
} // namespace saraban::fill
#endif
