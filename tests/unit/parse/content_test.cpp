#include "parse/content.h"

#include "support/catch.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

SourceFile file_of(FileRole role, const std::string& bytes) {
  SourceFile file;
  file.entry.file = "content/initiatives/x.md";
  file.entry.path = "initiatives/x.md";
  file.entry.slug = "x";
  file.entry.role = role;
  file.entry.size = bytes.size();
  file.text = make_source_text(file.entry.file, bytes);
  return file;
}

struct Parsed {
  ParsedFile file;
  Lines lines;
};

Parsed parsed(const SourceFile& file) {
  Diagnostics diagnostics;
  auto result = parse_file(file, diagnostics);
  return {std::move(result), told(file.text, diagnostics)};
}

Parsed parsed(FileRole role, const std::string& bytes) { return parsed(file_of(role, bytes)); }

}  // namespace

TEST_CASE("a file becomes the noun its role names") {
  CHECK(std::holds_alternative<Boxed<Initiative>>(
      parsed(FileRole::initiative, "+++\ntitle = \"T\"\ncluster = \"c\"\n+++\n").file.noun));
  CHECK(std::holds_alternative<Boxed<Cluster>>(
      parsed(FileRole::cluster, "+++\ntitle = \"T\"\n+++\n").file.noun));
  CHECK(
      std::holds_alternative<Boxed<FreePage>>(parsed(FileRole::free_page, "+++\n+++\n").file.noun));
  CHECK(std::holds_alternative<Boxed<FreePage>>(parsed(FileRole::home, "+++\n+++\n").file.noun));
  CHECK(std::holds_alternative<Boxed<Settings>>(
      parsed(FileRole::settings, "title = \"S\"").file.noun));
}

TEST_CASE("the origin says where the page comes from and what it was given") {
  auto file = file_of(FileRole::initiative, "+++\ntitle = \" T \"\n+++\nText\n");
  file.entry.language = "fr";
  file.entry.is_bundle = true;
  const auto result = parsed(file);
  CHECK(result.lines.empty());
  const auto& made = *std::get<Boxed<Initiative>>(result.file.noun);
  CHECK(made.origin.file == "content/initiatives/x.md");
  CHECK(made.origin.path == "initiatives/x.md");
  CHECK(made.origin.slug == "x");
  CHECK(made.origin.language == "fr");
  CHECK(made.origin.is_bundle);
  CHECK(*find(made.origin.given, "title")->text() == "T");
  CHECK(slice(file.text, made.origin.front_matter) == "title = \" T \"\n");
  CHECK(slice(file.text, made.title.where) == "\" T \"");
  CHECK(result.file.body.text.plain_text.find("Text") != std::string::npos);
}

TEST_CASE("mistakes of front matter and body come together") {
  const auto result =
      parsed(FileRole::initiative,
             "+++\ntitel = 1\nstart = 2021-01-01\nend = 2020-01-01\n+++\nA <b>bold</b> word\n");
  REQUIRE(result.lines.size() >= 4);
  CHECK(result.lines[0] == "unknown-key: titel");
  CHECK(result.lines[1] == "missing-key: ");
  CHECK(result.lines[2].starts_with("raw-html: <b>"));
  CHECK(result.lines.back() == "dates-out-of-order: 2020-01-01");
  CHECK(parsed(FileRole::initiative, "+++\na = \n+++\nA <b>bold</b> word\n").lines.size() >= 2);
}

TEST_CASE("a page that can't be read is still there, so that others may name it") {
  for (const std::string bytes : {"", "no front matter", "+++\na = \n+++\n", "+++\n", "\xFF"}) {
    const auto result = parsed(FileRole::initiative, bytes);
    CHECK_FALSE(result.lines.empty());
    REQUIRE(std::holds_alternative<Boxed<Initiative>>(result.file.noun));
    CHECK(std::get<Boxed<Initiative>>(result.file.noun)->origin.slug == "x");
  }
}

TEST_CASE("a control character is told of once") {
  const auto result = parsed(FileRole::cluster, "+++\ntitle = \"a\x01\"\n+++\nb\x02\n");
  CHECK(result.lines == Lines{"control-character: \x01", "control-character: \x02"});
  CHECK(std::get<Boxed<Cluster>>(result.file.noun)->title.value == "a");
}

TEST_CASE("a file that was too large to read gets no further message") {
  auto file = file_of(FileRole::initiative, "");
  file.entry.size = 2'000'000;
  CHECK(parsed(file).lines.empty());
}

TEST_CASE("settings that can't be read are the defaults") {
  const auto result = parsed(FileRole::settings, "title = \"\xFF\"");
  CHECK(result.lines.size() == 1);
  CHECK(std::get<Boxed<Settings>>(result.file.noun)->languages.size() == 1);
}

TEST_CASE("what could not be parsed has the name and place of its page and nothing else") {
  auto file = file_of(FileRole::cluster, "+++\ntitle = \"T\"\n+++\nText\n");
  const auto unparsed = unparsed_file(file.entry);
  CHECK(std::get<Boxed<Cluster>>(unparsed.noun)->origin.path == "initiatives/x.md");
  CHECK(std::get<Boxed<Cluster>>(unparsed.noun)->title.value.empty());
  CHECK(unparsed.body == Body{});
  file.entry.role = FileRole::settings;
  CHECK(*std::get<Boxed<Settings>>(unparsed_file(file.entry).noun) == Settings{});
  file.entry.role = FileRole::theme;
  CHECK(unparsed_file(file.entry) == ParsedFile{});
}
