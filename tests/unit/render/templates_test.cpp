#include "render/templates.h"

#include "render/layout_program.h"
#include "render/template_text.h"
#include "support/catch.h"

using namespace lamppost;

namespace {

constexpr std::string_view kinds[] = {"home",    "cluster",   "initiative", "topic",
                                      "country", "free_page", "not_found",  "redirect"};

const PagePlan home_page;

/// A site whose theme has all layouts, empty but for those given.
Site site_with(std::initializer_list<std::pair<std::string, std::string>> layouts) {
  Site site;
  site.editions.emplace_back();
  ThemeManifest manifest;
  manifest.path = "themes/plain/theme.toml";
  site.theme.chain.push_back(manifest);
  const auto add = [&](const std::string& name, const std::string& text) {
    site.theme.layouts[name] = make_source_text("themes/plain/layouts/" + name + ".mustache", text);
  };
  for (const std::string_view kind : kinds) add(std::string(kind), "");
  for (const auto& [name, text] : layouts) add(name, text);
  return site;
}

/// A home page of that layout with any names: what is said of them is of no interest here.
std::string rendered(const std::string& layout, const View& view) {
  Diagnostics ignored;
  Templates templates = load_templates(site_with({{"home", layout}}), ignored);
  return templates.render(home_page, view);
}

/// Tags that print nothing, where `absent` is nothing: a section with them is long.
const std::string filling =
    "{{absent}}{{absent}}{{absent}}{{absent}}{{absent}}{{absent}}"
    "{{absent}}{{absent}}{{absent}}{{absent}}{{absent}}{{absent}}";

/// The layout with long sections for all sections.
std::string lengthened(std::string layout) {
  for (std::size_t at = 0; (at = layout.find("{{#", at)) != std::string::npos;) {
    at = layout.find("}}", at) + 2;
    layout.insert(at, filling);
  }
  return layout;
}

}  // namespace

TEST_CASE("text is escaped where it goes in, markup is not") {
  const View view = View::Map{{"a", "<b> & 'c'"}, {"m", Html("<b>x</b>")}};
  CHECK(rendered("<p title=\"{{a}}\">{{{m}}}</p>", view) ==
        "<p title=\"&lt;b&gt; &amp; &#39;c&#39;\"><b>x</b></p>");
}

TEST_CASE("no tag puts text in unescaped") {
  const View view = View::Map{{"a", "<script>"}};
  CHECK(rendered("{{{a}}}{{&a}}", view) == "&lt;script&gt;&lt;script&gt;");
}

TEST_CASE("what the content says is never read as a template") {
  const View view = View::Map{{"a", "{{b}}{{#b}}{{=<% %>=}}"}, {"b", "secret"}};
  CHECK(rendered("{{a}}", view) == "{{b}}{{#b}}{{=&lt;% %&gt;=}}");
}

TEST_CASE("white space of a layout is kept to the byte") {
  CHECK(rendered("<pre>\n  a \t b\r\n\n</pre> ", View::Map{}) == "<pre>\n  a \t b\r\n\n</pre> ");
}

TEST_CASE("sections repeat for lists, stand once for what is there, never for what is not") {
  const View view = View::Map{{"list", View::List{View::Map{{"n", "1"}}, View::Map{{"n", "2"}}}},
                              {"words", View::List{"x", "", "y"}},
                              {"yes", true},
                              {"no", false},
                              {"text", "t"},
                              {"nothing", ""},
                              {"none", View::List{}},
                              {"blank", View::Map{}},
                              {"bare", Html("")}};
  CHECK(rendered("{{#list}}({{n}}){{/list}}", view) == "(1)(2)");
  CHECK(rendered("{{#words}}({{.}}){{/words}}", view) == "(x)()(y)");
  CHECK(rendered("{{#yes}}a{{/yes}}{{#text}}b{{.}}{{/text}}", view) == "abt");
  for (const char* name : {"no", "nothing", "none", "blank", "bare", "missing"}) {
    const std::string tag = name;
    CHECK(rendered("{{#" + tag + "}}a{{/" + tag + "}}{{^" + tag + "}}b{{/" + tag + "}}", view) ==
          "b");
  }
}

TEST_CASE("lines that hold only a section's tag leave no trace") {
  const View view = View::Map{{"list", View::List{"1", "2"}}};
  CHECK(rendered("<ul>\n  {{#list}}\n  <li>{{.}}</li>\n  {{/list}}\n</ul>\n", view) ==
        "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>\n");
}

TEST_CASE("a line that is empty because a value is stays, and so do its neighbours") {
  const View view = View::Map{{"list", View::List{View::Map{{"n", ""}}}}};
  CHECK(rendered("a\n{{#list}}{{n}}{{/list}}\nb", view) == "a\n\nb");
}

