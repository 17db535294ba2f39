#include "render/template_text.h"

#include "support/catch.h"

using namespace lamppost;
using Kind = TemplateNode::Kind;

namespace {

/// A template read, with the text it was read from.
struct Read {
  SourceText source;
  Diagnostics diagnostics;
  TemplateNodes nodes;

  explicit Read(const std::string& text)
      : source(make_source_text("layouts/home.mustache", text)),
        nodes(parse_template(source, diagnostics)) {}

  [[nodiscard]] std::string at(Span where) const {
    return source.bytes.substr(where.begin, where.size());
  }
  [[nodiscard]] const Diagnostic& only() const {
    REQUIRE(diagnostics.list().size() == 1);
    return diagnostics.list().front();
  }
};

/// The tree on one line: `[#items <li> $name </li>]`.
std::string shape(const TemplateNodes& nodes) {
  std::string text;
  for (const TemplateNode& node : nodes) {
    constexpr std::string_view marks = "\"$&#^>";
    const bool is_section = node.kind == Kind::section || node.kind == Kind::inverted;
    text += is_section ? "[" : "";
    text += marks[static_cast<std::size_t>(node.kind)];
    text.append(node.text);
    text += is_section ? "|" + shape(node.children) + "]" : "|";
  }
  return text;
}

std::string shape_of(const std::string& text) {
  const Read read(text);
  CHECK(read.diagnostics.empty());
  return shape(read.nodes);
}

}  // namespace

TEST_CASE("each kind of tag is told apart") {
  CHECK(shape_of("a{{b}}{{{c}}}{{&d}}{{#e}}{{^f}}{{.}}{{/f}}{{/e}}{{> g/h }}") ==
        "\"a|$b|&c|&d|[#e|[^f|$.|]]>g/h|");
}

TEST_CASE("white space inside the braces says nothing") {
  CHECK(shape_of("{{ a.b }}{{# c }}{{/\tc }}{{{ d\n}}}") == "$a.b|[#c|]&d|");
}

TEST_CASE("comments are left out") {
  CHECK(shape_of("a {{! not {this} nor {{that }}b") == "\"a |\"b|");
}

TEST_CASE("a tag that prints nothing takes its line with it when it stands alone") {
  CHECK(shape_of("a\n  {{#b}}  \n  c\n{{/b}}\r\nd\n{{! e }}") == "\"a\n|[#b|\"  c\n|]\"d\n|");
}

TEST_CASE("a tag with something beside it leaves its line as it is") {
  CHECK(shape_of("a\n {{#b}} {{/b}}\nc {{! d }}\n {{e}} \n") ==
        "\"a\n |[#b|\" |]\"\nc |\"\n |$e|\" \n|");
}

TEST_CASE("single braces and other signs are text") {
  CHECK(shape_of("a { b } c }} { {d} }") == "\"a { b } c }} { {d} }|");
}

TEST_CASE("a third closing brace after two opening ones is text") {
  CHECK(shape_of("{a:{{b}}}") == "\"{a:|$b|\"}|");
}

TEST_CASE("a byte order mark is passed over") {
  CHECK(shape_of("\xEF\xBB\xBF{{#a}}\nb{{/a}}") == "[#a|\"b|]");
}

TEST_CASE("a node knows its place") {
  const Read read("<p>{{ title }}</p>");
  CHECK(read.at(read.nodes.at(1).where) == "{{ title }}");
  CHECK(read.at(read.nodes.at(1).name_where) == "title");
}

TEST_CASE("a section that is never closed is reported where it opens") {
  const Read read("a\n{{#topics}}\nb");
  CHECK(read.only().code == Code::unclosed_section);
  CHECK(read.at(read.only().where) == "{{#topics}}");
  CHECK(read.only().help == "write `{{/topics}}` where it ends");
  CHECK(shape(read.nodes) == "\"a\n|[#topics|\"b|]");
}

