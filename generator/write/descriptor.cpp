#include "write/descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include "diagnostics/machine_error.h"

namespace lamppost {

Descriptor::~Descriptor() {
  if (is_open()) ::close(number_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

int Descriptor::close_now() {
  // It is closed whatever the answer, an interruption too (so Linux has it): never tried again.
  return ::close(std::exchange(number_, -1)) == 0 || errno == EINTR ? 0 : errno;
}

void fail_with(const std::string& path, int error) {
  throw MachineError(path, std::generic_category().message(error));
}

Descriptor open_to_read(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) fail_with(path, errno);
  return file;
}

std::size_t read_some(const Descriptor& file, char* to, std::size_t most,
                      const std::string& shown) {
  for (;;) {
    const ::ssize_t count = ::read(file.number(), to, most);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) fail_with(shown, errno);
  }
}

void write_all(const Descriptor& file, std::string_view bytes, const std::string& shown) {
  while (!bytes.empty()) {
    const ::ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) fail_with(shown, errno);
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace lamppost
