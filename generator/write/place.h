#pragma once

#include <string>

namespace lamppost {

/// Where a run writes: the output folder, and beside it, on the same file system, lamppost's own
/// folder for what is being prepared and what is remembered.
struct OutputPlace {
  std::string output;    ///< `public`
  std::string memory;    ///< `.lamppost/public`: holds the following
  std::string staging;   ///< `.lamppost/public/staging`: exists only during a run
  std::string manifest;  ///< `.lamppost/public/manifest`
  std::string parts;     ///< `.lamppost/public/parts`
  std::string lock;      ///< `.lamppost/public/lock`
  std::string snapshot;  ///< `.lamppost/public/snapshot`
};

/// The place for an output folder; touches nothing.
[[nodiscard]] OutputPlace output_place(const std::string& output);

}  // namespace lamppost
