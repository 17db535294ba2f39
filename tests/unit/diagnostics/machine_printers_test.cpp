#include "diagnostics/machine_printers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "support/catch.h"

using namespace lamppost;
using nlohmann::json;

namespace {

const std::string wrong_file = "content/x.md";
const std::string wrong_page = "+++\ntitel = \"\u00C9t\u00E9\" # \u4E2D\n+++\n";

SourceTexts texts() {
  SourceTexts all;
  all.emplace(wrong_file, make_source_text(wrong_file, wrong_page));
  all.emplace("content/b.md", make_source_text("content/b.md", "one\ntwo\n"));
  return all;
}

Diagnostics only(const Diagnostic& diagnostic) {
  Diagnostics diagnostics;
  diagnostics.add(diagnostic);
  return diagnostics;
}

Diagnostic sample() {
  return {Code::unknown_key,
          wrong_file,
          {4, 9},
          "unknown key `titel`",
          "did you mean `title`?",
          Fix{{4, 9}, "title"},
          {{"see there", "content/b.md", {4, 7}}, {"and this", "", {}}},
          true,
          true};
}

/// The line that closes the list of one.
std::string closing(const std::string& noun) {
  return "::notice title=lamppost::1 " + noun +
         " in 1 file; GitHub shows ten of each kind, the log and the summary show all\n";
}

Diagnostic message_only(std::string message, std::string path = "a.md") {
  return {Code::raw_html, std::move(path), {}, std::move(message), {}, {}, {}, false};
}

}  // namespace

TEST_CASE("json: an empty list is still an object") {
  const json expected = {{"diagnostics", json::array()}, {"errors", 0}, {"warnings", 0}};
  CHECK(json::parse(print_json({}, {})) == expected);
}

TEST_CASE("json: a diagnostic with all it can have") {
  const json expected = json::parse(R"({
    "diagnostics": [{
      "severity": "error", "code": "unknown-key", "file": "content/x.md",
      "line": 2, "column": 1, "end_line": 2, "end_column": 6, "offset": 4, "end_offset": 9,
      "message": "unknown key `titel`", "help": "did you mean `title`?",
      "fix": {"line": 2, "column": 1, "end_line": 2, "end_column": 6, "offset": 4,
              "end_offset": 9, "text": "title", "certain": true, "lines": ["title = \"Été\" # 中"]},
      "notes": [
        {"message": "see there", "file": "content/b.md", "line": 2, "column": 1, "end_line": 2,
         "end_column": 4, "offset": 4, "end_offset": 7},
        {"message": "and this"}]
    }],
    "errors": 1, "warnings": 0})");
  CHECK(json::parse(print_json(only(sample()), texts())) == expected);
}

TEST_CASE("json: without a place there is no line") {
  const json printed = json::parse(print_json(only(message_only("m")), texts()));
  const json expected = json::parse(R"({"severity": "warning", "code": "raw-html", "file": "a.md",
                                        "message": "m", "help": "", "notes": []})");
  CHECK(printed["diagnostics"][0] == expected);
  CHECK(printed["warnings"] == 1);
}

TEST_CASE("json: what could confuse a terminal is escaped and comes back the same") {
  const std::string message = "a\x1b\n\x7F\u009B\u202E\u200B\U000E0041 \u00E9\u4E2D";
  const std::string printed = print_json(only(message_only(message)), {});
  CHECK(printed.find("\\u009b\\u202e\\u200b\\udb40\\udc41 \u00E9\u4E2D") != std::string::npos);
  CHECK(printed.find("\x1b") == std::string::npos);
  CHECK(printed.find("\x7F") == std::string::npos);
  CHECK(json::parse(printed)["diagnostics"][0]["message"] == message);
}

TEST_CASE("json: bytes that are no UTF-8 become the replacement character") {
  const json printed = json::parse(print_json(only(message_only("caf\xE9", "\xFF.md")), {}));
  CHECK(printed["diagnostics"][0]["message"] == "caf\uFFFD");
  CHECK(printed["diagnostics"][0]["file"] == "\uFFFD.md");
}

TEST_CASE("github: one command with place, message, help, fix and notes") {
  CHECK(print_github(only(sample()), texts()) ==
        "::error title=unknown-key,file=content/x.md,line=2,endLine=2,col=1,endColumn=6::"
        "unknown key `titel`%0Ahelp: did you mean `title`?%0A"
        "write: title = \"\u00C9t\u00E9\" # \u4E2D%0A"
        "note: see there (content/b.md)%0Anote: and this\n" +
            closing("error"));
}

