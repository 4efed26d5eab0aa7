// What a stamp shows.
#include "pdf/stamp/content.h"

#include "base/failure.h"

namespace saraban::pdf::stamp {
namespace {

using language::Value;
using map::Kind;

/// An absent value without a filter of its own gives nothing; others may not.
bool is_absent(const Value& value) {
  if (value.is_undefined()) return true;
  if (std::holds_alternative<std::monostate>(value.content())) return true;
  const auto* data = std::get_if<const data::Value*>(&value.content());
  return data != nullptr && (*data == nullptr || (*data)->is_null());
}

Content picture(const std::string& source, const Stamp& stamp, language::Scope& scope) {
  if (source.empty()) return {};
  const auto bytes = fill::image_bytes(source, scope.environment());
  const std::string name = source.substr(0, 80);
  if (!bytes) {
    scope.diagnostics().error("picture-not-found", stamp.where, {{"name", name}});
    return {};
  }
  auto image = fill::read_image(bytes, scope.environment().limits);
  if (!image) {
    scope.diagnostics().error("picture-unknown-kind", stamp.where, {{"name", name}});
    return {};
  }
  return std::move(*image);
}

Content qr_code(const std::string& text, const Stamp& stamp, language::Scope& scope) {
  if (text.empty()) return {};
  auto symbol = codes::qr_code(text);
  if (!symbol) {
    scope.diagnostics().error("qr-too-long", stamp.where, {{"size", std::to_string(text.size())}});
    return {};
  }
  return Code{std::move(*symbol), false};
}

Content barcode(const language::BarCode& code, const Stamp& stamp, language::Scope& scope) {
  const auto kind = codes::kind_of(code.kind);
  auto symbol = kind ? codes::barcode(*kind, code.text) : std::nullopt;
  if (symbol) return Code{std::move(*symbol), codes::is_linear(*kind)};
  scope.diagnostics().error(kind ? "barcode-text" : "barcode-kind", stamp.where,
                            {{"text", code.text.substr(0, 80)}, {"name", code.kind}});
  return {};
}

std::string text_of(const Stamp& stamp, language::Scope& scope) {
  std::string text;
  for (const FieldExpression::Piece& piece : stamp.value.pieces) {
    text += piece.text;
    if (piece.expression)
      text += scope.text_of(scope.evaluate(*piece.expression), *piece.expression);
  }
  return text;
}

/// Of one tag, whose value may be more than text.
Content of_value(const Stamp& stamp, const Value& value, language::Scope& scope) {
  const Kind kind = stamp.entry.kind;
  if (const auto* box = std::get_if<language::CheckBox>(&value.content()))
    return box->checked ? Content(Tick{}) : Content();
  if (const auto* code = std::get_if<language::QrCode>(&value.content()))
    return qr_code(code->text, stamp, scope);
  if (const auto* code = std::get_if<language::BarCode>(&value.content()))
    return barcode(*code, stamp, scope);
  if (const auto* shown = std::get_if<language::Picture>(&value.content()))
    return picture(shown->source, stamp, scope);
  if (std::holds_alternative<language::Blank>(value.content())) return {};
  if (kind == Kind::check) return language::is_true(value) ? Content(Tick{}) : Content();
  std::string text = scope.text_of(value, *stamp.value.pieces[0].expression);
  if (kind == Kind::radio)
    return text == stamp.entry.option && !text.empty() ? Content(Tick{}) : Content();
  if (kind == Kind::image) return picture(text, stamp, scope);
  if (kind == Kind::qr) return qr_code(text, stamp, scope);
  return text.empty() ? Content() : Content(std::move(text));
}

/// Text around tags is not worth showing when none of them has a value.
Content of_mixed(const Stamp& stamp, language::Scope& scope) {
  bool any = stamp.value.paths.empty();
  for (const FieldExpression::Piece& piece : stamp.value.pieces)
    any = any || (piece.expression && !is_absent(scope.evaluate(*piece.expression)));
  if (!any) return {};
  std::string text = text_of(stamp, scope);
  switch (stamp.entry.kind) {
  case Kind::check:
    return text.empty() ? Content() : Content(Tick{});
  case Kind::radio:
    return text == stamp.entry.option ? Content(Tick{}) : Content();
  case Kind::image:
    return picture(text, stamp, scope);
  case Kind::qr:
    return qr_code(text, stamp, scope);
  default:
    return text.empty() ? Content() : Content(std::move(text));
  }
}

} // namespace

Content content_of(const Stamp& stamp, language::Scope& scope) {
  if (stamp.when && !scope.holds(*stamp.when)) return {};
  if (!stamp.value.is_single() || !stamp.value.pieces[0].expression) return of_mixed(stamp, scope);
  const Value value = scope.evaluate(*stamp.value.pieces[0].expression);
  return is_absent(value) ? Content() : of_value(stamp, value, scope);
}

} // namespace saraban::pdf::stamp
