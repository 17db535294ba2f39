#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace lamppost {

/// The size of a picture in CSS pixels, as its file's header says.
struct PixelSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;

  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// A file that is published as it is: a bundle's picture or document, a theme's static file.
struct Asset {
  std::string file;           ///< as shown to people, where it is read from
  std::string path;           ///< below its root: `initiatives/x/photo.jpg`, `static/logo.svg`
  std::string output_path;    ///< below the output folder: `initiatives/x/photo.jpg`
  std::uint64_t size = 0;     ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since the epoch
  std::optional<PixelSize> pixels;  ///< of a picture

  friend bool operator==(const Asset&, const Asset&) = default;
};

}  // namespace lamppost
