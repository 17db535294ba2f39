#include "scaffold/scaffold.h"

#include <algorithm>
#include <boost/filesystem.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/machine_error.h"
#include "keys/keys.h"
#include "parse/content.h"
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

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The lines of a page's front matter that say something.
std::vector<std::string> given(const NewPage& page) {
  const std::string text = page_text(page);
  std::vector<std::string> lines = lines_of(text.substr(4, text.find("\n+++\n") - 4));
  std::erase_if(lines, [](const auto& line) { return line.empty() || line[0] == '#'; });
  return lines;
}

SourceFile source_file(const NewPage& page, const std::string& text) {
  SourceFile file;
  file.entry.role = page.kind == NewPageKind::cluster ? FileRole::cluster : FileRole::initiative;
  file.entry.file = file.entry.path = "x.md";
  file.entry.slug = "x";
  file.text = make_source_text("x.md", text);
  return file;
}

}  // namespace

TEST_CASE("a new initiative gives its title and cluster, and nothing else") {
  CHECK(given(initiative()) ==
        std::vector<std::string>{"title = \"Smart Benches\"", "cluster = \"citizen-focus\""});
}

TEST_CASE("a new cluster gives its title, and nothing else") {
  CHECK(given(cluster("Clean Air")) == std::vector<std::string>{"title = \"Clean Air\""});
}

TEST_CASE("a title with quotation marks and backslashes stays one TOML string") {
  CHECK(given(initiative(R"(The "\n" \ bench)"))[0] == R"(title = "The \"\\n\" \\ bench")");
}

TEST_CASE("every optional key is there as a comment with its meaning and example") {
  const std::string text = page_text(initiative());
  for (const Key& key : initiative_keys()) {
    if (key.required) continue;
    CAPTURE(key.name);
    for (const std::string& line : lines_of(key.help)) {
      CHECK(text.find("\n# " + line + '\n') != std::string::npos);
    }
    for (const std::string& line : lines_of(key.example)) {
      CHECK(text.find(line.empty() ? "\n#\n" : "\n# " + line + '\n') != std::string::npos);
    }
  }
}

TEST_CASE("any optional line may be used: with all of them the front matter is still right") {
  for (const NewPage& page : {initiative(), cluster("Clean Air")}) {
    const auto keys = page.kind == NewPageKind::cluster ? cluster_keys() : initiative_keys();
    std::string text = page_text(page);
    for (const Key& key : keys) {
      const std::size_t at = text.find("\n# " + std::string(key.example));
      if (!key.required) text.erase(at + 1, 2);
    }
    CAPTURE(text);
    const SourceFile file = source_file(page, text);
    Diagnostics diagnostics;
    static_cast<void>(parse_file(file, diagnostics));
    for (const Diagnostic& diagnostic : diagnostics.list())
      CHECK(diagnostic.code == Code::placeholder_text);
  }
}

TEST_CASE("a new page has nothing wrong but that its texts wait to be written") {
  for (const NewPage& page : {initiative(R"(A "b" \ c)"), cluster("Clean Air")}) {
    Diagnostics diagnostics;
    static_cast<void>(parse_file(source_file(page, page_text(page)), diagnostics));
    const std::size_t prompts = page.kind == NewPageKind::initiative ? 3 : 1;
    CHECK(diagnostics.list().size() == prompts);
    for (const Diagnostic& diagnostic : diagnostics.list())
      CHECK(diagnostic.code == Code::placeholder_text);
  }
}

TEST_CASE("front matter and body are set apart as a page is") {
  for (const NewPage& page : {initiative(), cluster("Clean Air")}) {
    const std::vector<std::string> lines = lines_of(page_text(page));
    CHECK(lines.front() == "+++");
    CHECK(std::ranges::count(lines, "+++") == 2);
    CHECK(std::ranges::find(lines, "## About") > std::ranges::find(lines, "+++"));
    CHECK(std::ranges::none_of(lines, [](const auto& line) { return line.ends_with(' '); }));
  }
}

TEST_CASE("the slug is the title's unless one is given") {
  CHECK(slug_of(initiative("Smart Benches!")) == "smart-benches");
  CHECK(slug_of(initiative("Smart Benches", "benches")) == "benches");
}

TEST_CASE("the slug of a very long title ends with a word") {
  std::string title;
  for (int i = 0; i < 50; ++i) title += "Lamppost, ";
  const std::string slug = slug_of(initiative(title));
  CHECK(slug.size() == 9 * 9 - 1);
  CHECK(slug.ends_with("-lamppost"));
  CHECK(slug_of(initiative(std::string(300, 'x'))) == std::string(80, 'x'));
}

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
