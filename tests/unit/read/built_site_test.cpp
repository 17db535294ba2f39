#include "read/built_site.h"

#include <filesystem>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

std::vector<std::string> bytes_of(const std::string& path) {
  std::vector<std::string> all;
  for (const BuiltCatalogue& catalogue : read_built_site(path)) all.push_back(catalogue.bytes);
  return all;
}

}  // namespace

TEST_CASE("a built site has a catalogue for each of its languages, the default one first") {
  const TemporaryFolder folder;
  folder.write("catalogue.json", "default");
  folder.write("fr/catalogue.json", "fr");
  folder.write("de/catalogue.json", "de");
  folder.write("topics/catalogue.json", "no language");
  folder.write("it/index.html", "no catalogue");
  CHECK(bytes_of(folder.path()) == std::vector<std::string>{"default", "de", "fr"});
  CHECK(read_built_site(folder.path())[1].file == folder.path() + "/de/catalogue.json");
}

TEST_CASE("a catalogue can be given by itself") {
  const TemporaryFolder folder;
  folder.write("before.json", "one");
  CHECK(bytes_of(folder.path() + "/before.json") == std::vector<std::string>{"one"});
}

TEST_CASE("a folder without a catalogue has none, and a link in it is not followed") {
  const TemporaryFolder folder;
  folder.write("fr/catalogue.json", "fr");
  CHECK(bytes_of(folder.path()).empty());
  std::filesystem::create_symlink("fr/catalogue.json", folder.path() + "/catalogue.json");
  CHECK(bytes_of(folder.path()).empty());
  CHECK_THROWS_AS(read_built_site(folder.path() + "/nothing"), MachineError);
}

}  // namespace lamppost::test
