#include "serve/port_refusal.h"

#include <cerrno>

#include "support/catch.h"
#include "support/contains.h"

using namespace lamppost;
using lamppost::test::contains;

TEST_CASE("what to do about a port is said in plain words") {
  CHECK(contains(why_no_port(1111, EADDRINUSE), "another program has taken it"));
  CHECK(contains(why_no_port(1111, EADDRINUSE), "`--port 1112`"));
  CHECK(contains(why_no_port(65535, EADDRINUSE), "`--port 65534`"));
  CHECK(contains(why_no_port(80, EACCES), "only the administrator may use it"));
  CHECK(why_no_port(1111, ENOMEM) == "Cannot allocate memory");
}