TEST_CASE("a section that another closes around is reported with the other's closing tag") {
  const Read read("{{#a}}{{#bb}}x{{/a}}y");
  CHECK(read.only().code == Code::unclosed_section);
  CHECK(read.at(read.only().where) == "{{#bb}}");
  REQUIRE(read.only().notes.size() == 1);
  CHECK(read.at(read.only().notes[0].where) == "{{/a}}");
  CHECK(shape(read.nodes) == "[#a|[#bb|\"x|]]\"y|");
}

TEST_CASE("a closing tag that is nearly right is put right") {
  const Read read("{{#topics}}x{{/topcs}}");
  CHECK(read.only().code == Code::unclosed_section);
  CHECK(read.only().message == "`{{/topcs}}` does not close `topics`");
  REQUIRE(read.only().fix);
  CHECK(read.at(read.only().fix->where) == "topcs");
  CHECK(read.only().fix->text == "topics");
  CHECK(read.at(read.only().notes.at(0).where) == "{{#topics}}");
}

TEST_CASE("a closing tag without an opening one is reported and leaves the others alone") {
  const Read read("{{#topics}}{{/elsewhere}}{{/topics}}");
  CHECK(read.only().code == Code::template_syntax);
  CHECK(read.at(read.only().where) == "{{/elsewhere}}");
  CHECK(Read("x{{/a}}").only().message == "`{{/a}}` closes what was never opened");
}

TEST_CASE("a tag that is never closed is reported where it opens") {
  const auto tag =
      GENERATE(as<std::string>(), "{{", "{{ a", "{{! a", "{{{a", "{{#a", "{{a}", "{{{");
  const Read read("x" + tag);
  CHECK(read.only().code == Code::template_syntax);
  CHECK(read.only().message == "this tag is never closed");
  CHECK(read.only().where.begin == 1);
  CHECK(shape(read.nodes).starts_with("\"x"));
}

TEST_CASE("a tag that runs into the next one is reported, and the next one read") {
  const Read read("{{a <p>{{b}}</p>");
  CHECK(read.only().code == Code::template_syntax);
  CHECK(read.only().where == Span{0, 2});
  CHECK(shape(read.nodes) == "\"{{a <p>|$b|\"</p>|");
}

TEST_CASE("three braces closed by two are reported") {
  const Read read("{{{a}} {{b}}");
  CHECK(read.only().message == "this tag opens with three braces and closes with two");
  CHECK(read.at(read.only().where) == "{{{a}}");
  CHECK(shape(read.nodes) == "\"{{{a}} |$b|");
}

TEST_CASE("what is not a name is refused") {
  const auto name = GENERATE(as<std::string>(), "a b", ".a", "a.", "a..b", "a<b", "\"a\"", "a|b",
                             "a/b", "else if", "@index");
  const Read read("{{" + name + "}}");
  CHECK(read.only().code == Code::template_syntax);
  CHECK(read.at(read.only().where) == name);
}

TEST_CASE("a tag without a name is refused") {
  const auto tag = GENERATE(as<std::string>(), "{{}}", "{{ }}", "{{#}}{{/}}", "{{>}}", "{{{}}}");
  CHECK(Read(tag).only().message == "this tag names nothing");
}

TEST_CASE("words of other template languages get told how it is said here") {
  const Read read("{{#if draft}}a{{/if}}");
  CHECK(read.only().message == "`if draft` is not a name");
  CHECK(read.only().help.find("templates have no `if`") == 0);
}

TEST_CASE("other delimiters are refused") {
  const auto tag = GENERATE(as<std::string>(), "{{=<% %>=}}", "{{= | | =}}", "{{{=<% %>=}}}");
  const Read read(tag + "{{a}}");
  CHECK(read.only().code == Code::changed_delimiters);
  CHECK(shape(read.nodes) == "$a|");
}

TEST_CASE("sections deep inside each other end in a diagnostic, not in a crash") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "{{#a}}";
  const Read read(text);
  CHECK(read.diagnostics.list().front().message ==
        "sections are more than 50 deep inside each other");
}

TEST_CASE("a hundred thousand broken tags are read once each") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "{{ a ";
  const Read read(text + "}}");
  CHECK(read.diagnostics.list().size() == 99'999);
}
