// Containers: values that share, saved without losing anything; hostile ones refused.
#include "package/package.h"

#include "base/failure.h"

#include <functional>
#include <gtest/gtest.h>
#include <thread>

namespace saraban::package {
namespace {

Package reopen(const std::string& bytes, const Limits& limits = {}) {
  return Package::open(std::make_shared<const std::string>(bytes), "a.docx", limits);
}

std::string code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& f) {
    return f.diagnostic().code;
  }
  return "";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

Package letter() {
  Package p;
  p.set("[Content_Types].xml", "<Types/>");
  p.set("word/document.xml", std::string(5000, 'x') + "กขค");
  p.set_stored("word/media/a.png", std::make_shared<const std::string>("PNG"));
  return p;
}

TEST(Package, OfOneXmlFileIsSavedAsXml) {
  const std::string xml = "\xEF\xBB\xBF\n<office:document/>";
  Package p = reopen(xml);
  EXPECT_EQ(p.container(), Container::flat);
  EXPECT_EQ(p.part_names(), std::vector<std::string>{flat_part});
  EXPECT_EQ(save(p), xml);
  p.set(flat_part, "<a/>");
  EXPECT_EQ(save(p), "<a/>");
}

TEST(Package, SavesAndOpens) {
  const std::string bytes = save(letter());
  const Package p = reopen(bytes);
  EXPECT_EQ(p.part_names(), (std::vector<std::string>{"[Content_Types].xml", "word/document.xml",
                                                      "word/media/a.png"}));
  EXPECT_EQ(*p.part("word/document.xml"), std::string(5000, 'x') + "กขค");
  EXPECT_EQ(*p.part("word/media/a.png"), "PNG");
  EXPECT_EQ(p.part("none"), nullptr);
  EXPECT_LT(bytes.size(), 1000u);
  EXPECT_EQ(save(p), bytes);
}

TEST(Package, CopiesShareAndChangeAlone) {
  const Package original = reopen(save(letter()));
  Package copy = original;
  copy.set("word/document.xml", "new");
  copy.set("word/added.xml", "added");
  copy.remove("word/media/a.png");
  EXPECT_EQ(original.part("word/document.xml")->size(), 5009u);
  EXPECT_EQ(original.part("[Content_Types].xml"), copy.part("[Content_Types].xml"));
  EXPECT_FALSE(original.has("word/added.xml"));
  const Package saved = reopen(save(copy));
  EXPECT_EQ(saved.part_names(), (std::vector<std::string>{"[Content_Types].xml",
                                                          "word/document.xml", "word/added.xml"}));
  copy.set("word/media/a.png", "again");
  EXPECT_EQ(*copy.part("word/media/a.png"), "again");
}

TEST(Package, WritesMimetypeFirstAndStored) {
  Package p;
  p.set("content.xml", "<a/>");
  p.set("mimetype", "application/vnd.oasis.opendocument.text");
  EXPECT_EQ(save(p).substr(30, 47), "mimetypeapplication/vnd.oasis.opendocument.text");
}

TEST(Package, ThaiNamesSurvive) {
  Package p;
  p.set("word/media/ตรา.png", "x");
  EXPECT_TRUE(reopen(save(p)).has("word/media/ตรา.png"));
}

TEST(Package, ReadsFromManyThreads) {
  const Package p = reopen(save(letter()));
  std::vector<std::thread> threads;
  std::vector<std::shared_ptr<const std::string>> seen(8);
  for (std::size_t i = 0; i < seen.size(); ++i)
    threads.emplace_back([&, i] { seen[i] = p.part("word/document.xml"); });
  for (auto& thread : threads) thread.join();
  for (const auto& bytes : seen) EXPECT_EQ(bytes, seen[0]);
}

TEST(HostileZip, IsNotAZip) {
  for (const char* bytes : {"", "PK", "hello", "PK\x03\x04 and nothing more"})
    EXPECT_EQ(code_of([&] { reopen(bytes); }), "not-a-zip");
  const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  EXPECT_EQ(code_of([&] { reopen(ole + "…"); }), "not-a-zip");
  const std::string name("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  EXPECT_EQ(code_of([&] { reopen(ole + name); }), "zip-encrypted");
}

TEST(HostileZip, NeverCrashesWhenCutOrBent) {
  const std::string bytes = save(letter());
  const auto read_all = [](const std::string& bent) {
    try {
      const Package p = reopen(bent);
      for (const auto& name : p.part_names()) (void)p.part(name);
    } catch (const Failure&) {
    }
  };
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    read_all(bytes.substr(0, n));
    for (const char c : {'\0', '\xFF', '\x2F'}) {
      std::string bent = bytes;
      bent[n] = c;
      read_all(bent);
    }
  }
}

TEST(HostileZip, UnsafeNames) {
  Package p;
  p.set("word/aa/b.xml", "x");
  const std::string bytes = save(p);
  for (const char* name : {"../../../b.xml", "/word/a/b.xml", "word//a/b.xml", "word/./a/b.xml",
                           "C:/word/b.xml", "..\\..\\..\\b.xml", "word/\naa/b.xml"}) {
    const std::string bent = replaced(bytes, "word/aa/b.xml", std::string(name).substr(0, 13));
    EXPECT_EQ(code_of([&] { reopen(bent); }), "zip-unsafe-name") << name;
  }
  EXPECT_TRUE(reopen(replaced(bytes, "word/aa/b.xml", "word\\aa\\b.xml")).has("word/aa/b.xml"));
}

TEST(HostileZip, TwoEntriesOfOneName) {
  Package p;
  p.set("a.xml", "x");
  p.set("b.xml", "y");
  EXPECT_EQ(code_of([&] { reopen(replaced(save(p), "b.xml", "a.xml")); }), "zip-damaged");
}

TEST(HostileZip, EncryptedEntries) {
  Package p;
  p.set("a.xml", "x");
  std::string bytes = save(p);
  bytes[6] = 1;
  bytes[bytes.find("PK\x01\x02") + 8] = 1;
  EXPECT_EQ(code_of([&] { reopen(bytes); }), "zip-encrypted");
}

TEST(HostileZip, Bombs) {
  Package p;
  p.set("a.xml", std::string(20u << 20, ' '));
  const std::string bytes = save(p);
  Limits limits;
  limits.zip_ratio = 500;
  EXPECT_EQ(code_of([&] { reopen(bytes, limits); }), "limit-zip-ratio");
  limits.zip_ratio = 1u << 30;
  EXPECT_EQ(reopen(bytes, limits).part("a.xml")->size(), 20u << 20);
  limits.zip_entry_bytes = 1u << 20;
  EXPECT_EQ(code_of([&] { reopen(bytes, limits); }), "limit-zip-entry-size");
  limits.zip_entry_bytes = 1u << 30;
  limits.zip_total_bytes = 1u << 20;
  EXPECT_EQ(code_of([&] { reopen(bytes, limits); }), "limit-zip-total-size");
  limits = {};
  limits.zip_entries = 2;
  EXPECT_EQ(code_of([&] { reopen(save(letter()), limits); }), "limit-zip-entries");
}

TEST(HostileZip, OverlappingEntries) {
  Package p;
  std::string noise;
  for (std::uint32_t i = 0, n = 1; i < 4000; ++i)
    noise += static_cast<char>((n = n * 69069 + 1) >> 24);
  p.set("a.xml", noise);
  p.set("b.xml", "y");
  std::string bytes = save(p);
  // The second directory header tells the first one's sizes, checksum and place.
  const auto first = bytes.find("PK\x01\x02"), second = bytes.find("PK\x01\x02", first + 4);
  bytes.replace(second + 10, 36, bytes.substr(first + 10, 36));
  EXPECT_EQ(code_of([&] { reopen(bytes); }), "zip-damaged");
}

TEST(HostileZip, WrongChecksumAndSize) {
  Package p;
  p.set("a.xml", std::string(3000, 'a'));
  const std::string bytes = save(p);
  const auto directory = bytes.find("PK\x01\x02");
  for (const std::size_t field : {16u, 24u}) {
    std::string bent = bytes;
    bent[directory + field] = static_cast<char>(bent[directory + field] + 1);
    EXPECT_EQ(code_of([&] { (void)reopen(bent).part("a.xml"); }), "zip-damaged");
  }
}

} // namespace
} // namespace saraban::package
