// Files and assets: read, written whole, never outside their folders.
#include "base/environment.h"

#include "base/failure.h"

#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace saraban {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("saraban-files-" + std::to_string(::getpid()));
    fs::create_directories(folder_ / "assets");
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
};

std::string code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& f) {
    return f.diagnostic().code;
  }
  return "";
}

TEST_F(Files, WritesAndReads) {
  const fs::path file = folder_ / "ไฟล์.txt";
  write_file(file, "one");
  write_file(file, "two");
  EXPECT_EQ(read_file(file, {}), "two");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 2);
}

TEST_F(Files, Refuses) {
  Limits small;
  small.file_bytes = 2;
  write_file(folder_ / "a", "abc");
  EXPECT_EQ(code_of([&] { read_file(folder_ / "a", small); }), "limit-file-size");
  EXPECT_EQ(code_of([&] { read_file(folder_ / "b", {}); }), "cannot-read");
  EXPECT_EQ(code_of([&] { read_file(folder_, {}); }), "cannot-read");
  EXPECT_EQ(code_of([&] { write_file(folder_, "x"); }), "cannot-write");
  EXPECT_EQ(code_of([&] { write_file(folder_ / "none" / "x", "x"); }), "cannot-write");
}

TEST_F(Files, WritesAllOrNone) {
  const fs::path one = folder_ / "new" / "1", two = folder_ / "new" / "2";
  write_files({{one, "a"}, {two, "b"}});
  EXPECT_EQ(read_file(two, {}), "b");
  EXPECT_EQ(code_of([&] { write_files({{one, "x"}, {folder_ / "assets", "y"}}); }), "cannot-write");
  EXPECT_EQ(read_file(one, {}), "a");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "new"), {}), 2);
}

TEST_F(Files, WritesToDevicesWithoutReplacingThem) {
  write_file("/dev/null", "x");
  EXPECT_FALSE(fs::is_regular_file("/dev/null"));
}

TEST_F(Files, FindsAssetsOnlyBelowTheirFolders) {
  Environment environment;
  environment.asset_folders = {folder_ / "assets"};
  write_file(folder_ / "assets" / "a.png", "x");
  write_file(folder_ / "secret", "x");
  fs::create_symlink(folder_ / "secret", folder_ / "assets" / "link");
  EXPECT_TRUE(find_asset(environment, "a.png"));
  EXPECT_TRUE(find_asset(environment, "./a.png"));
  for (const std::string_view name : {"../secret", "link", "", ".", "b.png", "/etc/passwd"})
    EXPECT_FALSE(find_asset(environment, name)) << name;
  EXPECT_FALSE(find_asset(environment, std::string_view("a.png\0", 6)));
}

} // namespace
} // namespace saraban
