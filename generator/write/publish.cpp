#include "write/publish.h"

#include <algorithm>
#include <boost/filesystem/fstream.hpp>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/machine_error.h"
#include "write/manifest.h"

namespace lamppost {
namespace {

namespace fs = boost::filesystem;
using boost::system::error_code;

/// The first failure of a system call becomes a MachineError that names the path.
void require(const error_code& error, const fs::path& path) {
  if (error) throw MachineError(path.string(), error.message());
}

void make_folders(const fs::path& path) {
  error_code error;
  fs::create_directories(path, error);
  // Over an existing file, create_directories reports no error in some versions of the library.
  if (!error && !fs::is_directory(path))
    error = make_error_code(boost::system::errc::not_a_directory);
  require(error, path);
}

bool holds(const fs::path& path, const std::string& bytes) {
  error_code error;
  if (!fs::is_regular_file(fs::symlink_status(path, error))) return false;
  if (fs::file_size(path, error) != bytes.size() || error) return false;
  fs::ifstream in(path, std::ios::binary);
  return std::equal(std::istreambuf_iterator<char>(in), {}, bytes.begin(), bytes.end());
}

void write_file(const fs::path& path, const std::string& bytes) {
  errno = 0;
  fs::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out)
    throw MachineError(path.string(), errno != 0 ? std::strerror(errno) : "can't be written");
}

std::string read_bytes(const fs::path& path) {
  errno = 0;
  fs::ifstream in(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in.is_open() || in.bad()) {
    throw MachineError(path.string(), errno != 0 ? std::strerror(errno) : "can't be read");
  }
  return bytes;
}

/// Moves files in and out of the output folder and remembers each step, so that a failure half-way
/// can be undone.
class Exchange {
 public:
  explicit Exchange(const OutputPlace& place) : output_(place.output), old_(place.staging) {
    old_ /= "old";
    make_folders(old_);
  }

  void bring_in(const fs::path& prepared, const std::string& output_path) {
    const fs::path target = output_ / output_path;
    make_parents(target);
    set_aside(target);
    move(prepared, target);
  }

  void take_out(const std::string& output_path) {
    set_aside(output_ / output_path);
    emptied_.insert((output_ / output_path).parent_path());
  }

  /// Removes folders that the files taken out have left empty, up to the output folder.
  void remove_empty_folders() {
    for (fs::path folder : emptied_) {
      error_code error;
      while (folder != output_ && fs::remove(folder, error) && !error)
        folder = folder.parent_path();
    }
  }

  void undo() noexcept {
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
      error_code ignored;
      fs::rename(step->second, step->first, ignored);
    }
    for (auto folder = made_folders_.rbegin(); folder != made_folders_.rend(); ++folder) {
      error_code ignored;
      fs::remove(*folder, ignored);
    }
  }

 private:
  void move(const fs::path& from, const fs::path& to) {
    error_code error;
    fs::rename(from, to, error);
    require(error, to);
    steps_.emplace_back(from, to);
  }

  void set_aside(const fs::path& target) {
    error_code error;
    if (!fs::exists(fs::symlink_status(target, error))) return;
    if (fs::is_directory(fs::symlink_status(target, error)) && !fs::is_empty(target, error)) {
      throw MachineError(target.string(), "a folder stands where a file has to go");
    }
    move(target, old_ / std::to_string(steps_.size()));
  }

  void make_parents(const fs::path& target) {
    std::vector<fs::path> missing;
    error_code error;
    for (fs::path folder = target.parent_path(); !folder.empty() && !fs::exists(folder, error);
         folder = folder.parent_path()) {
      missing.push_back(folder);
    }
    for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
      fs::create_directory(*folder, error);
      require(error, *folder);
      made_folders_.push_back(*folder);
    }
  }

  fs::path output_;
  fs::path old_;
  std::vector<std::pair<fs::path, fs::path>> steps_;
  std::vector<fs::path> made_folders_;
  std::set<fs::path> emptied_;
};

/// What an earlier run made and this one did not; never anything outside the output folder.
std::vector<std::string> stale_files(const Manifest& before, const Manifest& now) {
  std::vector<std::string> stale;
  std::ranges::set_difference(before, now, std::back_inserter(stale));
  std::erase_if(stale, [](const std::string& path) {
    const fs::path parts(path);
    return path.empty() || parts.is_absolute() || std::ranges::find(parts, "..") != parts.end();
  });
  return stale;
}

WriteReport exchange(Exchange& exchange, std::span<const StagedFile> files,
                     const OutputPlace& place) {
  Manifest now;
  for (const StagedFile& file : files) now.insert(file.output_path);
  WriteReport report;
  // What has gone makes room first: a page `x` may have become a folder `x/`.
  for (const std::string& path : stale_files(read_manifest(place.manifest), now)) {
    exchange.take_out(path);
    ++report.removed;
  }
  exchange.remove_empty_folders();
  for (const StagedFile& file : files) {
    if (file.prepared.empty()) {
      ++report.kept;
    } else {
      exchange.bring_in(file.prepared, file.output_path);
      ++report.made;
    }
  }
  write_manifest(place.manifest, now);
  return report;
}

}  // namespace

OutputPlace output_place(const std::string& output) {
  fs::path folder;
  for (const fs::path& part : fs::path(output)) {
    if (part != ".") folder /= part;
  }
  const fs::path memory = folder.parent_path() / ".lamppost" / folder.filename();
  return {folder.string(), (memory / "staging").string(), (memory / "manifest").string()};
}

void open_staging(const OutputPlace& place) {
  discard_staging(place);
  make_folders(place.staging);
}

StagedFile stage(const Artifact& artifact, std::size_t number, const OutputPlace& place) {
  const std::string copied =
      artifact.copy_of.empty() ? std::string() : read_bytes(artifact.copy_of);
  const std::string& bytes = artifact.copy_of.empty() ? artifact.bytes : copied;
  if (holds(fs::path(place.output) / artifact.output_path, bytes))
    return {artifact.output_path, {}};
  const fs::path prepared = fs::path(place.staging) / std::to_string(number);
  write_file(prepared, bytes);
  return {artifact.output_path, prepared.string()};
}

WriteReport commit(std::span<const StagedFile> files, const OutputPlace& place) {
  Exchange files_moved(place);
  try {
    const WriteReport report = exchange(files_moved, files, place);
    make_folders(place.output);  // an empty site still has its folder
    discard_staging(place);
    return report;
  } catch (...) {
    files_moved.undo();
    discard_staging(place);
    throw;
  }
}

void discard_staging(const OutputPlace& place) noexcept {
  error_code ignored;
  fs::remove_all(place.staging, ignored);
}

}  // namespace lamppost
