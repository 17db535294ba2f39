#include "write/manifest.h"

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace lamppost::test {

TEST_CASE("a manifest reads back as it was written") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/manifest";
  const Manifest manifest = {"index.html", "clusters/citizen-focus/index.html", "é.png"};
  write_manifest(file, manifest);
  CHECK(read_manifest(file) == manifest);
  CHECK_FALSE(folder.has("manifest.new"));
}

TEST_CASE("a manifest that can't be trusted knows nothing") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/manifest";
  CHECK(read_manifest(file).empty());

  folder.write("manifest", "lamppost manifest 1\nindex.html\n");  // cut off before its last line
  CHECK(read_manifest(file).empty());

  folder.write("manifest", "lamppost manifest 99\nindex.html\nend\n");
  CHECK(read_manifest(file).empty());
}

TEST_CASE("a manifest that can't be written is the machine's failure") {
  CHECK_THROWS_AS(write_manifest("/proc/no/such/manifest", {"x"}), MachineError);
}

}  // namespace lamppost::test
