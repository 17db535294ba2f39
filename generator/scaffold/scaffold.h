#pragma once

#include <cstdint>
#include <optional>
#include <span>
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

/// Why a page can't be made: what is wrong, and what to write instead (may be empty).
struct Refusal {
  std::string message;
  std::string help;

  friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// What became of a page: the path of its file, or why there is none.
struct NewPageResult {
  std::optional<std::string> file;
  Refusal refusal;
};

/// The slug the page will have: the one asked for, else the title's (at most 80 characters, cut
/// between words). Empty where the title has no letter or digit that an address could hold.
[[nodiscard]] std::string slug_of(const NewPage& page);

/// What is wrong with the request, if anything is. `clusters` are the slugs of those that exist.
[[nodiscard]] std::optional<Refusal> refusal_of(const NewPage& page,
                                                std::span<const std::string> clusters);

/// The text of a page that `check` finds no mistake in, only texts that wait to be written: the
/// required keys filled in, every optional key as a comment with its meaning and an example, an
/// outline of the body.
[[nodiscard]] std::string page_text(const NewPage& page);

/// Writes the page as `<content folder>/<initiatives or clusters>/<slug>.md`, making folders that
/// are missing. Never overwrites, never writes through a symbolic link below the content folder.
/// Throws MachineError where the disk fails; then no half-written file is left.
[[nodiscard]] NewPageResult create_page(const std::string& content_folder, const NewPage& page,
                                        std::span<const std::string> clusters);

}  // namespace lamppost
