#include "data/diff_report.h"

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/contains.h"

namespace lamppost::test {
namespace {

PageChange changed(const std::string& title) {
  PageChange page;
  page.fate = PageFate::changed;
  page.kind = "initiative";
  page.language = "en";
  page.title = title;
  page.address = "/initiatives/lamp/";
  return page;
}

CatalogueDiff of_one(const std::string& title, std::vector<KeyChange> keys = {}) {
  CatalogueDiff diff;
  diff.pages.push_back(changed(title));
  diff.pages.back().keys = std::move(keys);
  return diff;
}

std::string comment(const CatalogueDiff& diff) { return told(diff, DiffFormat::markdown); }

}  // namespace

TEST_CASE("nothing changed is a sentence, for programs three empty lists") {
  CHECK(told({}, DiffFormat::text) == "No page, figure or address of the catalogue changes.\n");
  CHECK(comment({}) == told({}, DiffFormat::text));
  const auto json = nlohmann::json::parse(told({}, DiffFormat::json));
  CHECK(json == nlohmann::json::parse(R"({"pages": [], "totals": [], "lost": []})"));
}

TEST_CASE("each fate has its heading, lost addresses come first") {
  CatalogueDiff diff = of_one("Lamp", {{"goal", "Light", "Dark"}, {"text", "", ""}});
  diff.pages.insert(diff.pages.begin(), changed("New"));
  diff.pages.front().fate = PageFate::added;
  diff.pages.push_back(changed("Mast"));
  diff.pages.back().fate = PageFate::moved;
  diff.pages.back().former_address = "/initiatives/pole/";
  diff.totals = {{"members", 3, 4}};
  diff.lost = {"/topics/iot/"};
  CHECK(comment(diff) ==
        "### Lost addresses (1)\n\n"
        "These lead nowhere any more. Add each to `aliases` of the page that takes its place:\n\n"
        "- `/topics/iot/`\n\n"
        "### Added (1)\n\n"
        "- initiative `New`: `/initiatives/lamp/`\n\n"
        "### Changed (1)\n\n"
        "- initiative `Lamp` (en): `/initiatives/lamp/`\n"
        "  - `goal`: `Light` → `Dark`\n"
        "  - `text`\n\n"
        "### Moved (1)\n\n"
        "- initiative `Mast`: `/initiatives/pole/` → `/initiatives/lamp/`\n\n"
        "### Figures (1)\n\n"
        "- members: 3 → 4\n");
}

TEST_CASE("what the content says is never markup in a comment") {
  for (const std::string hostile :
       {"<img src=x onerror=alert(1)>", "@everyone look", "[a](https://evil.eu)", "`code` @you",
        "``` three", "a\n\n# heading\n/close", "| a | b |", "![x](https://evil.eu/x.png)",
        "</details>", "`", "``", "fixes #1 https://evil.eu",
        "\xE2\x80\xAE"
        "desrever"}) {
    INFO(hostile);
    const std::string text = comment(of_one(hostile, {{"goal", hostile, ""}}));
    // Outside code spans stand only words of ours: nothing of them is left when the spans go.
    std::string outside;
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] != '`') {
        outside += text[at++];
        continue;
      }
      const std::size_t begin = at;
      while (at < text.size() && text[at] == '`') ++at;
      const std::string fence = text.substr(begin, at - begin);
      std::size_t end = text.find(fence, at);
      while (end != std::string::npos && text[end + fence.size()] == '`') {
        end = text.find_first_not_of('`', end);
        end = text.find(fence, end);
      }
      REQUIRE(end != std::string::npos);
      CHECK(text.substr(at, end - at).find('\n') == std::string::npos);
      at = end + fence.size();
    }
    CHECK(outside == "### Changed (1)\n\n- initiative  (en): \n  - : no longer \n");
  }
}

TEST_CASE("a comment is bounded and says what it leaves out, and so is a value") {
  CatalogueDiff diff;
  for (int i = 0; i < 5000; ++i) diff.pages.push_back(changed("Lamp " + std::to_string(i)));
  const std::string text = comment(diff);
  CHECK(text.size() <= 60'000);
  CHECK(text.size() > 50'000);
  CHECK(contains(text, " more lines; `lamppost diff` tells all of them.\n"));
  CHECK(contains(told(diff, DiffFormat::text), "Lamp 4999"));
  const std::string long_value = comment(of_one(std::string(10'000, 'x')));
  CHECK(contains(long_value, std::string(160, 'x') + "…`"));
}

TEST_CASE("a terminal is not confused") {
  const std::string text = told(of_one("a\x1b[31mb"), DiffFormat::text);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(contains(text, "\"a\\x1b[31mb\""));
}

TEST_CASE("programs get everything as it is") {
  CatalogueDiff diff = of_one("L\"amp\n", {{"goal", "", "Dark"}});
  diff.pages[0].fate = PageFate::removed;
  diff.pages[0].leads_to = "/clusters/light/";
  diff.totals = {{"members", 3, 4}};
  diff.lost = {"/x/"};
  const auto json = nlohmann::json::parse(told(diff, DiffFormat::json));
  CHECK(json["pages"][0]["fate"] == "removed");
  CHECK(json["pages"][0]["title"] == "L\"amp\n");
  CHECK(json["pages"][0]["leads_to"] == "/clusters/light/");
  CHECK(json["pages"][0]["former_address"].is_null());
  CHECK(json["pages"][0]["keys"][0] ==
        nlohmann::json::parse(R"({"key": "goal", "before": null, "after": "Dark"})"));
  CHECK(json["totals"][0]["after"] == 4);
  CHECK(json["lost"] == nlohmann::json::parse(R"(["/x/"])"));
}

}  // namespace lamppost::test
