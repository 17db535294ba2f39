#include "markdown/footnotes.h"

#include "support/catch.h"

using lamppost::Footnotes;

TEST_CASE("each mark of a footnote has its own id, and a way back") {
  Footnotes footnotes;
  footnotes.expect_mark(1);
  footnotes.expect_mark(2);
  footnotes.expect_mark(1);
  CHECK(footnotes.next_mark(1) == "fnref-1");
  CHECK(footnotes.next_mark(2) == "fnref-2");
  CHECK(footnotes.next_mark(1) == "fnref-1-2");
  CHECK(footnotes.back_links(2) ==
        " <a href=\"#fnref-2\" role=\"doc-backlink\" aria-label=\"↩ 2\">↩</a>");
  CHECK(footnotes.back_links(1) ==
        " <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"↩ 1\">↩</a>"
        " <a href=\"#fnref-1-2\" role=\"doc-backlink\" aria-label=\"↩ 1-2\">↩<sup>2</sup></a>");
}

TEST_CASE("a footnote without marks has no way back") {
  CHECK(Footnotes().back_links(1).empty());
  CHECK(Footnotes::note_id(12) == "fn-12");
}
