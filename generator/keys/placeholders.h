#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace lamppost {

// What a new page says until somebody writes something else: `lamppost new` writes it, and nobody
// means it.

inline constexpr std::string_view prompt_for_initiative =
    "Say in two or three short paragraphs what the initiative wants to change, for whom, and why "
    "now. Write as you would tell a neighbour who has never heard of it.";
inline constexpr std::string_view prompt_for_cluster =
    "Say in two or three short paragraphs what the initiatives of this cluster have in common and "
    "what they want to change.";
inline constexpr std::string_view prompt_for_result = "The first result, with its year";
inline constexpr std::string_view prompt_for_joining = "Say who can join, and how to get in touch.";

/// A piece of a text, in bytes.
struct TextPiece {
  std::size_t begin = 0;
  std::size_t size = 0;

  friend bool operator==(const TextPiece&, const TextPiece&) = default;
};

/// The next piece from `from` on that only holds a place until the text is written: lorem ipsum,
/// `TODO` and the like in capitals among other words, "your title here", what a new page says. One
/// pass over the text.
[[nodiscard]] std::optional<TextPiece> placeholder_in(std::string_view text, std::size_t from = 0);

/// Whether a text as a whole says nothing: `…`, `-`, `n/a`.
[[nodiscard]] bool says_nothing(std::string_view text);

}  // namespace lamppost
