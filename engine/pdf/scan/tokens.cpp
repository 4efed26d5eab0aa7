// Content streams and CMaps through qpdf's tokenizer.
#include "pdf/scan/tokens.h"

#include <charconv>
#include <cmath>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>

namespace saraban::pdf::scan {
namespace {

constexpr std::size_t most_operands = 4096; ///< More before one operator are hostile.
constexpr int deepest = 32;

double number_of(const std::string& text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  double sign = 1;
  for (; at != end && (*at == '+' || *at == '-'); ++at)
    if (*at == '-') sign = -1;
  double value = 0;
  std::from_chars(at, end, value, std::chars_format::fixed);
  return std::isfinite(value) ? sign * value : 0;
}

std::string without_slash(const std::string& name) {
  return name.starts_with('/') ? name.substr(1) : name;
}

} // namespace

const Operand* Operand::find(std::string_view key) const {
  if (kind != Kind::dictionary) return nullptr;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2)
    if (items[i].kind == Kind::name && items[i].text == key) return &items[i + 1];
  return nullptr;
}

double Instruction::number(std::size_t index) const {
  return index < operands.size() ? operands[index].number : 0;
}

struct Tokens::State {
  explicit State(std::string_view bytes)
      : copy(bytes), source(std::make_shared<BufferInputSource>("content", copy)),
        context("content") {
    tokenizer.allowEOF();
  }

  QPDFTokenizer::Token read() { return tokenizer.readToken(source, context, true); }
  /// The operand that starts with `token`; nothing for what is none.
  bool operand(const QPDFTokenizer::Token& token, Operand& out, int depth);
  void items(QPDFTokenizer::token_type_e closing, Operand& out, int depth);

  std::string copy;
  std::shared_ptr<InputSource> source;
  std::string context;
  QPDFTokenizer tokenizer;
};

void Tokens::State::items(QPDFTokenizer::token_type_e closing, Operand& out, int depth) {
  for (;;) {
    const QPDFTokenizer::Token token = read();
    const auto type = token.getType();
    if (type == QPDFTokenizer::tt_eof || type == closing) return;
    Operand item;
    if (operand(token, item, depth + 1) && out.items.size() < most_operands * 16)
      out.items.push_back(std::move(item));
  }
}

bool Tokens::State::operand(const QPDFTokenizer::Token& token, Operand& out, int depth) {
  using Kind = Operand::Kind;
  switch (token.getType()) {
  case QPDFTokenizer::tt_integer:
  case QPDFTokenizer::tt_real:
    out.kind = Kind::number, out.number = number_of(token.getValue());
    return true;
  case QPDFTokenizer::tt_name:
    out.kind = Kind::name, out.text = without_slash(token.getValue());
    return true;
  case QPDFTokenizer::tt_string:
    out.kind = Kind::string, out.text = token.getValue();
    return true;
  case QPDFTokenizer::tt_array_open:
    out.kind = Kind::array;
    if (depth < deepest) items(QPDFTokenizer::tt_array_close, out, depth);
    return true;
  case QPDFTokenizer::tt_dict_open:
    out.kind = Kind::dictionary;
    if (depth < deepest) items(QPDFTokenizer::tt_dict_close, out, depth);
    return true;
  case QPDFTokenizer::tt_bool:
  case QPDFTokenizer::tt_null:
    return true;
  default:
    return false;
  }
}

Tokens::Tokens(std::string_view bytes) : state_(std::make_unique<State>(bytes)) {}
Tokens::~Tokens() = default;

bool Tokens::next(Instruction& out) {
  out.name.clear();
  out.operands.clear();
  for (;;) {
    const QPDFTokenizer::Token token = state_->read();
    const auto type = token.getType();
    if (type == QPDFTokenizer::tt_eof) return false;
    if (type == QPDFTokenizer::tt_word) {
      out.name = token.getValue();
      if (out.name == "BI") continue;
      if (out.name == "ID") {
        char space = 0;
        state_->source->read(&space, 1);
        state_->tokenizer.expectInlineImage(state_->source);
        state_->read();
        out.name = "BI";
      }
      return true;
    }
    Operand operand;
    if (!state_->operand(token, operand, 0)) continue;
    if (out.operands.size() >= most_operands) out.operands.clear();
    out.operands.push_back(std::move(operand));
  }
}

} // namespace saraban::pdf::scan
