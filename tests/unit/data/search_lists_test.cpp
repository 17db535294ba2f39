#include "data/search_lists.h"

#include "support/catch.h"

using namespace lamppost;

namespace {

using Ids = std::vector<std::uint32_t>;

std::string list_of(const Ids& ids) {
  std::string bytes;
  append_id_list(bytes, ids);
  return bytes;
}

using Begins = std::vector<std::size_t>;

Begins runs(const std::vector<std::size_t>& sizes, std::size_t count) {
  return even_runs(sizes, count);
}

}  // namespace

TEST_CASE("a list of ids takes the shorter way") {
  CHECK(list_of({}) == std::string(1, '\0'));
  CHECK(list_of({3, 4, 10}) == std::string("\x05\x18\x04", 3));  // two bytes of bits
  CHECK(list_of({100}) == std::string("\x02\x64"));
  CHECK(list_of({0, 3, 9}) == std::string("\x05\x09\x02"));
  CHECK(list_of({0, 300}) == std::string("\x06\0\xab\x02", 4));
}

TEST_CASE("a list of a catalogue of 100,000 takes 12.5 kB at most") {
  Ids all;
  for (std::uint32_t id = 0; id < 100'000; id += 2) all.push_back(id);
  CHECK(list_of(all).size() <= 12'503);
}

TEST_CASE("things are divided into runs of about the same size, none of them empty") {
  CHECK(runs({}, 3).empty());
  CHECK(runs({1, 1, 1, 1}, 2) == Begins{0, 2});
  CHECK(runs({100, 1, 1, 1}, 2) == Begins{0, 1});
  CHECK(runs({1, 1}, 5) == Begins{0, 1});
  CHECK(runs({5, 5, 5}, 1) == Begins{0});
}

TEST_CASE("lists are read as they were written, one after the other") {
  std::string bytes;
  const std::vector<Ids> lists = {{}, {0}, {3, 4, 10}, {100}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 300}};
  for (const Ids& list : lists) append_id_list(bytes, list);
  std::string_view rest = bytes;
  for (const Ids& expected : lists) {
    Ids ids;
    REQUIRE(take_id_list(rest, 301, ids));
    CHECK(ids == expected);
  }
  CHECK(rest.empty());
}

TEST_CASE("what is cut off, too large or beyond the end is no list") {
  const auto is_list = [](std::string_view bytes) {
    Ids ids;
    return take_id_list(bytes, 8, ids);
  };
  CHECK(is_list(std::string_view("\x02\x07")));
  CHECK_FALSE(is_list(std::string_view("\x02\x08")));      // beyond the end
  CHECK_FALSE(is_list(std::string_view("\x05\x80\x01")));  // the same in bits
  CHECK_FALSE(is_list(std::string_view("\x04\x07")));      // says two bytes
  CHECK_FALSE(is_list(std::string_view("\x02\x80")));      // ends within a number
}
