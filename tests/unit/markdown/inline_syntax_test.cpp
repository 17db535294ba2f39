#include "markdown/inline_syntax.h"

#include <string>

#include "support/catch.h"

using lamppost::end_of_label;
using lamppost::link_tail;
using lamppost::reference_length;

namespace {

/// The destination of the tail that begins the text; `none` if none does.
std::string destination(std::string_view text) {
  const auto tail = link_tail(text, 0);
  if (!tail) return "none";
  return std::string(
      text.substr(tail->destination_begin, tail->destination_end - tail->destination_begin));
}

}  // namespace

TEST_CASE("the destination of a link's tail is found") {
  CHECK(destination("(a.md)") == "a.md");
  CHECK(destination("( a.md )") == "a.md");
  CHECK(destination("(a.md \"t\")") == "a.md");
  CHECK(destination("(a.md\n'it\\'s')") == "a.md");
  CHECK(destination("(a.md (t))") == "a.md");
  CHECK(destination("(<a b.md>)") == "a b.md");
  CHECK(destination("(a(b)c)") == "a(b)c");
  CHECK(destination("(a\\)b)") == "a\\)b");
  CHECK(destination("()").empty());
  CHECK(link_tail("x(a.md)y", 1)->end == 7);
}

TEST_CASE("what is no tail is none") {
  for (const char* const text : {"", "(", "(a", "(a b)", "(<a", "(<a\nb>)", "(<a>\"t\")", "(a \"t)",
                                 "(a (t(u))", "[a]", "(a \"t\" u)"}) {
    INFO(text);
    CHECK(destination(text) == "none");
  }
  CHECK(destination("(" + std::string(40, '(') + std::string(41, ')')) == "none");
}

TEST_CASE("a label ends at the first bracket that is not escaped") {
  CHECK(end_of_label("[a]b", 0) == 3);
  CHECK(end_of_label("[a\\]b]", 0) == 6);
  CHECK(end_of_label("[a[b]", 0) == 0);
  CHECK(end_of_label("[a", 0) == 0);
  CHECK(end_of_label("a", 0) == 0);
  CHECK(end_of_label("a", 5) == 5);
}

TEST_CASE("a character reference is known by its form") {
  CHECK(reference_length("&amp; b", 0) == 5);
  CHECK(reference_length("x&#xE9;", 1) == 6);
  CHECK(reference_length("& b;", 0) == 0);
  CHECK(reference_length("&;", 0) == 0);
  CHECK(reference_length("&amp", 0) == 0);
}
