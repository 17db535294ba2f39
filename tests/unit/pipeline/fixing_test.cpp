#include "pipeline/fixing.h"

#include <string>
#include <vector>

#include "support/catch.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

RunOptions options_to_fix(const TemporaryFolder& folder) {
  RunOptions options;
  options.folders.content = folder.path() + "/content";
  options.folders.themes = {folder.path() + "/themes", LAMPPOST_THEMES};
  options.folders.output = folder.path() + "/public";
  folder.write("content/clusters/light.md", "+++\ntitle = \"Light\"\n+++\nLight.\n");
  return options;
}

/// What becomes of an initiative's page in a site of its own with the cluster `light`; checks that
/// a second run changes nothing.
std::string fixed_page(const std::string& page) {
  const TemporaryFolder folder;
  const RunOptions options = options_to_fix(folder);
  folder.write("content/initiatives/x.md", page);
  const auto everything = [](const std::string&) { return true; };
  const Fixed fixed = fix_content(options, everything);
  CHECK(folder.read("content/initiatives/x.md") == page);
  if (fixed.files.empty()) return page;
  REQUIRE(fixed.files.size() == 1);
  CHECK(fixed.files[0].path == "initiatives/x.md");
  CHECK(fixed.files[0].before == page);
  folder.write("content/initiatives/x.md", fixed.files[0].after);
  const Fixed again = fix_content(options, everything);
  CHECK(again.files.empty());
  CHECK(again.remaining.diagnostics.list() == fixed.remaining.diagnostics.list());
  return fixed.files[0].after;
}

const std::string head = "+++\ntitle = \"T\"\ncluster = \"light\"\ngoal = \"G\"\n";

}  // namespace

TEST_CASE("what is certain is fixed: keys, slugs, dates, numbers, codes") {
  CHECK(
      fixed_page("+++\ntitel = \"T\"\ncluster = \"Light\"\ngoal = \"G\"\nstart = 22.11.2026\n"
                 "members = \"12\"\ncountries = [\"france\"]\nstatus = \"Active\"\n+++\nText\n") ==
      "+++\ntitle = \"T\"\ncluster = \"light\"\ngoal = \"G\"\nstart = 2026-11-22\n"
      "members = 12\ncountries = [\"FR\"]\nstatus = \"active\"\n+++\nText\n");
}

TEST_CASE("lines of plus signs that are missing or malformed are written") {
  const std::string right = head + "+++\nText\n";
  CHECK(fixed_page(right) == right);
  CHECK(fixed_page("\n\n" + right) == right);
  CHECK(fixed_page("++++" + right.substr(3)) == right);
  CHECK(fixed_page(right.substr(4)) == right);
  CHECK(fixed_page(head + "+++ \nText\n") == right);
  CHECK(fixed_page(head + "\nText\n") == head + "+++\n\nText\n");
  CHECK(fixed_page(head.substr(4) + "\nText\n") == head + "+++\n\nText\n");
}

TEST_CASE("syntax errors, of which only the first is seen, are fixed one after the other") {
  CHECK(fixed_page("+++\ntitle: “T”\ncluster = light\ngoal = \"G\n+++\nText\n") ==
        "+++\ntitle = \"T\"\ncluster = \"light\"\ngoal = \"G\"\n+++\nText\n");
}

TEST_CASE("byte order mark, CRLF and all else stay byte for byte") {
  CHECK(fixed_page("\xEF\xBB\xBF+++\r\ntitel = \"T\"  # é\r\ncluster = \"light\"\r\ngoal = "
                   "\"G\"\r\n+++\r\nText  \r\nmore") ==
        "\xEF\xBB\xBF+++\r\ntitle = \"T\"  # é\r\ncluster = \"light\"\r\ngoal = "
        "\"G\"\r\n+++\r\nText  \r\nmore");
}

TEST_CASE("blanks at the end of the front matter's lines go, but not in long texts or the body") {
  CHECK(fixed_page(head + "weight = 1 \t\n  \n+++\nText  \n") ==
        head + "weight = 1\n\n+++\nText  \n");
  const std::string with_long_text = head + "summary = \"\"\"a \nb\"\"\" \n+++\n";
  CHECK(fixed_page(with_long_text) == with_long_text);
}

TEST_CASE("what is not certain stays") {
  for (const std::string& page : std::vector<std::string>{
           head + "start = \"05/04/2026\"\n+++\n", head + "website = \"www.example.eu\"\n+++\n",
           "+++\ntitle = \"T\"\ncluster = \"lihgt\"\ngoal = \"G\"\n+++\n",
           head + "topics = \"a, b\"\n+++\n", "+++\ncluster = \"light\"\ngoal = \"G\"\n+++\n",
           "# Just text\n\nand more\n", head + "Text without an end\nkey = 1\n"}) {
    CAPTURE(page);
    CHECK(fixed_page(page) == page);
  }
}

TEST_CASE("a fix that would make another mistake is not made, and its neighbours are") {
  // There is no cluster `dark`; `weigth` holds no number, and would be a wrong `weight`.
  CHECK(fixed_page("+++\ntitle = \"T\"\ncluster = \"Dark\"\ngaol = \"G\"\nweigth = \"x\"\n+++\n") ==
        "+++\ntitle = \"T\"\ncluster = \"Dark\"\ngoal = \"G\"\nweigth = \"x\"\n+++\n");
}

TEST_CASE("an address that would collide with another page's is not fixed") {
  const std::string page = head + "aliases = [\"clusters/light\"]\n+++\nText\n";
  CHECK(fixed_page(page) == page);
}

TEST_CASE("only files that are asked for are fixed") {
  const TemporaryFolder folder;
  const RunOptions options = options_to_fix(folder);
  folder.write("content/initiatives/x.md", head + "titel = \"x\"\nwieght = 1\n+++\n");
  folder.write("content/initiatives/y.md", head + "wieght = 1\n+++\n");
  const Fixed fixed =
      fix_content(options, [](const std::string& file) { return file.ends_with("y.md"); });
  REQUIRE(fixed.files.size() == 1);
  CHECK(fixed.files[0].path == "initiatives/y.md");
}

}  // namespace lamppost::test
