// CMaps: codes of strings to characters and to glyphs of composite fonts (ISO 32000-1, 9.7.5,
// 9.10.3).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::pdf::scan {

class CMap {
public:
  /// Whatever the bytes are: what cannot be understood is left out.
  static CMap parse(std::string_view bytes);

  /// The text of a code (UTF-8); nothing when it has none.
  std::optional<std::string> text(std::uint32_t code) const;
  std::optional<std::uint32_t> cid(std::uint32_t code) const;
  /// How many bytes the code has that starts `bytes`, by the code space ranges; 0 where they do not
  /// say.
  std::size_t code_length(std::string_view bytes) const;

private:
  struct CodeSpace {
    std::size_t length = 0;
    std::uint32_t low = 0, high = 0;
  };
  struct TextRange {
    std::uint32_t low = 0, high = 0;
    std::u16string first; ///< Its last unit grows with the code.
  };
  struct CidRange {
    std::uint32_t low = 0, high = 0, first = 0;
  };
  friend struct CMapReader;

  std::vector<CodeSpace> spaces_;
  std::vector<TextRange> texts_; ///< Sorted by low; a later entry wins over an earlier one.
  std::vector<CidRange> cids_;   ///< Sorted by low.
};

} // namespace saraban::pdf::scan
