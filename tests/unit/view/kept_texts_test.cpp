#include "view/kept_texts.h"

#include <string>
#include <thread>
#include <vector>

#include "support/catch.h"

namespace lamppost::test {

TEST_CASE("a kept text is found by its key, and stays where it is") {
  KeptTexts texts;
  CHECK(texts.find({1, 1}) == nullptr);
  texts.add({1, 1}, "a");
  const std::string* first = texts.find({1, 1});
  REQUIRE(first != nullptr);
  texts.add({1, 2}, "");
  CHECK(texts.find({1, 1}) == first);
  CHECK(*first == "a");
  REQUIRE(texts.find({1, 2}) != nullptr);
  CHECK(texts.find({1, 2})->empty());
  CHECK(texts.find({2, 1}) == nullptr);
}

TEST_CASE("threads that add at once lose nothing of each other's") {
  KeptTexts texts;
  constexpr std::uint64_t count = 200;
  std::vector<std::thread> threads;
  for (std::uint64_t thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&texts, thread] {
      for (std::uint64_t i = 0; i < count; ++i) texts.add({thread, i}, std::to_string(i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::uint64_t thread = 0; thread < 4; ++thread) {
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::string* text = texts.find({thread, i});
      REQUIRE(text != nullptr);
      CHECK(*text == std::to_string(i));
    }
  }
}

}  // namespace lamppost::test
