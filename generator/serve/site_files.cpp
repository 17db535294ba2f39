#include "serve/site_files.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "diagnostics/machine_error.h"
#include "read/file_types.h"

namespace lamppost {
namespace {

constexpr int to_walk_through = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
/// Not to wait for who writes to a pipe.
constexpr int to_look_at = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

bool leads_down(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && name.find('\0') == std::string_view::npos;
}

FoundFile look_at(const Descriptor& folder, const std::string& name) {
  FoundFile found;
  Descriptor file(::openat(folder.number(), name.c_str(), to_look_at));
  struct stat status = {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) return found;
  found.is_folder = S_ISDIR(status.st_mode);
  if (!S_ISREG(status.st_mode)) return found;
  found.size = static_cast<std::uint64_t>(status.st_size);
  found.file = std::move(file);
  return found;
}

struct TypeOfEnding {
  std::string_view ending;
  std::string_view type;
};

constexpr std::array<TypeOfEnding, 38> types = {{
    {"html", "text/html; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"json", "application/json"},
    {"jsonld", "application/ld+json"},
    {"geojson", "application/geo+json"},
    {"webmanifest", "application/manifest+json"},
    {"xml", "application/xml; charset=utf-8"},
    {"ttl", "text/turtle; charset=utf-8"},
    {"txt", "text/plain; charset=utf-8"},
    {"md", "text/markdown; charset=utf-8"},
    {"toml", "text/plain; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"tsv", "text/tab-separated-values; charset=utf-8"},
    {"vtt", "text/vtt; charset=utf-8"},
    {"yml", "text/plain; charset=utf-8"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"avif", "image/avif"},
    {"ico", "image/x-icon"},
    {"woff", "font/woff"},
    {"woff2", "font/woff2"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
    {"webm", "video/webm"},
    {"pdf", "application/pdf"},
    {"zip", "application/zip"},
    {"epub", "application/epub+zip"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
}};

}  // namespace

FoundFile find_file(const std::string& folder, const std::string& path) {
  Descriptor here(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  std::string_view rest = path;
  while (here.is_open()) {
    const std::size_t slash = rest.find('/');
    const std::string name(rest.substr(0, slash));
    if (slash == std::string_view::npos) {
      if (rest.empty()) return look_at(here, "index.html");
      return leads_down(name) ? look_at(here, name) : FoundFile();
    }
    if (!leads_down(name)) return {};
    here = Descriptor(::openat(here.number(), name.c_str(), to_walk_through));
    rest.remove_prefix(slash + 1);
  }
  return {};
}

std::string bytes_of(const FoundFile& found) {
  std::string bytes(found.size, '\0');
  std::size_t size = 0;
  try {
    while (size < bytes.size()) {
      const std::size_t got =
          read_some(found.file, bytes.data() + size, bytes.size() - size, "a page");
      if (got == 0) break;
      size += got;
    }
  } catch (const MachineError&) {
    size = 0;  // a disk that fails: the rest would be guessed
  }
  bytes.resize(size);
  return bytes;
}

std::string content_type(const std::string& path) {
  const std::string ending = ending_of(path.substr(path.rfind('/') + 1));
  const auto* const found = std::find_if(
      types.begin(), types.end(), [&](const TypeOfEnding& type) { return type.ending == ending; });
  return std::string(found == types.end() ? "application/octet-stream" : found->type);
}

}  // namespace lamppost
