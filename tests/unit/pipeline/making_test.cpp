#include "pipeline/making.h"

#include <algorithm>

#include "pipeline/pipeline.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "write/manifest.h"

namespace lamppost::test {
namespace {

/// A small site that is built time and again; what is made is what `--explain` tells.
struct SmallSite {
  TemporaryFolder folder;
  RunOptions options;

  SmallSite() {
    options.folders.content = folder.path() + "/content";
    options.folders.themes = {folder.path() + "/themes", LAMPPOST_THEMES};
    options.folders.output = folder.path() + "/public";
    folder.write("content/clusters/light.md", "+++\ntitle = \"Light\"\n+++\nAbout light.\n");
    write("lamp", "Lamp", "A lamp.");
    write("meter", "Meter", "A meter.");
  }

  void write(const std::string& slug, const std::string& title, const std::string& body) const {
    folder.write("content/initiatives/" + slug + ".md",
                 "+++\ntitle = \"" + title + "\"\ncluster = \"light\"\nsummary = \"S\"\n+++\n" +
                     body + "\n");
  }

  /// The reasons of a run by output path.
  std::map<std::string, std::string> built() const {
    const Outcome outcome = build(options);
    REQUIRE(outcome.written);
    CHECK(outcome.written->made == outcome.made.size());
    std::map<std::string, std::string> made;
    for (const MadeFile& file : outcome.made) made[file.output_path] = file.reason;
    return made;
  }
};

}  // namespace

TEST_CASE("the first run makes everything, the second nothing") {
  const SmallSite site;
  const auto made = site.built();
  CHECK(made.at("index.html") == words_for(Reason::added));
  CHECK(made.at("initiatives/lamp/index.json") == words_for(Reason::added));
  CHECK(site.built().empty());
}

TEST_CASE("an edited text makes the pages that show it") {
  const SmallSite site;
  (void)site.built();
  site.write("lamp", "Lamp", "A lamp.\n\nAnother word about it.");
  const auto made = site.built();
  CHECK(made.at("initiatives/lamp/index.html") == words_for(Reason::text));
  CHECK(made.at("initiatives/lamp/index.json") == words_for(Reason::text));
  CHECK(made.at("feed.xml") == words_for(Reason::text));
  CHECK(made.at("clusters/light/feed.xml") == words_for(Reason::text));
  CHECK(made.at("catalogue.json") == words_for(Reason::text));  // has a hash of it
  CHECK(made.at("search/index.json") == words_for(Reason::text));
  CHECK(made.size() == 7);  // with a shard of the words
}

TEST_CASE("an edited title makes the pages that show it, and no other") {
  const SmallSite site;
  (void)site.built();
  site.write("lamp", "Bright lamp", "A lamp.");
  const auto made = site.built();
  CHECK(made.at("initiatives/lamp/index.html") == words_for(Reason::shown));
  CHECK(made.contains("index.html"));
  CHECK(made.contains("clusters/light/index.html"));
  CHECK(made.contains("initiatives/meter/index.html"));  // its neighbour in the cluster
  CHECK(made.contains("catalogue.json"));
  CHECK_FALSE(made.contains("404.html"));
  CHECK_FALSE(made.contains("initiatives/meter/index.json"));
}

TEST_CASE("a file that somebody changed or removed is made again") {
  const SmallSite site;
  (void)site.built();
  const std::string home = site.folder.read("public/index.html");
  site.folder.write("public/index.html", "changed");
  site.folder.write("public/404.html", "changed as well");
  const auto made = site.built();
  CHECK(made.size() == 2);
  CHECK(made.at("index.html") == words_for(Reason::not_as_left));
  CHECK(site.folder.read("public/index.html") == home);
}

TEST_CASE("a content that goes back to what it was before a run that was lost is made anew") {
  const SmallSite site;
  (void)site.built();
  const std::string page = site.folder.read("public/initiatives/lamp/index.html");
  const std::string memory = site.folder.read(".lamppost/public/snapshot");
  site.write("lamp", "Lamp", "An edited lamp.");
  (void)site.built();
  site.folder.write(".lamppost/public/snapshot", memory);  // as if killed before it was saved
  site.write("lamp", "Lamp", "A lamp.");
  (void)site.built();
  CHECK(site.folder.read("public/initiatives/lamp/index.html") == page);
}

}  // namespace lamppost::test
