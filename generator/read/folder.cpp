#include "read/folder.h"

#include <algorithm>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "diagnostics/machine_error.h"
#include "diagnostics/source_text.h"

namespace lamppost {
namespace {

namespace filesystem = boost::filesystem;

[[noreturn]] void fail(const std::string& path, int error) {
  throw MachineError(path, std::generic_category().message(error));
}

EntryKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISDIR(mode)) return EntryKind::folder;
  return S_ISLNK(mode) ? EntryKind::symbolic_link : EntryKind::special;
}

/// A folder that is being listed; closed when it goes.
class OpenFolder {
 public:
  explicit OpenFolder(const std::string& path) : path_(path), stream_(::opendir(path.c_str())) {
    if (stream_ == nullptr) fail(path, errno);
  }
  ~OpenFolder() { ::closedir(stream_); }
  OpenFolder(const OpenFolder&) = delete;
  OpenFolder& operator=(const OpenFolder&) = delete;
  OpenFolder(OpenFolder&&) = delete;
  OpenFolder& operator=(OpenFolder&&) = delete;

  /// The next name; null after the last.
  [[nodiscard]] const char* next() const {
    errno = 0;
    const dirent* entry = ::readdir(stream_);  // NOLINT(concurrency-mt-unsafe): each has its own
    if (entry == nullptr && errno != 0) fail(path_, errno);
    return entry == nullptr ? nullptr : &entry->d_name[0];
  }

  [[nodiscard]] int descriptor() const { return ::dirfd(stream_); }

 private:
  const std::string& path_;
  DIR* stream_;
};

/// Nothing where the entry has gone since the folder was listed.
std::optional<FolderEntry> describe(const OpenFolder& folder, const std::string& path,
                                    const char* name) {
  // From the open folder: the kernel need not walk the path again for each of ten thousand files.
  struct stat status = {};
  if (::fstatat(folder.descriptor(), name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return std::nullopt;
    fail(below(path, name), errno);
  }
  constexpr std::int64_t nanoseconds = 1'000'000'000;
  return FolderEntry{name, kind_of(status.st_mode), static_cast<std::uint64_t>(status.st_size),
                     status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec,
                     static_cast<std::uint64_t>(status.st_ino)};
}

/// Closes a file when it goes.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {
    if (descriptor_ < 0) fail(path, errno);
  }
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  OpenFile(OpenFile&&) = delete;
  OpenFile& operator=(OpenFile&&) = delete;

  /// As far as the system knows it: 0 for what is no plain file.
  [[nodiscard]] std::size_t size() const {
    struct stat status = {};
    return ::fstat(descriptor_, &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
  }

  [[nodiscard]] ::ssize_t read(char* to, std::size_t most) const {
    return ::read(descriptor_, to, most);
  }

 private:
  int descriptor_;
};

}  // namespace

std::vector<FolderEntry> list_folder(const std::string& path) {
  std::vector<FolderEntry> entries;
  const OpenFolder folder(path);
  while (const char* name = folder.next()) {
    if (std::string_view(name) == "." || std::string_view(name) == "..") continue;
    auto described = describe(folder, path, name);
    if (described) entries.push_back(*std::move(described));
  }
  std::sort(entries.begin(), entries.end(),
            [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
  return entries;
}

bool is_folder(const std::string& path) {
  boost::system::error_code ignored;
  return filesystem::is_directory(path, ignored);
}

std::string read_bytes(const std::string& path, std::size_t most) {
  constexpr std::size_t step = 64UL * 1024;
  const OpenFile file(path);
  std::string bytes(std::min(most, file.size() + 1), '\0');  // one more, to see its end
  std::size_t size = 0;
  while (size < most) {
    if (size == bytes.size()) bytes.resize(std::min(most, size + step));  // it has grown
    const ::ssize_t count = file.read(bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(path, errno);
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  bytes.resize(size);
  return bytes;
}

bool is_plain_name(std::string_view name) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return first_invalid_utf8(name) == std::string_view::npos &&
         std::none_of(name.begin(), name.end(), is_control);
}

std::string shown_name(std::string_view name) {
  if (is_plain_name(name)) return std::string(name);
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string shown;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      shown += c;
    } else {
      ((shown += "\\x") += digits[byte >> 4U]) += digits[byte & 0x0FU];
    }
  }
  return shown;
}

std::string below(std::string_view path, std::string_view name) {
  std::string joined;
  joined.reserve(path.size() + 1 + name.size());
  joined += path;
  if (!joined.empty() && joined.back() != '/') joined += '/';
  joined += name;
  return joined;
}

}  // namespace lamppost
