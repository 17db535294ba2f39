#include "toml/toml_mistakes.h"

#include "support/catch.h"
#include "toml/toml.h"
#include "unit/parse/told.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

struct Explained {
  SourceText text;
  Diagnostic diagnostic;

  [[nodiscard]] std::string place() const { return slice(text, diagnostic.where); }
  [[nodiscard]] std::string fixed() const { return mended(text, diagnostic); }
};

Explained explained(const std::string& bytes) {
  const auto text = source(bytes);
  Diagnostics diagnostics;
  CHECK_FALSE(parse_toml(text, toml_region(text), diagnostics));
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list().front().code == Code::toml_syntax);
  CHECK_FALSE(diagnostics.list().front().help.empty());
  return {text, diagnostics.list().front()};
}

/// Whether the fix makes TOML of it.
bool mends(const std::string& bytes) {
  const auto text = source(explained(bytes).fixed());
  Diagnostics diagnostics;
  return !text.bytes.empty() && parse_toml(text, toml_region(text), diagnostics).has_value();
}

}  // namespace

TEST_CASE("a text without quotes is put between quotes") {
  CHECK(explained("a = Humble Lamppost # x\n").place() == "Humble Lamppost");
  CHECK(explained("a = Humble Lamppost # x\n").fixed() == "a = \"Humble Lamppost\" # x\n");
  CHECK(explained("a = truth").fixed() == "a = \"truth\"");
  CHECK(explained("a = nothing new").fixed() == "a = \"nothing new\"");
  CHECK(explained("a = [\"x\", y]").fixed() == "a = [\"x\", \"y\"]");
  CHECK(explained("a = { b = c }").fixed() == "a = { b = \"c\" }");
  CHECK(mends("a = é"));
}

TEST_CASE("typographic quotes become straight ones") {
  CHECK(explained("a = “x y”\n").fixed() == "a = \"x y\"\n");
  CHECK(explained("a = „x“").fixed() == "a = \"x\"");
  CHECK(explained("a = « x »").fixed() == "a = \"x\"");
  CHECK(explained("a = “x\"").fixed() == "a = \"x\"");
  CHECK(explained("a = \"x”\nb = 1").fixed() == "a = \"x\"\nb = 1");
  CHECK(explained("a = \"x”\nb = 1").place() == "”");
  CHECK(explained("a = “x").fixed().empty());
}

TEST_CASE("a text that is not closed is shown from its opening quote") {
  const auto crlf = explained("a = \"x y\r\nb = 1\r\n");
  CHECK(crlf.place() == "\"x y");
  CHECK(crlf.fixed() == "a = \"x y\"\r\nb = 1\r\n");
  CHECK(explained("a = 'x").fixed() == "a = 'x'");
  CHECK(explained("a = \"\"\"x\nb = 1\n").place() == "\"\"\"");
  CHECK(explained("a = [\"x, \"y\"\n]").fixed().empty());
}

TEST_CASE("quotes inside a text are escaped") {
  CHECK(explained("a = \"he said \"hi\"\"").fixed() == "a = \"he said \\\"hi\\\"\"");
  CHECK(mends("a = \"the \"best\" way\" # x"));
  CHECK(explained("a = \"x\" y").fixed().empty());
}

TEST_CASE("a backslash that means nothing is doubled") {
  CHECK(explained("a = \"5 \\Users\"").place() == "\\U");
  CHECK(explained("a = \"5 \\Users\"").fixed() == "a = \"5 \\\\Users\"");
  CHECK(mends("a = \"\\q\""));
  CHECK(mends("a = \"\\ud800\""));
}

TEST_CASE("of a path on somebody's computer the file's name is kept") {
  const auto path = explained("a = \"C:\\Users\\me\\photo.jpg\"");
  CHECK(path.place() == "\"C:\\Users\\me\\photo.jpg");
  CHECK(path.diagnostic.help.find("`\"photo.jpg\"`") != std::string::npos);
}

TEST_CASE("an apostrophe that ends a text in single quotes is kept between double ones") {
  CHECK(explained("a = 'L'ete'").fixed() == "a = \"L'ete\"");
}

TEST_CASE("a mark at a line's end is deleted") {
  CHECK(explained("a = 2024-05-12;\nb = 1").fixed() == "a = 2024-05-12\nb = 1");
  CHECK(explained("a = \"x\",\nb = 1").fixed() == "a = \"x\"\nb = 1");
  CHECK(explained("a = \"x\", \"y\"").fixed() == "a = [\"x\", \"y\"]");
}

TEST_CASE("a key of several words is joined") {
  CHECK(explained("b = 1\nalso in = [\"x\"]").fixed() == "b = 1\nalso_in = [\"x\"]");
}

TEST_CASE("a blank that is no space becomes one") {
  CHECK(explained("a\u00a0= 1").fixed() == "a = 1");
  CHECK(explained("b = 1\na =\u202f1").fixed() == "b = 1\na = 1");
  CHECK(explained("\u200ba = 1").fixed() == " a = 1");
}