TEST_CASE("a name is looked for from the inside out") {
  const View view =
      View::Map{{"n", "page"}, {"m", "outer"}, {"list", View::List{View::Map{{"n", "item"}}}}};
  CHECK(rendered("{{#list}}{{n}} {{m}}{{/list}} {{n}}", view) == "item outer page");
}

TEST_CASE("a dotted name stays with the first thing of its first name") {
  // The entry has no contact: it must not get the page's.
  const View view = View::Map{{"contact", View::Map{{"name", "of the page"}}},
                              {"list", View::List{View::Map{{"contact", false}}}}};
  CHECK(rendered("{{contact.name}}|{{#list}}{{contact.name}}{{/list}}", view) == "of the page|");
}

TEST_CASE("names are found wherever they stand among others, from one map to the next") {
  const View view =
      View::Map{{"list", View::List{View::Map{{"a", "1"}, {"b", "2"}},
                                    View::Map{{"x", "-"}, {"b", "3"}, {"a", "4"}}, View::Map{}}},
                {"b", "page"}};
  CHECK(rendered("{{#list}}{{a}}{{b}} {{/list}}{{b}}", view) == "12 43 page page");
}

TEST_CASE("lists of the same length inside each other keep their own entries") {
  const View inner = View::List{"x", "y"};
  const View view = View::Map{{"list", View::List{View::Map{{"n", "1"}, {"inner", inner}},
                                                  View::Map{{"n", "2"}, {"inner", inner}}}}};
  CHECK(rendered("{{#list}}{{n}}{{#inner}}{{.}}{{n}}{{/inner}} {{/list}}", view) == "1x1y1 2x2y2 ");
}

TEST_CASE("an inverted section sees what is around it") {
  const View view = View::Map{{"words", View::List{"x"}}, {"no", false}, {"none", View::List{}}};
  CHECK(rendered("{{#words}}{{^no}}{{.}}{{^none}}{{.}}{{/none}}{{/no}}{{/words}}", view) == "xx");
}

TEST_CASE("a long section shows what a short one does") {
  const View view = View::Map{
      {"list", View::List{View::Map{{"n", "1"}, {"inner", View::List{View::Map{{"n", "a"}}, "b"}}},
                          View::shared(View::Map{{"n", "2"}, {"inner", "c"}})}},
      {"words", View::List{"x", "", View::shared("<y>")}},
      {"map", View::Map{{"n", "3"}, {"inner", View::Map{{"o", "4"}}}}},
      {"yes", true},
      {"no", false},
      {"nothing", ""},
      {"none", View::List{}},
      {"n", "outer"},
      {"o", "O"}};
  const auto layout = GENERATE(
      as<std::string>(), "{{#list}}({{n}}{{o}}){{/list}}", "{{#words}}({{.}}{{n}}){{/words}}",
      "{{#map}}{{n}}{{inner.o}}{{o}}{{/map}}{{n}}", "{{#map.inner}}{{o}}{{n}}{{/map.inner}}",
      "{{#yes}}{{n}}{{/yes}}{{#no}}{{n}}{{/no}}{{#nothing}}{{n}}{{/nothing}}{{#none}}x{{/none}}",
      "{{#missing}}{{n}}{{/missing}}{{^missing}}{{n}}{{/missing}}",
      "{{#list}}{{#inner}}{{n}}{{.}}{{^no}}{{n}}{{/no}}{{#o}}{{.}}{{/o}}{{/inner}}{{/list}}");
  CHECK(rendered(lengthened(layout), view) == rendered(layout, view));
}

TEST_CASE("what is shared between pages shows what is around it in each of them") {
  Diagnostics ignored;
  const View card = View::shared(View::Map{{"n", "1"}, {"no", false}, {"absent", false}});
  const auto page = [&](const char* title) {
    return View::Map{{"list", View::List{card}}, {"title", title}, {"n", "outer"}};
  };
  for (const std::string inner : {"{{n}}", "{{title}}", "{{#no}}{{/no}}{{^title}}-{{/title}}",
                                  "{{#title}}{{n}}{{.}}{{/title}}", "{{m}}"}) {
    const std::string layout = "{{#list}}" + inner + "{{/list}}";
    CAPTURE(layout);
    Templates templates = load_templates(site_with({{"home", lengthened(layout)}}), ignored);
    CHECK(templates.render(home_page, page("a")) == rendered(layout, page("a")));
    CHECK(templates.render(home_page, page("b")) == rendered(layout, page("b")));
    const View more = View::Map{{"list", View::List{card}}, {"m", "more"}};
    CHECK(templates.render(home_page, more) == rendered(layout, more));
  }
}

