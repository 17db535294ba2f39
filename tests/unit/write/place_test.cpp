#include "write/place.h"

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("lamppost's own folder lies beside the output folder, however that is written") {
  CHECK(output_place("public").staging == ".lamppost/public/staging");
  CHECK(output_place("./public/").output == "public");
  CHECK(output_place("/srv/www/site").manifest == "/srv/www/.lamppost/site/manifest");
  CHECK(output_place("out/site").lock == "out/.lamppost/site/lock");
}

}  // namespace lamppost::test
