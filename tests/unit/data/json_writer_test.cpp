#include "data/json_writer.h"

#include <limits>

#include "support/catch.h"

using lamppost::JsonWriter;

namespace {

template <typename Write>
std::string written(const Write& write, JsonWriter::Style style = JsonWriter::Style::indented) {
  std::string out;
  JsonWriter json(out, style);
  write(json);
  return out;
}

std::string written_text(const std::string& text) {
  return written([&](JsonWriter& json) { json.text(text); });
}

std::string written_number(double number) {
  return written([&](JsonWriter& json) { json.number(number); });
}

void write_nested(JsonWriter& json) {
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.integer(-1);
  json.begin_object();
  json.end_object();
  json.end_array();
  json.key("b");
  json.begin_array();
  json.end_array();
  json.key("c");
  json.null();
  json.end_object();
}

}  // namespace

TEST_CASE("objects and arrays are indented, empty ones stay on their line") {
  CHECK(written(write_nested) ==
        "{\n  \"a\": [\n    -1,\n    {}\n  ],\n  \"b\": [],\n  \"c\": null\n}");
}

TEST_CASE("in a script nothing is written that could end it") {
  CHECK(written(write_nested, JsonWriter::Style::in_script) == R"({"a":[-1,{}],"b":[],"c":null})");
  const auto hostile = [](JsonWriter& json) { json.text("</script><!-- & -->"); };
  CHECK(written(hostile, JsonWriter::Style::in_script) ==
        R"("\u003c/script\u003e\u003c!-- \u0026 --\u003e")");
  CHECK(written(hostile) == R"("</script><!-- & -->")");
}

TEST_CASE("texts are escaped as RFC 8259 asks, and no more") {
  CHECK(written_text("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(written_text("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(written_text(std::string("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
  CHECK(written_text("été 中 \U0001F4A1") == "\"été 中 \U0001F4A1\"");
}

TEST_CASE("a sign is escaped wherever it stands in a long text") {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string plain(before, 'a');
    const std::string rest(40 - before, 'b');
    CHECK(written_text(plain + "\"" + rest) == "\"" + plain + "\\\"" + rest + "\"");
    CHECK(written_text(plain + "<é" + rest) == "\"" + plain + "<é" + rest + "\"");
    const auto in_script = [&](JsonWriter& json) { json.text(plain + "<" + rest); };
    CHECK(written(in_script, JsonWriter::Style::in_script) ==
          "\"" + plain + "\\u003c" + rest + "\"");
  }
}

TEST_CASE("bytes that are no UTF-8 are replaced one by one") {
  CHECK(written_text("a\xFFz") == "\"a\uFFFDz\"");
  CHECK(written_text("\xC3") == "\"\uFFFD\"");
}

TEST_CASE("numbers are written as short as they can be read back") {
  CHECK(written_number(10000000) == "10000000");
  CHECK(written_number(-0.5) == "-0.5");
  CHECK(written_number(0.1) == "0.1");
  CHECK(written_number(std::numeric_limits<double>::infinity()) == "null");
  CHECK(written_number(std::numeric_limits<double>::quiet_NaN()) == "null");
  const auto largest = [](JsonWriter& json) {
    json.count(std::numeric_limits<std::uint64_t>::max());
  };
  CHECK(written(largest) == "18446744073709551615");
}

TEST_CASE("a field is its key and its value") {
  const auto fields = [](JsonWriter& json) {
    json.begin_object();
    json.field("name", "a\"b");
    json.field("count", std::uint64_t{3});
    json.end_object();
  };
  CHECK(written(fields) == "{\n  \"name\": \"a\\\"b\",\n  \"count\": 3\n}");
}

TEST_CASE("a key is escaped as a text is; one of which nothing needs it comes out the same") {
  const auto object = [](const auto& write_key) {
    return written([&](JsonWriter& json) {
      json.begin_object();
      write_key(json);
      json.null();
      json.end_object();
    });
  };
  CHECK(object([](JsonWriter& json) { json.key("\"\n"); }) == "{\n  \"\\\"\\n\": null\n}");
  CHECK(object([](JsonWriter& json) { json.key("plain"); }) ==
        object([](JsonWriter& json) { json.plain_key("plain"); }));
}

TEST_CASE("a value that is written straight into the text has its place like any other") {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (const std::string_view value : {"1", "[]"}) {
    json.begin_value();
    out += value;
    json.end_value();
  }
  json.begin_value();
  json.text("by the writer");
  json.end_value();
  json.null();
  json.end_array();
  CHECK(out == "[\n  1,\n  [],\n  \"by the writer\",\n  null\n]");
}
