#include "serve/site_files.h"

#include <filesystem>
#include <sys/stat.h>

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace lamppost;
using lamppost::test::TemporaryFolder;

namespace {

/// The bytes that are found; `folder` for one without its slash, `nothing`.
std::string found_at(const TemporaryFolder& folder, const std::string& path) {
  const FoundFile found = find_file(folder.path() + "/public", path);
  if (found.is_folder) return "folder";
  return found.file.is_open() ? bytes_of(found) : "nothing";
}

}  // namespace

TEST_CASE("files are found, and the page of a folder") {
  const TemporaryFolder folder;
  folder.write("public/index.html", "home");
  folder.write("public/a/index.html", "page");
  folder.write("public/a/b.txt", "text");
  CHECK(found_at(folder, "") == "home");
  CHECK(found_at(folder, "a/") == "page");
  CHECK(found_at(folder, "a") == "folder");
  CHECK(found_at(folder, "a/b.txt") == "text");
  CHECK(found_at(folder, "a/b.txt/") == "nothing");
  CHECK(found_at(folder, "a/c") == "nothing");
  CHECK(found_at(folder, "c/d") == "nothing");
  CHECK(find_file(folder.path() + "/missing", "").file.is_open() == false);
}

TEST_CASE("nothing that lies elsewhere is found, whatever a path says and what links lead to") {
  const TemporaryFolder folder;
  folder.write("secret/index.html", "secret");
  folder.write("secret/x.txt", "secret");
  folder.write("public/index.html", "home");
  std::filesystem::create_symlink(folder.path() + "/secret", folder.path() + "/public/linked");
  std::filesystem::create_symlink("..", folder.path() + "/public/up");
  std::filesystem::create_symlink("../secret/x.txt", folder.path() + "/public/link.txt");
  for (const char* path : {"../secret/x.txt", "..", "../", "./", ".", "linked/", "linked",
                           "linked/x.txt", "up/secret/x.txt", "link.txt", "/secret/x.txt", "//"}) {
    INFO(path);
    CHECK(found_at(folder, path) == "nothing");
  }
  CHECK(found_at(folder, std::string("index.html\0.txt", 15)) == "nothing");
}

TEST_CASE("the folder of the site may be a link itself") {
  const TemporaryFolder folder;
  folder.write("site/index.html", "home");
  std::filesystem::create_directory_symlink("site", folder.path() + "/public");
  CHECK(found_at(folder, "") == "home");
}

TEST_CASE("what is neither file nor folder is not waited for") {
  const TemporaryFolder folder;
  folder.write("public/index.html", "home");
  REQUIRE(::mkfifo((folder.path() + "/public/pipe").c_str(), 0600) == 0);
  CHECK(found_at(folder, "pipe") == "nothing");
}

TEST_CASE("types are told by the ending") {
  CHECK(content_type("a/index.html") == "text/html; charset=utf-8");
  CHECK(content_type("a.b/X.CSS") == "text/css; charset=utf-8");
  CHECK(content_type("x.js") == "text/javascript; charset=utf-8");
  CHECK(content_type("x.svg") == "image/svg+xml");
  CHECK(content_type("catalogue.jsonld") == "application/ld+json");
  CHECK(content_type("x.unknown") == "application/octet-stream");
  CHECK(content_type("html/x") == "application/octet-stream");
}
