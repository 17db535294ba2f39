#include "diagnostics/printers.h"

#include <algorithm>

#include "support/catch.h"

using namespace lamppost;

namespace {

const std::string file = "content/initiatives/x.md";

SourceTexts texts_of(std::string bytes) {
  return {{file, make_source_text(file, std::move(bytes))}};
}

Diagnostic unknown_key() {
  return {
      Code::unknown_key,        file, {16, 23}, "unknown key `clutser`", "did you mean `cluster`?",
      Fix{{16, 23}, "cluster"}, {},   true};
}

const std::string page = "+++\ntitle = \"X\"\nclutser = \"citizen-focus\"\n+++\n";

std::string shown(const Diagnostic& diagnostic, const SourceTexts& texts,
                  PrintOptions options = {}) {
  Diagnostics diagnostics;
  diagnostics.add(diagnostic);
  return print(diagnostics, texts, options);
}

/// What is shown of a mistake at those bytes, without the closing line.
std::string shown_at(std::string bytes, Span where) {
  const std::string all =
      shown({Code::toml_syntax, file, where, "m", {}, {}, {}, true}, texts_of(std::move(bytes)));
  return all.substr(0, all.find("\nlamppost: "));
}

}  // namespace

TEST_CASE("nothing wrong, nothing shown") { CHECK(print({}, {}, {}).empty()); }

TEST_CASE("a mistake is shown with its line, an underline and what to write") {
  CHECK(shown(unknown_key(), texts_of(page)) == R"(error[unknown-key]: unknown key `clutser`
  --> content/initiatives/x.md:3:1
   |
 3 | clutser = "citizen-focus"
   | ^^^^^^^
   = help: did you mean `cluster`?
   = write: cluster = "citizen-focus"

lamppost: 1 error in 1 file
)");
}

TEST_CASE("the frame is as wide as the line number") {
  const std::string bytes = std::string(99, '\n') + "abc";
  CHECK(shown_at(bytes, {99, 100}) == R"(error[toml-syntax]: m
    --> content/initiatives/x.md:100:1
     |
 100 | abc
     | ^
)");
}

TEST_CASE("a fix of several lines is shown below itself") {
  Diagnostic diagnostic = unknown_key();
  diagnostic.help.clear();
  diagnostic.fix = Fix{{16, 16}, "a = 1\n\nb = 2\n"};
  const std::string all = shown(diagnostic, texts_of(page));
  CHECK(all.find("\n   = write: a = 1\n\n            b = 2\n\nlamppost") != std::string::npos);
}

TEST_CASE("a fix of very many lines is cut") {
  Diagnostic diagnostic = unknown_key();
  std::string many;
  for (int i = 0; i < 100; ++i) many += "line\n";
  diagnostic.fix = Fix{{16, 16}, many};
  const std::string all = shown(diagnostic, texts_of(page));
  CHECK(all.find("            line\n            \u2026\n\n") != std::string::npos);
  CHECK(std::count(all.begin(), all.end(), '\n') == 6 + 12 + 1 + 2);
}

TEST_CASE("a fix that takes the line out says so") {
  Diagnostic diagnostic = unknown_key();
  diagnostic.fix = Fix{{16, 42}, ""};
  CHECK(shown(diagnostic, texts_of(page)).find("   = write: nothing: take this line out\n") !=
        std::string::npos);
}

TEST_CASE("notes come with their places") {
  SourceTexts texts = texts_of(page);
  texts.emplace("content/b.md", make_source_text("content/b.md", "one\ntwo\n"));
  Diagnostic diagnostic{Code::duplicate_address, file, {0, 3}, "m", {}, {}, {}, true};
  diagnostic.notes = {{"the other is here", "content/b.md", {4, 7}},
                      {"in a file that was not read", "content/c.md", {}},
                      {"without a place", "", {}}};
  const std::string all = shown(diagnostic, texts);
  CHECK(all.find("   = note: the other is here\n     --> content/b.md:2:1\n"
                 "   = note: in a file that was not read\n     --> content/c.md\n"
                 "   = note: without a place\n\n") != std::string::npos);
}

TEST_CASE("without a place only the path is shown") {
  Diagnostic diagnostic{Code::too_large, file, {}, "too large", "make it smaller", {}, {}, false};
  CHECK(shown(diagnostic, texts_of(page)) == R"(error[too-large]: too large
  --> content/initiatives/x.md
   = help: make it smaller

lamppost: 1 error in 1 file
)");
}

TEST_CASE("a file whose text is not at hand is shown by its path") {
  CHECK(shown(unknown_key(), {}).find("  --> content/initiatives/x.md\n   = help") !=
        std::string::npos);
}

TEST_CASE("a mistake of the whole site has no arrow") {
  Diagnostic diagnostic{Code::missing_theme, "", {}, "no theme", {}, {}, {}, false};
  CHECK(shown(diagnostic, {}) == "error[missing-theme]: no theme\n\nlamppost: 1 error\n");
}

