#include "exchange/csv.h"

#include "support/catch.h"

namespace lamppost::test {
namespace {

using Table = std::vector<std::vector<std::string>>;

Table read_table(const std::string& bytes, Diagnostics& diagnostics) {
  Table table;
  for (const CsvRow& row : parse_csv(make_source_text("t.csv", bytes), diagnostics)) {
    if (row.is_wrong) continue;
    table.emplace_back();
    for (const CsvCell& cell : row.cells) table.back().push_back(cell.text);
  }
  return table;
}

Table right(const std::string& bytes) {
  Diagnostics diagnostics;
  Table table = read_table(bytes, diagnostics);
  CHECK(diagnostics.empty());
  return table;
}

/// Line and column of the only mistake.
LineColumn csv_mistake(const std::string& bytes) {
  Diagnostics diagnostics;
  (void)read_table(bytes, diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == Code::bad_csv);
  return line_column(make_source_text("t.csv", bytes), diagnostics.list()[0].where.begin);
}

}  // namespace

TEST_CASE("rows end in LF or CRLF, the last one may go without") {
  const Table table = {{"a", "b"}, {"1", "2"}};
  CHECK(right("a,b\n1,2\n") == table);
  CHECK(right("a,b\r\n1,2\r\n") == table);
  CHECK(right("a,b\r\n1,2") == table);
  CHECK(right("\xEF\xBB\xBF"
              "a,b\n\n1,2\n\r\n\n") == table);
  CHECK(right("").empty());
}

TEST_CASE("a cell in quotation marks holds anything") {
  CHECK(right("a,b\n\"1,\r\n2\n\",\"say \"\"x\"\"\"\n\"\",\"\"\"\"\n") ==
        Table{{"a", "b"}, {"1,\r\n2\n", "say \"x\""}, {"", "\""}});
  CHECK(right("a\n x \n") == Table{{"a"}, {" x "}});
}

TEST_CASE("semicolons and tabs part cells where the first line has no comma") {
  CHECK(right("a;b\n1,5;2\n") == Table{{"a", "b"}, {"1,5", "2"}});
  CHECK(right("a\tb\n1;\t2\n") == Table{{"a", "b"}, {"1;", "2"}});
}

TEST_CASE("the guard against formulas is taken away, once") {
  CHECK(right("a,b\n'=1,\"'-x\"\n''=1,'x\n") == Table{{"a", "b"}, {"=1", "-x"}, {"'=1", "'x"}});
}

TEST_CASE("what breaks a rule is told with its place, and the other rows are read") {
  CHECK(csv_mistake("a,b\n1,x\"y\n") == LineColumn{2, 4});
  CHECK(csv_mistake("a,b\n\"1\"x,2\n") == LineColumn{2, 4});
  CHECK(csv_mistake("a,b\n1,\"2\n3,4\n") == LineColumn{2, 3});
  CHECK(csv_mistake("a,b\n1\n3,4\n") == LineColumn{2, 1});
  CHECK(csv_mistake("a,b\n1,2\n1,2,3\n") == LineColumn{3, 1});
  Diagnostics diagnostics;
  CHECK(read_table("a,b\n1,x\"y\n3,4\n5\n", diagnostics) == Table{{"a", "b"}, {"3", "4"}});
}

TEST_CASE("a cell knows its place") {
  Diagnostics diagnostics;
  const auto rows = parse_csv(make_source_text("t.csv", "a,\"b\"\r\n12,\"3\n4\"\r\n"), diagnostics);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].cells[1].where == Span{2, 5});
  CHECK(rows[1].cells[0].where == Span{7, 9});
  CHECK(rows[1].cells[1].where == Span{10, 15});
  CHECK(rows[1].where == Span{7, 15});
}

}  // namespace lamppost::test
