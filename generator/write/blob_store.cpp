#include "write/blob_store.h"

#include <cassert>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "write/folders.h"

namespace lamppost {
namespace {

Descriptor open_store(const std::string& file, BlobStore::Access access) {
  if (access == BlobStore::Access::read) {
    return Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  }
  make_folders(file.substr(0, file.rfind('/')));
  Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, for_its_owner));
  if (!descriptor.is_open()) fail_with(file, errno);
  return descriptor;
}

}  // namespace

BlobStore::BlobStore(std::string file, Access access)
    : file_(std::move(file)), access_(access), descriptor_(open_store(file_, access)) {
  if (!descriptor_.is_open()) return;
  const off_t end = ::lseek(descriptor_.number(), 0, SEEK_END);
  if (end < 0) fail_with(file_, errno);
  size_ = static_cast<std::uint64_t>(end);
}

BlobPlace BlobStore::put(std::string_view blob) {
  assert(is_writable());
  const BlobPlace place{size_.fetch_add(blob.size()), blob.size(), hash128(blob)};
  for (std::uint64_t done = 0; done < blob.size();) {
    const ::ssize_t count = ::pwrite(descriptor_.number(), blob.data() + done, blob.size() - done,
                                     static_cast<off_t>(place.offset + done));
    if (count < 0 && errno != EINTR) fail_with(file_, errno);
    if (count > 0) done += static_cast<std::uint64_t>(count);
  }
  return place;
}

std::optional<std::string> BlobStore::get(const BlobPlace& place) const {
  if (place.size > size_ || place.offset > size_ - place.size) return std::nullopt;
  std::string blob(place.size, '\0');
  for (std::uint64_t done = 0; done < place.size;) {
    const ::ssize_t count = ::pread(descriptor_.number(), blob.data() + done, place.size - done,
                                    static_cast<off_t>(place.offset + done));
    if (count < 0 && errno != EINTR) fail_with(file_, errno);
    if (count == 0) return std::nullopt;
    if (count > 0) done += static_cast<std::uint64_t>(count);
  }
  if (hash128(blob) != place.hash) return std::nullopt;
  return blob;
}

}  // namespace lamppost
