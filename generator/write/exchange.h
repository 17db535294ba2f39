#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

#include "write/descriptor.h"
#include "write/folders.h"
#include "write/place.h"

namespace lamppost {

/// How a file takes another's place. Most file systems can swap two names in one step, so that
/// there is no moment without either; where they can't, the old one is set aside first.
enum class Replacing : std::uint8_t { in_one_step, in_two_steps };

/// Moves files in and out of the output folder and remembers each step, so that a failure half-way
/// can be undone. Paths are relative to the output folder, which need not exist yet.
class Exchange {
 public:
  /// `prepared` is the folder in which the files to bring in lie as they will in the output.
  Exchange(const OutputPlace& place, const std::string& prepared,
           Replacing replacing = Replacing::in_one_step);

  /// Takes out a file that is not part of the site any more, and the folders above it that are
  /// empty then. False where it is not there, or stands behind a symbolic link: then it is not
  /// ours. Throws MachineError.
  bool take_out(const std::string& path);

  /// Brings in all prepared files; `paths` names them in byte order. Folders that the output does
  /// not have are moved whole, and so is the site where there is no output. Throws MachineError,
  /// also where a folder stands in the way of a file or the other way round.
  void bring_in(std::span<const std::string_view> paths);

  /// Puts everything back as it was; false where that could not be done of everything.
  [[nodiscard]] bool undo() noexcept;

 private:
  enum class StepKind : std::uint8_t { came, swapped, set_aside, removed_folder, came_whole };

  struct Step {
    StepKind kind{};
    std::string path;
    mode_t mode = 0;         ///< of a removed folder
    std::size_t number = 0;  ///< of a file set aside: its name there
  };

  void bring_in_below(std::span<const std::string_view> paths, std::size_t depth);
  void bring_in_folder(const std::string& folder, std::span<const std::string_view> paths);
  void bring_in_file(const std::string& path);
  void move_in(const std::string& path);
  void swap_names(const std::string& path);
  void set_aside(const std::string& path);
  bool remove_if_empty(const std::string& folder);
  [[nodiscard]] std::string folder_on_the_way(const std::string& path);
  [[nodiscard]] bool undo(const Step& step) const noexcept;
  [[noreturn]] void fail(const std::string& path, const char* reason) const;
  [[noreturn]] void fail(const std::string& path, int error) const;

  std::string output_path_;
  std::string prepared_path_;
  Descriptor output_;  ///< not open where there is none yet
  Descriptor prepared_;
  Descriptor aside_;
  Replacing replacing_;
  std::vector<Step> steps_;
  std::string folder_seen_;  ///< the last found on the way: files of one folder come together
};

}  // namespace lamppost
