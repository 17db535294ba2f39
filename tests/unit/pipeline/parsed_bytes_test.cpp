#include "pipeline/parsed_bytes.h"

#include <cstdint>
#include <string>
#include <vector>

#include "parse/content.h"
#include "support/catch.h"
#include "support/pages.h"

namespace lamppost::test {
namespace {

/// Every kind of key and value, and what a body can hold.
constexpr auto rich_page = R"(+++
title = "Humble Lamppost – « é »"
cluster = "light"
goal = "10 million"
summary = "In short"
topics = ["Lighting", "IoT"]
countries = ["FR", "GB"]
status = "planned"
start = 2021-01-02
end = "2022-03-04"
updated = 0001-01-01
website = "https://example.eu/"
related = ["small-lamp"]
also_in = ["dark"]
aliases = ["/old/"]
weight = -9223372036854775807
draft = true
projects = 3
members = 9223372036854775807

[contact]
name = "Ana"
email = "ana@example.eu"

[image]
src = "lamp.jpg"
alt = ""

[target]
value = 0.1
unit = "lamps"
by = 2030-01-01

[[documents]]
title = "Plan"
file = "plan.pdf"
date = 2020-02-29
language = "fr"

[[discussions]]
title = "Q"
replies = 4

[[milestones]]
date = 2021-05-05
title = "First"
value = 1e308

[extra]
flag = true
list = [[1, [2.5, "x"]], [{ a = { b = [] } }]]
when = 2021-01-01T10:00:00Z
nothing = {}
+++
Intro with a [page](../clusters/light.md#goals) and a [site](/topics/) link[^1].

## Heading `one`

![Alt](lamp.jpg "title") <b>raw</b> [bad](javascript:x)

| a | b |
|---|--:|
| 1 | ~~2~~ |

#### Skipped

[^1]: A note, with [a fragment](#heading-one) and [a file](plan.pdf).
)";

constexpr auto settings_file = R"(title = "S"
description = "D"
base_url = "https://example.eu/a/"
theme = "tiny"
default_language = "fr"
unknown = 1
[languages.en]
name = "English"
[languages.fr]
title = "T"
[repository]
url = "https://example.eu/r"
[paginate]
initiatives = 7
[teaser]
length = 9
[feed]
length = 11
[extra]
x = nan
)";

struct Parsed {
  ParsedFile file;
  Diagnostics diagnostics;
};

Parsed parsed(const SourceFile& source) {
  Parsed result;
  result.file = parse_file(source, result.diagnostics);
  return result;
}

/// `==` passes over the places of values; bytes that are the same again don't.
void check_comes_back(const SourceFile& source) {
  INFO(source.entry.file);
  const Parsed before = parsed(source);
  const ParsedBytes bytes = encode(before.file, before.diagnostics);
  Diagnostics diagnostics;
  auto after = decode_head(bytes.head, diagnostics);
  REQUIRE(after.has_value());
  REQUIRE(decode_given(bytes.given, *after));
  REQUIRE(decode_text(bytes.text, after->body));
  CHECK(diagnostics.list() == before.diagnostics.list());
  CHECK(after->body == before.file.body);
  CHECK(encode(*after, diagnostics) == bytes);
  // A number that is none is not equal to itself.
  if (source.text.bytes.find("nan") == std::string::npos) CHECK(*after == before.file);
}

/// Decodes; whatever comes of it must be fit to be asked for.
bool survives(const ParsedBytes& bytes) {
  Diagnostics diagnostics;
  auto file = decode_head(bytes.head, diagnostics);
  if (!file || !decode_given(bytes.given, *file) || !decode_text(bytes.text, file->body)) {
    return false;
  }
  return encode(*file, diagnostics).head.size() > 0;
}

/// Numbers that look random and are the same on every machine.
class Dice {
 public:
  std::size_t below(std::size_t most) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33U) % most;
  }

 private:
  std::uint64_t state_ = 1;
};

ParsedBytes rich_bytes() {
  const Parsed rich = parsed(source_file(FileRole::initiative, "x", rich_page));
  return encode(rich.file, rich.diagnostics);
}

}  // namespace

TEST_CASE("a page of every kind comes back from its bytes as it was") {
  for (const auto role : {FileRole::initiative, FileRole::cluster, FileRole::free_page,
                          FileRole::home, FileRole::theme}) {
    check_comes_back(source_file(role, "x", rich_page));
    check_comes_back(source_file(role, "x", "no front matter"));
    check_comes_back(source_file(role, "x", ""));
  }
  auto translation = source_file(FileRole::initiative, "x", rich_page);
  translation.entry.language = "fr";
  translation.entry.is_bundle = true;
  check_comes_back(translation);
}

TEST_CASE("settings come back as they were") {
  check_comes_back(source_file(FileRole::settings, "", settings_file));
  check_comes_back(source_file(FileRole::settings, "", ""));
  check_comes_back(source_file(FileRole::settings, "", "title = "));
}

TEST_CASE("every file of the catalogue comes back as it was") {
  Folders folders;
  folders.content = LAMPPOST_CONTENT;
  folders.themes = {};
  Diagnostics diagnostics;
  const SourceTree tree = find_sources(folders, diagnostics);
  CHECK(tree.entries.size() > 30);
  for (const SourceEntry& entry : tree.entries) check_comes_back(read_file(entry, diagnostics));
}