TEST_CASE("github: nothing wrong, nothing shown") { CHECK(print_github({}, {}).empty()); }

TEST_CASE("github: what separates is escaped") {
  CHECK(print_github(only(message_only("50%: a, b :: c%0A", "a:b,c%.md")), {}) ==
        "::warning title=raw-html,file=a%3Ab%2Cc%25.md::50%25: a, b :: c%250A\n" +
            closing("warning"));
}

TEST_CASE("github: content can't start a command of its own") {
  const std::string printed =
      print_github(only(message_only("x\n::stop-commands::y\r\n", "a\n::error::.md")), {});
  CHECK(std::count(printed.begin(), printed.end(), '\n') == 2);
  CHECK(printed.find('\r') == std::string::npos);
  CHECK(printed.find("file=a\\n%3A%3Aerror%3A%3A.md::x\\n::stop") != std::string::npos);
}

TEST_CASE("github: columns are left out where the lines differ") {
  Diagnostic diagnostic = message_only("m", wrong_file);
  diagnostic.has_place = true;
  diagnostic.where = {1, 9};
  CHECK(print_github(only(diagnostic), texts()) ==
        "::warning title=raw-html,file=content/x.md,line=1,endLine=2::m\n" + closing("warning"));
}

TEST_CASE(
    "github: errors come before warnings, as only ten of each are shown, and all are counted") {
  Diagnostics diagnostics;
  diagnostics.add(message_only("w"));
  diagnostics.add(diagnostic_at("b.md", Code::bad_date, {}, "e", ""));
  diagnostics.add(message_only("v", "c.md"));
  CHECK(print_github(diagnostics, {}) ==
        "::error title=bad-date,file=b.md::e\n"
        "::warning title=raw-html,file=a.md::w\n"
        "::warning title=raw-html,file=c.md::v\n"
        "::notice title=lamppost::1 error, 2 warnings in 3 files; GitHub shows ten of each kind, "
        "the log and the summary show all\n");
}

