// Content streams and CMaps as operators with their operands (ISO 32000-1, 7.8.2).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::pdf::scan {

struct Operand {
  enum class Kind { number, name, string, array, dictionary, other } kind = Kind::other;
  double number = 0;          ///< Finite.
  std::string text;           ///< Of a name (without its slash) or a string (its bytes).
  std::vector<Operand> items; ///< Of an array; of a dictionary keys and values in turn.

  /// The value of a dictionary's key; nullptr when absent.
  const Operand* find(std::string_view key) const;
};

struct Instruction {
  std::string name; ///< "BI" for a whole inline image.
  std::vector<Operand> operands;
  /// The operand at `index`; 0 for one that is no number.
  double number(std::size_t index) const;
};

/// Reads bytes that stay alive as long as it does. Whatever they are, it ends and throws nothing:
/// what cannot be understood is passed over.
class Tokens {
public:
  explicit Tokens(std::string_view bytes);
  ~Tokens();
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;

  /// False at the end.
  bool next(Instruction& out);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace saraban::pdf::scan
