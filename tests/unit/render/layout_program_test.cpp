#include "render/layout_program.h"

#include "support/builders.h"
#include "support/catch.h"
#include "view/frame_views.h"
#include "view/page_views.h"

namespace lamppost::test {
namespace {

const View known =
    View::Map{{"t", View::Map{{"goal", "Goal <1>"}, {"empty", ""}}},
              {"site", View::Map{{"title", "Site"},
                                 {"search", false},
                                 {"extra", View::Map{{"t", View::Map{{"goal", "of extra"}}}}}}},
              {"menu", View::List{View::Map{{"label", "a"}}, View::Map{{"label", "b"}}}},
              {"has_menu", true},
              {"page.is_home", true},
              {"page.is_search", false}};

LayoutProgram program(const std::string& layout, const View& view = known) {
  const SourceText source = make_source_text("layout", layout);
  Diagnostics diagnostics;
  return program_of(parse_template(source, diagnostics), view);
}

/// The literals of a program, `|` for what it asks a view for.
std::string literals_of(const LayoutProgram& program) {
  std::string shown;
  for (const Slot& slot : program.slots) {
    shown += slot.parts.empty() ? slot.literal : "|";
    if (slot.section) shown += literals_of(program.sections.at(*slot.section));
  }
  return shown;
}

/// The same of a layout.
std::string literals(const std::string& layout, const View& view = known) {
  return literals_of(program(layout, view));
}

/// Calls `see` with the name of everything in a view that stands in something else, except below
/// `extra`.
template <typename See>
void see_inner_names(const View& view, const See& see, bool is_inner = false) {
  if (const View::List* list = view.list()) {
    for (const View& entry : *list) see_inner_names(entry, see, true);
  }
  const View::Map* map = view.map();
  for (std::size_t i = 0; map != nullptr && i < map->size(); ++i) {
    const std::string name(map->name(i).text());
    if (is_inner) see(name);
    if (name != "extra") see_inner_names(map->value(i), see, true);
  }
}

}  // namespace

TEST_CASE("what is known becomes text, escaped as in a page") {
  CHECK(literals("a {{t.goal}} b") == "a Goal &lt;1&gt; b");
  CHECK(literals("{{{t.goal}}}") == "Goal &lt;1&gt;");
  CHECK(literals("{{t.missing}}{{t.empty}}.") == ".");
  CHECK(literals("{{title}} {{t.goal}}") == "| Goal &lt;1&gt;");
}

TEST_CASE("sections over what is known stand, repeat or are left out") {
  CHECK(literals("{{#site.search}}a{{/site.search}}{{^site.search}}b{{/site.search}}") == "b");
  CHECK(literals("{{#site.title}}<{{.}}>{{/site.title}}{{^site.title}}b{{/site.title}}") ==
        "<Site>");
  CHECK(literals("{{#has_menu}}({{#menu}}{{label}},{{/menu}}){{/has_menu}}") == "(a,b,)");
  CHECK(literals("{{#site}}{{title}}: {{t.goal}}{{/site}}") == "Site: Goal &lt;1&gt;");
  CHECK(literals("{{#page.is_home}}h{{/page.is_home}}{{#page.is_search}}s{{/page.is_search}}") ==
        "h");
}

TEST_CASE("a flag that is known is gone from around what is not") {
  CHECK(literals("{{#has_menu}}a {{title}}{{/has_menu}}") == "a |");
}

TEST_CASE("names stay to be found in a map that is known, where others in it are not") {
  CHECK(literals("{{#site}}{{title}} {{slug}} {{t.goal}}{{/site}}") == "|| | Goal &lt;1&gt;");
}

TEST_CASE("inside what is unknown only the names that every page has are known") {
  CHECK(literals("{{#cards}}{{t.goal}}{{#has_menu}}x{{/has_menu}}{{/cards}}") ==
        "|Goal &lt;1&gt;|x");
  CHECK(literals("{{#extra}}{{t.goal}}{{/extra}}") == "||");
  CHECK(literals("{{#extra.more}}{{#x}}{{t.goal}}{{/x}}{{/extra.more}}") == "|||");
  CHECK(literals("{{#cards}}{{#.}}{{t.goal}}{{/.}}{{/cards}}") == "|||");
  CHECK(literals("{{#site.extra}}{{t.goal}}{{/site.extra}}") == "of extra");
}

TEST_CASE("a long section is a program of its own") {
  std::string names;
  for (char name = 'a'; name < 'm'; ++name) names.append("{{").append(1, name).append("}}");

  const LayoutProgram longer = program("<{{#cards}}" + names + "{{/cards}}>");
  REQUIRE(longer.slots.size() == 3);
  CHECK(longer.slots[1].section == 0U);
  CHECK(longer.sections.at(0).slots.size() == 12);

  const LayoutProgram shorter = program("<{{#cards}}" + names.substr(5) + "{{/cards}}>");
  CHECK(shorter.sections.empty());
  CHECK(program("{{^cards}}" + names + "{{/cards}}").sections.empty());

  const LayoutProgram both = program("{{#a}}{{#b}}" + names + "{{t.goal}}{{/b}}{{/a}}");
  CHECK(both.sections.at(0).sections.at(0).slots.back().literal == "Goal &lt;1&gt;");
}

TEST_CASE("a program's key tells what stands in long sections") {
  const auto key = [](const std::string& inside) {
    return key_of(program("{{#cards}}" + inside + "{{/cards}}"));
  };
  const std::string names = "{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}";
  CHECK(key(names + "{{a}}") == key(names + "{{a}}"));
  CHECK(key(names + "{{a}}") != key(names + "{{b}}"));
  CHECK(key(names + "{{a}}") != key(names + "{{a}}."));
}

TEST_CASE("sections over maps that are known, each in the other, take no time") {
  std::string layout = "{{title}}{{slug}}";
  for (int depth = 0; depth < 30; ++depth) layout = "{{#site}}" + layout + "{{/site}}";
  CHECK(literals(layout).size() == 32);
}

TEST_CASE("nothing in a view has a name that every page has for itself") {
  const Site site = site_of({});
  for (const auto& [kind, view] : sample_views(site)) {
    see_inner_names(view, [](const std::string& name) { CHECK_FALSE(is_of_every_page(name)); });
  }
}

TEST_CASE("what is said to be of all pages is on each as its view has it") {
  const Site site = site_of({cluster("c"), initiative("a").in("c"), initiative("b").in("c")});
  const SharedViews shared = {edition_views(site, 0)};
  for (const PagePlan& plan : plan_pages(site)) {
    if (layout_of(plan.kind).empty()) continue;
    const View view = view_of(site, plan);
    const View frame = frame_of_all(shared.front(), plan.kind);
    for (std::size_t i = 0; i < frame.map()->size(); ++i) {
      const std::string name(frame.map()->name(i).text());
      CAPTURE(plan.address, name);
      const View* found = name.starts_with("page.")
                              ? view.find("page")->find(Name::of(name.substr(5)))
                              : view.find(Name::of(name));
      REQUIRE(found != nullptr);
      CHECK(*found == frame.map()->value(i));
    }
  }
}

}  // namespace lamppost::test