TEST_CASE("what a shared view was printed as is kept for all layouts that have the same section") {
  Diagnostics ignored;
  const std::string section = "{{#list}}" + filling + "{{n}}{{/list}}";
  const std::string other = "{{#list}}" + filling + "{{n}}{{title}}{{/list}}";
  Templates templates = load_templates(
      site_with({{"home", "a " + section}, {"topic", section}, {"country", other}}), ignored);
  const View card = View::shared(View::Map{{"n", "1"}, {"absent", false}});
  const View page = View::Map{{"list", View::List{card}}, {"title", "t"}};
  CHECK(templates.render(home_page, page) == "a 1");
  PagePlan topic;
  topic.kind = PageKind::topic;
  CHECK(templates.render(topic, page) == "1");
  PagePlan country;
  country.kind = PageKind::country;
  CHECK(templates.render(country, page) == "1t");

  const Hash128 key = key_of(
      program_of(parse_template(make_source_text("layout", section), ignored)).sections.at(0));
  REQUIRE(card.kept(key) != nullptr);
  CHECK(*card.kept(key) == "1");
}

TEST_CASE("partials are part of the layout and see what is around their tag") {
  Diagnostics ignored;
  const Site site =
      site_with({{"home", "{{#list}}{{> card}}{{/list}}"}, {"partials/card", "<li>{{n}}</li>"}});
  Templates templates = load_templates(site, ignored);
  const View view = View::Map{{"list", View::List{View::Map{{"n", "1"}}, View::Map{{"n", "2"}}}}};
  CHECK(templates.render(home_page, view) == "<li>1</li><li>2</li>");
}

TEST_CASE("templates render the same again, and a copy outlives what it was copied from") {
  Diagnostics ignored;
  const Site site = site_with({{"home", "a {{#x}}{{y}}{{/x}}"}});
  const View view = View::Map{{"x", View::Map{{"y", "z"}}}};
  Templates copy;
  {
    Templates first = load_templates(site, ignored);
    CHECK(first.render(home_page, view) == "a z");
    CHECK(first.render(home_page, view) == "a z");
    copy = first;
  }
  CHECK(copy.render(home_page, view) == "a z");
  CHECK(Templates(copy).render(home_page, View::Map{}) == "a ");
}

TEST_CASE("a broken layout still gives a page and never crashes") {
  const auto layout =
      GENERATE(as<std::string>(), "{{", "{{{", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{=a b=}}",
               "{{> x}}", "{{}}", "{{#}}{{.}}{{/}}", "{{.}}", "{{a..b}}");
  CHECK(rendered(layout, View::Map{{"a", "b"}}).size() <= layout.size());
}

TEST_CASE("each missing layout is reported at the theme's manifest") {
  Site site = site_with({{"topics", ""}});
  site.theme.layouts.erase("topic");
  site.theme.layouts.erase("redirect");
  Diagnostics diagnostics;
  (void)load_templates(site, diagnostics);
  REQUIRE(diagnostics.list().size() == 2);
  const Diagnostic& topic = diagnostics.list()[0];
  CHECK(topic.code == Code::missing_layout);
  CHECK(topic.file == "themes/plain/theme.toml");
  CHECK(topic.message == "the theme has no layout `topic`");
  CHECK(topic.help == "rename `layouts/topics.mustache` to `layouts/topic.mustache`");
  CHECK(diagnostics.list()[1].help ==
        "add `layouts/redirect.mustache`, or name a theme that has it in `extends`");
}

TEST_CASE("a site whose theme was not found is not told that its layouts are missing") {
  Site site = site_with({});
  site.theme = {};
  Diagnostics diagnostics;
  (void)load_templates(site, diagnostics);
  CHECK(diagnostics.empty());
}

TEST_CASE("mistakes in templates that no page uses are found too") {
  Diagnostics diagnostics;
  (void)load_templates(site_with({{"partials/unused", "{{#a}}"}}), diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == Code::unclosed_section);
  CHECK(diagnostics.list()[0].file == "themes/plain/layouts/partials/unused.mustache");
}

TEST_CASE("a layout is held against the names of its own kind of page") {
  Diagnostics diagnostics;
  (void)load_templates(site_with({{"home", "{{no_such_name_anywhere}}"}}), diagnostics);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == Code::unknown_name);
}

TEST_CASE("layouts have the same key just where they make the same page") {
  const auto key = [](const std::string& layout, const std::string& partial = "") {
    Diagnostics ignored;
    return load_templates(site_with({{"home", layout}, {"partials/card", partial}}), ignored)
        .key(PageKind::home);
  };
  CHECK(key("a {{x}}") == key("a {{x}}"));
  CHECK(key("a {{x}}") != key("a {{y}}"));
  CHECK(key("a {{x}}") != key("b {{x}}"));
  CHECK(key("{{#x}}a{{/x}}") != key("{{^x}}a{{/x}}"));
  CHECK(key("{{x}}{{y}}") != key("{{x.y}}"));
  CHECK(key("a{{> card}}", "b") == key("ab"));
  CHECK(key("a{{> card}}", "b") != key("a{{> card}}", "c"));
}
