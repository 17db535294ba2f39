#include "exchange/csv_writer.h"

#include <vector>

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("pages are written with the columns they use") {
  PageRecord page;
  page.slug = "lamp";
  page.keys = {
      {"title", {}, {std::string("=Lamp"), {}}},
      {"topics", {}, {ValueList{{std::string("A"), {}}, {std::string("B"), {}}}, {}}},
      {"contact", {}, {ValueMap{{"name", {}, {std::string("Ada"), {}}}}, {}}},
      {"image",
       {},
       {ValueMap{{"src", {}, {std::string("a.png"), {}}}, {"alt", {}, {std::string(), {}}}}, {}}}};
  page.body = "- a\n- b";
  CHECK(csv_of(std::vector<PageRecord>{page}) ==
        "kind,slug,title,topics,contact.name,image,body\r\n"
        "initiative,lamp,'=Lamp,\"A; B\",Ada,\"{ src = \"\"a.png\"\", alt = \"\"\"\" }\","
        "\"'- a\n- b\"\r\n");
}

}  // namespace lamppost::test
