// The same content gives the same bytes, whatever the machine.
#include <filesystem>
#include <string>

#include "support/catch.h"
#include "support/files_below.h"
#include "support/pages.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

void copy_catalogue(const TemporaryFolder& folder, const std::string& below = "") {
  fs::create_directories(fs::path(folder.path()) / below);
  fs::copy(LAMPPOST_CONTENT, fs::path(folder.path()) / below / "content",
           fs::copy_options::recursive);
}

/// The catalogue, built into `name` with these arguments and this environment.
Files built(const TemporaryFolder& folder, const std::string& name,
            const std::string& arguments = "", const std::string& environment = "") {
  const RunResult result =
      run_lamppost(folder.path(), "build --quiet --output " + name + " " + arguments, environment);
  INFO(result.errors);
  REQUIRE(result.status == 0);
  return files_below(folder.path() + "/" + name);
}

}  // namespace

TEST_CASE("the real catalogue gives the same bytes whatever jobs, locale, time zone and folder") {
  const TemporaryFolder folder;
  copy_catalogue(folder);
  const auto reference = built(folder, "reference", "--jobs 1");
  REQUIRE(reference.size() > 100);

  SECTION("with other numbers of threads") {
    CHECK(built(folder, "two", "--jobs 2") == reference);
    CHECK(built(folder, "eight", "--jobs 8") == reference);
  }
  SECTION("a second time into the same folder") { CHECK(built(folder, "reference") == reference); }
  if (is_sanitized) return;  // these find nothing that the others would not
  SECTION("in a Turkish locale") {
    CHECK(built(folder, "turkish", "", "LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 LANGUAGE=tr") ==
          reference);
  }
  SECTION("without any locale") { CHECK(built(folder, "posix", "", "LC_ALL=POSIX") == reference); }
  SECTION("in another time zone") {
    CHECK(built(folder, "kiritimati", "", "TZ=Pacific/Kiritimati") == reference);
    CHECK(built(folder, "honolulu", "", "TZ=Pacific/Honolulu") == reference);
  }
  SECTION("from another folder, with files written in another order") {
    const TemporaryFolder other;
    copy_catalogue(other, "far/away");
    CHECK(built(other, "public", "--content far/away/content") == reference);
  }
}

}  // namespace lamppost::test
