#include "serve/problems.h"

#include "support/catch.h"
#include "support/contains.h"

using namespace lamppost;
using lamppost::test::contains;

namespace {

Diagnostic wrong_key() {
  Diagnostic diagnostic = diagnostic_at("content/x.md", Code::unknown_key, {4, 9},
                                        "there is no key `titel`", "did you mean `title`?");
  diagnostic.fix = Fix{{4, 9}, "title"};
  diagnostic.notes.push_back({"here it is right", "content/y.md", {0, 1}});
  return diagnostic;
}

SourceTexts texts() {
  return {{"content/x.md", make_source_text("content/x.md", "+++\ntitel = \"<b>\"\n+++\n")},
          {"content/y.md", make_source_text("content/y.md", "title")}};
}

}  // namespace

TEST_CASE("a diagnostic is told with place, line, help and what to write, as in the terminal") {
  const Diagnostics all({wrong_key()});
  const std::string html = problems_html(all, texts());
  CHECK(contains(html, "<h1 id=\"problems-title\">"));
  CHECK(contains(html, "1 error in 1 file. "));
  CHECK(contains(html, "error[unknown-key]</span>: there is no key `titel`</h2>"));
  CHECK(contains(html, "<code>content/x.md:2:1</code>"));
  CHECK(contains(html, "2 | titel = &quot;&lt;b&gt;&quot;\n    <span aria-hidden=\"true\">^^^^^<"));
  CHECK(contains(html, "<b>help:</b> did you mean `title`?"));
  CHECK(contains(html, "<b>write:</b> "));
  CHECK(contains(html, "<pre tabindex=\"0\">title = &quot;&lt;b&gt;&quot;\n</pre>"));
  CHECK(contains(html, "<b>note:</b> here it is right"));
  CHECK(contains(html, "<code>content/y.md:1:1</code>"));
  const std::string said = print(all, texts(), {});
  for (const char* words : {"there is no key `titel`", "did you mean `title`?", "here it is right",
                            "content/x.md:2:1", "content/y.md:1:1"}) {
    CHECK(contains(said, words));
  }
}

TEST_CASE("what contributors wrote is text, and can be seen") {
  Diagnostic diagnostic = diagnostic_at("content/<i>.md", Code::unknown_key, {},
                                        "no \x1b[31m <script>alert(1)</script>", "<img src=x>");
  diagnostic.has_place = false;
  const std::string html = problems_html(Diagnostics({diagnostic}), {});
  CHECK_FALSE(contains(html, "<script"));
  CHECK_FALSE(contains(html, "<img"));
  CHECK_FALSE(contains(html, "<i>"));
  CHECK(contains(html, "\\x1b[31m"));
  CHECK(contains(html, "<code>content/&lt;i&gt;.md</code>"));
}

TEST_CASE("a hundred are shown, and how many more there are") {
  const Diagnostics all(std::vector<Diagnostic>(103, wrong_key()));
  const std::string html = problems_html(all, {});
  std::size_t count = 0;
  for (std::size_t at = html.find("<article"); at != std::string::npos;
       at = html.find("<article", at + 1)) {
    ++count;
  }
  CHECK(count == 100);
  CHECK(contains(html, "The terminal shows 3 more."));
}

TEST_CASE("a failure of the machine is told in its words") {
  CHECK(contains(failure_html("content: No <such> file"), "content: No &lt;such&gt; file"));
}
