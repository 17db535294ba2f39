#include "diagnostics/counted.h"

#include "support/catch.h"

using namespace lamppost;

TEST_CASE("errors, warnings and files are counted in words") {
  Diagnostics diagnostics;
  CHECK(counted(diagnostics).empty());
  diagnostics.add(diagnostic_at("a.md", Code::bad_date, {}, "m", ""));
  CHECK(counted(diagnostics) == "1 error in 1 file");
  diagnostics.add(diagnostic_at("a.md", Code::bad_date, {}, "n", ""));
  diagnostics.add(diagnostic_at("b.md", Code::raw_html, {}, "m", ""));
  CHECK(counted(diagnostics) == "2 errors, 1 warning in 2 files");
  Diagnostics of_no_file;
  of_no_file.add(diagnostic_at("", Code::raw_html, {}, "m", ""));
  CHECK(counted(of_no_file) == "1 warning");
}
