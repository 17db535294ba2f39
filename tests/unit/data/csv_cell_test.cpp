#include "data/csv_cell.h"

#include <vector>

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a cell stands in quotation marks where it has to") {
  CHECK(csv_cell("plain text") == "plain text");
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("a;b") == "\"a;b\"");
  CHECK(csv_cell("a\tb") == "\"a\tb\"");
  CHECK(csv_cell("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(csv_cell("a\r\nb") == "\"a\r\nb\"");
  CHECK(csv_cell("") == "");
}

TEST_CASE("no cell starts a formula, and what it held is not lost") {
  for (const char* const risky : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"}) {
    INFO(risky);
    const std::string cell = csv_text_cell(risky);
    CHECK((cell.starts_with("'") || cell.starts_with("\"'")));
  }
  for (const char* const text :
       {"=1", "'=1", "''=1", "'", "''", "'x", "x", "", "it's", "-", "'-", "'\t"}) {
    INFO(text);
    const std::string cell = csv_text_cell(text);
    const bool is_quoted = cell.starts_with('"');
    const std::string inner = is_quoted ? cell.substr(1, cell.size() - 2) : cell;
    CHECK(without_csv_guard(inner) == text);
  }
}

TEST_CASE("a row ends as RFC 4180 has it") {
  std::string csv;
  add_csv_line(csv, std::vector<std::string>{"a", "", "b"});
  CHECK(csv == "a,,b\r\n");
}

}  // namespace lamppost::test
