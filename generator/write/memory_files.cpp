#include "write/memory_files.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagnostics/machine_error.h"
#include "write/descriptor.h"

namespace lamppost {
namespace {

void write_new(const std::string& file, std::string_view bytes) {
  Descriptor descriptor(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, for_its_owner));
  if (!descriptor.is_open()) fail_with(file, errno);
  write_all(descriptor, bytes, file);
  if (const int error = descriptor.close_now(); error != 0) fail_with(file, error);
}

}  // namespace

std::optional<std::string> bytes_if_there(const std::string& file) {
  try {
    const Descriptor descriptor = open_to_read(file);
    struct stat status = {};
    if (::fstat(descriptor.number(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
      const std::size_t count =
          read_some(descriptor, bytes.data() + size, bytes.size() - size, file);
      if (count == 0) return std::nullopt;
      size += count;
    }
    return bytes;
  } catch (const MachineError&) {
    return std::nullopt;
  }
}

void replace_file(const std::string& file, std::string_view bytes) {
  const std::string unfinished = file + ".new";
  try {
    write_new(unfinished, bytes);
    if (std::rename(unfinished.c_str(), file.c_str()) != 0) fail_with(file, errno);
  } catch (const MachineError&) {
    remove_file(unfinished);
    throw;
  }
}

std::int64_t file_system_time(const std::string& file) {
  struct stat status = {};
  if (::utimensat(AT_FDCWD, file.c_str(), nullptr, 0) != 0 || ::stat(file.c_str(), &status) != 0) {
    fail_with(file, errno);
  }
  constexpr std::int64_t nanoseconds = 1'000'000'000;
  return status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec;
}

void remove_file(const std::string& file) { ::unlink(file.c_str()); }

}  // namespace lamppost
