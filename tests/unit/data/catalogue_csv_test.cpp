#include "data/catalogue_csv.h"

#include <map>

#include "support/builders.h"
#include "support/catch.h"
#include "support/pieces.h"

using namespace lamppost;
using namespace lamppost::test;

namespace {

using Row = std::vector<std::string>;

std::string csv_of(const Site& site) {
  PagePlan plan;
  plan.kind = PageKind::catalogue_csv;
  return joined(catalogue_csv, site, plan);
}

/// Reads RFC 4180 as a spreadsheet would.
std::vector<Row> rows_of(const std::string& csv) {
  std::vector<Row> rows{{""}};
  bool is_quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    std::string& cell = rows.back().back();
    if (csv[i] == '"' && is_quoted && csv[i + 1] == '"') {
      cell += csv[++i];
    } else if (csv[i] == '"') {
      is_quoted = !is_quoted;
    } else if (!is_quoted && csv[i] == ',') {
      rows.back().emplace_back();
    } else if (!is_quoted && csv.compare(i, 2, "\r\n") == 0) {
      rows.push_back({""});
      ++i;
    } else {
      cell += csv[i];
    }
  }
  rows.pop_back();
  return rows;
}

/// The only initiative's row, by the header's names.
std::map<std::string, std::string> only_row(const Site& site) {
  const std::vector<Row> rows = rows_of(csv_of(site));
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[0].size() == rows[1].size());
  std::map<std::string, std::string> row;
  for (std::size_t i = 0; i < rows[0].size(); ++i) row[rows[0][i]] = rows[1][i];
  return row;
}

}  // namespace

TEST_CASE("an empty catalogue is a header line") {
  const std::string csv = csv_of(site_of({}));
  CHECK(
      csv.starts_with("slug,title,cluster,also_in,goal,summary,members,documents,projects,"
                      "discussions,topics,countries,status,start,end,updated,reviewed,website,"));
  CHECK(csv.find("\r\n") == csv.size() - 2);
}

TEST_CASE("a row holds an initiative's keys") {
  const auto row = only_row(site_of({cluster("c"), cluster("d"),
                                     initiative("a")
                                         .in("c")
                                         .titled("A")
                                         .goal("G")
                                         .figures(18, 17, 0, 9)
                                         .topics({"Led", "Air"})
                                         .countries({"FR", "BE"})
                                         .also_in({"d"})
                                         .updated("2026-03-01")
                                         .target(10'000'000, "posts")
                                         .weight(-4)}));
  CHECK(row.at("slug") == "a");
  CHECK(row.at("cluster") == "c");
  CHECK(row.at("also_in") == "d");
  CHECK(row.at("summary") == "G");
  CHECK(row.at("members") == "18");
  CHECK(row.at("projects") == "0");
  CHECK(row.at("countries").size() == 6);
  CHECK(row.at("countries").find("; ") == 2);
  CHECK(row.at("status") == "active");
  CHECK(row.at("updated") == "2026-03-01");
  CHECK(row.at("start").empty());
  CHECK(row.at("target_value") == "10000000");
  CHECK(row.at("weight") == "-4");
  CHECK(row.at("url") == "http://localhost/initiatives/a/");
}

TEST_CASE("commas, quotes and line ends stay inside their cell") {
  const std::string title = "a,\"b\"\r\nc;d";
  CHECK(only_row(site_of({cluster("c"), initiative("a").in("c").titled(title)})).at("title") ==
        title);
}

TEST_CASE("a text that would be a formula begins with an apostrophe") {
  const auto title =
      GENERATE(as<std::string>(), "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1");
  const auto row = only_row(
      site_of({cluster("c"), initiative("a").in("c").titled(title).goal(title).topics({title})}));
  for (const char* column : {"title", "goal", "summary"}) CHECK(row.at(column).front() == '\'');
  CHECK(row.at("topics").find_first_of("=+-@\t\r\n") != 0);
}

TEST_CASE("a sign inside a text is left alone") {
  CHECK(only_row(site_of({cluster("c"), initiative("a").in("c").titled("a=b")})).at("title") ==
        "a=b");
}

TEST_CASE("numbers are written without exponents and keep their sign") {
  const auto value = [](double number) {
    return only_row(site_of({cluster("c"), initiative("a").in("c").target(number, "x")}))
        .at("target_value");
  };
  CHECK(value(-40) == "-40");
  CHECK(value(0.1) == "0.1");
  CHECK(value(1e21) == "1000000000000000000000");
  CHECK(value(-1.7976931348623157e308).size() == 310);
}

TEST_CASE("rows stand in the order of the home page") {
  const auto rows = rows_of(csv_of(site_of(
      {cluster("c"), initiative("a").in("c").titled("Z"), initiative("b").in("c").titled("B")})));
  CHECK(rows.at(1).at(0) == "b");
  CHECK(rows.at(2).at(0) == "a");
}
