#include "model/page_groups.h"

#include "support/builders.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

using Files = std::vector<WrittenPage<Initiative>>;

Site with_languages() {
  Site site;
  site.settings.languages = {{"en", "", "", ""}, {"fr", "", "", ""}, {"de", "", "", ""}};
  return site;
}

std::vector<PageGroup<Initiative>> grouped(Site& site, Files files, bool with_drafts = false) {
  return group_pages(std::move(files), PageRef::Kind::initiative, with_drafts, site);
}

}  // namespace

TEST_CASE("pages are numbered by slug, translations follow the settings' order") {
  Site site = with_languages();
  const auto groups = grouped(site, {{initiative("b").in_language("de").noun(), {}},
                                     {initiative("b").noun(), {}},
                                     {initiative("b").in_language("fr").noun(), {}},
                                     {initiative("a").noun(), {}}});
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].noun->origin.slug == "a");
  REQUIRE(groups[1].translations.size() == 2);
  CHECK(groups[1].translations[0].noun->origin.language == "fr");
  CHECK(groups[1].translations[1].noun->origin.language == "de");
  CHECK(site.by_source.at("initiatives/b.md").id == 1);
  CHECK(site.by_source.at("initiatives/b.fr.md").id == 1);
  CHECK(site.misfits.empty());
}

TEST_CASE("a file and a folder of one name are the same page: the file is taken") {
  Site site = with_languages();
  const auto groups = grouped(site, {{initiative("a").as_bundle().noun(), {}},
                                     {initiative("a").titled("Taken").noun(), {}}});
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].noun->title.value == "Taken");
  REQUIRE(site.misfits.size() == 1);
  CHECK(site.misfits[0].reason == Misfit::Reason::same_page);
  CHECK(site.misfits[0].origin.path == "initiatives/a/index.md");
  CHECK(site.misfits[0].other == "content/initiatives/a.md");
}

TEST_CASE("a translation without its page, or into a language the site lacks, fits nowhere") {
  Site site = with_languages();
  const auto groups = grouped(site, {{initiative("a").in_language("fr").noun(), {}},
                                     {initiative("b").noun(), {}},
                                     {initiative("b").in_language("it").noun(), {}}});
  CHECK(groups.size() == 1);
  REQUIRE(site.misfits.size() == 2);
  CHECK(site.misfits[0].reason == Misfit::Reason::no_default_page);
  CHECK(site.misfits[1].reason == Misfit::Reason::unknown_language);
  CHECK(site.by_source.count("initiatives/a.fr.md") == 0);
}

TEST_CASE("a translation lies beside its page") {
  Site site = with_languages();
  const auto groups = grouped(site, {{initiative("a").as_bundle().noun(), {}},
                                     {initiative("a").in_language("fr").noun(), {}},
                                     {initiative("a").as_bundle().in_language("de").noun(), {}}});
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].translations.size() == 1);
  CHECK(groups[0].translations[0].noun->origin.path == "initiatives/a/index.de.md");
  REQUIRE(site.misfits.size() == 1);
  CHECK(site.misfits[0].origin.path == "initiatives/a.fr.md");
}

TEST_CASE("the default language is not named in a file's name") {
  Site site = with_languages();
  const auto groups = grouped(site, {{initiative("a").in_language("en").noun(), {}}});
  CHECK(groups.empty());
  REQUIRE(site.misfits.size() == 1);
  CHECK(site.misfits[0].reason == Misfit::Reason::same_page);
  CHECK(site.misfits[0].other.empty());
}

TEST_CASE("a draft is left out with its translations, but known") {
  Site site = with_languages();
  const auto files = [] {
    return Files{{initiative("a").draft().noun(), {}},
                 {initiative("a").in_language("fr").noun(), {}},
                 {initiative("b").noun(), {}}};
  };
  const auto groups = grouped(site, files());
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].noun->origin.slug == "b");
  CHECK(site.by_source.at("initiatives/a.md").kind == PageRef::Kind::draft);
  CHECK(site.by_source.at("initiatives/a.fr.md").kind == PageRef::Kind::draft);
  CHECK(site.by_source.at("initiatives/b.md").id == 0);

  Site with_drafts = with_languages();
  CHECK(grouped(with_drafts, files(), true).size() == 2);
  CHECK(with_drafts.by_source.at("initiatives/a.md").kind == PageRef::Kind::initiative);
}

}  // namespace lamppost::test
