// Which parts of a DOCX package hold tags.
#include "docx/markup/markup_parts.h"
#include "package/xml.h"

#include <algorithm>

namespace saraban::docx {
namespace {

/// The last word of a relationship's type, the same in both namespaces of ECMA-376.
std::string_view kind_of(const std::string& type) {
  const std::size_t slash = type.rfind('/');
  return std::string_view(type).substr(slash == std::string::npos ? 0 : slash + 1);
}

/// The step of a place for a related part that holds text; no key for other parts.
PlaceStep place_of(std::string_view kind) {
  for (const char* known : {"header", "footer", "chart"})
    if (kind == known) return {known, 0, ""};
  return {};
}

bool is_text(std::string_view kind) {
  return kind == "header" || kind == "footer" || kind == "footnotes" || kind == "endnotes" ||
         kind == "comments" || kind == "chart";
}

bool is_properties(std::string_view kind) {
  return kind == "core-properties" || kind == "extended-properties" || kind == "custom-properties";
}

/// Word writes the braces of a link's target as %7B%7B.
std::string percent_decoded(const std::string& text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = [&](std::size_t at) {
      return at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at]));
    };
    if (text[i] == '%' && digit(i + 1) && digit(i + 2)) {
      decoded += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

} // namespace

std::string main_part(const package::Package& package, const Limits& limits) {
  for (const package::Relationship& r : package::relationships(package, "", limits))
    if (kind_of(r.type) == "officeDocument" && package.has(r.target)) return r.target;
  return "word/document.xml";
}

std::vector<fill::PartToFill> parts_to_fill(const package::Package& package, const Limits& limits) {
  const std::string main = main_part(package, limits);
  std::vector<fill::PartToFill> parts{{main, fill::PartRole::text, {}}};
  const auto add = [&](fill::PartToFill part) {
    const bool known = std::any_of(parts.begin(), parts.end(),
                                   [&](const fill::PartToFill& p) { return p.name == part.name; });
    if (!known && package.has(part.name)) parts.push_back(std::move(part));
  };
  for (const package::Relationship& r : package::relationships(package, main, limits)) {
    const std::string_view kind = kind_of(r.type);
    if (r.external || !is_text(kind)) continue;
    const PlaceStep step = place_of(kind);
    add({r.target, fill::PartRole::text,
         step.key.empty() ? std::vector<PlaceStep>() : std::vector<PlaceStep>{step}});
  }
  for (const package::Relationship& r : package::relationships(package, "", limits))
    if (!r.external && is_properties(kind_of(r.type)))
      add({r.target, fill::PartRole::plain, {{"properties", 0, ""}}});
  return parts;
}

std::map<std::string, std::string> link_templates(const package::Package& package,
                                                  std::string_view part, const Limits& limits) {
  std::map<std::string, std::string> templates;
  for (const package::Relationship& r : package::relationships(package, part, limits)) {
    if (!r.external) continue;
    const std::string target = percent_decoded(r.target);
    if (target.find("{{") != std::string::npos || target.find("{%") != std::string::npos)
      templates.emplace(r.id, target);
  }
  return templates;
}

} // namespace saraban::docx