TEST_CASE("a colon in place of the equals sign is replaced") {
  CHECK(explained("title: \"x\"").place() == ":");
  CHECK(explained("title: \"x\"").fixed() == "title = \"x\"");
  CHECK(explained("title \"x\"").fixed() == "title = \"x\"");
  CHECK(explained("title").fixed().empty());
  CHECK(explained("Some text.").place() == "Some text.");
  CHECK(explained("- one\n").place() == "- one");
}

TEST_CASE("a key without a value is named") {
  for (const std::string bytes : {"goal = \nb = 1", "goal =", "goal = # none\n"}) {
    CHECK(explained(bytes).diagnostic.message == "`goal` has no value");
  }
}

TEST_CASE("a key that stands twice is shown with its first place") {
  const auto twice = explained("title = \"a\"\n[t]\nx = 1\ny = 2\nx = 3\n");
  CHECK(twice.diagnostic.message == "`x` is written twice");
  CHECK(twice.diagnostic.where.begin == 28);
  REQUIRE(twice.diagnostic.notes.size() == 1);
  CHECK(twice.diagnostic.notes[0].where == Span{16, 17});
}

TEST_CASE("a table that stands twice is shown, also where its name is taken") {
  CHECK(explained("[a]\nx = 1\n[b]\n[a]\ny = 1").place() == "[a]");
  CHECK(explained("[a]\nx = 1\n[b]\n[a]\ny = 1").diagnostic.where.begin == 14);
  const auto figure = explained("members = 3\n[[members]]\nname = 1\n");
  CHECK(figure.place() == "[[members]]");
  CHECK(figure.diagnostic.notes.size() == 1);
  CHECK(explained("a = 1\n[a.b]\n[c]\n").place() == "[a.b]");
  CHECK(explained("a = {}\n[a.b]\n[c]\n").place() == "[a.b]");
  CHECK(explained("a = 1\na.b = 2\n").place() == "a.b");
}

TEST_CASE("a list tells what it lacks") {
  CHECK(explained("a = [\"x\" \"y\"]").fixed() == "a = [\"x\", \"y\"]");
  CHECK(explained("a = [\n\"x\"\n\"y\"\n]").fixed() == "a = [\n\"x\",\n\"y\"\n]");
  CHECK(explained("a = [\"x\"\nb = 1\n").place() == "[\"x\"");
  CHECK(explained("a = [\"x\"\n[b]\n").place() == "[\"x\"");
  CHECK(explained("a = [1,").place() == "[1,");
  CHECK(explained("a = [1,,2]").diagnostic.message == "there is nothing before this comma");
}

TEST_CASE("a table between braces tells what it lacks") {
  CHECK(explained("a = {\n b = 1 }").place() == "{");
  CHECK(explained("a = { b = 1, }").fixed() == "a = { b = 1 }");
  CHECK(explained("a = { b = 1 c = 2 }").diagnostic.message ==
        "there is no comma between two keys of this table");
}

TEST_CASE("a header that is not closed is closed") {
  CHECK(explained("[contact\nname = 1").fixed() == "[contact]\nname = 1");
  CHECK(explained("[[a]\nb = 1").fixed() == "[[a]]\nb = 1");
  CHECK(explained("[]").diagnostic.message == "there is no name between these brackets");
}

TEST_CASE("dates and numbers are put right where that is certain") {
  CHECK(explained("d = 2026-1-5").fixed() == "d = 2026-01-05");
  CHECK(explained("d = 22/11/2026").fixed() == "d = 2026-11-22");
  CHECK(explained("d = 05/04/2026").fixed().empty());
  CHECK(explained("d = 2026-02-30").fixed().empty());
  CHECK(explained("d = 2026-02-30").place() == "2026-02-30");
  CHECK(explained("n = 10 000").fixed() == "n = 10000");
  CHECK(explained("n = 1,5").fixed() == "n = 1.5");
  CHECK(explained("n = 011").fixed() == "n = 11");
  CHECK(explained("b = True").fixed() == "b = true");
}

TEST_CASE("whatever is written, the place lies in the file and nothing breaks") {
  const std::string alphabet = "a=\"'[]{},.#\n \\1-\xC3\xA9\r:";
  std::uint32_t state = 7;
  for (int run = 0; run < 20'000; ++run) {
    std::string bytes;
    for (int i = 0; i < 14; ++i) {
      state = state * 1664525U + 1013904223U;
      bytes += alphabet[(state >> 16U) % alphabet.size()];
    }
    const auto text = source(bytes);
    Diagnostics diagnostics;
    const auto reading = read_toml(text, toml_region(text), diagnostics);
    INFO(bytes);
    REQUIRE(diagnostics.list().size() <= 14);
    for (const auto& diagnostic : diagnostics.list()) {
      REQUIRE(diagnostic.where.begin <= diagnostic.where.end);
      REQUIRE(diagnostic.where.end <= bytes.size() + 1);
      if (!diagnostic.fix) continue;
      REQUIRE(diagnostic.fix->where.begin <= diagnostic.fix->where.end);
      REQUIRE(diagnostic.fix->where.end <= bytes.size());
    }
    for (const auto& field : reading.values) {
      REQUIRE(field.key_where.end <= bytes.size());
      REQUIRE(field.value.where.end <= bytes.size());
    }
  }
}
