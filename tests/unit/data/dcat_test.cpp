#include "data/dcat.h"

#include <nlohmann/json.hpp>

#include "support/builders.h"
#include "support/catch.h"

using namespace lamppost;
using namespace lamppost::test;
using Json = nlohmann::json;

namespace {

Site bilingual() {
  return site_of({settings().titled("S").base_url("https://example.eu/a/").language("fr"),
                  cluster("light"), initiative("a").in("light").updated("2026-01-02"),
                  initiative("b").in("light").updated("2026-11-22")});
}

}  // namespace

TEST_CASE("the catalogue is one data set with its files in every language") {
  const Json catalogue = Json::parse(dcat(bilingual()));
  CHECK(catalogue.at("@type") == "dcat:Catalog");
  CHECK(catalogue.at("@id") == "https://example.eu/a/dcat.jsonld");
  CHECK(catalogue.at("dct:title").size() == 2);
  CHECK(catalogue.at("dct:language")[1].at("@id") ==
        "http://publications.europa.eu/resource/authority/language/FRA");
  const Json& dataset = catalogue.at("dcat:dataset");
  CHECK(dataset.at("@id") == "https://example.eu/a/#catalogue");
  CHECK(dataset.at("dct:modified").at("@value") == "2026-11-22");
  const Json& files = dataset.at("dcat:distribution");
  REQUIRE(files.size() == 4);
  CHECK(files[0].at("dcat:downloadURL").at("@id") == "https://example.eu/a/catalogue.json");
  CHECK(files[0].at("dct:conformsTo").at("@id") == "https://example.eu/a/catalogue.schema.json");
  CHECK(files[3].at("@id") == "https://example.eu/a/fr/catalogue.csv");
  CHECK(files[3].at("dcat:mediaType").at("@id") ==
        "http://www.iana.org/assignments/media-types/text/csv");
  CHECK_FALSE(files[3].contains("dct:conformsTo"));
}

TEST_CASE("a description that nobody gave is the title, a date that nobody gave is left out") {
  const Json dataset = Json::parse(dcat(site_of({settings().titled("S")}))).at("dcat:dataset");
  CHECK(dataset.at("dct:description")[0] == Json{{"@value", "S"}, {"@language", "en"}});
  CHECK_FALSE(dataset.contains("dct:modified"));
}

TEST_CASE("readers of the data set are led to the page for re-users where there is one") {
  Site site = bilingual();
  const auto landing = [&] {
    return Json::parse(dcat(site)).at("dcat:dataset").at("dcat:landingPage").at("@id");
  };
  CHECK(landing() == "https://example.eu/a/");
  site.theme.layouts["open_data"] = {};
  CHECK(landing() == "https://example.eu/a/data/");
}

TEST_CASE("who publishes the data and under which terms is told where the settings say so") {
  Site site = bilingual();
  const Json nobody = Json::parse(dcat(site));
  CHECK_FALSE(nobody.contains("dct:publisher"));
  CHECK_FALSE(nobody.contains("dct:license"));
  site.settings.open_data = {"P", "https://example.eu/p", "https://example.eu/l"};
  const Json catalogue = Json::parse(dcat(site));
  const Json publisher = {
      {"@id", "https://example.eu/p"}, {"@type", "foaf:Agent"}, {"foaf:name", "P"}};
  const Json& dataset = catalogue.at("dcat:dataset");
  CHECK(catalogue.at("dct:publisher") == publisher);
  CHECK(dataset.at("dct:publisher") == publisher);
  for (const Json& file : dataset.at("dcat:distribution")) {
    CHECK(file.at("dct:license").at("@id") == "https://example.eu/l");
  }
}
