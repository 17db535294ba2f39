// What the documents say, held against the tables and views they describe.
#include <set>
#include <string>

#include "assemble/translate.h"
#include "diagnostics/codes.h"
#include "keys/keys.h"
#include "repository.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

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

TEST_CASE("the field reference names every key") {
  const std::string document = repository_file("content/README.md");
  check_names_keys(document, initiative_keys());
  check_names_keys(document, cluster_keys());
  check_names_keys(document, free_page_keys());
  check_names_keys(document, settings_keys());
}

TEST_CASE("the field reference lists every code as it is") {
  const std::string document = repository_file("content/README.md");
  for (const CodeInfo& code : codes()) {
    const std::string row = "| `" + std::string(code.name) + "` | " + std::string(code.summary) +
                            " | " + (code.severity == Severity::error ? "error" : "warning") +
                            " |\n";
    INFO(row);
    CHECK(document.find(row) != std::string::npos);
  }
}

TEST_CASE("the key table and the merging of translations agree on what a translation may say") {
  for (const auto keys : {initiative_keys(), cluster_keys(), free_page_keys()})
    check_translatable(keys, "");
}

TEST_CASE("the theme reference names every key of theme.toml") {
  check_names_keys(repository_file("themes/README.md"), theme_keys());
}

}  // namespace lamppost::test
