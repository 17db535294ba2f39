#include "contribute/mistakes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <span>
#include <utility>

#include "assemble/assemble.h"
#include "check/addresses.h"
#include "check/links.h"
#include "check/references.h"
#include "check/similar.h"
#include "keys/conform.h"
#include "keys/keys.h"
#include "model/page_plan.h"
#include "parse/clean_text.h"
#include "parse/nouns.h"
#include "parse/unfinished.h"
#include "toml/toml.h"

namespace lamppost {
namespace {

/// What to write in place of what.
struct Blank {
  std::string_view written;
  std::string_view blank;
};

/// A mistake of one line of front matter. What was written becomes `{value}`, if it is named.
struct FrontMatterMistake {
  std::string_view name;
  Code code;
  std::string_view toml;
  std::vector<Blank> blanks;
};

void replace_all(std::string& text, const Blank& blank) {
  for (auto at = text.find(blank.written); at != std::string::npos;
       at = text.find(blank.written, at + blank.blank.size())) {
    text.replace(at, blank.written.size(), blank.blank);
  }
}

Mistake told_as(std::string_view name, Code code, const Diagnostics& diagnostics,
                std::span<const Blank> blanks) {
  const auto& list = diagnostics.list();
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const Diagnostic& one) { return one.code == code; });
  assert(found != list.end() && "the mistake is told");
  if (found == list.end()) return {name, std::string(info(code).summary), {}};
  Mistake mistake{name, found->message, found->help};
  for (const Blank& blank : blanks) {
    replace_all(mistake.message, blank);
    replace_all(mistake.help, blank);
  }
  return mistake;
}

// --- in the front matter of one page ---

Initiative initiative_of(std::string_view toml, Diagnostics& diagnostics) {
  const auto text = make_source_text("x.md", std::string(toml));
  const Span region = toml_region(text);
  Origin origin;
  origin.file = origin.path = "initiatives/x.md";
  origin.slug = "x";
  const auto written = parse_toml(text, region, diagnostics);
  assert(written);
  origin.given = conform(*written, initiative_keys(), {text, "front matter", region}, diagnostics);
  return initiative_from(std::move(origin));
}

Mistake front_matter_mistake(const FrontMatterMistake& mistake) {
  Diagnostics diagnostics;
  const Initiative initiative = initiative_of(mistake.toml, diagnostics);
  check_dates(initiative, diagnostics);
  check_goal(initiative, Body{}, diagnostics);
  check_placeholders(initiative.origin, diagnostics);
  return told_as(mistake.name, mistake.code, diagnostics, mistake.blanks);
}

/// Of texts, addresses and dates.
std::vector<FrontMatterMistake> text_mistakes() {
  const Key& title = *find_key(initiative_keys(), "title");
  const Blank key_of_url{"website", "{key}"};
  return {
      {"missing-key",
       Code::missing_key,
       "title = \" \"\ncluster = \"x\"",
       {{title.example, "{example}"}, {title.help, "{meaning}"}, {"`title`", "`{key}`"}}},
      {"missing-key.entry",
       Code::missing_key,
       "members = [{ name = \" \" }]",
       {{R"(name = "City of Lisbon")", "{example}"},
        {"Who takes part", "{meaning}"},
        {"`name`", "`{key}`"},
        {"[[members]]", "{table}"}}},
      {"control-character", Code::control_character, R"(title = "a\u0001b")", {}},
      {"bad-url", Code::bad_url, R"(website = "lamppost")", {{"lamppost", "{value}"}, key_of_url}},
      {"bad-url.mended",
       Code::bad_url,
       R"(website = "www.example.eu/x")",
       {{"https://www.example.eu/x", "{mended}"}, {"www.example.eu/x", "{value}"}, key_of_url}},
      {"bad-url.email",
       Code::bad_url,
       R"(website = "mailto:a@example.eu")",
       {{"mailto:a@example.eu", "{value}"}, key_of_url}},
      {"bad-url.white",
       Code::bad_url,
       R"(website = "https://example.eu/a b")",
       {{"https://example.eu/a b", "{value}"}, key_of_url}},
      {"bad-url.signs",
       Code::bad_url,
       R"(website = "https://x.example/<")",
       {{"https://x.example/<", "{value}"}, key_of_url}},
      {"bad-url.host",
       Code::bad_url,
       R"(website = "https:///x")",
       {{"https:///x", "{value}"}, key_of_url}},
      {"bad-email",
       Code::bad_email,
       R"(contact = { email = "office" })",
       {{"`office`", "`{value}`"}}},
      {"bad-email.mended",
       Code::bad_email,
       R"(contact = { email = "mailto:office@example.org" })",
       {{"mailto:office@example.org", "{value}"}, {"office@example.org", "{mended}"}}},
      {"bad-date", Code::bad_date, R"(start = "soon")", {{"soon", "{value}"}}},
  };
}

