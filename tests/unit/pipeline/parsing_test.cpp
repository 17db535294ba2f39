#include "pipeline/parsing.h"

#include <algorithm>
#include <filesystem>

#include "support/catch.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

/// A folder with one page, and what a run after another makes of it.
struct OnePage {
  TemporaryFolder folder;
  BlobStore texts{folder.path() + "/texts"};
  RunOptions options;
  Snapshot known;

  OnePage() {
    options.folders.content = folder.path() + "/content";
    options.folders.themes = {folder.path() + "/themes"};
    write("Some text.");
  }

  void write(const std::string& body, const std::string& title = "Lamp") const {
    folder.write("content/initiatives/lamp.md",
                 "+++\ntitle = \"" + title + "\"\ncluster = \"light\"\n+++\n" + body + "\n");
  }

  ParsedContent parse(Diagnostics& diagnostics) {
    Diagnostics ignored;
    const SourceTree tree = find_sources(options.folders, ignored);
    ParsedContent content = read_and_parse(tree.entries, options, known, texts, diagnostics);
    known.files = content.remembered;
    // A run that began long after the files were written: their times can be trusted.
    known.started = content.remembered.front().modified + 10'000'000'000;
    return content;
  }

  ParsedContent parse() {
    Diagnostics ignored;
    return parse(ignored);
  }
};

}  // namespace

TEST_CASE("a page's text goes to the store, the rest is at hand") {
  OnePage page;
  const ParsedContent content = page.parse();
  REQUIRE(content.files.size() == 1);
  CHECK(std::get<Boxed<Initiative>>(content.files[0].noun)->title.value == "Lamp");
  CHECK(content.files[0].body.has_text);
  CHECK(content.files[0].body.text.plain_text.empty());
  CHECK(content.files[0].body.first_paragraph == "Some text.");
  CHECK(page.texts.get(content.remembered[0].text)->find("Some text.") != std::string::npos);
}

TEST_CASE("what a page was given is at hand where it has a translation, whether parsed or known") {
  OnePage page;
  const auto given = [](const ParsedFile& file) {
    return std::get<Boxed<Initiative>>(file.noun)->origin.given.size();
  };
  CHECK(given(page.parse().files[0]) == 0);
  page.folder.write("content/initiatives/lamp.fr.md", "+++\ntitle = \"Lampe\"\n+++\n");
  page.folder.write("content/initiatives/other.md", "+++\ntitle = \"Other\"\n+++\n");
  for (int run = 0; run < 2; ++run) {
    const ParsedContent content = page.parse();
    REQUIRE(content.files.size() == 3);
    CHECK(given(content.files[0]) == 1);  // lamp.fr.md
    CHECK(given(content.files[1]) == 2);  // lamp.md
    CHECK(given(content.files[2]) == 0);  // other.md
  }
}

TEST_CASE("a page that looks the same is not read again") {
  OnePage page;
  const ParsedContent first = page.parse();
  // Would be found out if it were read: the bytes are gone, the name and times are not asked.
  const auto file = page.folder.path() + "/content/initiatives/lamp.md";
  const auto time = std::filesystem::last_write_time(file);
  page.write("Edit texts");  // of the same length, with the same inode
  std::filesystem::last_write_time(file, time);
  CHECK(page.parse().files == first.files);
}

TEST_CASE("a page that was written again with the same bytes is not parsed again") {
  OnePage page;
  const ParsedContent first = page.parse();
  const std::uint64_t size = page.texts.size();
  page.write("Some text.");
  std::filesystem::last_write_time(page.folder.path() + "/content/initiatives/lamp.md",
                                   std::filesystem::file_time_type::clock::now());
  CHECK(page.parse().files == first.files);
  CHECK(page.texts.size() == size);
}

TEST_CASE("an edited text changes neither what others see nor the links") {
  OnePage page;
  const RememberedFile before = page.parse().remembered[0];
  page.write("Some text.\n\nAnd more, at another place. [Web](https://example.eu/)");
  const RememberedFile after = page.parse().remembered[0];
  CHECK(after.text.hash != before.text.hash);
  CHECK(after.seen == before.seen);
  CHECK(after.links == before.links);
}

TEST_CASE(
    "an edited heading, title or first paragraph is seen by others, an edited link is a link") {
  OnePage page;
  page.write("Some text.\n\n## Part\n\n[a](../clusters/light.md)");
  const RememberedFile before = page.parse().remembered[0];
  page.write("Some text.\n\n## Else\n\n[a](../clusters/light.md)");
  CHECK(page.parse().remembered[0].seen != before.seen);
  page.write("Some text.\n\n## Part\n\n[a](../clusters/light.md)", "Bright lamp");
  CHECK(page.parse().remembered[0].seen != before.seen);
  page.write("Other text.\n\n## Part\n\n[a](../clusters/light.md)");
  CHECK(page.parse().remembered[0].seen != before.seen);
  page.write("Some text.\n\n## Part\n\n[a](../clusters/night.md)");
  const RememberedFile linked = page.parse().remembered[0];
  CHECK(linked.seen == before.seen);
  CHECK(linked.links != before.links);
}

TEST_CASE("what is wrong with a page is told by every run, parsed again or not") {
  OnePage page;
  page.write("A <b>bold</b> word.");
  Diagnostics first;
  (void)page.parse(first);
  Diagnostics second;
  (void)page.parse(second);
  CHECK(first.count(Severity::warning) == 2);
  CHECK(second.list() == first.list());

  page.write(std::string(2'000'000, 'x'));
  for (int run = 0; run < 2; ++run) {
    Diagnostics diagnostics;
    (void)page.parse(diagnostics);
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(diagnostics.list()[0].code == Code::too_large);
  }
}

}  // namespace lamppost::test
