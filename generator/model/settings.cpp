#include "model/settings.h"

namespace lamppost {

std::string base_path(const std::string& base_url) {
  const std::size_t scheme = base_url.find("://");
  const std::size_t host = scheme == std::string::npos ? 0 : scheme + 3;
  const std::size_t path = base_url.find('/', host);
  if (path == std::string::npos) return "/";
  std::string result = base_url.substr(path, base_url.find_first_of("?#", path) - path);
  if (result.back() != '/') result += '/';
  return result;
}

}  // namespace lamppost
