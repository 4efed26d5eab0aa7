// Rich text where only characters can stand.
#include "rich/read.h"

namespace saraban::rich {
namespace {

class PlainText {
public:
  void blocks(const Blocks& all) {
    for (const Block& block : all)
      std::visit([this](const auto& content) { add(content); }, block.content);
  }
  std::string text;

private:
  void apart() {
    if (!text.empty()) text += pending_;
    pending_ = "\n\n";
  }
  void add(const Paragraph& paragraph) {
    apart();
    for (const Inline& piece : paragraph.content)
      if (const auto* characters = std::get_if<Text>(&piece)) text += characters->text;
  }
  void add(const List& list) {
    for (const Blocks& item : list.items) blocks(item);
  }
  void add(const Table& table) {
    for (const Row& row : table.rows)
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i > 0) pending_ = "\t";
        blocks(row.cells[i].blocks);
      }
  }
  void add(const Rule&) {}
  void add(const PageBreak&) {}

  std::string pending_ = "\n\n";
};

} // namespace

std::string plain_text(const Blocks& blocks) {
  PlainText writer;
  writer.blocks(blocks);
  return std::move(writer.text);
}

} // namespace saraban::rich
