#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace lamppost {

/// The kinds of page that `lamppost new` makes.
enum class NewPageKind : std::uint8_t { initiative, cluster };

/// What the command line asks for.
struct NewPage {
  NewPageKind kind = NewPageKind::initiative;
  std::string title;
  std::string cluster;  ///< of an initiative
  std::string slug;     ///< empty: made from the title
};

/// More characters than that no name of a page's file is made with.
inline constexpr std::size_t longest_slug = 80;

/// The slug the page will have: the one asked for, else the title's (at most 80 characters, cut
/// between words). Empty where the title has no letter or digit that an address could hold.
[[nodiscard]] std::string slug_of(const NewPage& page);

/// The text of a page that `check` finds no mistake in, only texts that wait to be written: the
/// required keys filled in, every optional key as a comment with its meaning and an example, an
/// outline of the body.
[[nodiscard]] std::string page_text(const NewPage& page);

}  // namespace lamppost
