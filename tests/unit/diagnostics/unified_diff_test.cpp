#include "diagnostics/unified_diff.h"

#include <cstdint>
#include <vector>

#include "support/catch.h"

using namespace lamppost;

namespace {

std::vector<std::string> lines_with_ends(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

/// Carries a diff out as `patch` would, and makes sure that what it says was there was there.
std::string patched(const std::string& before, const std::string& diff) {
  const auto old = lines_with_ends(before);
  const auto all = lines_with_ends(diff);
  std::string after;
  std::size_t at = 0;
  for (std::size_t i = 2; i < all.size(); ++i) {
    const auto& line = all[i];
    if (line.starts_with("@@")) {
      const auto first = static_cast<std::size_t>(std::stoul(line.substr(4)));
      const bool is_empty = line.substr(0, line.find('+')).find(",0 ") != std::string::npos;
      for (const auto begin = is_empty ? first : first - 1; at < begin; ++at) after += old.at(at);
      continue;
    }
    auto text = line.substr(1);
    if (i + 1 < all.size() && all[i + 1].starts_with('\\')) text.pop_back();
    if (line[0] == '+' || line[0] == ' ') after += text;
    if (line[0] == '-' || line[0] == ' ') CHECK(old.at(at++) == text);
  }
  while (at < old.size()) after += old[at++];
  return after;
}

}  // namespace

TEST_CASE("a changed line is shown with three lines around it") {
  const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  CHECK(unified_diff("x.md", before, "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a/x.md\n+++ b/x.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(unified_diff("x.md", before, before).empty());
}

TEST_CASE("a file that begins, ends or grows from nothing") {
  CHECK(unified_diff("x", "", "a\n") == "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n");
  CHECK(unified_diff("x", "a\n", "") == "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n");
  CHECK(unified_diff("x", "a", "a\n") ==
        "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

TEST_CASE("changes far from each other have hunks of their own") {
  std::string before;
  for (int i = 0; i < 30; ++i) before += std::to_string(i) + '\n';
  std::string after = "new\n" + before + "end\n";
  const auto diff = unified_diff("x", before, after);
  CHECK(diff.find("@@ -1,3 +1,4 @@\n+new\n 0\n") != std::string::npos);
  CHECK(diff.find("@@ -28,3 +29,4 @@\n 27\n 28\n 29\n+end\n") != std::string::npos);
}

TEST_CASE("whatever is changed, the diff leads from one text to the other") {
  std::uint32_t state = 7;
  const auto random = [&](std::uint32_t most) {
    state = state * 1664525 + 1013904223;
    return (state >> 16U) % most;
  };
  for (int round = 0; round < 400; ++round) {
    std::string before;
    std::string after;
    for (std::uint32_t line = random(40); line > 0; --line) {
      const std::string text = std::string(1, static_cast<char>('a' + random(4))) + '\n';
      if (random(8) != 0) before += text;
      if (random(8) != 0) after += text;
    }
    if (random(4) == 0 && !after.empty()) after.pop_back();
    CAPTURE(before, after);
    CHECK(patched(before, unified_diff("x", before, after)) == after);
  }
}

TEST_CASE("texts that differ in thousands of lines are shown one after the other") {
  std::string before;
  std::string after;
  for (int i = 0; i < 3000; ++i) {
    before += "a" + std::to_string(i) + '\n';
    after += "b" + std::to_string(i) + '\n';
  }
  CHECK(patched(before, unified_diff("x", before, after)) == after);
}

TEST_CASE("for a terminal what could confuse it can be seen") {
  CHECK(visible_lines("+a\x1b[31m\r\n b\n") == "+a\\x1b[31m\n b\n");
}
