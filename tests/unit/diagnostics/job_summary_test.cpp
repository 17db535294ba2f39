#include "diagnostics/job_summary.h"

#include "support/catch.h"

using namespace lamppost;

namespace {

Diagnostics two_of_them() {
  Diagnostics diagnostics;
  diagnostics.add(diagnostic_at("a.md", Code::raw_html, {0, 1}, "a warning", "mend it"));
  diagnostics.add(diagnostic_at("b.md", Code::bad_date, {2, 3}, "an error", ""));
  return diagnostics;
}

std::size_t count_of(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the summary counts and lists all, errors first, with their places") {
  SourceTexts texts;
  texts.emplace("b.md", make_source_text("b.md", "x\nyz\n"));
  const std::string text = job_summary(two_of_them(), texts);
  CHECK(text.starts_with("## lamppost check\n\n1 error, 1 warning in 2 files.\n\n| |"));
  const auto error = text.find("| error | b&#46;md&#58;2&#58;1 | an error |  | bad-date |\n");
  const auto warning = text.find("| warning | a&#46;md | a warning | mend it | raw-html |\n");
  REQUIRE(error != std::string::npos);
  REQUIRE(warning != std::string::npos);
  CHECK(error < warning);
}

TEST_CASE("without mistakes the summary says so") {
  CHECK(job_summary({}, {}).find("No mistakes found.") != std::string::npos);
}

TEST_CASE("nothing that contributors write becomes markup, a link or a mention") {
  Diagnostics diagnostics;
  auto bad = diagnostic_at("a|b\n<i>.md", Code::bad_url, {},
                           "`x` <b>bold</b> [l](javascript:x) @team #1 www.x.eu a@b.eu \x1b[31m",
                           "| a | b |\n## T");
  bad.notes.push_back({"<script>", "n|n.md", {}});
  diagnostics.add(bad);
  const std::string text = job_summary(diagnostics, {});
  const auto row = text.substr(text.find("| error"));
  const auto line = row.substr(0, row.find('\n'));
  CHECK(count_of(line, "|") == 6);
  CHECK(count_of(line, "<") == 1);  // our own <br>
  for (const char* sign : {"`", "[", "]", "@", "www.", "\x1b", "_", "\\", "!"}) {
    CAPTURE(sign);
    CHECK(line.find(sign) == std::string::npos);
  }
  // Each `#` is our own, in a character reference.
  CHECK(count_of(line, "#") == count_of(line, "&#"));
}

TEST_CASE("past the limit the number of those left out is said") {
  Diagnostics diagnostics;
  for (int i = 0; i < 100; ++i)
    diagnostics.add(diagnostic_at("a.md", Code::bad_date, {}, "m" + std::to_string(i), ""));
  const std::string text = job_summary(diagnostics, {}, 2000);
  const auto rows = count_of(text, "| error |");
  CHECK(rows > 10);
  CHECK(rows < 100);
  CHECK(text.size() < 2200);
  CHECK(text.find("The log shows " + std::to_string(100 - rows) + " more.") != std::string::npos);
}
