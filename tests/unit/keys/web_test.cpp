#include "keys/web.h"

#include "support/catch.h"

using namespace lamppost;

namespace {

std::string mended(const std::optional<AddressProblem>& problem) {
  REQUIRE(problem);
  CHECK_FALSE(problem->help.empty());
  return problem->mended.value_or("");
}

}  // namespace

TEST_CASE("web addresses are http or https with a host") {
  for (const auto* right : {"https://example.eu", "HTTP://example.eu:8080/a?b=c#d",
                            "https://de.wikipedia.org/wiki/Straße", "http://localhost/",
                            "https://[2001:db8::1]/", "https://a@example.eu/"}) {
    INFO(right);
    CHECK_FALSE(url_problem(right));
  }
  for (const auto* wrong :
       {"https://", "https:///x", "ftp://example.eu/", "javascript:alert(1)", "data:text/html,x",
        "https://a b.eu/", "https://example.eu/a b", "https://example.eu/\xC2\xA0",
        "https://example.eu/\xE2\x80\xAE", "https://example.eu/<x>", "https://..eu/", "", "x",
        "mailto:a@example.eu", "https://user@/"}) {
    INFO(wrong);
    CHECK(mended(url_problem(wrong)).empty());
  }
}

TEST_CASE("a web address without its scheme gets one") {
  CHECK(mended(url_problem("www.example.eu/a")) == "https://www.example.eu/a");
  CHECK(mended(url_problem("example.eu")) == "https://example.eu");
  CHECK(mended(url_problem("//example.eu/")) == "https://example.eu/");
}

TEST_CASE("e-mail addresses have one @ and a domain") {
  CHECK_FALSE(email_problem("a.b+c@example.eu"));
  for (const auto* wrong : {"a", "@example.eu", "a@", "a@b", "a@b@example.eu", "a b@example.eu",
                            "a@exa mple.eu", "a@example.e1", "<a@example.eu>", ""}) {
    INFO(wrong);
    CHECK(mended(email_problem(wrong)).empty());
  }
  CHECK(mended(email_problem("mailto:a@example.eu")) == "a@example.eu");
}

TEST_CASE("files lie beside the page or below it") {
  CHECK_FALSE(file_problem("a.jpg"));
  CHECK_FALSE(file_problem("img/a b.jpg"));
  for (const auto* wrong : {"/a.jpg", "../a.jpg", "a/../../b", "a//b", "a/", ".",
                            "https://example.eu/a.jpg", "C:\\..\\a"}) {
    INFO(wrong);
    CHECK(mended(file_problem(wrong)).empty());
  }
  CHECK(mended(file_problem("./a.jpg")) == "a.jpg");
  CHECK(mended(file_problem("img\\a.jpg")) == "img/a.jpg");
}

TEST_CASE("an alias is a path from the site's root") {
  CHECK_FALSE(site_path_problem("/old/"));
  CHECK_FALSE(site_path_problem("/old.html"));
  for (const auto* wrong : {"/", "//evil.example/", "/a//b", "/../a", "/a?b", "/a#b",
                            "https://example.eu/a", "/a b", "/a\\b"}) {
    INFO(wrong);
    CHECK(mended(site_path_problem(wrong)).empty());
  }
  CHECK(mended(site_path_problem("old/")) == "/old/");
}
