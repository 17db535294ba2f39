#include "model/language_search.h"

#include <fstream>
#include <sstream>

#include "support/catch.h"

using namespace lamppost;

namespace {

std::string in_line(const auto& words) {
  std::string line;
  for (const auto& word : words) line.append(line.empty() ? "" : " ").append(word);
  return line;
}

}  // namespace

TEST_CASE("words are folded as the search script does it") {
  std::ifstream file(LAMPPOST_THEMES "/../tests/search/words.txt");
  REQUIRE(file);
  std::size_t cases = 0;
  WordSplitter splitter;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    ++cases;
    INFO(line);
    const std::string text = line.substr(0, tab);
    CHECK(in_line(search_words(text)) == line.substr(tab + 1));
    CHECK(in_line(splitter.split(text)) == line.substr(tab + 1));
    CHECK(in_line(splitter.split(text)) == line.substr(tab + 1));  // now remembered
  }
  CHECK(cases > 15);
}

TEST_CASE("a text that is not UTF-8 has the words that can be read") {
  CHECK(in_line(search_words("one \xff two")) == "one two");
  WordSplitter splitter;
  CHECK(in_line(splitter.split("one \xff two")) == "one two");
}
