#include "model/settings.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a base path is what follows the host, between slashes") {
  CHECK(base_path("https://example.eu/") == "/");
  CHECK(base_path("https://example.eu") == "/");
  CHECK(base_path("https://example.eu/a/b/") == "/a/b/");
  CHECK(base_path("https://example.eu/a/b") == "/a/b/");
  CHECK(base_path("http://localhost:8080/x/") == "/x/");
  CHECK(base_path("https://example.eu/a/?q=/b/#/c/") == "/a/");
  CHECK(base_path("/a/") == "/a/");
}

}  // namespace lamppost::test
