#include "contribute/proposal_form.h"

#include <nlohmann/json.hpp>

#include "contribute/mistakes.h"
#include "support/catch.h"

using namespace lamppost;

TEST_CASE("the form's data has the keys, the words, the countries and the limits") {
  const auto form = nlohmann::json::parse(proposal_form());
  CHECK(form.at("keys").at(0).at("name") == "title");
  for (const Mistake& mistake : mistakes()) {
    INFO(mistake.name);
    CHECK(form.at("mistakes").at(std::string(mistake.name)) ==
          nlohmann::json({mistake.message, mistake.help}));
  }
  CHECK(form.at("countries").size() > 240);
  CHECK(form.at("small_words").size() == 12);
  CHECK(form.at("longest_goal") == 200);
}
