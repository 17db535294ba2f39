// Runs every example of the GitHub Flavored Markdown specification through our Markdown stage.
// What we mean to do otherwise is listed, one by one, in differences.txt. Beyond that list only
// these four things count as equal:
//   - `<br />` and `<br>`
//   - `<h1>` and our `<h2>` (the page's title is the h1), and our headings' ids
//   - our `tabindex` on `<pre>`
//   - our `loading` and `decoding` on `<img>`
// The gaps that the stage leaves for addresses inside the site are filled with what was written.

#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/markdown.h"
#include "markdown/markup.h"
#include "support/catch.h"

namespace {

using lamppost::Body;
using lamppost::Diagnostics;
using lamppost::Link;
using lamppost::LinkKind;

struct Example {
  std::string markdown;
  std::string html;
};

struct Difference {
  std::string reason;
  std::string html;
};

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  INFO("reading " << path);
  REQUIRE(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

/// An example begins with a long fence and `example`, then Markdown, a line `.`, HTML, the fence.
/// Example n is the n-th of the specification as published, so the disabled ones count too.
std::vector<Example> read_examples(const std::string& path) {
  const std::string fence(32, '`');
  std::vector<Example> examples;
  std::string* part = nullptr;
  for (std::string line : lines_of(path)) {
    if (part == nullptr && line.compare(0, fence.size() + 8, fence + " example") == 0) {
      examples.emplace_back();
      part = &examples.back().markdown;
    } else if (part != nullptr && line == fence) {
      part = nullptr;
    } else if (part != nullptr && line == "." && part == &examples.back().markdown) {
      part = &examples.back().html;
    } else if (part != nullptr) {
      replace_all(line, "→", "\t");
      *part += line + '\n';
    }
  }
  return examples;
}

/// Debian 12 and Debian 13 have slightly different texts of the specification, told apart by the
/// number of their examples.
constexpr std::size_t examples_of_debian_12 = 673;
constexpr std::size_t examples_of_debian_13 = 672;

/// The number of an entry's example in this text: `7` in both, `7/6` seven or six, `-` in none.
std::size_t number_in(std::size_t example_count, const std::string& numbers) {
  const std::size_t slash = numbers.find('/');
  const bool second = example_count == examples_of_debian_13 && slash != std::string::npos;
  const std::string number = second ? numbers.substr(slash + 1) : numbers.substr(0, slash);
  return number == "-" ? 0 : std::stoul(number);
}

/// An entry is a line `numbers reason`, then our output, each line of it after `| `.
std::map<std::size_t, Difference> read_differences(const std::string& path,
                                                   std::size_t example_count) {
  std::map<std::size_t, Difference> differences;
  Difference* entry = nullptr;
  for (const std::string& line : lines_of(path)) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '|') {
      REQUIRE(entry != nullptr);
      entry->html += line.substr(line.size() > 1 ? 2 : 1) + '\n';
    } else {
      const std::size_t number = number_in(example_count, line.substr(0, line.find(' ')));
      INFO("example " << number << " is listed twice");
      REQUIRE((number == 0 || differences.count(number) == 0));
      entry = &(differences[number] = {});
      entry->reason = line.substr(line.find(' ') + 1);
    }
  }
  differences.erase(0);
  return differences;
}

std::string filled(const Body& body) {
  std::string html = body.text.html.markup();
  for (auto link = body.links.rbegin(); link != body.links.rend(); ++link) {
    std::string address;
    lamppost::append_url(address, link->target);
    if (link->kind == LinkKind::image) address = " src=\"" + address + '"';
    html.insert(link->at, address);
  }
  return html;
}

std::string ours(const std::string& markdown) {
  const lamppost::SourceText text = lamppost::make_source_text("spec.md", markdown);
  Diagnostics diagnostics;
  std::string html = filled(lamppost::parse_markdown(
      text, {0, static_cast<std::uint32_t>(markdown.size())}, diagnostics));
  for (const char* const level : {"2", "3", "4", "5", "6"}) {
    const std::string tag = std::string("<h") + level;
    for (std::size_t at = 0; (at = html.find(tag + " id=\"", at)) != std::string::npos; ++at) {
      const std::size_t end = html.find('"', at + tag.size() + 5);
      html.erase(at + tag.size(), end + 1 - at - tag.size());
    }
  }
  replace_all(html, "<pre tabindex=\"0\">", "<pre>");
  replace_all(html, " loading=\"lazy\" decoding=\"async\">", ">");
  return html;
}

std::string theirs(std::string html) {
  replace_all(html, " />", ">");
  replace_all(html, "<h1>", "<h2>");
  replace_all(html, "</h1>", "</h2>");
  return html;
}

/// What would have to be written into differences.txt.
std::string entry_of(std::size_t number, std::string html) {
  if (!html.empty()) html.insert(0, "| ").pop_back();
  replace_all(html, "\n", "\n| ");
  return std::to_string(number) + " REASON\n" + html;
}

}  // namespace

TEST_CASE("every example of the specification is rendered as it says or as differences.txt says") {
  const std::vector<Example> examples = read_examples(LAMPPOST_GFM_SPEC);
  REQUIRE((examples.size() == examples_of_debian_12 || examples.size() == examples_of_debian_13));
  const auto differences = read_differences(LAMPPOST_SPEC_DIFFERENCES, examples.size());
  for (const auto& [number, difference] : differences) CHECK(number <= examples.size());

  for (std::size_t i = 0; i < examples.size(); ++i) {
    const std::string html = ours(examples[i].markdown);
    const std::string expected = theirs(examples[i].html);
    const auto listed = differences.find(i + 1);
    INFO("example " << i + 1 << ":\n"
                    << examples[i].markdown << "as an entry:\n"
                    << entry_of(i + 1, html));
    if (listed == differences.end()) {
      CHECK(html == expected);
    } else {
      CHECK(html == listed->second.html);
      CHECK(html != expected);
    }
  }
}

TEST_CASE("each listed difference has one of the reasons that are explained") {
  for (const auto& [number, difference] :
       read_differences(LAMPPOST_SPEC_DIFFERENCES, examples_of_debian_12)) {
    INFO("example " << number << ": " << difference.reason);
    bool is_explained = false;
    for (const std::string& line : lines_of(LAMPPOST_SPEC_DIFFERENCES)) {
      is_explained = is_explained ||
                     line.compare(0, difference.reason.size() + 4, "#   " + difference.reason) == 0;
    }
    CHECK(is_explained);
  }
}
