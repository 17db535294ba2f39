// The nine initiatives of the Marketplace's page, as that page gave them, stand on their built
// pages and on their cards.
#include <array>
#include <string>
#include <string_view>

#include "support/catch.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

struct Expected {
  std::string_view slug;
  std::string_view title;
  std::string_view cluster;
  std::string_view words;  ///< its main goal, or the sentence that stands in its place
  std::array<int, 4> figures;
};

// As HTML: `&` is `&amp;`, `'` is `&#39;`.
constexpr std::array<Expected, 9> marketplace = {{
    {"business-models-finance-procurement",
     "Business Models, Finance &amp; Procurement",
     "Business Models, Finance and Procurement",
     "The action cluster Business Models, Finance &amp; Procurement is working on only one "
     "initiative which goes by the same title.",
     {6, 8, 0, 0}},
    {"innovate-city",
     "Innovate.City - European Network of City Policy Labs",
     "Citizen Focus",
     "create a European Network of Policy Labs to develop an urban structure for the participatory "
     "policymaking that will become the engine of the city&#39;s progress strategy.",
     {5, 1, 0, 0}},
    {"citizen-city",
     "Citizen City",
     "Citizen Focus",
     "Develop Tools and Platforms to make citizens central in the delivery of smart projects",
     {17, 6, 0, 0}},
    {"citizen-centric-approach-to-data",
     "Citizen Centric Approach to Data",
     "Citizen Focus",
     "Disseminate data protection guidelines",
     {5, 14, 0, 0}},
    {"participatory-budgeting",
     "Participatory Budgeting for Inclusive Smart Cities and Communities",
     "Citizen Focus",
     "Fostering knowledge, sharing of good practices &amp; supporting capacity building for the "
     "implementation of Participatory Budgeting in Smart Cities",
     {9, 5, 0, 0}},
    {"urban-data-platform",
     "Urban Data Platform",
     "Integrated Infrastructures and Processes",
     "To speed the adoption, at scale, of common open urban data platforms, and ensure that 300 "
     "million European citizens are served by cities with competent urban data platfo…",
     {17, 16, 0, 0}},
    {"small-giants",
     "Small Giants",
     "Integrated Infrastructures and Processes",
     "identify and support 50 EU ‘Small Giant’ cities to deliver tangible smart city solutions "
     "tailored to their collective needs",
     {4, 3, 0, 0}},
    {"space4cities",
     "Space4Cities",
     "Integrated Infrastructures and Processes",
     "The Space4Cities Initiative lead by Eurisy and the European Innovation Partnership on Smart "
     "Cities and Communities (E…",
     {3, 0, 0, 0}},
    {"humble-lamppost",
     "Humble Lamppost",
     "Integrated Infrastructures and Processes",
     "10 Million Smart Lampposts across EU Cities",
     {18, 17, 0, 9}},
}};

/// The first of the lists of figures in a piece of HTML, as text.
std::string figures_in(const std::string& html) {
  const std::size_t begin = html.find("<dl class=\"figures\">");
  if (begin == std::string::npos) return "no figures";
  std::string values;
  const std::size_t end = html.find("</dl>", begin);
  for (std::size_t at = html.find("<dd>", begin); at < end; at = html.find("<dd>", at + 1)) {
    values += html.substr(at + 4, html.find('<', at + 4) - at - 4) + ' ';
  }
  return values;
}

/// The card of an initiative on a page that lists it.
std::string card_of(const std::string& html, std::string_view slug) {
  const std::size_t link = html.find("href=\"/initiatives/" + std::string(slug) + "/\"");
  if (link == std::string::npos) return {};
  const std::size_t begin = html.rfind("<article>", link);
  return html.substr(begin, html.find("</article>", link) - begin);
}

void check_shows(const std::string& html, const Expected& expected) {
  CHECK(html.find(expected.title) != std::string::npos);
  CHECK(html.find(expected.cluster) != std::string::npos);
  CHECK(html.find(expected.words) != std::string::npos);
  std::string figures;
  for (const int figure : expected.figures) figures += std::to_string(figure) + ' ';
  CHECK(figures_in(html) == figures);
}

}  // namespace

TEST_CASE("each of the nine initiatives shows its title, cluster, goal and four figures") {
  const TemporaryFolder folder;
  const RunResult result = run_lamppost(
      folder.path(), "build --base-url https://example.eu/ --content '" LAMPPOST_CONTENT "'");
  INFO(result.errors);
  REQUIRE(result.status == 0);
  CHECK(result.errors.empty());
  const std::string home = folder.read("public/index.html");
  for (const Expected& expected : marketplace) {
    INFO(expected.slug);
    check_shows(folder.read("public/initiatives/" + std::string(expected.slug) + "/index.html"),
                expected);
    check_shows(card_of(home, expected.slug), expected);
  }
}

}  // namespace lamppost::test
