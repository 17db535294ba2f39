#pragma once

#include <optional>
#include <span>
#include <string>

#include "scaffold/page_text.h"

namespace lamppost {

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

/// What is wrong with the request, if anything is. `clusters` are the slugs of those that exist.
[[nodiscard]] std::optional<Refusal> refusal_of(const NewPage& page,
                                                std::span<const std::string> clusters);

/// Writes the page as `<content folder>/<initiatives or clusters>/<slug>.md`, making folders that
/// are missing. Never overwrites, never writes through a symbolic link below the content folder.
/// Throws MachineError where the disk fails; then no half-written file is left.
[[nodiscard]] NewPageResult create_page(const std::string& content_folder, const NewPage& page,
                                        std::span<const std::string> clusters);

}  // namespace lamppost
