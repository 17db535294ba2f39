#include "model/address.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace lamppost {
namespace {

std::string in_folder(std::string_view prefix, std::string_view folder, std::string_view slug) {
  std::string address;
  address.reserve(prefix.size() + folder.size() + slug.size() + 1);
  address.append(prefix).append(folder).append(slug).append("/");
  return address;
}

/// By byte, RFC 3986: what may stand in a path as it is (pchar and `/`).
constexpr std::array<bool, 256> path_characters = [] {
  std::array<bool, 256> stand{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789-._~!$&'()*+,;=:@/")) {
    stand[static_cast<unsigned char>(c)] = true;
  }
  return stand;
}();

bool stands_for_itself(char c) { return path_characters[static_cast<unsigned char>(c)]; }

void append_encoded(std::string& encoded, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  encoded += '%';
  encoded += digits[byte >> 4U];
  encoded += digits[byte & 15U];
}

/// A page's address ends in `/`, so `/?` begins a query; any other `?` belongs to a file's name.
void append_percent_encoded(std::string& encoded, std::string_view address) {
  // Nearly all of them are written with plain letters.
  if (std::ranges::all_of(address, stands_for_itself)) {
    encoded += address;
    return;
  }
  const std::size_t fragment = address.find('#');
  const std::size_t query = address.substr(0, fragment).find("/?");
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool is_separator = i == fragment || (address[i] == '?' && i > std::min(query, fragment));
    if (is_separator || stands_for_itself(address[i])) {
      encoded += address[i];
    } else {
      append_encoded(encoded, address[i]);
    }
  }
}

std::string_view without_leading_slash(std::string_view address) {
  return address.starts_with('/') ? address.substr(1) : address;
}

}  // namespace

std::string home_address(std::string_view prefix) { return std::string(prefix) + '/'; }

std::string cluster_address(std::string_view prefix, std::string_view slug) {
  return in_folder(prefix, "/clusters/", slug);
}

std::string initiative_address(std::string_view prefix, std::string_view slug) {
  return in_folder(prefix, "/initiatives/", slug);
}

std::string topic_address(std::string_view prefix, std::string_view slug) {
  return in_folder(prefix, "/topics/", slug);
}

std::string country_address(std::string_view prefix, std::string_view slug) {
  return in_folder(prefix, "/countries/", slug);
}

std::string project_address(std::string_view prefix, std::string_view slug) {
  return in_folder(prefix, "/projects/", slug);
}

std::string changes_address(std::string_view prefix) { return std::string(prefix) + "/changes/"; }

std::string compare_address(std::string_view prefix) { return std::string(prefix) + "/compare/"; }

std::string statistics_address(std::string_view prefix) {
  return std::string(prefix) + "/statistics/";
}

std::string open_data_address(std::string_view prefix) { return std::string(prefix) + "/data/"; }

std::string contribute_address(std::string_view prefix) {
  return std::string(prefix) + "/contribute/";
}

std::string embed_address(std::string_view prefix, std::string_view cluster_slug) {
  return in_folder(prefix, "/embed/clusters/", cluster_slug);
}

std::string a_to_z_address(std::string_view prefix) {
  return std::string(prefix) + "/initiatives/";
}

std::string search_address(std::string_view prefix) { return std::string(prefix) + "/search/"; }

std::string free_page_address(std::string_view prefix, std::string_view slug) {
  return in_folder(prefix, "/", slug);
}

std::string list_page_address(std::string_view list, std::uint32_t page_number) {
  std::string address(list);
  if (page_number <= 1) return address;
  std::array<char, 10> digits{};
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), page_number);
  address.append("page/").append(digits.data(), end).append("/");
  return address;
}

std::string output_path(std::string_view address) {
  constexpr std::string_view of_folder = "index.html";
  const std::string_view name = without_leading_slash(address);
  std::string path;
  path.reserve(name.size() + of_folder.size());
  path += name;
  if (path.empty() || path.back() == '/') path += of_folder;
  return path;
}

std::string href(std::string_view base_path, std::string_view address) {
  std::string link;
  link.reserve(base_path.size() + address.size());
  link += base_path;
  append_percent_encoded(link, without_leading_slash(address));
  return link;
}

std::string absolute_url(std::string_view base_url, std::string_view address) {
  return href(base_url, address);
}

std::span<const std::string_view> reserved_names() {
  // Some are not used yet: a page that took one today would have to move tomorrow.
  static constexpr std::array<std::string_view, 15> names = {
      "404",         "changes", "clusters", "compare", "contribute", "countries",  "data",  "embed",
      "initiatives", "page",    "projects", "schema",  "search",     "statistics", "topics"};
  return names;
}

}  // namespace lamppost
