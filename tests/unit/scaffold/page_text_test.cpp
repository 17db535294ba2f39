#include "scaffold/page_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "keys/keys.h"
#include "parse/content.h"
#include "support/catch.h"

using namespace lamppost;

namespace {

NewPage new_initiative(std::string title = "Smart Benches", std::string slug = {}) {
  return {NewPageKind::initiative, std::move(title), "citizen-focus", std::move(slug)};
}

NewPage new_cluster(std::string title) { return {NewPageKind::cluster, std::move(title), {}, {}}; }

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
  CHECK(given(new_initiative()) ==
        std::vector<std::string>{"title = \"Smart Benches\"", "cluster = \"citizen-focus\""});
}

TEST_CASE("a new cluster gives its title, and nothing else") {
  CHECK(given(new_cluster("Clean Air")) == std::vector<std::string>{"title = \"Clean Air\""});
}

TEST_CASE("a title with quotation marks and backslashes stays one TOML string") {
  CHECK(given(new_initiative(R"(The "\n" \ bench)"))[0] == R"(title = "The \"\\n\" \\ bench")");
}

TEST_CASE("every optional key is there as a comment with its meaning and example") {
  const std::string text = page_text(new_initiative());
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
  for (const NewPage& page : {new_initiative(), new_cluster("Clean Air")}) {
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
  for (const NewPage& page : {new_initiative(R"(A "b" \ c)"), new_cluster("Clean Air")}) {
    Diagnostics diagnostics;
    static_cast<void>(parse_file(source_file(page, page_text(page)), diagnostics));
    const std::size_t prompts = page.kind == NewPageKind::initiative ? 3 : 1;
    CHECK(diagnostics.list().size() == prompts);
    for (const Diagnostic& diagnostic : diagnostics.list())
      CHECK(diagnostic.code == Code::placeholder_text);
  }
}

TEST_CASE("front matter and body are set apart as a page is") {
  for (const NewPage& page : {new_initiative(), new_cluster("Clean Air")}) {
    const std::vector<std::string> lines = lines_of(page_text(page));
    CHECK(lines.front() == "+++");
    CHECK(std::ranges::count(lines, "+++") == 2);
    CHECK(std::ranges::find(lines, "## About") > std::ranges::find(lines, "+++"));
    CHECK(std::ranges::none_of(lines, [](const auto& line) { return line.ends_with(' '); }));
  }
}

TEST_CASE("the slug is the title's unless one is given") {
  CHECK(slug_of(new_initiative("Smart Benches!")) == "smart-benches");
  CHECK(slug_of(new_initiative("Smart Benches", "benches")) == "benches");
}

TEST_CASE("the slug of a very long title ends with a word") {
  std::string title;
  for (int i = 0; i < 50; ++i) title += "Lamppost, ";
  const std::string slug = slug_of(new_initiative(title));
  CHECK(slug.size() == 9 * 9 - 1);
  CHECK(slug.ends_with("-lamppost"));
  CHECK(slug_of(new_initiative(std::string(300, 'x'))) == std::string(80, 'x'));
}
