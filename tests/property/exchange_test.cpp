// A catalogue that is exported and imported again builds the same site.
#include <filesystem>
#include <string>

#include "support/catch.h"
#include "support/files_below.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

void run(const std::string& folder, const std::string& arguments) {
  const RunResult result = run_lamppost(folder, arguments);
  INFO(arguments << '\n' << result.errors);
  REQUIRE(result.status == 0);
}

/// Copies what `export` does not hold: settings and the files beside pages.
void copy_rest(const fs::path& from, const fs::path& to) {
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".md") continue;
    const fs::path place = to / entry.path().lexically_relative(from);
    fs::create_directories(place.parent_path());
    fs::copy_file(entry.path(), place);
  }
}

/// Exports the content of a folder, imports it into another, and compares what both build.
void check_round_trip(const TemporaryFolder& folder, const std::string& format) {
  const TemporaryFolder other;
  fs::create_directories(other.path() + "/content");
  copy_rest(folder.path() + "/content", other.path() + "/content");
  const RunResult exported = run_lamppost(folder.path(), "export --format " + format);
  INFO(exported.errors);
  REQUIRE(exported.status == 0);
  other.write("pages." + format, exported.output);
  run(other.path(), "import pages." + format);
  run(folder.path(), "build --drafts --quiet");
  run(other.path(), "build --drafts --quiet");
  const Files before = files_below(folder.path() + "/public");
  CHECK(before.size() > 20);
  CHECK(files_below(other.path() + "/public") == before);
  const RunResult again = run_lamppost(other.path(), "export --format " + format);
  CHECK(again.output == exported.output);
}

/// A page with every key, one that quotes all that CSV knows, and translations.
void write_every_key(const TemporaryFolder& folder) {
  folder.write("content/site.toml",
               "base_url = \"https://a.eu/x/\"\n[languages.en]\nname = \"English\"\n"
               "[languages.fr]\nname = \"Français\"\n");
  folder.write("content/_index.md", "+++\ntitle = \"Home\"\n+++\n= not a formula\n");
  folder.write("content/clusters/light.md",
               "+++\ntitle = \"Light\"\nweight = 2\naliases = [\"/old-light/\"]\n+++\n- a\n");
  folder.write("content/clusters/dark.md", "+++\ntitle = \"Dark\"\ndraft = true\n+++\n");
  folder.write("content/pages/about.md",
               "+++\ntitle = \"About\"\nmenu = true\nextra = { a = 1.0 }\n+++\nText\n");
  folder.write(
      "content/initiatives/mast.md",
      "+++\ntitle = \"@Mast, \\\"tall\\\"; -1\"\ncluster = \"light\"\ntopics = [\"A; B\"]\n"
      "+++\r\n\"Quoted\", with commas;\r\n\r\n```\r\nand\r\n\r\n");
  folder.write("content/initiatives/lamp/picture.svg.txt", "a file");
  folder.write("content/initiatives/lamp/d.pdf", "%PDF-1.4");
  folder.write("content/initiatives/lamp/index.fr.md",
               "+++\ntitle = \"Lampe\"\nsummary = \"'=Résumé\"\n+++\nTexte\n");
  folder.write("content/initiatives/lamp/index.md", R"(+++
title = "Lamp"
cluster = "light"
goal = "+goal"
summary = "S"
topics = ["IoT", "[odd]"]
countries = ["FR", "PT"]
status = "completed"
start = "2014-02-01"
end = 2030-12-31
updated = 2026-11-22
reviewed = 2026-11-21
website = "https://example.eu/?a=1,2;3"
contact = { name = "Ada", email = "ada@a.eu", url = "https://a.eu/" }
related = ["mast"]
also_in = ["dark"]
target = { value = 10.5, unit = "lamps", by = 2030-12-31 }
aliases = ["/old/", "/older.html"]
weight = -10
draft = true
extra = { colour = "green", since = 2020-01-01, text = "2020-01-01", n = 1, f = 1.0, deep = [{ a = [true] }] }
milestones = [{ date = 2018-06-29, title = "M", value = 1.5, url = "https://a.eu/" }]

[[members]]
name = "City; of, \"X\""
country = "PT"
role = "=lead"

[[documents]]
title = "D"
file = "d.pdf"
date = 2020-02-29
language = "en"

[[projects]]
title = "P"
cordis = 691895
programme = "Horizon"

[[discussions]]
title = "T"
replies = 5
+++

# not
## Heading

Body.
)");
}

}  // namespace

TEST_CASE("the real catalogue is exported and imported without loss") {
  const TemporaryFolder folder;
  fs::copy(LAMPPOST_CONTENT, folder.path() + "/content", fs::copy_options::recursive);
  SECTION("as CSV") { check_round_trip(folder, "csv"); }
  SECTION("as JSON") { check_round_trip(folder, "json"); }
}

TEST_CASE("a catalogue with every key is exported and imported without loss") {
  const TemporaryFolder folder;
  write_every_key(folder);
  SECTION("as CSV") { check_round_trip(folder, "csv"); }
  SECTION("as JSON") { check_round_trip(folder, "json"); }
}

TEST_CASE("a published catalogue.json or catalogue.csv is a catalogue to begin with") {
  const TemporaryFolder folder;
  fs::copy(LAMPPOST_CONTENT, folder.path() + "/content", fs::copy_options::recursive);
  run(folder.path(), "build --quiet");
  const TemporaryFolder other;
  other.write("content/site.toml", folder.read("content/site.toml"));
  other.write("catalogue.json", folder.read("public/catalogue.json"));
  other.write("catalogue.csv", folder.read("public/catalogue.csv"));
  run(other.path(), "import catalogue.json");
  run(other.path(), "check");
  CHECK(other.has("content/initiatives/humble-lamppost.md"));
  fs::remove_all(other.path() + "/content/initiatives");
  run(other.path(), "import catalogue.csv");
  run(other.path(), "check");
  CHECK(other.has("content/initiatives/humble-lamppost.md"));
}

}  // namespace lamppost::test
