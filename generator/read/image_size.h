#pragma once

#include <optional>
#include <string_view>

#include "model/asset.h"

namespace lamppost {

/// The size a picture's header states: PNG, JPEG (with EXIF orientation left to the browser), GIF,
/// WebP (VP8, VP8L, VP8X) and AVIF (`ispe`). `bytes` is the file or its beginning (64 KiB is
/// usually enough; a JPEG with large metadata may need more). Nothing for anything else or damaged.
[[nodiscard]] std::optional<PixelSize> image_size(std::string_view bytes);

}  // namespace lamppost
