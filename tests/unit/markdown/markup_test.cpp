#include "markdown/markup.h"

#include "support/catch.h"

using lamppost::fit_for_html;
using lamppost::percent_decoded;

namespace {

std::string escaped(std::string_view text) {
  std::string markup = "[";
  lamppost::append_escaped(markup, text);
  return markup + "]";
}

std::string url(std::string_view text) {
  std::string markup;
  lamppost::append_url(markup, text);
  return markup;
}

}  // namespace

TEST_CASE("text that could end an element or an attribute is escaped") {
  CHECK(escaped("<a href=\"x\">&'é") == "[&lt;a href=&quot;x&quot;&gt;&amp;'é]");
}

TEST_CASE("characters that HTML forbids are replaced") {
  CHECK(fit_for_html("a\tb\nc é 日 😀 \xC2\xA0") == "a\tb\nc é 日 😀 \xC2\xA0");
  CHECK(fit_for_html(std::string_view("\0\x01\x1F\x7F", 4)) == "\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(fit_for_html("\xC2\x80\xC2\x9F") == "\uFFFD\uFFFD");
  CHECK(fit_for_html("\xEF\xB7\x90\xEF\xB7\xAF\xEF\xBF\xBE\xEF\xBF\xBF") ==
        "\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(fit_for_html("\xF0\x9F\xBF\xBE\xF4\x8F\xBF\xBF") == "\uFFFD\uFFFD");
  CHECK(fit_for_html("\xF0\x9F\xBF\xBD\xEF\xB7\x8F\xEF\xBF\xBD") ==
        "\xF0\x9F\xBF\xBD\xEF\xB7\x8F\xEF\xBF\xBD");
}

TEST_CASE("text that stands in markup as it is is known as such") {
  CHECK(lamppost::is_plain_markup("a\tb\nc é 日 'quoted'"));
  for (const char* const text :
       {"<", "a>", "&", "\"", "\r", "\x01", "\x7F", "\xC2\x80", "\xEF\xBF\xBE"}) {
    CHECK_FALSE(lamppost::is_plain_markup(text));
  }
}

TEST_CASE("line ends become line feeds") { CHECK(fit_for_html("a\r\nb\rc\r") == "a\nb\nc\n"); }

TEST_CASE("a URL in an attribute is percent-encoded and escaped, once") {
  CHECK(url("https://a/b c?d=e&f='g'#é") == "https://a/b%20c?d=e&amp;f=&#x27;g&#x27;#%C3%A9");
  CHECK(url("a%20b%zz%") == "a%20b%25zz%25");
  CHECK(url("\"<>\\`[]") == "%22%3C%3E%5C%60%5B%5D");
}

TEST_CASE("percent-encoding is decoded byte by byte") {
  CHECK(percent_decoded("a%20b%C3%a9") == "a b\xC3\xA9");
  CHECK(percent_decoded("%2") == "%2");
  CHECK(percent_decoded("%zz%%41") == "%zz%A");
}
