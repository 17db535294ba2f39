#include "scaffold/scaffold.h"

#include <algorithm>
#include <boost/filesystem.hpp>
#include <string_view>

#include "diagnostics/machine_error.h"
#include "diagnostics/source_text.h"
#include "diagnostics/suggest.h"
#include "model/slug.h"
#include "scaffold/content_files.h"

namespace lamppost {

namespace {

namespace fs = boost::filesystem;

std::string_view folder_of(NewPageKind kind) {
  return kind == NewPageKind::cluster ? "clusters" : "initiatives";
}

// --- what is asked for ---

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

std::optional<Refusal> refused_title(const std::string& title) {
  if (title.find_first_not_of(' ') == std::string::npos) {
    return Refusal{"the title is empty", "write it between quotation marks: \"Humble Lamppost\""};
  }
  if (first_invalid_utf8(title) != std::string_view::npos) {
    return Refusal{"the title is not UTF-8", "use a terminal whose language setting is UTF-8"};
  }
  if (std::ranges::any_of(title, is_control)) {
    return Refusal{"the title has a control character in it", "write it on one line"};
  }
  return std::nullopt;
}

std::optional<Refusal> refused_slug(const NewPage& page) {
  if (page.slug.empty()) {
    if (!slug_of(page).empty()) return std::nullopt;
    return Refusal{"the title has no letter or digit that an address could hold",
                   "give the page's name with --slug, such as `humble-lamppost`"};
  }
  if (is_slug(page.slug) && page.slug.size() <= longest_slug) return std::nullopt;
  const std::string likely = slug_of({page.kind, page.slug, {}, {}});
  std::string help =
      "write small letters a to z, digits and single hyphens between them, at most " +
      std::to_string(longest_slug) + " characters";
  if (!likely.empty()) help += ": `" + likely + "`";
  return Refusal{"`" + page.slug + "` can't be a page's name", help};
}

std::optional<Refusal> refused_cluster(const NewPage& page, std::span<const std::string> clusters) {
  if (page.kind != NewPageKind::initiative) return std::nullopt;
  if (std::ranges::find(clusters, page.cluster) != clusters.end()) return std::nullopt;
  Refusal refusal{"there is no cluster `" + page.cluster + "`", {}};
  if (page.cluster.empty()) refusal.message = "an initiative needs the cluster that leads it";
  if (clusters.empty()) {
    refusal.help = "there are no clusters yet; make one first: lamppost new cluster \"Title\"";
    return refusal;
  }
  const auto likely = nearest(page.cluster, clusters);
  if (likely) refusal.help = "did you mean `" + *likely + "`? ";
  refusal.help += "--cluster takes " + one_of(clusters);
  return refusal;
}

// --- the file ---

bool is_link(const fs::path& path) {
  boost::system::error_code ignored;
  return fs::symlink_status(path, ignored).type() == fs::symlink_file;
}

bool is_taken(const fs::path& path) {
  boost::system::error_code ignored;
  const fs::file_type type = fs::symlink_status(path, ignored).type();
  return type != fs::file_not_found && type != fs::status_error;
}

void make_folder(const fs::path& folder) {
  boost::system::error_code error;
  fs::create_directories(folder, error);
  if (error) throw MachineError(folder.generic_string(), error.message());
}

Refusal exists_already(const fs::path& path) {
  return {path.generic_string() + " exists already",
          "give the new page another name with --slug, or edit that one"};
}

}  // namespace

std::optional<Refusal> refusal_of(const NewPage& page, std::span<const std::string> clusters) {
  if (auto refusal = refused_title(page.title)) return refusal;
  if (auto refusal = refused_slug(page)) return refusal;
  return refused_cluster(page, clusters);
}

NewPageResult create_page(const std::string& content_folder, const NewPage& page,
                          std::span<const std::string> clusters) {
  if (auto refusal = refusal_of(page, clusters)) return {std::nullopt, *refusal};
  const fs::path folder = fs::path(content_folder) / std::string(folder_of(page.kind));
  if (is_link(folder)) {
    return {std::nullopt,
            {folder.generic_string() + " is a symbolic link, which is never followed",
             "put a folder in its place"}};
  }
  const std::string slug = slug_of(page);
  if (is_taken(folder / slug)) return {std::nullopt, exists_already(folder / slug)};
  make_folder(folder);
  const fs::path file = folder / (slug + ".md");
  if (!create_file(file.string(), page_text(page))) return {std::nullopt, exists_already(file)};
  return {file.generic_string(), {}};
}

}  // namespace lamppost
