#include "model/initiative.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a status is called as the content writes it") {
  CHECK(name_of(Status::planned) == "planned");
  CHECK(name_of(Status::active) == "active");
  CHECK(name_of(Status::completed) == "completed");
}

}  // namespace lamppost::test
