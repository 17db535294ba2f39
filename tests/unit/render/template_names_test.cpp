#include "render/template_names.h"

#include "render/template_partials.h"
#include "support/catch.h"

using namespace lamppost;

namespace {

View sample() {
  return View::Map{
      {"title", "T"},
      {"body", Html("<p>b</p>")},
      {"is_new", true},
      {"site", View::Map{{"title", "S"}, {"href", "/"}}},
      {"topics", View::List{View::Map{{"name", "N"}, {"href", "/t/"}, {"note", Html("<i>")}}}},
      {"words", View::List{"one"}},
      {"empty", View::List{}},
      {"extra", false},
      {"contact", View::Map{{"name", "C"}, {"extra", View::Map{}}}}};
}

/// What is said about a template against the sample.
std::vector<Diagnostic> said_about(const std::string& text) {
  Diagnostics diagnostics;
  ReportedNames reported;
  const SourceText source = make_source_text("home.mustache", text);
  check_names(parse_template(source, diagnostics), sample(), reported, diagnostics);
  return diagnostics.list();
}

Diagnostic only(const std::string& text) {
  const std::vector<Diagnostic> list = said_about(text);
  REQUIRE(list.size() == 1);
  return list.front();
}

}  // namespace

TEST_CASE("what the page has may be used") {
  const auto text =
      GENERATE(as<std::string>(), "{{title}}", "{{{body}}}", "{{&body}}", "{{site.title}}",
               "{{#topics}}{{name}} {{title}} {{site.href}} {{{note}}}{{/topics}}",
               "{{#topics}}{{#is_new}}{{name}}{{/is_new}}{{/topics}}", "{{#words}}{{.}}{{/words}}",
               "{{#title}}{{.}}{{/title}}", "{{#site}}{{href}}{{/site}}",
               "{{^topics}}{{title}}{{/topics}}", "{{#empty}}{{what}}{{/empty}}");
  CHECK(said_about(text).empty());
}

TEST_CASE("below extra any name is right") {
  const auto text = GENERATE(
      as<std::string>(), "{{extra.colour}}", "{{extra.a.b.c}}",
      "{{#extra}}{{colour}} {{title}}{{/extra}}", "{{#extra.list}}{{name}}{{.}}{{/extra.list}}",
      "{{^extra.x}}-{{/extra.x}}", "{{contact.extra.x}}", "{{#contact}}{{extra.x}}{{/contact}}");
  CHECK(said_about(text).empty());
}

TEST_CASE("an unknown name is reported with the nearest one that can be seen from there") {
  const Diagnostic titel = only("<h1>{{ titel }}</h1>");
  CHECK(titel.code == Code::unknown_name);
  CHECK(titel.file == "home.mustache");
  CHECK(titel.where == Span{7, 12});
  CHECK(titel.message == "unknown name `titel`");
  CHECK(titel.help == "did you mean `title`?");
  CHECK(titel.fix == Fix{{7, 12}, "title"});
  CHECK(only("{{#topics}}{{nmae}}{{/topics}}").help == "did you mean `name`?");
}

TEST_CASE("a name seen only inside a section is unknown outside of it") {
  CHECK(only("{{#topics}}{{/topics}}{{note}}").code == Code::unknown_name);
}

TEST_CASE("of a dotted name the wrong part is put right") {
  CHECK(only("{{site.titel}}").fix->text == "site.title");
  CHECK(only("{{stie.title}}").fix->text == "site.title");
  CHECK(only("{{title.length}}").help == "`title` has no names below it");
}

TEST_CASE("a dotted name is not looked for further out once its first part is found") {
  CHECK(only("{{#site}}{{title.href}}{{/site}}").code == Code::unknown_name);
}

TEST_CASE("where nothing is near the names are listed") {
  CHECK(only("{{site.zzzzzzzz}}").help ==
        "the names here are `title` or `href`; themes/README.md explains them");
}

TEST_CASE("a section with an unknown name is reported once, not for all inside it") {
  const Diagnostic section = only("{{#topcs}}{{name}} {{{anything}}}{{/topcs}}");
  CHECK(section.help == "did you mean `topics`?");
  CHECK_FALSE(section.fix);  // its closing tag has to change too
}

TEST_CASE("text is not put in unescaped") {
  const Diagnostic raw = only("<p>{{{title}}}");
  CHECK(raw.code == Code::unescaped_text);
  CHECK(raw.where == Span{3, 14});
  CHECK(raw.fix == Fix{{3, 14}, "{{title}}"});
  CHECK(only("{{&site.title}}").code == Code::unescaped_text);
  CHECK(only("{{#words}}{{{.}}}{{/words}}").code == Code::unescaped_text);
}

TEST_CASE("what stands below extra is not put in unescaped, whatever its name") {
  CHECK(only("{{{extra.html}}}").code == Code::unescaped_text);
  CHECK(only("{{#extra}}{{{body}}}{{/extra}}").code == Code::unescaped_text);
}

TEST_CASE("markup is not escaped a second time") {
  const Diagnostic escaped = only("{{body}}");
  CHECK(escaped.code == Code::unescaped_text);
  CHECK(escaped.fix == Fix{{0, 8}, "{{{body}}}"});
}

TEST_CASE("a tag that would print nothing is reported") {
  CHECK(only("{{topics}}").message == "`topics` prints nothing: it is a list");
  CHECK(only("{{site}}").message == "`site` prints nothing: it is a group of names");
  CHECK(only("{{is_new}}").message == "`is_new` prints nothing: it says only yes or no");
  CHECK(only("{{#topics}}{{.}}{{/topics}}").code == Code::unknown_name);
}

TEST_CASE("a partial used by two layouts is reported once, with the place it is used at") {
  Diagnostics diagnostics;
  ReportedNames reported;
  const SourceText partial = make_source_text("card.mustache", "{{titel}}");
  const SourceText home = make_source_text("home.mustache", "x{{>card}}");
  const SourceText topic = make_source_text("topic.mustache", "{{>card}}");
  const ParsedTemplates templates = {{"partials/card", parse_template(partial, diagnostics)},
                                     {"home", parse_template(home, diagnostics)},
                                     {"topic", parse_template(topic, diagnostics)}};
  for (const char* layout : {"home", "topic"}) {
    check_names(expand_partials(layout, templates, diagnostics), sample(), reported, diagnostics);
  }
  REQUIRE(diagnostics.list().size() == 1);
  const Diagnostic& unknown = diagnostics.list().front();
  CHECK(unknown.file == "card.mustache");
  REQUIRE(unknown.notes.size() == 1);
  CHECK(unknown.notes[0].file == "home.mustache");
  CHECK(unknown.notes[0].where == Span{1, 10});
}
