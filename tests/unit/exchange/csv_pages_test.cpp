#include "exchange/csv_pages.h"

#include "support/catch.h"
#include "toml/toml_writer.h"

namespace lamppost::test {
namespace {

std::vector<std::string> read_rows(const std::string& csv, Diagnostics& diagnostics) {
  std::vector<std::string> pages;
  for (const GivenPage& page : pages_from_csv(make_source_text("t.csv", csv), diagnostics)) {
    pages.push_back(toml_value({page.fields, {}}));
  }
  return pages;
}

std::string only_page(const std::string& csv) {
  Diagnostics diagnostics;
  const auto pages = read_rows(csv, diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(pages.size() == 1);
  return pages[0];
}

Diagnostic row_mistake(const std::string& csv) {
  Diagnostics diagnostics;
  (void)read_rows(csv, diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  return diagnostics.list()[0];
}

}  // namespace

TEST_CASE("a cell becomes what its key asks for") {
  CHECK(only_page("title,members,weight,draft,topics,start\n12,3,-4,TRUE,A;B ; ;C,2020-01-01\n") ==
        "{ title = \"12\", members = 3, weight = -4, draft = true, topics = [\"A\", \"B\", \"C\"], "
        "start = \"2020-01-01\" }");
  CHECK(only_page("target.value,target.unit\n2.5,lamps\n") ==
        "{ target = { value = 2.5, unit = \"lamps\" } }");
  CHECK(only_page("contact_name,contact.email\nAda,a@b.eu\n") ==
        "{ contact = { name = \"Ada\", email = \"a@b.eu\" } }");
}

TEST_CASE("what has structure is TOML") {
  CHECK(
      only_page("members,topics,extra,contact\n\"[{ name = \"\"Ada\"\" }]\",\"[\"\"a;b\"\"]\","
                "\"{ d = 2020-01-01, n = 1.0 }\",{}\n") ==
      "{ members = [{ name = \"Ada\" }], topics = [\"a;b\"], extra = { d = 2020-01-01, n = 1.0 }, "
      "contact = {} }");
  CHECK(row_mistake("extra\n{ a = }\n").code == Code::toml_syntax);
  CHECK(row_mistake("extra\n{ a = }\n").where == Span{6, 13});
}

TEST_CASE("what is of another type stays as it is, for the rules to say so") {
  CHECK(only_page("members,draft\nmany,perhaps\n") ==
        "{ members = \"many\", draft = \"perhaps\" }");
}

TEST_CASE("empty cells and rows say nothing, nor what follows from the rest") {
  CHECK(only_page("title,goal,url,translations\nLamp,,https://a.eu/,en; fr\n,,,\n") ==
        "{ title = \"Lamp\" }");
  CHECK(only_page("title,goal,summary,url\nLamp,Light,Light,x\n") ==
        "{ title = \"Lamp\", goal = \"Light\" }");
}

TEST_CASE("a column that no page has is told once, with what was meant") {
  const Diagnostic unknown = row_mistake("title,gaol\na,b\nc,d\n");
  CHECK(unknown.code == Code::unknown_key);
  CHECK(unknown.where == Span{6, 10});
  CHECK(unknown.help == "did you mean `goal`?");
  CHECK(row_mistake("title,contact.nam\na,b\n").help == "did you mean `contact.name`?");
  CHECK(row_mistake("title,title\na,b\n").code == Code::bad_csv);
  CHECK(row_mistake("contact,contact.url\n{ url = 'x' },b\n").code == Code::bad_csv);
  CHECK(row_mistake("").code == Code::bad_csv);
}

}  // namespace lamppost::test
