#include "render/template_partials.h"

#include <deque>

#include "support/catch.h"

using namespace lamppost;

namespace {

/// A theme's templates by name.
class Files {
 public:
  Files(std::initializer_list<std::pair<std::string, std::string>> files) {
    for (const auto& [name, text] : files) add(name, text);
  }

  void add(const std::string& name, const std::string& text) {
    sources_.push_back(make_source_text("layouts/" + name + ".mustache", text));
    templates_.emplace(name, parse_template(sources_.back(), diagnostics));
  }

  [[nodiscard]] TemplateNodes expand(const std::string& layout) {
    TemplateNodes nodes = expand_partials(layout, templates_, diagnostics);
    diagnostics.sort();
    return nodes;
  }

  Diagnostics diagnostics;

 private:
  std::deque<SourceText> sources_;  // nodes point to them
  ParsedTemplates templates_;
};

/// The text that would go out.
std::string text_of(const TemplateNodes& nodes) {
  std::string text;
  for (const TemplateNode& node : nodes) {
    if (node.kind == TemplateNode::Kind::text) text += node.text;
    text += text_of(node.children);
  }
  return text;
}

}  // namespace

TEST_CASE("a partial's text stands in the place of its tag, at any depth") {
  Files theme{
      {"home", "a{{> b }}{{#s}}{{>c}}{{/s}}"}, {"partials/b", "b{{>c}}"}, {"partials/c", "c"}};
  CHECK(text_of(theme.expand("home")) == "abcc");
  CHECK(theme.diagnostics.empty());
}

TEST_CASE("what a partial says keeps the place in its own file") {
  Files theme{{"home", "{{> b}}"}, {"partials/b", "xy{{name}}"}};
  const TemplateNodes nodes = theme.expand("home");
  const TemplateNode& name = nodes.at(0).children.at(1);
  CHECK(name.source->path == "layouts/partials/b.mustache");
  CHECK(name.where == Span{2, 10});
}

TEST_CASE("a missing partial is reported once, with the nearest name and the exact edit") {
  Files theme{{"home", "{{> crad}}"}, {"partials/card", ""}, {"partials/head", ""}};
  CHECK(theme.expand("home").at(0).children.empty());
  CHECK(theme.expand("home").at(0).children.empty());
  REQUIRE(theme.diagnostics.list().size() == 1);
  const Diagnostic& missing = theme.diagnostics.list().front();
  CHECK(missing.code == Code::missing_partial);
  CHECK(missing.file == "layouts/home.mustache");
  CHECK(missing.where == Span{4, 8});
  CHECK(missing.help == "did you mean `card`?");
  CHECK(missing.fix == Fix{{4, 8}, "card"});
}

TEST_CASE("a partial named with its folder is told to do without") {
  Files theme{{"home", "{{> partials/card}}"}, {"partials/card", ""}};
  CHECK(theme.expand("home").size() == 1);
  CHECK(theme.diagnostics.list().at(0).help == "did you mean `card`?");
}

TEST_CASE("a partial like no other says which file to make") {
  Files theme{{"home", "{{> zebra}}"}, {"partials/card", ""}};
  CHECK(theme.expand("home").size() == 1);
  const Diagnostic& missing = theme.diagnostics.list().at(0);
  CHECK(missing.help == "make the file `layouts/partials/zebra.mustache`, or use `card`");
  CHECK_FALSE(missing.fix);
}

TEST_CASE("a layout is no partial") {
  Files theme{{"home", "{{> home}}"}};
  CHECK(theme.expand("home").at(0).children.empty());
  CHECK(theme.diagnostics.list().at(0).code == Code::missing_partial);
}

TEST_CASE("a partial that includes itself is reported with the way round") {
  Files theme{{"home", "{{>a}}"}, {"partials/a", "1{{>b}}"}, {"partials/b", "2{{>a}}"}};
  CHECK(text_of(theme.expand("home")) == "12");
  REQUIRE(theme.diagnostics.list().size() == 1);
  const Diagnostic& recursion = theme.diagnostics.list().front();
  CHECK(recursion.code == Code::recursive_partial);
  CHECK(recursion.file == "layouts/partials/b.mustache");
  CHECK(recursion.help == "it would never end: `a` → `b` → `a`");
}

TEST_CASE("the same partial beside itself is no recursion") {
  Files theme{{"home", "{{>a}}{{>a}}"}, {"partials/a", "x"}};
  CHECK(text_of(theme.expand("home")) == "xx");
  CHECK(theme.diagnostics.empty());
}

TEST_CASE("partials that would double without end come to an end") {
  Files theme{{"home", "{{>p0}}"}};
  for (int i = 0; i < 40; ++i) {
    const std::string next = "{{>p" + std::to_string(i + 1) + "}}";
    theme.add("partials/p" + std::to_string(i), next + next);
  }
  CHECK(theme.expand("home").size() == 1);
  CHECK(theme.diagnostics.list().front().message == "partials make this layout too large");
}
