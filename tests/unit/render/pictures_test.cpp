// Pictures' headers and pixels, whole and damaged.
#include "base/failure.h"
#include "render/picture/picture.h"
#include "render/render.h"

#include <gtest/gtest.h>
#include <memory>

namespace saraban::render {
namespace {

using picture::Kind;
using namespace std::string_literals;
using namespace std::string_view_literals;

/// 2 × 2 pixels, the second transparent: palette black, red, green, white.
const std::string gif("GIF89a\2\0\2\0\x91\0\0"
                      "\0\0\0\xff\0\0\0\xff\0\xff\xff\xff"
                      "\x21\xf9\4\1\0\0\1\0"
                      "\x2c\0\0\0\0\2\0\2\0\0"
                      "\2\3\x44\x34\5\0;"sv);

std::string big32(std::uint32_t n) {
  return {static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8),
          static_cast<char>(n)};
}

std::string png_of(std::uint32_t width, std::uint32_t height, char type) {
  return "\x89PNG\r\n\x1a\n"s + big32(13) + "IHDR" + big32(width) + big32(height) + '\x08' + type +
         std::string(3, '\0') + big32(0) + big32(4) + "IDATabcd" + big32(0) + big32(0) + "IEND" +
         big32(0);
}

std::string jpeg_of(char components, bool adobe) {
  std::string out = "\xff\xd8"s;
  if (adobe)
    out += "\xff\xee\0\x0e"
           "Adobe\0\x64\0\0\0\0\2"s;
  return out + "\xff\xc2\0\x11\x08\0\x10\0\x20"s + components + std::string(9, '\0') +
         "\xff\xda\0\2data\xff\xd9"s;
}

page::Pages page_with(std::string bytes) {
  page::Pages pages;
  pages.images.push_back({"picture", std::make_shared<const std::string>(std::move(bytes))});
  pages.pages.push_back({{points(100), points(100)}, {}, ""});
  pages.pages[0].items.push_back(page::Image{0, {{}, {}, points(50), points(50)}, 0, 0, 0, 0});
  return pages;
}

TEST(Picture, KindsByContent) {
  EXPECT_EQ(picture::kind_of(gif), Kind::gif);
  EXPECT_EQ(picture::kind_of(png_of(1, 1, 0)), Kind::png);
  EXPECT_EQ(picture::kind_of(jpeg_of(3, false)), Kind::jpeg);
  EXPECT_EQ(picture::kind_of("<?xml version='1.0'?><svg/>"), Kind::svg);
  EXPECT_EQ(picture::kind_of("\1\0\0\0"sv), Kind::unknown);
  EXPECT_EQ(picture::kind_of(""), Kind::unknown);
}

TEST(Picture, JpegHeader) {
  const auto jpeg = picture::read_jpeg(jpeg_of(4, true));
  ASSERT_TRUE(jpeg);
  EXPECT_EQ(jpeg->width, 32U);
  EXPECT_EQ(jpeg->height, 16U);
  EXPECT_TRUE(jpeg->inverted);
  EXPECT_FALSE(picture::read_jpeg(jpeg_of(4, false))->inverted);
  EXPECT_FALSE(picture::read_jpeg(jpeg_of(2, false)));
}

TEST(Picture, GifPixels) {
  const auto bitmap = picture::decode_gif(gif, 100);
  ASSERT_TRUE(bitmap);
  EXPECT_EQ(bitmap->width, 2U);
  ASSERT_EQ(bitmap->pixels.size(), 16U);
  EXPECT_FALSE(picture::decode_gif(gif, 3)); // too large for its limit
}

TEST(Picture, DamageNeverCrashes) {
  for (const std::string& whole : {gif, png_of(3, 3, 2), png_of(3, 3, 6), jpeg_of(3, true)}) {
    for (std::size_t length = 0; length <= whole.size(); ++length) {
      Diagnostics diagnostics;
      EXPECT_FALSE(pdf(page_with(whole.substr(0, length)), {}, diagnostics).empty());
    }
    for (std::size_t i = 0; i < whole.size(); ++i)
      for (const int bit : {1, 0x10, 0x80, 0xff}) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ bit);
        Diagnostics diagnostics;
        try {
          pdf(page_with(damaged), {}, diagnostics);
        } catch (const Failure& failure) {
          EXPECT_EQ(failure.diagnostic().code, "limit-image-pixels");
        }
      }
  }
}

TEST(Picture, HugeIsAFailureUnknownANotice) {
  Diagnostics diagnostics;
  EXPECT_THROW(pdf(page_with(png_of(100'000, 100'000, 2)), {}, diagnostics), Failure);
  pdf(page_with("what is this"), {}, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].code, "picture-unsupported");
}

TEST(Picture, DamagedPixelsAreDrawnAsABox) {
  Diagnostics diagnostics;
  EXPECT_FALSE(png(page_with(jpeg_of(3, false)), 0, {}, diagnostics).empty());
  EXPECT_FALSE(png(page_with(png_of(2, 2, 6)), 0, {}, diagnostics).empty());
}

} // namespace
} // namespace saraban::render