/// Of numbers, names and what is said as a whole.
std::vector<FrontMatterMistake> further_mistakes() {
  static const std::string long_goal = "title = \"x\"\ngoal = \"" + std::string(201, 'x') + '"';
  return {
      {"wrong-type.figure",
       Code::wrong_type,
       R"(members = "many")",
       {{"members = 18", "{example}"}, {"`members`", "`{key}`"}}},
      {"wrong-type.count",
       Code::wrong_type,
       R"(discussions = [{ title = "x", replies = "many" }])",
       {{"replies = 5", "{example}"}, {"`replies`", "`{key}`"}}},
      {"wrong-type.number",
       Code::wrong_type,
       R"(target = { value = "much" })",
       {{"value = 10_000_000", "{example}"}, {"`value`", "`{key}`"}}},
      {"wrong-type.mended",
       Code::wrong_type,
       R"(members = "1,500")",
       {{"members = 1500", "{mended}"}}},
      {"bad-number.least", Code::bad_number, "members = -1", {{"`members`", "`{key}`"}}},
      {"bad-number.digits",
       Code::bad_number,
       R"(projects = [{ title = "x", cordis = "H2020" }])",
       {{"H2020", "{value}"}}},
      {"bad-language",
       Code::bad_language,
       R"(documents = [{ title = "x", language = "English!" }])",
       {{"English!", "{value}"}}},
      {"bad-language.mended",
       Code::bad_language,
       R"(documents = [{ title = "x", language = "PT_br" }])",
       {{"PT_br", "{value}"}, {"pt-BR", "{mended}"}}},
      {"bad-slug", Code::bad_slug, R"(related = ["???"])", {{"???", "{value}"}}},
      {"bad-slug.mended",
       Code::bad_slug,
       R"(related = ["Lamp Post"])",
       {{"Lamp Post", "{value}"}, {"lamp-post", "{mended}"}}},
      {"duplicate-value",
       Code::duplicate_value,
       R"(topics = ["Light", "light"])",
       {{"`light`", "`{value}`"}, {"`topics`", "`{key}`"}}},
      {"dates-out-of-order",
       Code::dates_out_of_order,
       "start = 2026-02-01\nend = 2025-01-01",
       {{"2026-02-01", "{start}"}, {"2025-01-01", "{end}"}}},
      {"placeholder-text", Code::placeholder_text, R"(title = "…")", {{"`…`", "`{value}`"}}},
      {"long-goal", Code::long_goal, long_goal, {{"201", "{n}"}}},
      {"missing-goal", Code::missing_goal, R"(title = "x")", {}},
  };
}

// --- in a text ---

Mistake control_character_in_text() {
  Diagnostics diagnostics;
  const auto clean = clean_text(make_source_text("x.md", "a\x01"), diagnostics);
  const std::array<Blank, 1> blanks = {{{"U+0001", "{value}"}}};
  return told_as("control-character.text", Code::control_character, diagnostics, blanks);
}

// --- in a site: what one page can't know of the others ---

Body body_with(LinkKind kind, std::string target) {
  Body body;
  body.has_text = true;
  body.links.push_back({kind, std::move(target), {}, 0});
  return body;
}

Site site_with(std::vector<std::string_view> pages, const Body& body = {}) {
  std::vector<ParsedFile> files;
  files.push_back({Settings{}, {}});
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Initiative initiative = initiative_of(pages[i], diagnostics);
    initiative.origin.slug += std::to_string(i);
    initiative.origin.path = "initiatives/" + initiative.origin.slug + ".md";
    files.push_back({std::move(initiative), i == 0 ? body : Body{}});
  }
  return assemble(std::move(files), {});
}

Mistake dead_link(std::string_view name, Code code, LinkKind kind, std::string_view target) {
  const Site site = site_with({"title = \"x\""}, body_with(kind, std::string(target)));
  Diagnostics diagnostics;
  check_links(site, plan_pages(site), diagnostics);
  const std::array<Blank, 2> blanks = {{{target, "{value}"}, {"x0", "{slug}"}}};
  return told_as(name, code, diagnostics, blanks);
}

Mistake bad_topic() {
  const Site site = site_with({"title = \"x\"\ntopics = [\"?!\"]"});
  Diagnostics diagnostics;
  check_references(site, diagnostics);
  const std::array<Blank, 1> blanks = {{{"?!", "{value}"}}};
  return told_as("bad-topic", Code::bad_topic, diagnostics, blanks);
}

Mistake shared_address() {
  const Site site = site_with({"title = \"x\"\ntopics = [\"Lamp\", \"Lamp!\"]"});
  Diagnostics diagnostics;
  check_addresses(site, plan_pages(site), diagnostics);
  const std::array<Blank, 1> blanks = {{{"/topics/lamp/", "{value}"}}};
  return told_as("duplicate-address", Code::duplicate_address, diagnostics, blanks);
}

Mistake similar(std::string_view name, std::vector<std::string_view> pages,
                std::vector<Blank> blanks) {
  Diagnostics diagnostics;
  check_similar(site_with(std::move(pages)), diagnostics);
  return told_as(name, Code::similar_initiative, diagnostics, blanks);
}

std::vector<Mistake> site_mistakes() {
  return {
      dead_link("dead-link.page", Code::dead_link, LinkKind::page, "gone-away.md"),
      dead_link("dead-link.site", Code::dead_link, LinkKind::site, "/gone/away/"),
      dead_link("missing-file", Code::missing_file, LinkKind::file, "gone-away.pdf"),
      dead_link("dead-anchor", Code::dead_anchor, LinkKind::fragment, "#gone-away"),
      bad_topic(),
      shared_address(),
      similar("similar-initiative.title", {"title = \"Lamps\"", "title = \"Lamps\""}, {}),
      similar("similar-initiative.nearly", {"title = \"The Lamps\"", "title = \"Lamp\""},
              {{"The Lamps", "{value}"}}),
      similar("similar-initiative.website",
              {"title = \"x\"\nwebsite = \"https://x.example/\"",
               "title = \"y\"\nwebsite = \"https://x.example\""},
              {{"https://x.example", "{value}"}}),
  };
}

}  // namespace

std::vector<Mistake> mistakes() {
  std::vector<Mistake> all;
  for (const auto& some : {text_mistakes(), further_mistakes()}) {
    for (const auto& mistake : some) all.push_back(front_matter_mistake(mistake));
  }
  all.push_back(control_character_in_text());
  for (Mistake& mistake : site_mistakes()) all.push_back(std::move(mistake));
  return all;
}

}  // namespace lamppost
