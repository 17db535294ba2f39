#include "scaffold/content_files.h"

#include <boost/filesystem.hpp>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "diagnostics/machine_error.h"

namespace lamppost {
namespace {

namespace fs = boost::filesystem;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

[[noreturn]] void fail(const std::string& path, const std::error_code& reason) {
  throw MachineError(path, reason.message());
}

std::error_code last_error() { return {errno, std::system_category()}; }

fs::file_type type_of(const fs::path& path) {
  boost::system::error_code ignored;
  return fs::symlink_status(path, ignored).type();
}

bool is_there(const fs::path& path) {
  const fs::file_type type = type_of(path);
  return type != fs::file_not_found && type != fs::status_error;
}

/// The path of the same page in the other form: `x.md` and `x/index.md`, `x.fr.md` and
/// `x/index.fr.md`. Empty for the home page.
std::string other_form(const fs::path& path) {
  const fs::path folder = path.parent_path();
  if (folder.empty()) return {};
  const std::string name = path.filename().string();
  const std::size_t dot = name.find('.');
  const std::string stem = name.substr(0, dot);
  const bool is_bundle = stem == "index" && folder.has_parent_path();
  const fs::path other =
      is_bundle ? folder.parent_path() / (folder.filename().string() + name.substr(dot))
                : folder / stem / ("index" + name.substr(dot));
  return other.generic_string();
}

/// Writes files one by one, and takes them away again unless all could be written.
class Writing {
 public:
  explicit Writing(fs::path folder) : folder_(std::move(folder)) {}
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  Writing(Writing&&) = delete;
  Writing& operator=(Writing&&) = delete;
  ~Writing() {
    boost::system::error_code ignored;
    for (const fs::path& file : created_) fs::remove(file, ignored);
    for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder) {
      fs::remove(*folder, ignored);  // only if nothing is in it
    }
  }

  void write(const ContentFile& file, bool replaces) {
    const fs::path path = folder_ / file.path;
    make_folders(path.parent_path());
    const bool is_replaced = replaces && is_there(path);
    if (is_replaced && type_of(path) != fs::regular_file) refuse(path);
    const fs::path place =
        is_replaced ? path.parent_path() / ("." + path.filename().string() + ".new") : path;
    boost::system::error_code ignored;
    if (is_replaced) fs::remove(place, ignored);  // what a run that was killed left
    if (!create_file(place.string(), file.text)) {
      throw MachineError(place.generic_string(), "exists already");
    }
    created_.push_back(place);
    if (is_replaced) replacements_.emplace_back(place, path);
  }

  void keep() {
    for (const auto& [place, path] : replacements_) {
      boost::system::error_code error;
      fs::rename(place, path, error);
      if (error) throw MachineError(path.generic_string(), error.message());
    }
    created_.clear();
    folders_.clear();
  }

 private:
  [[noreturn]] static void refuse(const fs::path& path) {
    throw MachineError(path.generic_string(),
                       "is no plain file or folder, and nothing else is written through");
  }

  /// The content folder itself may be a link; nothing below it may.
  void make_folders(const fs::path& folder) {
    if (folder == folder_) {
      make_folder(folder);
      return;
    }
    make_folders(folder.parent_path());
    if (is_there(folder) && type_of(folder) != fs::directory_file) refuse(folder);
    make_folder(folder);
  }

  void make_folder(const fs::path& folder) {
    boost::system::error_code error;
    const bool is_new = fs::create_directories(folder, error);
    if (error) throw MachineError(folder.generic_string(), error.message());
    if (is_new) folders_.push_back(folder);
  }

  fs::path folder_;
  std::vector<fs::path> folders_;
  std::vector<fs::path> created_;
  std::vector<std::pair<fs::path, fs::path>> replacements_;  ///< where it lies, where it belongs
};

}  // namespace

bool create_file(const std::string& path, std::string_view bytes) {
  // Mode `x` (C11) neither overwrites nor follows a link.
  File file(std::fopen(path.c_str(), "wbx"), std::fclose);
  if (file == nullptr) {
    if (errno == EEXIST) return false;
    fail(path, last_error());
  }
  const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  std::error_code reason = last_error();
  const bool is_closed = std::fclose(file.release()) == 0;
  if (is_written && is_closed) return true;
  if (is_written) reason = last_error();
  boost::system::error_code ignored;
  fs::remove(path, ignored);
  fail(path, reason);
}

std::optional<std::string> file_in_place_of(const std::string& content_folder,
                                            const std::string& path) {
  const fs::path folder(content_folder);
  if (is_there(folder / path)) return path;
  const std::string other = other_form(path);
  if (!other.empty() && is_there(folder / other)) return other;
  return std::nullopt;
}

void write_content_files(const std::string& content_folder, std::span<const ContentFile> files,
                         bool replaces) {
  Writing writing(content_folder);
  for (const ContentFile& file : files) writing.write(file, replaces);
  writing.keep();
}

}  // namespace lamppost
