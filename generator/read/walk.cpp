#include "read/walk.h"

#include <algorithm>
#include <utility>

#include "read/file_types.h"
#include "read/image_size.h"

namespace lamppost {
namespace {

constexpr int deepest = 16;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Most headers lie in the first 64 KiB; a JPEG may have large metadata before its own.
std::optional<PixelSize> picture_size(const std::string& file) {
  constexpr std::size_t usual = 64UL * 1024;
  constexpr std::size_t large = 4UL * 1024 * 1024;
  const std::string beginning = read_bytes(file, usual);
  const auto size = image_size(beginning);
  if (size || beginning.size() < usual) return size;
  return image_size(read_bytes(file, large));
}

}  // namespace

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name == "README.md" || ends_with(name, "~") ||
         ends_with(name, ".swp") || ends_with(name, ".orig");
}

Place Place::at(std::string_view name) const {
  return {below(file, name), path.empty() ? std::string(name) : below(path, name), depth + 1};
}

std::vector<FolderEntry> Walk::entries(const Place& place) {
  if (place.depth > deepest) {
    report(Code::misplaced_file, place.file,
           "this folder lies more than " + std::to_string(deepest) + " folders deep",
           "move its files further up");
    return {};
  }
  std::vector<FolderEntry> entries = list_folder(place.file);
  const auto end = std::remove_if(
      entries.begin(), entries.end(),
      [this, &place](const FolderEntry& entry) { return !is_of_interest(place, entry); });
  entries.erase(end, entries.end());
  return entries;
}

bool Walk::is_of_interest(const Place& place, const FolderEntry& entry) {
  if (is_passed_over(entry.name)) return false;
  const auto refuse = [&](Code code, std::string message, std::string help) {
    report(code, below(place.file, shown_name(entry.name)), std::move(message), std::move(help));
    return false;
  };
  if (!is_plain_name(entry.name)) {
    return refuse(Code::bad_file_name, "this name holds bytes that are no text",
                  "rename it with the letters a to z, digits and hyphens");
  }
  if (entry.kind == EntryKind::symbolic_link) {
    return refuse(Code::symbolic_link, "this is a symbolic link, which is never followed",
                  "put the file or folder itself here");
  }
  if (entry.kind == EntryKind::special) {
    return refuse(Code::misplaced_file, "this is neither a file nor a folder",
                  "remove it: only files can be published");
  }
  return true;
}

void Walk::add(const Place& place, const FolderEntry& entry, SourceEntry found) {
  Place here = place.at(entry.name);
  found.file = std::move(here.file);
  found.path = std::move(here.path);
  found.size = entry.size;
  found.modified = entry.modified;
  found.inode = entry.inode;
  tree_.entries.push_back(std::move(found));
}

void Walk::add_asset(const Place& place, const FolderEntry& entry, std::string output_path) {
  const Place here = place.at(entry.name);
  Asset asset{here.file, here.path, std::move(output_path), entry.size, entry.modified, {}};
  if (is_picture(ending_of(entry.name))) asset.pixels = picture_size(here.file);
  tree_.assets.push_back(std::move(asset));
}

void Walk::report(Code code, const std::string& file, std::string message, std::string help) {
  diagnostics_.add({code, file, {}, std::move(message), std::move(help), {}, {}, false});
}

}  // namespace lamppost