TEST_CASE("github: path and message come back from the runner as they were") {
  // As actions/runner undoes the escapes (src/Runner.Common/ActionCommand.cs).
  const auto undone = [](std::string text, bool is_property) {
    const std::vector<std::pair<std::string, std::string>> escapes = {
        {"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}};
    for (const auto& [escape, sign] : escapes) {
      if (!is_property && (sign == ":" || sign == ",")) continue;
      for (auto at = text.find(escape); at != std::string::npos; at = text.find(escape, at + 1))
        text.replace(at, escape.size(), sign);
    }
    return text;
  };
  for (const std::string odd : {"100% of a, b: c", "%0A %25 %3A,::", "::error::x", "a%2Cb%"}) {
    CAPTURE(odd);
    const std::string printed = print_github(only(message_only(odd, odd + ".md")), {});
    const std::string line = printed.substr(0, printed.find('\n'));
    const auto file = line.find(",file=") + 6;
    const auto end = line.find("::", 2);
    CHECK(undone(line.substr(file, end - file), true) == odd + ".md");
    CHECK(undone(line.substr(end + 2), false) == odd);
  }
}

TEST_CASE("gitlab: an issue has its place, its words and a mark of its own") {
  Diagnostics diagnostics;
  diagnostics.add(sample());
  diagnostics.add(sample());
  const json report = json::parse(print_gitlab(diagnostics, texts(), "site/"));
  REQUIRE(report.size() == 2);
  CHECK(report[0]["check_name"] == "unknown-key");
  CHECK(report[0]["severity"] == "major");
  CHECK(report[0]["location"] == json({{"path", "site/content/x.md"}, {"lines", {{"begin", 2}}}}));
  CHECK(report[0]["description"].get<std::string>().starts_with(
      "unknown key `titel`\nhelp: did you mean `title`?"));
  CHECK(report[0]["fingerprint"] != report[1]["fingerprint"]);
}

TEST_CASE("gitlab: where lines move, an issue keeps its mark") {
  const auto mark = [](const std::string& before) {
    Diagnostic moved = sample();
    const auto by = static_cast<std::uint32_t>(before.size());
    moved.where = moved.fix->where = {4 + by, 9 + by};
    SourceTexts sources = texts();
    sources.insert_or_assign(
        wrong_file,
        make_source_text(wrong_file, wrong_page.substr(0, 4) + before + wrong_page.substr(4)));
    return json::parse(print_gitlab(only(moved), sources)).front()["fingerprint"];
  };
  CHECK(mark("") == mark("goal = \"G\"\n"));
}

TEST_CASE("gitlab: nothing wrong is an empty report, a mistake without a place is at line 1") {
  CHECK(json::parse(print_gitlab({}, {})) == json::array());
  const json report = json::parse(print_gitlab(only(message_only("m")), {}));
  CHECK(report.front()["location"]["lines"]["begin"] == 1);
}

TEST_CASE("sarif: every code is a rule, at the index that results name") {
  const json log = json::parse(print_sarif(only(sample()), texts()));
  CHECK(log["version"] == "2.1.0");
  const json& run = log["runs"][0];
  const json& rules = run["tool"]["driver"]["rules"];
  CHECK(run["tool"]["driver"]["name"] == "lamppost");
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(rules.size() == codes().size());
  const json& result = run["results"][0];
  CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == "unknown-key");
  CHECK(rules[0]["defaultConfiguration"]["level"] == "error");
}

TEST_CASE("sarif: a result with place, fix and related location") {
  const json log = json::parse(print_sarif(only(sample()), texts()));
  json result = log["runs"][0]["results"][0];
  result.erase("ruleIndex");
  CHECK(result == json::parse(R"({
    "ruleId": "unknown-key", "level": "error",
    "message": {"text": "unknown key `titel`\ndid you mean `title`?\nand this"},
    "locations": [{"physicalLocation": {
      "artifactLocation": {"uri": "content/x.md"},
      "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6}}}],
    "relatedLocations": [{"physicalLocation": {
      "artifactLocation": {"uri": "content/b.md"},
      "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4}},
      "message": {"text": "see there"}}],
    "fixes": [{"artifactChanges": [{
      "artifactLocation": {"uri": "content/x.md"},
      "replacements": [{
        "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6},
        "insertedContent": {"text": "title"}}]}]}]
  })"));
}

TEST_CASE("sarif: columns count characters") {
  Diagnostic diagnostic = sample();
  diagnostic.where = {21, 24};
  const json log = json::parse(print_sarif(only(diagnostic), texts()));
  const json& region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(region["startColumn"] == 16);
  CHECK(region["endColumn"] == 17);
}

TEST_CASE("sarif: a fix that is not certain is none") {
  Diagnostic diagnostic = sample();
  diagnostic.is_certain = false;
  const json log = json::parse(print_sarif(only(diagnostic), texts()));
  CHECK_FALSE(log["runs"][0]["results"][0].contains("fixes"));
}

TEST_CASE("github and sarif: a file is named from the repository's root") {
  CHECK(print_github(only(message_only("m")), {}, "my site/").find(",file=my site/a.md::m") !=
        std::string::npos);
  CHECK(print_github(only(message_only("m", "/a.md")), {}, "site/").find(",file=/a.md::m") !=
        std::string::npos);
  const json log = json::parse(print_sarif(only(sample()), texts(), "my site/"));
  const json& result = log["runs"][0]["results"][0];
  const auto uri_in = [](const json& place) { return place["artifactLocation"]["uri"]; };
  CHECK(uri_in(result["locations"][0]["physicalLocation"]) == "my%20site/content/x.md");
  CHECK(uri_in(result["relatedLocations"][0]["physicalLocation"]) == "my%20site/content/b.md");
  CHECK(uri_in(result["fixes"][0]["artifactChanges"][0]) == "my%20site/content/x.md");
}

TEST_CASE("sarif: a path becomes a URI reference") {
  const auto uri = [](std::string path) {
    const json log = json::parse(print_sarif(only(message_only("m", std::move(path))), {}));
    const json& place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    return place["artifactLocation"]["uri"].get<std::string>();
  };
  CHECK(uri("content/a b%.md") == "content/a%20b%25.md");
  CHECK(uri("a:b.md") == "a%3Ab.md");
  CHECK(uri("/srv/\u00E9.md") == "file:///srv/%C3%A9.md");
}

TEST_CASE("sarif: nothing wrong is a run without results") {
  const json log = json::parse(print_sarif({}, {}));
  CHECK(log["runs"][0]["results"] == json::array());
}

TEST_CASE("sarif: a mistake of the whole site has no location") {
  const json log = json::parse(print_sarif(only(message_only("m", "")), {}));
  CHECK_FALSE(log["runs"][0]["results"][0].contains("locations"));
}
