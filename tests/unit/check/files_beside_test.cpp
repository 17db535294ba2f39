#include "check/files_beside.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

Diagnostic missing(const std::string& name, bool is_bundle, const std::vector<Asset>& assets) {
  InitiativeBuilder page = initiative("lamp");
  if (is_bundle) page.as_bundle();
  const Site site = site_of({page, initiative("lamp-2").as_bundle()}, assets);
  const auto end = static_cast<std::uint32_t>(12 + name.size());
  return missing_file(site, local_initiative(site, "lamp").initiative->origin, {name, {10, end}});
}

}  // namespace

TEST_CASE("the nearest file beside the page is suggested and written") {
  const auto found =
      missing("Photo.JPG", true,
              {asset("initiatives/lamp/photo.jpg"), asset("initiatives/lamp-2/photos.jpg")});
  CHECK(found.code == Code::missing_file);
  CHECK(found.message == "there is no file `Photo.JPG` beside this page");
  CHECK(found.help == "did you mean `photo.jpg`?");
  CHECK(found.fix == Fix{{10, 21}, "\"photo.jpg\""});
}

TEST_CASE("where no name is near, the files beside the page are named") {
  const auto found = missing("report.pdf", true, {asset("initiatives/lamp/a.jpg")});
  CHECK(found.help == "the files beside it are `a.jpg`; capital letters and the ending count");
  CHECK_FALSE(found.fix.has_value());
}

TEST_CASE("a folder without files is told where to put the file") {
  CHECK(missing("a.jpg", true, {}).help ==
        "put `a.jpg` into the folder of `content/initiatives/lamp/index.md`");
}

TEST_CASE("a page that is no folder is told how to become one") {
  CHECK(missing("a.jpg", false, {}).help ==
        "a page with files is a folder: move this page to `content/initiatives/lamp/index.md` and "
        "put the file beside it");
}

}  // namespace lamppost::test
