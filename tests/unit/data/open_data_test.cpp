#include "data/open_data.h"

#include <nlohmann/json.hpp>

#include "support/builders.h"
#include "support/catch.h"
#include "support/pieces.h"

using namespace lamppost;
using namespace lamppost::test;
using OrderedJson = nlohmann::ordered_json;

namespace {

OrderedJson json_catalogue_of(const Site& site, std::uint32_t edition = 0) {
  PagePlan plan;
  plan.kind = PageKind::catalogue_json;
  plan.edition = edition;
  return OrderedJson::parse(joined(catalogue_json, site, plan));
}

OrderedJson data_of(const Site& site, const std::string& slug) {
  PagePlan plan;
  plan.kind = PageKind::initiative_json;
  plan.subject = initiative_id(site, slug);
  return OrderedJson::parse(initiative_json(site, plan));
}

}  // namespace

TEST_CASE("the catalogue says what it is, and where its format is described") {
  const OrderedJson catalogue =
      json_catalogue_of(site_of({settings().titled("S").base_url("https://example.eu/a/")}));
  CHECK(catalogue.at("$schema") == "https://example.eu/a/catalogue.schema.json");
  CHECK(catalogue.at("version") == 1);
  CHECK(catalogue.at("title") == "S");
  CHECK(catalogue.at("language") == "en");
  CHECK(catalogue.at("url") == "https://example.eu/a/");
  CHECK(catalogue.at("initiatives").is_array());
}

TEST_CASE("initiatives stand in the order of the home page, relations are slugs") {
  const OrderedJson catalogue = json_catalogue_of(
      site_of({cluster("c"), cluster("d"), initiative("a").in("c").titled("Z"),
               initiative("b").in("c").titled("B").also_in({"d"}).related({"a"}).topics({"Led"})}));
  const OrderedJson& b = catalogue.at("initiatives").at(0);
  CHECK(b.at("slug") == "b");
  CHECK(b.at("cluster") == "c");
  CHECK(b.at("also_in") == OrderedJson::array({"d"}));
  CHECK(b.at("related") == OrderedJson::array({"a"}));
  CHECK(b.at("topics") == OrderedJson::array({"Led"}));
  CHECK(catalogue.at("clusters").at(0).at("initiatives") == OrderedJson::array({"b", "a"}));
  CHECK(catalogue.at("clusters").at(1).at("also_lists") == OrderedJson::array({"b"}));
  CHECK(catalogue.at("topics").at(0).at("initiatives") == OrderedJson::array({"b"}));
}

TEST_CASE("figures hold their count, with the entries where they are known") {
  const OrderedJson catalogue = json_catalogue_of(site_of(
      {cluster("c"), initiative("a").in("c").figures(18, 17, 0, 9).member({"X", "", "", ""}),
       initiative("b").in("c").figures(5, 0, 0, 0)}));
  const OrderedJson& initiatives = catalogue.at("initiatives");
  CHECK(initiatives.at(0).at("members").at("count") == 1);
  CHECK(initiatives.at(0).at("members").at("entries").at(0).at("name") == "X");
  CHECK(initiatives.at(1).at("members") ==
        OrderedJson({{"count", 5}, {"entries", OrderedJson::array()}}));
  CHECK(catalogue.at("totals").at("members") == 6);
  CHECK(catalogue.at("totals").at("initiatives") == 2);
}

TEST_CASE("what is not known is null, and every initiative has the same keys in the same order") {
  const OrderedJson catalogue = json_catalogue_of(site_of(
      {cluster("c"), initiative("a").in("c"),
       initiative("b").in("c").goal("G").target(7, "x").updated("2026-01-02").extra("k", "v")}));
  const OrderedJson& a = catalogue.at("initiatives").at(0);
  const OrderedJson& b = catalogue.at("initiatives").at(1);
  CHECK(a.at("goal").is_null());
  CHECK(a.at("target").is_null());
  CHECK(b.at("target").at("value") == 7);
  CHECK(b.at("target").at("value").is_number_integer());
  CHECK(b.at("updated") == "2026-01-02");
  CHECK(b.at("extra") == OrderedJson({{"k", "v"}}));
  std::vector<std::string> keys_of_a;
  std::vector<std::string> keys_of_b;
  for (const auto& item : a.items()) keys_of_a.push_back(item.key());
  for (const auto& item : b.items()) keys_of_b.push_back(item.key());
  CHECK(keys_of_a == keys_of_b);
}

TEST_CASE("extra keeps the types of its values") {
  Initiative from = initiative("a").in("c").noun();
  from.extra = {{"n", {}, {std::int64_t{4}, {}}},
                {"x", {}, {0.5, {}}},
                {"yes", {}, {true, {}}},
                {"day", {}, {*date_from("2026-01-02"), {}}},
                {"list", {}, {ValueList{{std::string("t"), {}}}, {}}},
                {"map", {}, {ValueMap{{"k", {}, {std::string("v"), {}}}}, {}}}};
  const OrderedJson extra = data_of(site_of({cluster("c"), ParsedFile{from, {}}}), "a").at("extra");
  CHECK(extra.dump() ==
        R"({"n":4,"x":0.5,"yes":true,"day":"2026-01-02","list":["t"],"map":{"k":"v"}})");
}

TEST_CASE("only an initiative's own data carries its body") {
  const Site site = site_of({cluster("c"), initiative("a").in("c").saying("Hello")});
  CHECK_FALSE(json_catalogue_of(site).at("initiatives").at(0).contains("body"));
  CHECK(data_of(site, "a").at("body") ==
        OrderedJson({{"html", "<p>Hello</p>\n"}, {"text", "Hello"}}));
}

TEST_CASE("files of a bundle are whole URLs") {
  const Site site =
      site_of({settings().base_url("https://example.eu/a/"), cluster("c"),
               initiative("x").in("c").as_bundle().image("p.jpg", "P").document("D", "d.pdf")},
              {asset("initiatives/x/p.jpg"), asset("initiatives/x/d.pdf")});
  const OrderedJson data = data_of(site, "x");
  CHECK(data.at("image").at("src") == "https://example.eu/a/initiatives/x/p.jpg");
  CHECK(data.at("documents").at("entries").at(0).at("file") ==
        "https://example.eu/a/initiatives/x/d.pdf");
}

TEST_CASE("another language's catalogue holds its words, and the others' where it has none") {
  const Site site =
      site_of({settings().language("fr"), cluster("c"), initiative("a").in("c"),
               initiative("b").in("c"), initiative("b").in("c").in_language("fr").titled("Bé")});
  const OrderedJson french = json_catalogue_of(site, 1);
  CHECK(french.at("language") == "fr");
  std::map<std::string, std::string> language_of;
  for (const OrderedJson& one : french.at("initiatives"))
    language_of[one.at("slug")] = one.at("language");
  CHECK(language_of == std::map<std::string, std::string>{{"a", "en"}, {"b", "fr"}});
}

TEST_CASE("bytes that are no text do not stop the catalogue") {
  const Site site = site_of({cluster("c"), initiative("a").in("c").titled("\xFF")});
  CHECK(data_of(site, "a").at("title") == "\uFFFD");
}