TEST_CASE("a diagnostic comes back with its fix and its notes") {
  Diagnostic diagnostic = diagnostic_at("a.md", Code::dead_link, {3, 4000000000}, "m", "h");
  diagnostic.fix = Fix{{1, 2}, "text"};
  diagnostic.notes = {{"n", "b.md", {5, 6}}, {"o", "", {}}};
  diagnostic.has_place = false;
  Diagnostics before;
  before.add(diagnostic);
  before.add(diagnostic_at("", last_code, {}, "", ""));
  Diagnostics after;
  REQUIRE(decode_head(encode({}, before).head, after).has_value());
  CHECK(after.list() == before.list());
}

TEST_CASE("what was given is no part of the head, and what is no page was given nothing") {
  const ParsedBytes bytes = rich_bytes();
  Diagnostics diagnostics;
  auto file = decode_head(bytes.head, diagnostics);
  REQUIRE(file.has_value());
  CHECK(std::get<Boxed<Initiative>>(file->noun)->origin.given.empty());
  REQUIRE(decode_given(bytes.given, *file));
  CHECK(*find(std::get<Boxed<Initiative>>(file->noun)->origin.given, "cluster")->text() == "light");
  ParsedFile settings{Settings(), {}};
  CHECK(decode_given("", settings));
  CHECK_FALSE(decode_given(bytes.given, settings));
}

TEST_CASE("the head alone holds what is asked of all pages") {
  const ParsedBytes bytes = rich_bytes();
  Diagnostics diagnostics;
  const auto file = decode_head(bytes.head, diagnostics);
  REQUIRE(file.has_value());
  CHECK(file->body.text.html.empty());
  CHECK(file->body.text.plain_text.empty());
  CHECK(file->body.links.size() == 5);
  CHECK(file->body.headings.size() == 2);
  CHECK(!file->body.first_paragraph.empty());
}

TEST_CASE("no beginning of a head or a text is taken for the whole, nor one with more behind it") {
  const ParsedBytes bytes = rich_bytes();
  for (std::size_t size = 0; size < bytes.head.size(); ++size) {
    Diagnostics diagnostics;
    CHECK_FALSE(decode_head(bytes.head.substr(0, size), diagnostics).has_value());
    CHECK(diagnostics.empty());
  }
  ParsedFile file = unparsed_file(source_file(FileRole::initiative, "x", "").entry);
  for (std::size_t size = 0; size < bytes.given.size(); ++size) {
    CHECK_FALSE(decode_given(bytes.given.substr(0, size), file));
  }
  for (std::size_t size = 0; size < bytes.text.size(); ++size) {
    Body body;
    CHECK_FALSE(decode_text(bytes.text.substr(0, size), body));
  }
  CHECK_FALSE(survives({bytes.head + '\0', bytes.given, bytes.text}));
  CHECK_FALSE(survives({bytes.head, bytes.given + '\0', bytes.text}));
  CHECK_FALSE(survives({bytes.head, bytes.given, bytes.text + '\0'}));
}

TEST_CASE("damaged bytes are refused or become something, and do no harm") {
  const ParsedBytes bytes = rich_bytes();
  REQUIRE(survives(bytes));
  Dice dice;
  std::size_t refused = 0;
  const std::size_t rounds = is_sanitized ? 1000 : 10000;
  for (std::size_t round = 0; round < rounds; ++round) {
    ParsedBytes damaged = bytes;
    const std::size_t flips = 1 + dice.below(4);
    for (std::size_t i = 0; i < flips; ++i) {
      const std::size_t part = dice.below(20);
      std::string& flipped = part == 0 ? damaged.text : (part < 10 ? damaged.given : damaged.head);
      flipped[dice.below(flipped.size())] ^= static_cast<char>(1U << dice.below(8));
    }
    if (!survives(damaged)) ++refused;
  }
  CHECK(refused > 0);
  CHECK(refused < rounds);
}

TEST_CASE("sizes that lie and lists without end are refused at once") {
  const std::string huge = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F";
  const std::vector<std::string> heads = {huge, "\x02" + huge, "\x05", "\xFF",
                                          std::string(5, '\0') + huge};
  for (const std::string& head : heads) {
    CHECK_FALSE(survives({head, "", std::string(2, '\0')}));
  }
  // An initiative whose front matter is a list in a list in a list.
  ParsedBytes bytes = rich_bytes();
  const std::string lists = times(100000, std::string("\x05\x00\x00\x01", 4));
  bytes.given = std::string("\x01\x00\x00\x00", 4) + lists;
  CHECK_FALSE(survives(bytes));
}

TEST_CASE("a text is not that of a head whose links lie elsewhere") {
  const ParsedBytes bytes = rich_bytes();
  Diagnostics diagnostics;
  auto file = decode_head(bytes.head, diagnostics);
  REQUIRE(file.has_value());
  const ParsedBytes other = encode({}, {});
  CHECK_FALSE(decode_text(other.text, file->body));
  std::swap(file->body.links.front().at, file->body.links.back().at);
  CHECK_FALSE(decode_text(bytes.text, file->body));
}

}  // namespace lamppost::test
