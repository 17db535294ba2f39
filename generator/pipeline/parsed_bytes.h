#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "model/content_hash.h"
#include "model/parsed_file.h"

namespace lamppost {

/// What `parse_file` makes of one file, as bytes; exact, and the same on every machine. The format
/// is in README.md here.
struct ParsedBytes {
  std::string head;   ///< all but what the others hold, with the diagnostics
  std::string given;  ///< `Origin::given`: needed of translations and their pages only
  std::string text;   ///< `Body::text`: most of the bytes, seldom needed

  friend bool operator==(const ParsedBytes&, const ParsedBytes&) = default;
};

[[nodiscard]] ParsedBytes encode(const ParsedFile& file, const Diagnostics& diagnostics);

/// The file without what was given and without its two texts; its diagnostics are added to the
/// others. Nothing where the bytes are damaged: no bytes do harm, and none ask for much more memory
/// than they take.
[[nodiscard]] std::optional<ParsedFile> decode_head(std::string_view head,
                                                    Diagnostics& diagnostics);

/// Puts what was given into the file that `decode_head` made of their head. False where the bytes
/// are damaged.
[[nodiscard]] bool decode_given(std::string_view given, ParsedFile& file);

/// Puts the texts into the body that `decode_head` made of their head. False, and the body as it
/// was, where they are damaged or those of another head, so that a link's gap would not lie in
/// them.
[[nodiscard]] bool decode_text(std::string_view text, Body& body);

/// What pages of other files may show of a file: all but its text, its links, and the places in it.
/// Equal hashes mean that they show the same.
[[nodiscard]] Hash128 hash_of_seen(const ParsedFile& file);

/// What a body's own pages show of it besides its text.
[[nodiscard]] Hash128 hash_of_links(const Body& body);

}  // namespace lamppost
