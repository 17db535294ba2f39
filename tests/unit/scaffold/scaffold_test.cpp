#include "scaffold/scaffold.h"

#include <algorithm>
#include <boost/filesystem.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace lamppost;
using test::TemporaryFolder;

namespace {

namespace fs = boost::filesystem;

const std::vector<std::string> clusters = {"citizen-focus", "sustainable-urban-mobility"};

NewPage initiative(std::string title = "Smart Benches", std::string slug = {}) {
  return {NewPageKind::initiative, std::move(title), "citizen-focus", std::move(slug)};
}

NewPage cluster(std::string title) { return {NewPageKind::cluster, std::move(title), {}, {}}; }

}  // namespace

TEST_CASE("a good request is not refused") {
  CHECK_FALSE(refusal_of(initiative(), clusters));
  CHECK_FALSE(refusal_of(initiative("\u4E2D\u6587", "chinese"), clusters));
  CHECK_FALSE(refusal_of(cluster("Clean Air"), {}));
}

TEST_CASE("an empty, broken or many-lined title is refused") {
  CHECK(refusal_of(initiative(""), clusters)->message == "the title is empty");
  CHECK(refusal_of(initiative("  "), clusters)->message == "the title is empty");
  CHECK(refusal_of(initiative("caf\xE9"), clusters)->message == "the title is not UTF-8");
  CHECK(refusal_of(initiative("a\nb"), clusters)->help == "write it on one line");
  CHECK(refusal_of(initiative("a\x1b"
                              "b"),
                   clusters)
            ->help == "write it on one line");
}

TEST_CASE("a title without letter or digit needs a slug") {
  CHECK(refusal_of(initiative("???"), clusters)->message ==
        "the title has no letter or digit that an address could hold");
}

TEST_CASE("a slug that is none is refused with the likely one") {
  const auto refusal = refusal_of(initiative("X", "Smart Benches"), clusters);
  REQUIRE(refusal);
  CHECK(refusal->message == "`Smart Benches` can't be a page's name");
  CHECK(refusal->help.ends_with(": `smart-benches`"));
  CHECK(refusal_of(initiative("X", "../x"), clusters));
  CHECK(refusal_of(initiative("X", "/etc/x"), clusters));
  CHECK(refusal_of(initiative("X", std::string(81, 'x')), clusters));
}

TEST_CASE("a missing cluster is refused with those that exist") {
  NewPage page = initiative();
  page.cluster.clear();
  const Refusal expected = {"an initiative needs the cluster that leads it",
                            "--cluster takes `citizen-focus` or `sustainable-urban-mobility`"};
  CHECK(refusal_of(page, clusters) == expected);
}

TEST_CASE("an unknown cluster is refused with the nearest") {
  NewPage page = initiative();
  page.cluster = "citizens-focus";
  const Refusal expected = {"there is no cluster `citizens-focus`",
                            "did you mean `citizen-focus`? "
                            "--cluster takes `citizen-focus` or `sustainable-urban-mobility`"};
  CHECK(refusal_of(page, clusters) == expected);
}

TEST_CASE("where there are no clusters the way to make one is told") {
  CHECK(refusal_of(initiative(), {})->help ==
        "there are no clusters yet; make one first: lamppost new cluster \"Title\"");
}

TEST_CASE("a page is created with the folders it needs") {
  const TemporaryFolder folder;
  const std::string content = folder.path() + "/a/content";
  const NewPageResult result = create_page(content, initiative(), clusters);
  CHECK(result.file == content + "/initiatives/smart-benches.md");
  CHECK(folder.read("a/content/initiatives/smart-benches.md") == page_text(initiative()));
  CHECK(create_page(content, cluster("Clean Air"), {}).file == content + "/clusters/clean-air.md");
}

TEST_CASE("a page that is there is never overwritten, be it a file or a bundle") {
  const TemporaryFolder folder;
  folder.write("initiatives/smart-benches.md", "mine");
  folder.write("initiatives/other/index.md", "mine");
  const NewPageResult file = create_page(folder.path(), initiative(), clusters);
  CHECK_FALSE(file.file);
  CHECK(file.refusal.message == folder.path() + "/initiatives/smart-benches.md exists already");
  CHECK(folder.read("initiatives/smart-benches.md") == "mine");
  CHECK_FALSE(create_page(folder.path(), initiative("Other"), clusters).file);
  CHECK_FALSE(folder.has("initiatives/other.md"));
}

TEST_CASE("a refused request creates nothing") {
  const TemporaryFolder folder;
  const NewPageResult result = create_page(folder.path(), initiative("???"), clusters);
  CHECK_FALSE(result.file);
  CHECK_FALSE(folder.has("initiatives"));
}

TEST_CASE("a symbolic link is not followed") {
  const TemporaryFolder folder;
  const TemporaryFolder outside;
  fs::create_directory_symlink(outside.path(), folder.path() + "/initiatives");
  CHECK_FALSE(create_page(folder.path(), initiative(), clusters).file);
  CHECK_FALSE(outside.has("smart-benches.md"));

  fs::create_directory(folder.path() + "/clusters");
  fs::create_symlink(outside.path() + "/x.md", folder.path() + "/clusters/clean-air.md");
  CHECK_FALSE(create_page(folder.path(), cluster("Clean Air"), {}).file);
  CHECK_FALSE(outside.has("x.md"));
}

TEST_CASE("a folder that can't be made is a failure of the machine that names it") {
  const TemporaryFolder folder;
  folder.write("content", "a file");
  try {
    static_cast<void>(create_page(folder.path() + "/content", initiative(), clusters));
    FAIL("nothing was thrown");
  } catch (const MachineError& error) {
    CHECK(error.path() == folder.path() + "/content/initiatives");
  }
}
