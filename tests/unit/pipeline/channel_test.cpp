#include "pipeline/channel.h"

#include <array>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "support/catch.h"
#include "support/pages.h"

namespace lamppost::test {
namespace {

constexpr std::uint64_t any_size = 1U << 30U;

/// A socket with both its ends here.
class Pair {
 public:
  Pair() { REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_.data()) == 0); }
  ~Pair() {
    hang_up();
    ::close(ends_[1]);
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;

  [[nodiscard]] int here() const { return ends_[0]; }
  [[nodiscard]] int there() const { return ends_[1]; }
  void hang_up() {
    if (ends_[0] >= 0) ::close(ends_[0]);
    ends_[0] = -1;
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};
};

}  // namespace

TEST_CASE("pages arrive as they were sent") {
  const Pair pair;
  SourceFile page = source_file(FileRole::free_page, "x", std::string("a\nb\0c", 5));
  page.entry.language = "fr";
  page.entry.is_bundle = true;
  page.entry.theme_root = 7;
  page.entry.modified = -5;
  const std::vector<SourceFile> pages = {page, source_file(FileRole::home, "", "")};
  REQUIRE(send_pages(pair.here(), pages));
  const auto arrived = receive_pages(pair.there());
  REQUIRE(arrived.has_value());
  REQUIRE(arrived->size() == 2);
  const SourceEntry& entry = arrived->front().entry;
  CHECK(entry.file == page.entry.file);
  CHECK(entry.path == page.entry.path);
  CHECK(entry.role == FileRole::free_page);
  CHECK(entry.slug == "x");
  CHECK(entry.language == "fr");
  CHECK(entry.is_bundle);
  CHECK(entry.theme_root == 7);
  CHECK(entry.size == page.entry.size);
  CHECK(entry.modified == -5);
  CHECK(arrived->front().text.path == page.text.path);
  CHECK(arrived->front().text.bytes == page.text.bytes);
  CHECK(arrived->front().text.line_starts == page.text.line_starts);
  CHECK(arrived->back().text.bytes.empty());
}

TEST_CASE("answers that are larger than what a socket holds arrive whole") {
  const Pair pair;
  const std::vector<ParsedBytes> answers = {
      {std::string(3000000, 'h'), "g", std::string(5000001, 't')}, {}, {"h", "g", "t"}};
  bool was_sent = false;
  std::thread sender([&] { was_sent = send_answers(pair.here(), answers); });
  const auto arrived = receive_answers(pair.there(), any_size);
  sender.join();
  CHECK(was_sent);
  CHECK(arrived == answers);
}

TEST_CASE("more than answers can have is refused before there is memory for it") {
  const Pair pair;
  REQUIRE(send_answers(pair.here(), {{"1234", "", "5678"}}));
  CHECK_FALSE(receive_answers(pair.there(), 8).has_value());
}

TEST_CASE("nothing comes from a side that has gone, and nothing goes to it") {
  Pair pair;
  REQUIRE(::send(pair.here(), "half", 4, 0) == 4);
  pair.hang_up();
  CHECK_FALSE(receive_pages(pair.there()).has_value());
  CHECK_FALSE(receive_answers(pair.there(), any_size).has_value());
  CHECK_FALSE(send_answers(pair.there(), {{"a", "b", "c"}}));  // and no SIGPIPE ends this test
}

TEST_CASE("what is no message of ours is refused") {
  const Pair pair;
  REQUIRE(send_answers(pair.here(), {{"what is this", "", "page"}}));
  CHECK_FALSE(receive_pages(pair.there()).has_value());
  REQUIRE(send_pages(pair.here(), std::vector{source_file(FileRole::home, "", "+++")}));
  CHECK_FALSE(receive_answers(pair.there(), any_size).has_value());
}

}  // namespace lamppost::test
