#include "pipeline/workers.h"

#include <cerrno>
#include <csignal>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "diagnostics/machine_error.h"
#include "parse/content.h"
#include "support/catch.h"
#include "support/contains.h"
#include "support/pages.h"
#include "support/processes.h"

namespace lamppost::test {
namespace {

using std::chrono::milliseconds;

/// Enough for any page of these tests, also where a sanitizer makes all slow.
constexpr PageLimits roomy = {milliseconds(60000), std::uint64_t{8} << 30U};

SourceFile initiative_page(const std::string& markdown) {
  return source_file(FileRole::initiative, "x", page_with(markdown));
}

ParsedBytes parsed_here(const SourceFile& page) {
  Diagnostics diagnostics;
  const ParsedFile file = parse_file(page, diagnostics);
  return encode(file, diagnostics);
}

/// The one diagnostic that stands for a page, and that nothing else does.
Diagnostic refusal(const ParsedBytes& bytes) {
  Diagnostics diagnostics;
  const auto file = decode_head(bytes.head, diagnostics);
  REQUIRE(file.has_value());
  CHECK(std::get<Boxed<Initiative>>(file->noun)->origin.slug == "x");
  CHECK(file->body == Body{});
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list().front().code == Code::too_costly);
  CHECK(diagnostics.list().front().file == "content/initiatives/x.md");
  return diagnostics.list().front();
}

bool has_no_children() { return ::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD; }

}  // namespace

TEST_CASE("a worker gives what parsing here gives") {
  for (const char* const program : {LAMPPOST_PROGRAM, ""}) {
    Workers workers(1, roomy, program);
    for (const auto role : {FileRole::settings, FileRole::home, FileRole::cluster,
                            FileRole::initiative, FileRole::free_page}) {
      for (const std::string bytes : {"", "title = \"T\"", "+++\ntitle = 1\n+++\n[a](b.md) <b>"}) {
        const SourceFile page = source_file(role, "x", bytes);
        CHECK(workers.parse(page, 0) == parsed_here(page));
      }
    }
  }
}

TEST_CASE("a process is started when a page is there for it, and none is left behind") {
  {
    Workers workers(2, roomy, LAMPPOST_PROGRAM);
    CHECK_FALSE(workers.process(0).has_value());
    static_cast<void>(workers.parse(initiative_page("a"), 0));
    CHECK(workers.process(0).has_value());
    CHECK_FALSE(workers.process(1).has_value());
    const auto process = workers.process(0);
    static_cast<void>(workers.parse(initiative_page("b"), 0));
    CHECK(workers.process(0) == process);
  }
  CHECK(has_no_children());
}

TEST_CASE("a worker that was killed costs nothing but a retry") {
  Workers workers(1, roomy, LAMPPOST_PROGRAM);
  const SourceFile page = initiative_page("A [link](b.md)\n");
  CHECK(workers.parse(page, 0) == parsed_here(page));
  for (int round = 0; round < 3; ++round) {
    const auto process = workers.process(0);
    REQUIRE(process.has_value());
    REQUIRE(::kill(*process, SIGKILL) == 0);
    CHECK(workers.parse(page, 0) == parsed_here(page));
    CHECK(workers.process(0) != process);
  }
}

TEST_CASE("a page that takes too long is told of, and the next one is parsed") {
  Workers workers(1, {milliseconds(100), roomy.memory}, LAMPPOST_PROGRAM);
  const SourceFile page = initiative_page(hostile_table());
  CHECK(page.text.bytes.size() < 16 * 1024 + 100);
  const Diagnostic told = refusal(workers.parse(page, 0));
  CHECK(told.message == "this page takes more than 0.1 s of computing time to read");
  CHECK(contains(told.help, "`--page-seconds`"));
  CHECK_FALSE(told.has_place);
  const SourceFile next = initiative_page("a");
  CHECK(workers.parse(next, 0) == parsed_here(next));
}

TEST_CASE("of pages that go together only the one is told of that takes too long") {
  Workers workers(1, {milliseconds(100), roomy.memory}, LAMPPOST_PROGRAM);
  std::vector<SourceFile> pages;
  for (const std::string& markdown : {std::string("a"), hostile_table(), std::string("*b*")}) {
    pages.push_back(initiative_page(markdown));
  }
  const std::vector<ParsedBytes> answers = workers.parse(pages, 0);
  REQUIRE(answers.size() == 3);
  CHECK(answers[0] == parsed_here(pages[0]));
  CHECK(contains(refusal(answers[1]).message, "computing time"));
  CHECK(answers[2] == parsed_here(pages[2]));
  CHECK(workers.parse(std::vector<SourceFile>{}, 0).empty());
}

TEST_CASE("each page has the whole time for itself") {
  Workers workers(1, {milliseconds(200), roomy.memory}, LAMPPOST_PROGRAM);
  const SourceFile page =
      initiative_page(times(is_sanitized ? 50 : 500, "A *word* [and](b.md)\n\n"));
  const ParsedBytes expected = parsed_here(page);
  CHECK(workers.parse(std::vector(300, page), 0) == std::vector(300, expected));
}

TEST_CASE("a page that takes too much memory is told of, and the next one is parsed") {
  if (is_sanitized) return;  // see limit_memory
  Workers workers(1, {roomy.cpu, std::uint64_t{64} << 20U}, LAMPPOST_PROGRAM);
  const Diagnostic told = refusal(workers.parse(initiative_page(hostile_table()), 0));
  CHECK(told.message == "this page takes more than 64 MB of memory to read");
  CHECK(contains(told.help, "`--page-memory`"));
  const SourceFile next = initiative_page("a");
  CHECK(workers.parse(next, 0) == parsed_here(next));
}

TEST_CASE("what a page took is there again for the next") {
  if (is_sanitized) return;
  Workers workers(1, {roomy.cpu, std::uint64_t{256} << 20U}, LAMPPOST_PROGRAM);
  // Each takes some 100 MB.
  const SourceFile page =
      initiative_page(times(500, "|a") + "|\n" + times(500, "|-") + "|\n" + times(600, "a\n"));
  const ParsedBytes expected = parsed_here(page);
  for (int i = 0; i < 5; ++i) CHECK(workers.parse(page, 0) == expected);
}

TEST_CASE("a page whose worker is killed twice is told of") {
  Workers workers(1, roomy, LAMPPOST_PROGRAM);
  static_cast<void>(workers.parse(initiative_page("a"), 0));
  // Kills every process that parses the page, from outside and while it does.
  std::jthread killer([parent = ::getpid()](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      for (const ::pid_t child : children_of(parent)) ::kill(child, SIGKILL);
      std::this_thread::sleep_for(milliseconds(5));
    }
  });
  const Diagnostic told = refusal(workers.parse(initiative_page(hostile_lists()), 0));
  CHECK(contains(told.message, "twice"));
}

TEST_CASE("a program that can't be started, or is none of ours, is the machine's failure") {
  Workers nowhere(1, roomy, "/nowhere/lamppost");
  CHECK_THROWS_AS(nowhere.parse(initiative_page("a"), 0), MachineError);
  Workers other(1, roomy, "/bin/false");
  CHECK_THROWS_AS(other.parse(initiative_page("a"), 0), MachineError);
  CHECK(has_no_children());
}

}  // namespace lamppost::test
