#include "read/file_types.h"

#include "support/catch.h"

using lamppost::ending_of;
using lamppost::is_publishable;

TEST_CASE("an ending is what follows the last dot, in lower case") {
  CHECK(ending_of("a.tar.GZ") == "gz");
  CHECK(ending_of("a").empty());
  CHECK(ending_of("a.").empty());
}

TEST_CASE("pictures, documents and data may be published") {
  for (const char* const ending :
       {"png", "jpeg", "avif", "pdf", "csv", "xlsx", "odt", "geojson", "mp4", "vtt"}) {
    INFO(ending);
    CHECK(is_publishable(ending));
  }
  CHECK(lamppost::is_picture("webp"));
  CHECK_FALSE(lamppost::is_picture("pdf"));
}

TEST_CASE("what could run in the site's name may not") {
  for (const char* const ending : {"svg", "html", "htm", "xhtml", "xml", "js", "mjs", "css", "php",
                                   "exe", "sh", "swf", "md", ""}) {
    INFO(ending);
    CHECK_FALSE(is_publishable(ending));
  }
}

TEST_CASE("the list for messages names every ending once") {
  CHECK(lamppost::publishable_endings().find("png, jpg, ") == 0);
  CHECK(lamppost::publishable_endings().find("webm, vtt") != std::string::npos);
}
