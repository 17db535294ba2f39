// What the documents say, held against the tables and views they describe.
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

#include "assemble/translate.h"
#include "contribute/asked_keys.h"
#include "contributor_page.h"
#include "diagnostics/codes.h"
#include "keys/keys.h"
#include "repository.h"
#include "support/catch.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

const std::string contributor_page = "content/README.md";

void check_names_keys(const std::string& document, std::span<const Key> keys) {
  for (const Key& key : keys) {
    INFO(key.name);
    CHECK(document.find("`" + std::string(key.name) + "`") != std::string::npos);
    check_names_keys(document, key.children);
  }
}

/// `extra` is the whole of what is below it.
void check_translatable(std::span<const Key> keys, const std::string& above) {
  for (const Key& key : keys) {
    const std::string name = above + std::string(key.name);
    INFO(name);
    if (key.children.empty()) {
      CHECK(is_translatable(name) == key.translatable);
    } else {
      check_translatable(key.children, name + ".");
    }
  }
}

}  // namespace

TEST_CASE("every diagnostic code has a golden case of its name, which gets it") {
  for (const CodeInfo& code : codes()) {
    const std::string name(code.name);
    INFO(name);
    const std::string text = repository_file("tests/golden/cases/" + name + ".txt");
    CHECK(text.find("[" + name + "]") != std::string::npos);
  }
}

TEST_CASE("the page for contributors has every key, mistake and code as they are") {
  const std::string page = repository_file(contributor_page);
  const std::string right = with_parts(page);
  if (std::getenv("LAMPPOST_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(LAMPPOST_SOURCE_DIR "/" + contributor_page, std::ios::binary) << right;
    return;
  }
  CHECK((page == right));  // `make golden` writes it
  for (const auto keys : {initiative_keys(), cluster_keys(), free_page_keys(), settings_keys()})
    check_names_keys(page, keys);
}

TEST_CASE("the page for contributors names at least twenty-five typical mistakes") {
  const auto lines = lines_of(contributor_page_parts().at("typical mistakes"));
  CHECK(lines.size() >= 25 + 2);
  for (const std::string& line : lines) {
    INFO(line);
    CHECK_FALSE(line.ends_with("|  |"));  // each says what to do
  }
}

TEST_CASE("the example of the page for contributors has no mistake, however strict one is") {
  const std::string page = repository_file(contributor_page);
  const auto begin = page.find("```markdown\n") + 12;
  const std::string example = page.substr(begin, page.find("```\n", begin) - begin);
  const TemporaryFolder folder;
  folder.write("content/clusters/integrated-infrastructures-and-processes.md",
               "+++\ntitle = \"Integrated Infrastructures and Processes\"\n+++\nText.\n");
  folder.write("content/initiatives/humble-lamppost.md", example);
  const RunResult result = run_lamppost(folder.path(), "check --strict");
  CHECK(result.errors.empty());
  CHECK(result.status == 0);
}

TEST_CASE("the key table and the merging of translations agree on what a translation may say") {
  for (const auto keys : {initiative_keys(), cluster_keys(), free_page_keys()})
    check_translatable(keys, "");
}

TEST_CASE("the form for proposals has a field and a label for every key that is asked for") {
  const std::string layout = repository_file("themes/marketplace/layouts/contribute.mustache");
  for (const Key& key : initiative_keys()) {
    if (!is_asked(key)) continue;
    INFO(key.name);
    CHECK(layout.find("data-field=\"" + std::string(key.name) + "\"") != std::string::npos);
    for (const Key& child : key.children) {
      INFO(child.name);
      const std::string label = "data-key=\"" + std::string(child.name) + "\"";
      CHECK((!is_asked(child) || layout.find(label) != std::string::npos));
    }
  }
}

TEST_CASE("the theme reference names every key of theme.toml") {
  check_names_keys(repository_file("themes/README.md"), theme_keys());
}

}  // namespace lamppost::test
