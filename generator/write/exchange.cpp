#include "write/exchange.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagnostics/machine_error.h"

namespace lamppost {
namespace {

constexpr mode_t permission_bits = 07777;

std::size_t length_of_parent(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? 0 : slash;
}

}  // namespace

Exchange::Exchange(const OutputPlace& place, const std::string& prepared, Replacing replacing)
    : output_path_(place.output),
      prepared_path_(prepared),
      output_(open_folder_if_there(place.output)),
      prepared_(open_folder(prepared)),
      replacing_(replacing) {
  make_folders(place.staging + "/old");
  aside_ = open_folder(place.staging + "/old");
}

bool Exchange::take_out(const std::string& path) {
  if (!output_.is_open()) return false;
  std::string folder = folder_on_the_way(path);
  const bool is_reached = folder.size() == length_of_parent(path);
  const Occupant occupant =
      is_reached ? occupant_of(output_, path, output_path_) : Occupant::nothing;
  const bool is_there = occupant == Occupant::file || occupant == Occupant::other;
  if (is_there) set_aside(path);
  // Also where the file has gone before: a run that was killed may have come no further than that.
  while (!folder.empty() && remove_if_empty(folder)) folder.resize(length_of_parent(folder));
  return is_there;
}

void Exchange::bring_in(std::span<const std::string_view> paths) {
  if (output_.is_open()) return bring_in_below(paths, 0);
  if (std::rename(prepared_path_.c_str(), output_path_.c_str()) != 0)
    fail_with(output_path_, errno);
  steps_.push_back({StepKind::came_whole, {}});
}

void Exchange::bring_in_below(std::span<const std::string_view> paths, std::size_t depth) {
  while (!paths.empty()) {
    const std::string_view first = paths.front();
    const std::size_t slash = first.find('/', depth);
    std::size_t count = 1;
    if (slash == std::string_view::npos) {
      bring_in_file(std::string(first));
    } else {
      // In byte order, what lies in one folder stands together.
      const std::string_view beginning = first.substr(0, slash + 1);
      while (count < paths.size() && paths[count].starts_with(beginning)) ++count;
      bring_in_folder(std::string(first.substr(0, slash)), paths.first(count));
    }
    paths = paths.subspan(count);
  }
}

void Exchange::bring_in_folder(const std::string& folder, std::span<const std::string_view> paths) {
  switch (occupant_of(output_, folder, output_path_)) {
    case Occupant::nothing:
      return move_in(folder);
    case Occupant::folder:
      return bring_in_below(paths, folder.size() + 1);
    case Occupant::file:
      fail(folder, "a file stands where a folder has to go");
    case Occupant::other:
      fail(folder, "a symbolic link stands where a folder has to go");
  }
}

void Exchange::bring_in_file(const std::string& path) {
  const Occupant occupant = occupant_of(output_, path, output_path_);
  if (occupant == Occupant::file || occupant == Occupant::other) return swap_names(path);
  if (occupant == Occupant::folder && !remove_if_empty(path))
    fail(path, "a folder stands where a file has to go");
  move_in(path);
}

void Exchange::move_in(const std::string& path) {
  if (::renameat(prepared_.number(), path.c_str(), output_.number(), path.c_str()) != 0)
    fail(path, errno);
  steps_.push_back({StepKind::came, path});
}

void Exchange::swap_names(const std::string& path) {
  if (replacing_ == Replacing::in_one_step) {
    if (::renameat2(prepared_.number(), path.c_str(), output_.number(), path.c_str(),
                    RENAME_EXCHANGE) == 0) {
      steps_.push_back({StepKind::swapped, path});
      return;
    }
    if (errno != EINVAL && errno != ENOSYS) fail(path, errno);
    replacing_ = Replacing::in_two_steps;  // this file system, or this kernel, can't
  }
  set_aside(path);
  move_in(path);
}

void Exchange::set_aside(const std::string& path) {
  const std::size_t number = steps_.size();
  if (::renameat(output_.number(), path.c_str(), aside_.number(), std::to_string(number).c_str()) !=
      0)
    fail(path, errno);
  steps_.push_back({StepKind::set_aside, path, 0, number});
}

bool Exchange::remove_if_empty(const std::string& folder) {
  struct stat status = {};
  if (::fstatat(output_.number(), folder.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
    fail(folder, errno);
  if (::unlinkat(output_.number(), folder.c_str(), AT_REMOVEDIR) == 0) {
    steps_.push_back({StepKind::removed_folder, folder, status.st_mode & permission_bits});
    folder_seen_.clear();
    return true;
  }
  // A folder that is busy has something mounted on it.
  if (errno != ENOTEMPTY && errno != EEXIST && errno != EBUSY) fail(folder, errno);
  return false;
}

std::string Exchange::folder_on_the_way(const std::string& path) {
  const std::size_t parent = length_of_parent(path);
  if (path.compare(0, parent, folder_seen_) == 0) return folder_seen_;
  std::size_t reached = 0;
  while (reached < parent) {
    const std::size_t end = path.find('/', reached + 1);
    if (occupant_of(output_, path.substr(0, end), output_path_) != Occupant::folder) break;
    reached = end;
  }
  folder_seen_ = path.substr(0, reached);
  return folder_seen_;
}

bool Exchange::undo() noexcept {
  const auto undone = std::count_if(steps_.rbegin(), steps_.rend(),
                                    [this](const Step& step) { return undo(step); });
  return static_cast<std::size_t>(undone) == steps_.size();
}

bool Exchange::undo(const Step& step) const noexcept {
  const char* path = step.path.c_str();
  switch (step.kind) {
    case StepKind::came:
      return ::renameat(output_.number(), path, prepared_.number(), path) == 0;
    case StepKind::swapped:
      return ::renameat2(prepared_.number(), path, output_.number(), path, RENAME_EXCHANGE) == 0;
    case StepKind::set_aside:
      return ::renameat(aside_.number(), std::to_string(step.number).c_str(), output_.number(),
                        path) == 0;
    case StepKind::removed_folder:
      return ::mkdirat(output_.number(), path, step.mode) == 0 &&
             ::fchmodat(output_.number(), path, step.mode, 0) == 0;  // mkdirat heeds the umask
    case StepKind::came_whole:
      return std::rename(output_path_.c_str(), prepared_path_.c_str()) == 0;
  }
  return false;
}

void Exchange::fail(const std::string& path, const char* reason) const {
  throw MachineError(output_path_ + '/' + path, reason);
}

void Exchange::fail(const std::string& path, int error) const {
  fail_with(output_path_ + '/' + path, error);
}

}  // namespace lamppost
