#include "write/parts.h"

#include "support/catch.h"
#include "write/memory_files.h"
#include "write_support.h"

namespace lamppost::test {
namespace {

const std::vector<PartedFile> some_files = {
    {"catalogue.csv", key(9), {{key(1), 0, 3}, {key(2), 3, 4}}},
    {"catalogue.json", key(8), {}},
};

/// A file of parts, each named by its key; `made` notes which were made.
Artifact parted(const std::vector<std::string>& parts, std::string& made) {
  return {"data.json", {}, {}, [parts, &made](Pieces& pieces) {
            pieces.end() += '[';
            for (const std::string& part : parts) {
              pieces.part(hash128(part), [&] {
                made += part;
                pieces.end() += "<" + part + ">";
              });
            }
            pieces.end() += ']';
          }};
}

}  // namespace

TEST_CASE("what is remembered of parts can be read back") {
  CHECK(parted_files_of(to_bytes(some_files)) == some_files);
  CHECK(parted_files_of(to_bytes(std::vector<PartedFile>{})).empty());
}

TEST_CASE("damaged or cut off, it says nothing") {
  const std::string bytes = to_bytes(some_files);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK(parted_files_of(std::string_view(bytes).substr(0, size)).empty());
    std::string damaged = bytes;
    damaged[size] = static_cast<char>(damaged[size] ^ 1);
    CHECK(parted_files_of(damaged).empty());
  }
}

TEST_CASE("a part that is as it was is taken over, whatever has moved around it") {
  const Publisher publisher;
  std::string made;
  publisher.publish_artifacts({parted({"a", "bb", "ccc"}, made)});
  CHECK(made == "abbccc");
  made.clear();
  publisher.publish_artifacts({parted({"ccc", "new", "a"}, made)});
  CHECK(made == "new");
  CHECK(publisher.folder.read("public/data.json") == "[<ccc><new><a>]");
  made.clear();
  publisher.publish_artifacts({parted({"a", "new"}, made)});
  CHECK(made.empty());
  CHECK(publisher.folder.read("public/data.json") == "[<a><new>]");
}

TEST_CASE("parts of a file that is not as it was left are made") {
  const Publisher publisher;
  std::string made;
  publisher.publish_artifacts({parted({"a", "b"}, made)});
  made.clear();
  std::string expected = "abc";
  // Where nobody knows what lies there, it is compared before it is written: made twice.
  SECTION("edited") {
    publisher.folder.write("public/data.json", "[<X><Y>]");
    expected = "abcabc";
  }
  SECTION("touched") {
    make_old(publisher.output("data.json"));
    expected = "abcabc";
  }
  SECTION("gone") { std::filesystem::remove(publisher.output("data.json")); }
  SECTION("forgotten") {
    forget(publisher.place);
    expected = "abcabc";
  }
  SECTION("remembered of other bytes") {
    const std::vector<PartedFile> other = {{"data.json", key(1), {{hash128("a"), 0, 1}}}};
    replace_file(publisher.place.parts, to_bytes(other));
  }
  SECTION("nothing remembered") { std::filesystem::remove(publisher.place.parts); }
  publisher.publish_artifacts({parted({"a", "b", "c"}, made)});
  CHECK(made == expected);
  CHECK(publisher.folder.read("public/data.json") == "[<a><b><c>]");
}

TEST_CASE("parts stay remembered while their file is kept") {
  const Publisher publisher;
  std::string made;
  publisher.publish_artifacts({parted({"a", "b"}, made)});
  {
    const OutputLock lock(publisher.place, {});
    const Published before = publisher.published();
    const Staging staging(publisher.place, before);
    commit(staging, {{"data.json", before.find("data.json")->record}});
  }
  made.clear();
  publisher.publish_artifacts({parted({"b", "c"}, made)});
  CHECK(made == "c");
}

TEST_CASE("places beyond a file's end give no part") {
  const TemporaryFolder folder;
  folder.write("file", "0123456789");
  const FormerParts former =
      former_parts(open_to_read(folder.path() + "/file"), {{key(1), 8, 2},
                                                           {key(2), 8, 3},
                                                           {key(3), 11, 1},
                                                           {key(4), ~std::uint64_t{0}, 1},
                                                           {key(5), 2, ~std::uint64_t{0}}});
  std::string bytes;
  CHECK(former(key(1), bytes));
  for (std::uint64_t number = 2; number < 7; ++number) CHECK_FALSE(former(key(number), bytes));
  CHECK(bytes == "89");
}

}  // namespace lamppost::test
