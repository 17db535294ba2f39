#include "contribute/proposal_rules.h"

#include <nlohmann/json.hpp>

#include "contribute/mistakes.h"
#include "support/catch.h"

using namespace lamppost;

TEST_CASE("the form's rules have the words, the letters and the limits") {
  const auto rules = nlohmann::json::parse(proposal_rules());
  for (const Mistake& mistake : mistakes()) {
    INFO(mistake.name);
    CHECK(rules.at("mistakes").at(std::string(mistake.name)) ==
          nlohmann::json({mistake.message, mistake.help}));
  }
  CHECK(rules.at("letters").contains("ss"));
  CHECK(rules.at("pairs").is_object());
  CHECK(rules.at("longest_slug") == 80);
  CHECK(rules.at("small_words").size() == 12);
  CHECK(rules.at("longest_goal") == 200);
}
