#include "serve/answer.h"

#include "support/catch.h"
#include "support/contains.h"
#include "support/temporary_folder.h"

using namespace lamppost;
using lamppost::test::contains;
using lamppost::test::TemporaryFolder;

namespace {

constexpr std::uint16_t port = 1111;

Answer answer_at(const std::string& target, const ServedSite& site) {
  return answer_to({"GET", target, {"localhost:1111"}}, port, site);
}

ServedSite site_in(const TemporaryFolder& folder) {
  folder.write("public/index.html", "<head><title>Home</title></head><body>");
  folder.write("public/a/index.html", "no head");
  folder.write("public/x.css", "a{}");
  ServedSite site;
  site.folder = folder.path() + "/public";
  site.base_path = "/c/";
  site.version = 7;
  return site;
}

}  // namespace

TEST_CASE("a page has the script that knows of which moment it is") {
  const TemporaryFolder folder;
  const ServedSite site = site_in(folder);
  const Answer home = answer_at("/c/", site);
  CHECK(home.status == 200);
  CHECK(home.type == "text/html; charset=utf-8");
  CHECK(home.body ==
        "<head><title>Home</title><script src=\"/c/.lamppost/live.js?v=7\" defer></script></head>"
        "<body>");
  CHECK(answer_at("/c/a/", site).body ==
        "no head<script src=\"/c/.lamppost/live.js?v=7\" defer></script>");
}

TEST_CASE("other files are sent as they are") {
  const TemporaryFolder folder;
  const Answer style = answer_at("/c/x.css", site_in(folder));
  CHECK(style.type == "text/css; charset=utf-8");
  CHECK(style.file.file.is_open());
  CHECK(bytes_of(style.file) == "a{}");
}

TEST_CASE("a folder without its slash leads to itself with it, with the same query") {
  const TemporaryFolder folder;
  const Answer answer = answer_at("/c/a?b=/c", site_in(folder));
  CHECK(answer.status == 307);
  CHECK(answer.location == "/c/a/?b=/c");
}

TEST_CASE("for what is missing there is the site's own page, or a plain one") {
  const TemporaryFolder folder;
  const ServedSite site = site_in(folder);
  const Answer plain = answer_at("/c/missing", site);
  CHECK(plain.status == 404);
  CHECK(contains(plain.body, "There is no page at this address"));
  CHECK(contains(plain.body, "live.js"));
  folder.write("public/404.html", "<head></head>ours");
  const Answer own = answer_at("/c/missing", site);
  CHECK(own.status == 404);
  CHECK(contains(own.body, "</head>ours"));
}

TEST_CASE("where there is no site a page shows what is wrong") {
  const TemporaryFolder folder;
  ServedSite site = site_in(folder);
  site.folder = folder.path() + "/nothing";
  site.problem = 1;
  site.problems = "<h1>Wrong</h1>";
  const Answer page = answer_at("/c/", site);
  CHECK(page.status == 404);
  CHECK(contains(page.body, "<h1>Wrong</h1>"));
  CHECK(contains(page.body, "/c/.lamppost/live.css"));
}

TEST_CASE("the server's own files come from the program") {
  const TemporaryFolder folder;
  ServedSite site = site_in(folder);
  site.problems = "<h1>Wrong</h1>";
  CHECK(contains(answer_at("/c/.lamppost/live.js", site).body, "location.reload"));
  CHECK(contains(answer_at("/c/.lamppost/worker.js", site).body, "EventSource"));
  CHECK(contains(answer_at("/c/.lamppost/live.css", site).body, "dialog"));
  CHECK(answer_at("/c/.lamppost/problems", site).body == site.problems);
  const Answer events = answer_at("/c/.lamppost/events", site);
  CHECK(events.is_stream);
  CHECK(events.type == "text/event-stream");
}

TEST_CASE("a refusal says why") {
  const Answer answer = answer_to({"GET", "/", {"evil.example"}}, port, {});
  CHECK(answer.status == 403);
  CHECK(contains(answer.body, "localhost:1111"));
}

TEST_CASE("an event tells version and problem") {
  ServedSite site;
  site.version = 12;
  site.problem = 3;
  CHECK(contains(event_of(site), "data: 12 3\n\n"));
}
