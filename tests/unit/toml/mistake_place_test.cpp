#include "toml/mistake_place.h"

#include <string>

#include "support/catch.h"
#include "toml/toml.h"

using namespace lamppost;

namespace {

/// What lies around the first `!` of a text; the parser is said to have stopped there.
struct Around {
  explicit Around(const std::string& bytes)
      : text(make_source_text("x", bytes)),
        place(text, toml_region(text), static_cast<std::uint32_t>(bytes.find('!')),
              "expected '='") {}

  SourceText text;
  MistakePlace place;
};

}  // namespace

TEST_CASE("a mistake knows its line, its statement and its value") {
  const Around around("a = 1\nb = \"x!\"  # why\nc = 2\n");
  const MistakePlace& place = around.place;
  CHECK(place.slice(place.line_begin(place.stop), place.line_end(place.stop)) ==
        "b = \"x!\"  # why");
  CHECK(place.slice(place.statement(), place.statement() + 1) == "b");
  CHECK(place.slice(place.value().begin, place.value().end) == "\"x!\"");
  CHECK_FALSE(place.at_line_end());
  CHECK(place.complains("expected '='"));
  CHECK_FALSE(place.complains("end-of-file"));
}

TEST_CASE("a mistake's character may be several bytes, and its line end in a carriage return") {
  const Around around("a = !\u00e9\r\n");
  CHECK(around.place.character_end(around.place.stop) == around.place.stop + 1);
  CHECK(around.place.character_end(around.place.stop + 1) == around.place.stop + 3);
  CHECK(around.place.line_end(around.place.stop) == around.place.stop + 3);
}
