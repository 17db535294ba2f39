#include "read/image_size.h"

#include <string>

#include "support/catch.h"

using lamppost::image_size;
using lamppost::PixelSize;

namespace {

std::string big(std::uint32_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
  return text;
}

std::string little(std::uint32_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
  return text;
}

std::string png(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1A\n" + big(13, 4) + "IHDR" + big(width, 4) + big(height, 4);
}

std::string gif(std::uint32_t width, std::uint32_t height) {
  return "GIF89a" + little(width, 2) + little(height, 2) + std::string(3, '\0');
}

std::string jpeg(std::uint32_t metadata, int frame) {
  return "\xFF\xD8\xFF\xE1" + big(metadata + 2, 2) + std::string(metadata, 'x') + "\xFF\xFF" +
         static_cast<char>(frame) + big(17, 2) + big(8, 1) + big(300, 2) + big(400, 2);
}

std::string webp(const std::string& chunk) {
  return "RIFF" + little(100, 4) + "WEBP" + chunk + std::string(8, '\0');
}

std::string box(const std::string& type, const std::string& content) {
  return big(static_cast<std::uint32_t>(content.size() + 8), 4) + type + content;
}

std::string ispe(std::uint32_t width, std::uint32_t height) {
  return box("ispe", big(0, 4) + big(width, 4) + big(height, 4));
}

std::string avif(const std::string& properties) {
  return box("ftyp", "avif" + big(0, 4) + "mif1") +
         box("meta", big(0, 4) + box("hdlr", "pict") + box("iprp", box("ipco", properties)));
}

}  // namespace

TEST_CASE("the size of a picture is what its header says") {
  const PixelSize size{400, 300};
  CHECK(image_size(png(400, 300)) == size);
  CHECK(image_size(gif(400, 300)) == size);
  CHECK(image_size(jpeg(10, 0xC0)) == size);
  CHECK(image_size(jpeg(60000, 0xC2)) == size);
  CHECK(image_size(webp("VP8X" + little(10, 4) + little(0, 4) + little(399, 3) + little(299, 3))) ==
        size);
  CHECK(image_size(webp("VP8L" + little(10, 4) + "\x2F" + little(399U | 299U << 14U, 4))) == size);
  CHECK(image_size(webp("VP8 " + little(10, 4) + std::string(3, '\0') + "\x9D\x01\x2A" +
                        little(400, 2) + little(300 | 0x4000, 2))) == size);
  CHECK(image_size(avif(ispe(400, 300))) == size);
}

TEST_CASE("of the tiles of an AVIF and the whole the whole counts") {
  CHECK(image_size(avif(ispe(64, 64) + box("pixi", "x") + ispe(400, 300) + ispe(100, 1))) ==
        PixelSize{400, 300});
}

TEST_CASE("a header that is cut off at any byte has no size and does no harm") {
  for (const std::string& whole :
       {png(4, 3), gif(4, 3).substr(0, 10), jpeg(3, 0xC1), avif(ispe(4, 3)),
        webp("VP8X" + little(10, 4) + little(0, 4) + little(3, 3) + little(2, 3)).substr(0, 30),
        webp("VP8L" + little(10, 4) + "\x2F" + little(3U | 2U << 14U, 4)).substr(0, 25)}) {
    REQUIRE(image_size(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) {
      INFO(whole.substr(0, 12) << " cut at " << size);
      CHECK_FALSE(image_size(std::string_view(whole).substr(0, size)));
    }
  }
}

TEST_CASE("sizes that no picture has are none") {
  CHECK_FALSE(image_size(png(0, 3)));
  CHECK_FALSE(image_size(png(4, 0)));
  CHECK_FALSE(image_size(png(0xFFFFFFFF, 1)));
  CHECK_FALSE(image_size(gif(0, 0)));
  CHECK_FALSE(image_size(avif(ispe(0, 0))));
}

TEST_CASE("hostile lengths end the search") {
  CHECK_FALSE(image_size("\xFF\xD8\xFF\xE1" + big(0, 2) + std::string(100, '\xFF')));
  CHECK_FALSE(image_size("\xFF\xD8" + std::string(100000, '\xFF')));
  CHECK_FALSE(image_size("\xFF\xD8\xFF\xDA" + big(8, 2) + std::string(100, 'x')));
  CHECK_FALSE(image_size(big(0, 4) + "ftypavif" + std::string(100, '\0')));
  CHECK_FALSE(image_size(box("ftyp", "avif") + big(1, 4) + "meta" + std::string(8, '\xFF')));
  CHECK_FALSE(image_size(box("ftyp", "avif") + big(3, 4) + "meta" + std::string(100, 'x')));
}

TEST_CASE("anything else has no size") {
  CHECK_FALSE(image_size(""));
  CHECK_FALSE(image_size("<svg width='4' height='3'/>"));
  CHECK_FALSE(image_size("BM" + std::string(50, 'x')));
}
