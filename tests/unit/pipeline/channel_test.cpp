#include "pipeline/channel.h"

#include <array>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

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

TEST_CASE("a page arrives as it was sent") {
  const Pair pair;
  SourceFile page = source_file(FileRole::free_page, "x", "a\nb\0c");
  page.entry.language = "fr";
  page.entry.is_bundle = true;
  page.entry.theme_root = 7;
  page.entry.modified = -5;
  REQUIRE(send_page(pair.here(), page));
  const auto arrived = receive_page(pair.there());
  REQUIRE(arrived.has_value());
  CHECK(arrived->entry.file == page.entry.file);
  CHECK(arrived->entry.path == page.entry.path);
  CHECK(arrived->entry.role == FileRole::free_page);
  CHECK(arrived->entry.slug == "x");
  CHECK(arrived->entry.language == "fr");
  CHECK(arrived->entry.is_bundle);
  CHECK(arrived->entry.theme_root == 7);
  CHECK(arrived->entry.size == page.entry.size);
  CHECK(arrived->entry.modified == -5);
  CHECK(arrived->text.path == page.text.path);
  CHECK(arrived->text.bytes == page.text.bytes);
  CHECK(arrived->text.line_starts == page.text.line_starts);
}

TEST_CASE("an answer that is larger than what a socket holds arrives whole") {
  const Pair pair;
  const ParsedBytes answer = {std::string(3000000, 'h'), std::string(5000001, 't')};
  bool was_sent = false;
  std::thread sender([&] { was_sent = send_answer(pair.here(), answer); });
  const auto arrived = receive_answer(pair.there(), any_size);
  sender.join();
  CHECK(was_sent);
  CHECK(arrived == answer);
}

TEST_CASE("an answer without anything in it is one") {
  const Pair pair;
  REQUIRE(send_answer(pair.here(), {}));
  CHECK(receive_answer(pair.there(), 0) == ParsedBytes{});
}

TEST_CASE("a larger answer than there can be is refused before there is memory for it") {
  const Pair pair;
  REQUIRE(send_answer(pair.here(), {"1234", "5678"}));
  CHECK_FALSE(receive_answer(pair.there(), 7).has_value());
}

TEST_CASE("nothing comes from a side that has gone, and nothing goes to it") {
  Pair pair;
  REQUIRE(::send(pair.here(), "half", 4, 0) == 4);
  pair.hang_up();
  CHECK_FALSE(receive_page(pair.there()).has_value());
  CHECK_FALSE(receive_answer(pair.there(), any_size).has_value());
  CHECK_FALSE(send_answer(pair.there(), {"a", "b"}));  // and no SIGPIPE ends this test
}

TEST_CASE("a page that is no page is refused") {
  const Pair pair;
  REQUIRE(send_answer(pair.here(), {"what is this", "page"}));
  CHECK_FALSE(receive_page(pair.there()).has_value());
}

}  // namespace lamppost::test
