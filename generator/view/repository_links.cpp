#include "view/repository_links.h"

#include <string_view>

#include "model/address.h"

namespace lamppost {
namespace {

std::string without_last_slash(std::string url) {
  if (!url.empty() && url.back() == '/') url.pop_back();
  return url;
}

/// GitLab puts `/-/` before what belongs to the repository itself.
bool is_gitlab(const std::string& url) { return url.find("gitlab") != std::string::npos; }

/// A value of a query: all but the unreserved characters of RFC 3986 percent-encoded.
std::string query_value(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (const char byte : text) {
    if (plain.find(byte) != std::string_view::npos) {
      encoded += byte;
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    encoded += '%';
    encoded += digits[value >> 4U];
    encoded += digits[value & 15U];
  }
  return encoded;
}

std::string new_page_address(const Repository& repository) {
  return without_last_slash(repository.url) + (is_gitlab(repository.url) ? "/-/new" : "/new") +
         href("/", "/" + repository.branch);
}

}  // namespace

std::string edit_link(const Repository& repository, const Origin* origin) {
  if (repository.url.empty() || origin == nullptr || origin->path.empty()) return {};
  const std::string edit = is_gitlab(repository.url) ? "/-/edit" : "/edit";
  const std::string path = "/" + repository.branch + "/" + repository.content + "/" + origin->path;
  return without_last_slash(repository.url) + edit + href("/", path);
}

std::string report_link(const Repository& repository, const std::string& title,
                        const std::string& url) {
  if (repository.url.empty()) return {};
  const bool is_other = is_gitlab(repository.url);
  const std::string form = is_other ? "/-/issues/new?issue%5Btitle%5D=" : "/issues/new?title=";
  const std::string text = is_other ? "&issue%5Bdescription%5D=" : "&body=";
  return without_last_slash(repository.url) + form + query_value(title) + text + query_value(url);
}

std::string forge_name(const Repository& repository) {
  std::string_view host = repository.url;
  const auto scheme = host.find("://");
  if (scheme != std::string_view::npos) host.remove_prefix(scheme + 3);
  host = host.substr(0, host.find('/'));
  if (host == "github.com") return "GitHub";
  return host == "gitlab.com" ? "GitLab" : std::string(host);
}

std::string new_page_link(const Repository& repository, const std::string& folder) {
  if (repository.url.empty()) return {};
  return new_page_address(repository) + href("/", "/" + repository.content + "/" + folder);
}

std::string filled_in_page_link(const Repository& repository, const std::string& folder) {
  if (repository.url.empty()) return {};
  if (is_gitlab(repository.url))
    return new_page_link(repository, folder) + "?file_name={file}&content={text}";
  const std::string path = query_value(repository.content + "/" + folder + "/");
  return new_page_address(repository) + "?filename=" + path + "{file}&value={text}";
}

}  // namespace lamppost
