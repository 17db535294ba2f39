#include "data/absolute_urls.h"

#include "support/builders.h"
#include "support/catch.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

Site two_languages() {
  return site_of({settings().base_url("https://example.eu/a/").language("fr"), cluster("light"),
                  cluster("light").in_language("fr").titled("Lumière"), cluster("water"),
                  initiative("lamp").in("light"),
                  initiative("lamp").in("light").in_language("fr").titled("Lampadaire"),
                  initiative("well").in("water")});
}

}  // namespace

TEST_CASE("URLs hold the base path and the edition's prefix") {
  const Site site = two_languages();
  CHECK(home_url(site, site.editions[0]) == "https://example.eu/a/");
  CHECK(home_url(site, site.editions[1]) == "https://example.eu/a/fr/");
  CHECK(initiative_url(site, site.editions[1], initiative_id(site, "lamp")) ==
        "https://example.eu/a/fr/initiatives/lamp/");
}

TEST_CASE("a page that is not translated has one URL in every edition") {
  const Site site = two_languages();
  CHECK(initiative_url(site, site.editions[1], initiative_id(site, "well")) ==
        "https://example.eu/a/initiatives/well/");
  CHECK(cluster_url(site, site.editions[1], 1) == "https://example.eu/a/clusters/water/");
  CHECK(cluster_url(site, site.editions[1], 0) == "https://example.eu/a/fr/clusters/light/");
}

TEST_CASE("a file's URL is that of the published file, a missing file has none") {
  const Site site = site_of({settings().base_url("https://example.eu/a/"), cluster("light"),
                             initiative("lamp").in("light").as_bundle()},
                            {asset("initiatives/lamp/big lamp.jpg")});
  const Origin& page = local_initiative(site, "lamp").initiative->origin;
  CHECK(file_url(site, page, "big lamp.jpg") ==
        "https://example.eu/a/initiatives/lamp/big%20lamp.jpg");
  CHECK(file_url(site, page, "none.jpg").empty());
}
