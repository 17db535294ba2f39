#include "serve/request.h"

#include "support/catch.h"

using namespace lamppost;

namespace {

constexpr std::uint16_t own_port = 1111;

Route route_of(const std::string& target, const std::string& base_path = "/catalogue/") {
  return route({"GET", target, {"localhost:1111"}}, own_port, base_path);
}

/// The path of the site that a target leads to, or why it leads to none.
std::string path_of(const std::string& target) {
  const Route found = route_of("/catalogue/" + target);
  return found.destination == Destination::site ? found.text : std::to_string(found.status);
}

unsigned status_for(const std::vector<std::string>& hosts, std::uint16_t at = own_port) {
  return route({"GET", "/", hosts}, at, "/").status;
}

}  // namespace

TEST_CASE("paths are those below the base path, decoded and without query") {
  CHECK(path_of("").empty());
  CHECK(path_of("initiatives/lamp/") == "initiatives/lamp/");
  CHECK(path_of("catalogue.json?x=/../") == "catalogue.json");
  CHECK(path_of("caf%C3%A9/b%20c#d") == "caf\xC3\xA9/b c");
  CHECK(route_of("/a/b", "/").text == "a/b");
}

TEST_CASE("no path leads out of the site or to what is hidden") {
  for (const char* target :
       {"..",       "../x",   "a/../x",      "a/..",   "./x",    "a//x",  "/etc/passwd",
        "%2e%2e/x", "%2E./x", "a/%2e",       "..%2fx", "%2fetc", "a%2Fb", "a%5cb",
        "a\\b",     "..\\x",  ".git/config", "a/.env", "%2egit", "a%00b", "a%0ab",
        "a%7f",     "%",      "%4",          "%zz",    "a/%"}) {
    INFO(target);
    CHECK(path_of(target) == "404");
  }
}

TEST_CASE("what is encoded twice is decoded once") { CHECK(path_of("%252e%252e") == "%2e%2e"); }

TEST_CASE("the root and the base path without its slash lead to the home page") {
  for (const char* target : {"/", "/catalogue", "/catalogue?x"}) {
    INFO(target);
    CHECK(route_of(target).destination == Destination::moved);
    CHECK(route_of(target).text == "/catalogue/");
  }
  CHECK(route_of("/", "/").destination == Destination::site);
}

TEST_CASE("what is not below the base path is not there") {
  for (const char* target : {"/catalogues/", "/x", "/Catalogue/", "//catalogue/"}) {
    INFO(target);
    CHECK(route_of(target).destination == Destination::refused);
    CHECK(route_of(target).status == 404);
  }
}

TEST_CASE("targets that are no paths are refused") {
  for (const char* target : {"", "*", "catalogue/", "http://localhost:1111/catalogue/", "/\n"}) {
    INFO(target);
    CHECK(route_of(target).status == 400);
  }
}

TEST_CASE("the server answers to its own names with its own port only") {
  for (const char* host : {"localhost:1111", "LOCALHOST:1111", "127.0.0.1:1111", "[::1]:1111"}) {
    INFO(host);
    CHECK(status_for({host}) == 200);
  }
  for (const char* host :
       {"localhost", "localhost:1112", "localhost:01111", "evil.example:1111", "127.0.0.1",
        "localhost:1111.evil.example", "evil.example", "127.1:1111", "::1:1111", "a@localhost:1111",
        "localhost.:1111", " localhost:1111", ""}) {
    INFO(host);
    CHECK(status_for({host}) == 403);
  }
  CHECK(status_for({"localhost"}, 80) == 200);
}

TEST_CASE("exactly one host has to be named") {
  CHECK(status_for({}) == 400);
  CHECK(status_for({"localhost:1111", "localhost:1111"}) == 400);
}

TEST_CASE("only reading is allowed") {
  CHECK(route({"HEAD", "/", {"localhost:1111"}}, own_port, "/").status == 200);
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "get", ""}) {
    INFO(method);
    CHECK(route({method, "/", {"localhost:1111"}}, own_port, "/").status == 405);
  }
}

TEST_CASE("the server's own files lie in a folder that no site has") {
  CHECK(route_of("/catalogue/.lamppost/live.js?v=1").destination == Destination::script);
  CHECK(route_of("/catalogue/.lamppost/worker.js").destination == Destination::worker);
  CHECK(route_of("/catalogue/.lamppost/live.css").destination == Destination::style);
  CHECK(route_of("/catalogue/.lamppost/problems").destination == Destination::problems);
  CHECK(route_of("/catalogue/.lamppost/events").destination == Destination::events);
  for (const char* name : {"", "x", "../live.js", "live.js/", "%2e%2e/x", "manifest"}) {
    INFO(name);
    CHECK(route_of(std::string("/catalogue/.lamppost/") + name).status == 404);
  }
}
