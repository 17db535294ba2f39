#include "render/printed.h"

#include "support/catch.h"

namespace lamppost::test {
namespace {

std::string printed(const View& view) {
  std::string written = "before ";
  append_printed(written, view);
  return written;
}

}  // namespace

TEST_CASE("nothing is what is false or empty, whatever its kind") {
  for (const View& view : {View(), View(false), View(""), View(Html("")), View(View::List{}),
                           View(View::Map{}), View::shared(View(View::Map{}))}) {
    CHECK(is_nothing(view));
  }
  for (const View& view : {View(true), View("0"), View(Html(" ")), View(View::List{View()}),
                           View(View::Map{{"a", false}})}) {
    CHECK_FALSE(is_nothing(view));
  }
}

TEST_CASE("only text and markup are printed, and text is escaped") {
  CHECK(printed("a < b") == "before a &lt; b");
  CHECK(printed(View::shared(View("&"))) == "before &amp;");
  CHECK(printed(Html("<b>")) == "before <b>");
  for (const View& view : {View(true), View(View::List{"a"}), View(View::Map{{"a", "b"}})}) {
    CHECK(printed(view) == "before ");
  }
}

}  // namespace lamppost::test
