#include "write/manifest.h"

#include <boost/filesystem/fstream.hpp>
#include <boost/filesystem/operations.hpp>
#include <string_view>

#include "diagnostics/machine_error.h"

namespace lamppost {
namespace {

namespace fs = boost::filesystem;

constexpr std::string_view first_line = "lamppost manifest 1";
constexpr std::string_view last_line = "end";

}  // namespace

Manifest read_manifest(const std::string& file) {
  fs::ifstream in(file, std::ios::binary);
  std::string line;
  if (!std::getline(in, line) || line != first_line) return {};
  Manifest manifest;
  while (std::getline(in, line)) {
    if (line == last_line) return manifest;
    manifest.insert(line);
  }
  return {};  // cut off: what it says can't be trusted
}

void write_manifest(const std::string& file, const Manifest& manifest) {
  const std::string temporary = file + ".new";
  {
    fs::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out << first_line << '\n';
    for (const std::string& path : manifest) out << path << '\n';
    out << last_line << '\n';
    out.flush();
    if (!out) throw MachineError(temporary, "can't be written");
  }
  boost::system::error_code error;
  fs::rename(temporary, file, error);
  if (error) throw MachineError(file, error.message());
}

}  // namespace lamppost
