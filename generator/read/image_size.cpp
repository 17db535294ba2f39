#include "read/image_size.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace lamppost {
namespace {

/// Numbers in a file's bytes. Past the end everything is 0, which no size is.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint32_t u8(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0;
  }
  [[nodiscard]] std::uint32_t big16(std::size_t at) const { return u8(at) << 8U | u8(at + 1); }
  [[nodiscard]] std::uint32_t big32(std::size_t at) const {
    return big16(at) << 16U | big16(at + 2);
  }
  [[nodiscard]] std::uint32_t little16(std::size_t at) const { return u8(at) | u8(at + 1) << 8U; }
  [[nodiscard]] std::uint32_t little24(std::size_t at) const {
    return little16(at) | u8(at + 2) << 16U;
  }
  [[nodiscard]] bool has(std::size_t at, std::string_view text) const {
    return at <= bytes_.size() && bytes_.substr(at, text.size()) == text;
  }
  [[nodiscard]] bool covers(std::size_t end) const { return end <= bytes_.size(); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

std::optional<PixelSize> size_of(std::uint32_t width, std::uint32_t height) {
  constexpr std::uint32_t largest = 1U << 24U;  // more is damage: no format's pictures get there
  if (width == 0 || height == 0 || width > largest || height > largest) return std::nullopt;
  return PixelSize{width, height};
}

/// PNG, section 11.2.2: IHDR is the first chunk.
std::optional<PixelSize> png_size(const Bytes& bytes) {
  if (!bytes.covers(24) || !bytes.has(12, "IHDR")) return std::nullopt;
  return size_of(bytes.big32(16), bytes.big32(20));
}

/// GIF89a, section 18: the logical screen.
std::optional<PixelSize> gif_size(const Bytes& bytes) {
  if (!bytes.covers(10)) return std::nullopt;
  return size_of(bytes.little16(6), bytes.little16(8));
}

bool is_start_of_frame(std::uint32_t marker) {
  const bool is_other = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;  // DHT, JPG, DAC
  return marker >= 0xC0 && marker <= 0xCF && !is_other;
}

/// JPEG (ITU T.81, annex B): segments up to the one that begins the frame.
std::optional<PixelSize> jpeg_size(const Bytes& bytes) {
  std::size_t at = 2;
  while (bytes.covers(at + 4)) {
    if (bytes.u8(at) != 0xFF) return std::nullopt;
    const std::uint32_t marker = bytes.u8(at + 1);
    if (marker == 0xFF) {  // a byte of padding
      ++at;
      continue;
    }
    if (is_start_of_frame(marker)) {
      if (!bytes.covers(at + 9)) return std::nullopt;
      return size_of(bytes.big16(at + 7), bytes.big16(at + 5));
    }
    const std::uint32_t length = bytes.big16(at + 2);
    const bool has_ended = marker == 0xD9 || marker == 0xDA;  // EOI, SOS: no frame before the data
    if (has_ended || length < 2) return std::nullopt;
    at += 2 + length;
  }
  return std::nullopt;
}

/// WebP container specification: the first chunk is VP8, VP8L or VP8X.
std::optional<PixelSize> webp_size(const Bytes& bytes) {
  if (bytes.has(12, "VP8X") && bytes.covers(30)) {
    return size_of(bytes.little24(24) + 1, bytes.little24(27) + 1);
  }
  if (bytes.has(12, "VP8L") && bytes.covers(25) && bytes.u8(20) == 0x2F) {
    const std::uint32_t bits = bytes.little16(21) | bytes.little16(23) << 16U;
    return size_of((bits & 0x3FFFU) + 1, (bits >> 14U & 0x3FFFU) + 1);
  }
  if (bytes.has(12, "VP8 ") && bytes.covers(30) && bytes.has(23, "\x9D\x01\x2A")) {
    return size_of(bytes.little16(26) & 0x3FFFU, bytes.little16(28) & 0x3FFFU);
  }
  return std::nullopt;
}

/// A box of ISO/IEC 14496-12.
struct Box {
  std::size_t content = 0;
  std::size_t end = 0;
};

/// The first box of that type between two places.
std::optional<Box> find_box(const Bytes& bytes, std::size_t at, std::size_t end,
                            std::string_view type) {
  while (at + 8 <= end) {
    std::size_t header = 8;
    std::uint64_t length = bytes.big32(at);
    if (length == 1) {
      header = 16;
      length = std::uint64_t{bytes.big32(at + 8)} << 32U | bytes.big32(at + 12);
    }
    if (length == 0) length = end - at;  // up to the end of the file
    if (length < header) return std::nullopt;
    const std::size_t box_end =
        at + static_cast<std::size_t>(std::min<std::uint64_t>(length, end - at));
    if (bytes.has(at + 4, type)) return Box{at + header, box_end};
    at = box_end;
  }
  return std::nullopt;
}

/// AVIF: `ispe` in meta/iprp/ipco. A picture in tiles has one for each tile too; the picture's own
/// is the largest.
std::optional<PixelSize> avif_size(const Bytes& bytes) {
  const auto meta = find_box(bytes, 0, bytes.size(), "meta");
  if (!meta) return std::nullopt;
  const auto properties = find_box(bytes, meta->content + 4, meta->end, "iprp");
  if (!properties) return std::nullopt;
  const auto container = find_box(bytes, properties->content, properties->end, "ipco");
  if (!container) return std::nullopt;
  std::optional<PixelSize> largest;
  std::size_t at = container->content;
  while (const auto box = find_box(bytes, at, container->end, "ispe")) {
    const bool is_whole = box->content + 12 <= box->end && bytes.covers(box->content + 12);
    const auto size = is_whole
                          ? size_of(bytes.big32(box->content + 4), bytes.big32(box->content + 8))
                          : std::nullopt;
    if (size && (!largest || std::uint64_t{size->width} * size->height >
                                 std::uint64_t{largest->width} * largest->height)) {
      largest = size;
    }
    at = box->end;
  }
  return largest;
}

}  // namespace

std::optional<PixelSize> image_size(std::string_view bytes) {
  const Bytes file(bytes);
  if (file.has(0, "\x89PNG\r\n\x1A\n")) return png_size(file);
  if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) return gif_size(file);
  if (file.has(0, "\xFF\xD8\xFF")) return jpeg_size(file);
  if (file.has(0, "RIFF") && file.has(8, "WEBP")) return webp_size(file);
  if (file.has(4, "ftypavif") || file.has(4, "ftypavis") || file.has(4, "ftypmif1")) {
    return avif_size(file);
  }
  return std::nullopt;
}

}  // namespace lamppost
