#include "markdown/raw_html.h"

#include "support/catch.h"

using lamppost::raw_html_advice;

TEST_CASE("a tag is named and the Markdown for it is told") {
  CHECK(raw_html_advice("<BR/>").what == "the HTML tag `<br>`");
  CHECK(raw_html_advice("<BR/>").help.find("backslash") != std::string::npos);
  CHECK(raw_html_advice("</strong>").what == "the HTML tag `</strong>`");
  CHECK(raw_html_advice("</strong>").help.find("**text**") != std::string::npos);
  CHECK(raw_html_advice("<img src=x>").help.find("![") != std::string::npos);
  CHECK(raw_html_advice("<a href='x'>").help.find("[text](address)") != std::string::npos);
  CHECK(raw_html_advice("<iframe>").help.find("link to it") != std::string::npos);
  CHECK(raw_html_advice("<h3>\n").help.find("## Heading") != std::string::npos);
}

TEST_CASE("a tag that is like none gets general advice") {
  CHECK(raw_html_advice("<x-y>").what == "the HTML tag `<x-y>`");
  CHECK(raw_html_advice("<x-y>").help.find("leave the tag out") == 0);
  CHECK(raw_html_advice("<bre>").help == raw_html_advice("<x-y>").help);
}

TEST_CASE("what is no tag is named too") {
  CHECK(raw_html_advice("<!-- <b> -->").what == "the HTML comment");
  CHECK(raw_html_advice("<?php ?>").what == "raw HTML");
  CHECK(raw_html_advice("<![CDATA[x]]>").what == "raw HTML");
  CHECK(raw_html_advice("").what == "raw HTML");
}
