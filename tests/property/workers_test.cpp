// Pages are parsed in other processes: what comes of them is the same, and none of it can be harmed
// by one page, nor outlive the run.
#include "pipeline/workers.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "parse/content.h"
#include "pipeline/parallel.h"
#include "support/catch.h"
#include "support/contains.h"
#include "support/pages.h"
#include "support/processes.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

using std::chrono::milliseconds;

/// Every extension, and what it could be mixed up with.
constexpr std::array<std::string_view, 16> pieces = {
    "~~struck~~ and ~one~ tilde",
    "| a | ~~b~~ |\n|---|:-:|\n| www.example.eu | x@y.eu |\n",
    "www.example.org and https://example.org/a_b_c, or mail@example.eu.",
    "- [x] done with ~~that~~\n- [ ] www.example.com\n",
    "A note[^1] and another[^n].\n\n[^1]: www.example.eu\n[^n]: ~~no~~ x@y.eu\n",
    "*em* **strong** _em_ __strong__ `code` a\\*b",
    "> quoted ~~text~~\n> - in a list\n>   www.example.eu\n",
    "## Heading ~~one~~\n\n### Heading www.example.eu\n",
    "```text\n~~code~~ www.example.eu | x@y.eu\n```\n",
    "[link](../clusters/light.md#goals) ![image](a.png) [ref][r]\n\n[r]: /topics/ \"t\"\n",
    "1. one\n2. two\n   * three ~~3~~\n",
    "<b>raw</b> <!-- comment --> &amp; &#35; &nbsp;",
    "a  \nb\\\nc\n",
    "w w. ww www www. :// @ @. a@ |-| ~ ~~ ~~~ [^] [^1",
    "***\n\nSetext\n------\n",
    "Ünï – «çödé» 漢字 https://例え.jp/ü",
};

/// A page of a handful of pieces; another for each number.
SourceFile page_of(std::size_t number) {
  std::string body;
  std::size_t dice = number * 2654435761U + 12345;
  for (std::size_t i = 0; i < 2 + number % 5; ++i) {
    dice = dice * 6364136223846793005U + 1442695040888963407U;
    body += pieces[(dice >> 33U) % pieces.size()];
    body += (dice >> 40U) % 3 == 0 ? " " : "\n\n";
  }
  return source_file(FileRole::initiative, "page-" + std::to_string(number), page_with(body));
}

ParsedBytes parsed_here(const SourceFile& page) {
  Diagnostics diagnostics;
  const ParsedFile file = parse_file(page, diagnostics);
  return encode(file, diagnostics);
}

/// A site with two pages that have mistakes and one that is costly.
void write_costly_site(const TemporaryFolder& folder) {
  folder.write("content/clusters/light.md", "+++\ntitle = \"Light\"\nwrong = 1\n+++\n");
  folder.write("content/initiatives/costly.md", page_with(hostile_table()));
  folder.write("content/initiatives/lamp.md", page_with("[gone](gone.md)\n"));
}

/// Starts the program with this process as its parent.
::pid_t start_lamppost(const std::string& folder) {
  const ::pid_t id = ::fork();
  if (id != 0) return id;
  ::execl(LAMPPOST_PROGRAM, "lamppost", "-C", folder.c_str(), "check", "--jobs", "2",
          "--page-seconds", "3000", "--page-memory", "4096", nullptr);
  ::_exit(127);
}

/// Waits for something to come true, for a minute at most.
template <typename Condition>
bool comes_true(Condition condition) {
  for (int i = 0; i < 6000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(milliseconds(10));
  }
  return false;
}

}  // namespace

TEST_CASE("twenty thousand pages parsed by eight workers are what one after the other gives") {
  const std::size_t count = is_sanitized ? 2000 : 20000;
  constexpr std::size_t together = 10;
  std::vector<ParsedBytes> answers(count);
  Workers workers(8, {milliseconds(60000), std::uint64_t{4} << 30U}, LAMPPOST_PROGRAM);
  parallel_for(count / together, 8, [&](std::size_t batch, unsigned worker) {
    std::vector<SourceFile> pages;
    for (std::size_t i = 0; i < together; ++i) pages.push_back(page_of(batch * together + i));
    std::ranges::move(workers.parse(pages, worker), answers.data() + batch * together);
  });
  std::size_t same = 0;
  for (std::size_t i = 0; i < count; ++i) same += answers[i] == parsed_here(page_of(i)) ? 1 : 0;
  CHECK(same == count);
}

TEST_CASE("a page that would fill the memory harms no other page of the run") {
  if (is_sanitized) return;  // without a limit on memory
  const TemporaryFolder folder;
  write_costly_site(folder);
  const std::string jobs = GENERATE("1", "4");
  const RunResult result = run_lamppost(
      folder.path(), "check --format github --page-memory 64 --page-seconds 60 --jobs " + jobs);
  INFO(result.errors);
  CHECK(result.status == 1);
  CHECK(contains(result.errors, "costly.md"));
  CHECK(contains(result.errors, "more than 64 MB of memory"));
  CHECK(contains(result.errors, "unknown key `wrong`"));
  CHECK(contains(result.errors, "gone.md"));
}

TEST_CASE("when lamppost is killed its workers end too, whatever they are doing") {
  const TemporaryFolder folder;
  write_costly_site(folder);
  const ::pid_t lamppost = start_lamppost(folder.path());
  REQUIRE(comes_true([&] { return !children_of(lamppost).empty(); }));
  const std::vector<::pid_t> workers = children_of(lamppost);
  REQUIRE(::kill(lamppost, SIGKILL) == 0);
  REQUIRE(::waitpid(lamppost, nullptr, 0) == lamppost);
  for (const ::pid_t worker : workers) {
    CHECK(comes_true([&] { return parent_of(std::to_string(worker)) == 0; }));
  }
}

}  // namespace lamppost::test
