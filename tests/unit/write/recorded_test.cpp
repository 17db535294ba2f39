#include "write/recorded.h"

#include <filesystem>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "write/folders.h"
#include "write_support.h"

namespace lamppost::test {

namespace fs = std::filesystem;

TEST_CASE("only a regular file has a state") {
  const TemporaryFolder folder;
  folder.write("a/file", "four");
  fs::create_symlink("file", folder.path() + "/a/link");
  const Descriptor top = open_folder(folder.path());
  const auto state = state_below(top, "a/file");
  REQUIRE(state.has_value());
  CHECK(state->size == 4);
  CHECK(state->modified == modified(folder.path() + "/a/file"));
  CHECK(state_of(open_to_read(folder.path() + "/a/file"), "file") == *state);
  CHECK_FALSE(state_below(top, "a/link").has_value());
  CHECK_FALSE(state_below(top, "a").has_value());
  CHECK_FALSE(state_below(top, "none").has_value());
  CHECK_FALSE(state_below(Descriptor(), "a/file").has_value());
}

TEST_CASE("a site that nobody touched is as recorded") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}, {"a/b/index.html", "page"}});
  CHECK(is_whole(publisher.published()));
}

TEST_CASE("a site of which one file was touched, changed or lost is not as recorded") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}, {"a/index.html", "page"}});
  SECTION("touched") { make_old(publisher.output("a/index.html")); }
  SECTION("grown") { publisher.folder.write("public/a/index.html", "page and more"); }
  SECTION("removed") { fs::remove(publisher.output("a/index.html")); }
  SECTION("a link instead") {
    fs::remove(publisher.output("index.html"));
    fs::create_symlink("a/index.html", publisher.output("index.html"));
  }
  SECTION("all gone") { fs::remove_all(publisher.place.output); }
  CHECK_FALSE(is_whole(publisher.published()));
}

TEST_CASE("what was made from nobody knows what is not as recorded") {
  const Publisher publisher;
  publisher.publish({{"index.html", "home"}}, no_hash);
  CHECK_FALSE(is_whole(publisher.published()));
}

TEST_CASE("of an empty manifest nothing is known") {
  const Publisher publisher;
  CHECK_FALSE(is_whole(looked_at(Manifest(), publisher.place)));
}

TEST_CASE("of each file it is known whether it stands, and what it was made from") {
  const Publisher publisher;
  publisher.publish({{"1", "one"}, {"2", "two"}, {"3", "three"}});
  make_old(publisher.output("3"));
  const Published published = publisher.published();
  CHECK(published.find("2")->is_current(key(1)));
  CHECK_FALSE(published.find("2")->is_current(key(2)));
  CHECK_FALSE(published.find("2")->is_current(no_hash));
  CHECK_FALSE(published.find("3")->is_current(key(1)));
  CHECK_FALSE(published.find("4").has_value());
}

TEST_CASE("a part of a site can be looked at by itself") {
  const Publisher publisher;
  publisher.publish({{"1", "one"}, {"2", "two"}, {"3", "three"}});
  Published published{publisher.manifest(), std::vector<char>(3)};
  look_at(published, publisher.place, 1, 2);
  CHECK_FALSE(published.find("1")->stands);
  CHECK(published.find("2")->stands);
}

}  // namespace lamppost::test
