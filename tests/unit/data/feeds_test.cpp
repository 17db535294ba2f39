#include "data/feeds.h"

#include "support/builders.h"
#include "support/catch.h"
#include "support/contains.h"
#include "support/pieces.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

std::string feed_at(const Site& site, const std::string& address) {
  for (const PagePlan& plan : plan_pages(site)) {
    if (plan.address == address) return joined(feed, site, plan);
  }
  FAIL("no such address: " + address);
  return {};
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// The titles of the entries, in order.
std::string titles(const std::string& xml) {
  std::string all;
  for (auto at = xml.find("<entry"); at != std::string::npos; at = xml.find("<entry", at + 1)) {
    const auto begin = xml.find("<title>", at) + 7;
    all += xml.substr(begin, xml.find('<', begin) - begin) + ' ';
  }
  return all;
}

}  // namespace

TEST_CASE("a feed carries what RFC 4287 requires") {
  const Site site = site_of({settings().titled("Lamps & co").base_url("https://example.eu/a/"),
                             cluster("light").titled("Light"),
                             initiative("lamp")
                                 .in("light")
                                 .titled("<Lamp>")
                                 .updated("2026-03-01")
                                 .goal("10 < 20")
                                 .topics({"LED light"})
                                 .saying("Body & soul")});
  CHECK(
      feed_at(site, "/feed.xml") ==
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"
      "<id>https://example.eu/a/feed.xml</id>\n"
      "<title>Lamps &amp; co</title>\n"
      "<updated>2026-03-01T00:00:00Z</updated>\n"
      "<author>\n<name>Lamps &amp; co</name>\n</author>\n"
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.eu/a/feed.xml\"/>\n"
      "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.eu/a/\"/>\n"
      "<entry xml:lang=\"en\" xml:base=\"https://example.eu/a/initiatives/lamp/\">\n"
      "<id>https://example.eu/a/initiatives/lamp/</id>\n"
      "<title>&lt;Lamp&gt;</title>\n"
      "<updated>2026-03-01T00:00:00Z</updated>\n"
      "<link rel=\"alternate\" type=\"text/html\" "
      "href=\"https://example.eu/a/initiatives/lamp/\"/>\n"
      "<summary>10 &lt; 20</summary>\n"
      "<category term=\"light\" label=\"Light\"/>\n"
      "<category term=\"led-light\" label=\"LED light\"/>\n"
      "<content type=\"html\">&lt;p&gt;Body &amp; soul&lt;/p&gt;\n</content>\n"
      "</entry>\n"
      "</feed>\n");
}

TEST_CASE("entries stand newest first, of the same day by slug") {
  const Site site =
      site_of({cluster("c"), initiative("d").in("c").titled("d").updated("2026-01-02"),
               initiative("a").in("c").titled("a").updated("2026-01-02"),
               initiative("b").in("c").titled("b").updated("2026-02-01"),
               initiative("e").in("c").titled("e")});
  CHECK(titles(feed_at(site, "/feed.xml")) == "b a d e ");
}

TEST_CASE("an entry is dated by the best that the content says") {
  Initiative from = initiative("a").in("c").noun();
  const auto updated = [&] {
    const Site site = site_of({cluster("c"), ParsedFile{from, {}}});
    const std::string xml = feed_at(site, "/feed.xml");
    return xml.substr(xml.rfind("<updated>") + 9, 10);
  };
  CHECK(updated() == "1970-01-01");
  from.start = date_from("2019-05-04");
  CHECK(updated() == "2019-05-04");
  from.milestones = {{*date_from("2022-02-02"), "x", {}, ""},
                     {*date_from("2021-01-01"), "y", {}, ""}};
  CHECK(updated() == "2022-02-02");
  from.reviewed = date_from("2020-01-01");
  CHECK(updated() == "2020-01-01");
  from.updated = date_from("2020-02-02");
  CHECK(updated() == "2020-02-02");
}

TEST_CASE("a cluster's feed lists what it leads and what names it, each once") {
  const Site site = site_of({cluster("c").titled("C"), cluster("d"), initiative("a").in("c"),
                             initiative("b").in("d").also_in({"c"}), initiative("e").in("d")});
  const std::string xml = feed_at(site, "/clusters/c/feed.xml");
  CHECK(titles(xml) == "Title of a Title of b ");
  CHECK(contains(xml, "<title>C – Initiatives</title>"));
  CHECK(
      contains(xml, "rel=\"alternate\" type=\"text/html\" href=\"http://localhost/clusters/c/\""));
}

TEST_CASE("a feed ends at the length set") {
  Settings settings;
  settings.languages = {{"en", "English", "", ""}};
  settings.feed_length = 2;
  const Site site = site_of({ParsedFile{settings, {}}, cluster("c"), initiative("a").in("c"),
                             initiative("b").in("c"), initiative("d").in("c")});
  CHECK(count_of(feed_at(site, "/feed.xml"), "<entry") == 2);
}

TEST_CASE("an empty catalogue has a valid feed") {
  const std::string xml = feed_at(site_of({}), "/feed.xml");
  CHECK(contains(xml, "<updated>1970-01-01T00:00:00Z</updated>"));
  CHECK_FALSE(contains(xml, "<entry"));
}

TEST_CASE("in another language's feed an untranslated entry keeps its language and its id") {
  const Site site =
      site_of({settings().language("fr"), cluster("c"), initiative("a").in("c"),
               initiative("b").in("c"), initiative("b").in("c").in_language("fr").titled("Bé")});
  const std::string xml = feed_at(site, "/fr/feed.xml");
  CHECK(contains(xml, "<id>http://localhost/fr/feed.xml</id>"));
  CHECK(contains(xml, "<entry xml:lang=\"en\" xml:base=\"http://localhost/initiatives/a/\">"));
  CHECK(contains(xml, "<entry xml:lang=\"fr\" xml:base=\"http://localhost/fr/initiatives/b/\">"));
}

TEST_CASE("an entry says what has changed since a former catalogue") {
  Site site = site_of({settings().language("fr"), initiative("a").summary("About."),
                       initiative("b").saying("Text.")});
  site.changes.emplace();
  site.changes->since = date_from("2026-11-22");
  site.changes->by_initiative = {Change{false, {"goal", "text"}}, Change{true, {}}};
  site.theme.strings["en"].texts["changes.is_changed"].forms["other"] = "Changed since {date}";
  const std::string xml = feed_at(site, "/feed.xml");
  CHECK(contains(xml, "<summary>Changed since 22 November 2026 – parts.goal, parts.text. About.<"));
  CHECK(contains(xml,
                 "<category scheme=\"http://localhost/changes/\" term=\"goal\" "
                 "label=\"parts.goal\"/>"));
  CHECK(contains(xml, "term=\"new\" label=\"changes.undated_new\"/>"));
  CHECK(contains(xml, "<content type=\"html\">&lt;p lang=&quot;en&quot;&gt;&lt;strong&gt;"));
  // Not translated: the sentence is in the feed's language, the summary is not.
  const std::string french = feed_at(site, "/fr/feed.xml");
  CHECK(contains(french, "<summary>About.<"));
  CHECK(contains(french, "&lt;p lang=&quot;fr&quot;&gt;&lt;strong&gt;"));
}