TEST_CASE("the underline is below wide characters, combining ones and tabs") {
  CHECK(shown_at("\u4E2D\u6587\tx", {7, 8}) ==
        "error[toml-syntax]: m\n"
        "  --> content/initiatives/x.md:1:4\n"
        "   |\n"
        " 1 | \u4E2D\u6587    x\n"
        "   |         ^\n");
  CHECK(shown_at("e\u0301x", {3, 4}).ends_with(" 1 | e\u0301x\n   |  ^\n"));
}

TEST_CASE("a mistake over several lines underlines the first") {
  CHECK(shown_at("abc\ndef\n", {1, 6}).ends_with(" 1 | abc\n   |  ^^\n"));
}

TEST_CASE("an empty line and the end of the file can be marked") {
  CHECK(shown_at("", {0, 0}).ends_with("\n   |\n 1 |\n   | ^\n"));
  CHECK(shown_at("a\n", {2, 2}).ends_with(":2:1\n   |\n 2 |\n   | ^\n"));
  CHECK(shown_at("a", {9, 12}).ends_with(":1:2\n   |\n 1 | a\n   |  ^\n"));
}

TEST_CASE("a CRLF file is shown without its CR") {
  CHECK(shown_at("ab\r\n", {0, 4}).ends_with(" 1 | ab\n   | ^^\n"));
}

TEST_CASE("a line of more than 160 columns is cut") {
  const std::string all = shown_at(std::string(500, 'a') + '!' + std::string(500, 'b'), {500, 501});
  const std::size_t begin = all.find(" 1 | ") + 5;
  const std::string line = all.substr(begin, all.find('\n', begin) - begin);
  CHECK(line.size() == 3 + 160 + 3);
  CHECK(line.find('!') == 3 + 79);
  CHECK(all.ends_with("   | " + std::string(80, ' ') + "^\n"));
}

TEST_CASE("nothing of the content reaches the terminal as a control character") {
  const std::string bad =
      "a\x1b[2J\u202E\u009B"
      "31m\x07";
  const std::string path = "content/\x1b]0;x\x07.md";
  Diagnostic diagnostic{Code::unknown_key,     path, {0, 1}, bad, bad, Fix{{0, 0}, bad},
                        {{bad, path, {0, 1}}}, true};
  const std::string all = shown(diagnostic, {{path, make_source_text(path, bad)}});
  CHECK(all.find('\x1b') == std::string::npos);
  CHECK(all.find('\x07') == std::string::npos);
  CHECK(all.find("\u202E") == std::string::npos);
  CHECK(all.find("\u009B") == std::string::npos);
  CHECK(all.find("unknown-key]: a\\x1b[2J\\u202e\\x9b31m\\x07\n") != std::string::npos);
  CHECK(all.find("--> content/\\x1b]0;x\\x07.md:1:1\n") != std::string::npos);
  CHECK(all.find("= note: a\\x1b[2J") != std::string::npos);
}

TEST_CASE("colour is there only when asked for") {
  CHECK(shown(unknown_key(), texts_of(page)).find('\x1b') == std::string::npos);
  const std::string coloured =
      shown(unknown_key(), texts_of(page), {DiagnosticFormat::human, true, false});
  CHECK(coloured.starts_with("\x1b[1;31merror[unknown-key]\x1b[0m"));
  CHECK(coloured.find("\x1b[1;31m^^^^^^^\x1b[0m\n") != std::string::npos);
}

TEST_CASE("colour changes nothing but colour") {
  std::string coloured =
      shown(unknown_key(), texts_of(page), {DiagnosticFormat::human, true, false});
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos;
       at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == shown(unknown_key(), texts_of(page)));
}

TEST_CASE("the closing line counts errors, warnings and files") {
  const auto closing = [](std::vector<Diagnostic> list, bool is_strict) {
    Diagnostics diagnostics;
    for (auto& diagnostic : list) diagnostics.add(std::move(diagnostic));
    const std::string all = print(diagnostics, {}, {DiagnosticFormat::human, false, is_strict});
    return all.substr(all.rfind("\n\n") + 2);
  };
  const Diagnostic error{Code::unknown_key, "a", {}, "m", {}, {}, {}, true};
  const Diagnostic warning{Code::raw_html, "b", {}, "m", {}, {}, {}, true};
  CHECK(closing({error, error, warning}, false) == "lamppost: 2 errors, 1 warning in 2 files\n");
  CHECK(closing({warning, warning}, false) == "lamppost: 2 warnings in 1 file\n");
  CHECK(closing({warning}, true) ==
        "lamppost: 1 warning in 1 file (with --strict a warning counts as an error)\n");
  CHECK(closing({error}, true) == "lamppost: 1 error in 1 file\n");
}

TEST_CASE("an explanation has its summary, its text and both examples") {
  const CodeInfo code{Code::raw_html, "raw-html", Severity::warning, "a summary", "Some words.",
                      "one\n\ntwo",   "three"};
  CHECK(explain(code) == R"(warning[raw-html]: a summary

Some words.

Wrong:

    one

    two

Right:

    three
)");
}

TEST_CASE("explanations are at most 80 columns wide") {
  for (const CodeInfo& code : codes()) {
    std::string text = explain(code);
    text.resize(text.find("\nWrong:"));
    CAPTURE(text);
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      CHECK(text.find('\n', at) - at <= 80 + code.name.size());
    }
  }
}
