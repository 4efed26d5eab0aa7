// Which kind of metafile bytes are.
#include "layout/metafile/metafile.h"

#include "layout/metafile/kinds.h"

namespace saraban::layout::metafile {

namespace {

constexpr std::uint32_t emf_signature = 0x464D4520, placeable_key = 0x9AC6CDD7;

bool is_wmf(Bytes file) {
  if (file.u32(0) == placeable_key) return true;
  const std::uint32_t version = file.u16(4);
  return file.u16(0) >= 1 && file.u16(0) <= 2 && file.u16(2) == 9 &&
         (version == 0x100 || version == 0x300);
}

} // namespace

std::optional<std::vector<Item>> draw(std::string_view bytes, Size box) {
  const Bytes file(bytes);
  std::vector<Item> items;
  if (file.u32(0) == 1 && file.u32(40) == emf_signature)
    items = play_emf(file, box);
  else if (is_wmf(file))
    items = play_wmf(file, box);
  if (items.empty()) return std::nullopt;
  return items;
}

} // namespace saraban::layout::metafile
