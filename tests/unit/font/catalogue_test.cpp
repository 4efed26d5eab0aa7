// Indexes of fonts: kept, checked, thrown away when they lie.
#include "font/catalogue.h"

#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace saraban::font {
namespace {

namespace fs = std::filesystem;

const fs::path bundled = fs::path(SARABAN_SOURCE_DIR) / "fonts";

/// A folder that goes away with it.
struct Scratch {
  fs::path path = fs::temp_directory_path() / ("saraban-font-" + std::to_string(::getpid()));
  Scratch() { fs::create_directories(path); }
  ~Scratch() { fs::remove_all(path); }
};

TEST(Catalogue, ListsTheBundledFaces) {
  const Catalogue catalogue = scan_fonts(bundled);
  ASSERT_EQ(catalogue.faces.size(), 4u);
  EXPECT_EQ(catalogue.faces[0].family, "Laksaman");
  EXPECT_EQ(catalogue.faces[0].keys.front(), "laksaman");
}

TEST(Catalogue, AFileIsAFolderOfOne) {
  EXPECT_EQ(scan_fonts(bundled / "Laksaman-Bold.ttf").faces.size(), 1u);
}

/// TH SarabunIT๙ calls itself TH SarabunPSK in its Macintosh names.
TEST(Catalogue, MacintoshNamesDoNotCount) {
  const auto file = MappedFile::open(bundled / "Laksaman.ttf");
  std::string bytes(file->bytes());
  const std::string name = "Laksaman", other = "Kukutnam";
  int changed = 0; // one-byte letters are those of platform 1
  for (std::size_t at; (at = bytes.find(name)) != std::string::npos; ++changed)
    bytes.replace(at, name.size(), other);
  ASSERT_GT(changed, 0);
  const auto info = read_face_info(bytes, 0);
  ASSERT_TRUE(info);
  EXPECT_EQ(info->families, std::vector<std::string>{"Laksaman"});
}

TEST(Catalogue, PrintsAndParsesItself) {
  const Catalogue catalogue = scan_fonts(bundled);
  EXPECT_EQ(parse_catalogue(print_catalogue(catalogue)), catalogue);
}

TEST(Catalogue, DamagedIndexIsNothing) {
  const std::string text = print_catalogue(scan_fonts(bundled));
  for (std::size_t i = 0; i < text.size(); i += 7) {
    std::string damaged = text;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    EXPECT_FALSE(parse_catalogue(damaged)) << i;
    EXPECT_FALSE(parse_catalogue(text.substr(0, i))) << i;
  }
}

TEST(Catalogue, IndexFollowsTheFolder) {
  const Scratch scratch;
  const fs::path fonts = scratch.path / "fonts", cache = scratch.path / "cache";
  fs::create_directories(fonts);
  for (int i = 0; i < 30; ++i) // enough to be worth an index
    fs::copy_file(bundled / "Laksaman.ttf", fonts / (std::to_string(i) + ".ttf"));
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(fonts, old);
  EXPECT_EQ(list_fonts(fonts, cache).faces.size(), 30u);
  EXPECT_FALSE(fs::is_empty(cache));
  EXPECT_EQ(list_fonts(fonts, cache).faces.size(), 30u);
  fs::copy_file(bundled / "Laksaman.ttf", fonts / "more.ttf");
  EXPECT_EQ(list_fonts(fonts, cache).faces.size(), 31u);
  for (const auto& entry : fs::directory_iterator(cache)) std::ofstream(entry.path()) << "rubbish";
  EXPECT_EQ(list_fonts(fonts, cache).faces.size(), 31u);
  EXPECT_EQ(list_fonts(fonts, "/proc/none").faces.size(), 31u); // cannot be written
}

TEST(Catalogue, LinksInCirclesEnd) {
  const Scratch scratch;
  fs::create_directory_symlink(scratch.path, scratch.path / "again");
  fs::copy_file(bundled / "Laksaman.ttf", scratch.path / "one.ttf");
  EXPECT_EQ(scan_fonts(scratch.path).faces.size(), 1u);
}

TEST(Catalogue, NamesAreComparedLoosely) {
  EXPECT_EQ(family_key("TH SarabunIT๙"), family_key("th sarabunIT9"));
  EXPECT_EQ(family_key("TH Sarabun-New"), family_key("THSarabunNew"));
  EXPECT_NE(family_key("TH Sarabun New"), family_key("TH SarabunPSK"));
}

} // namespace
} // namespace saraban::font
