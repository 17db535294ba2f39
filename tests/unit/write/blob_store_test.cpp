#include "write/blob_store.h"

#include <filesystem>
#include <thread>

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace lamppost;
using lamppost::test::TemporaryFolder;

TEST_CASE("a blob comes back as it was put in, also by the next run") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/a/texts";
  BlobPlace first;
  BlobPlace empty;
  {
    BlobStore store(file);
    first = store.put("one");
    empty = store.put("");
    CHECK(store.get(first) == "one");
    CHECK(store.size() == 3);
  }
  BlobStore store(file);
  const BlobPlace second = store.put("two");
  CHECK(store.get(first) == "one");
  CHECK(store.get(empty) == "");
  CHECK(store.get(second) == "two");
}

TEST_CASE("what is not there any more, or not as it was, is not given") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/texts";
  BlobStore store(file);
  const BlobPlace place = store.put("some text");
  CHECK_FALSE(store.get({place.offset, place.size + 1, place.hash}));
  CHECK_FALSE(store.get({UINT64_MAX, 1, place.hash}));
  CHECK_FALSE(store.get({0, UINT64_MAX, place.hash}));
  folder.write("texts", "other txt");
  CHECK_FALSE(store.get(place));
  folder.write("texts", "some");
  CHECK_FALSE(store.get(place));
}

TEST_CASE("several threads may put and get at once") {
  const TemporaryFolder folder;
  BlobStore store(folder.path() + "/texts");
  const auto work = [&](char letter) {
    for (std::size_t i = 0; i < 200; ++i) {
      const std::string blob(i, letter);
      if (store.get(store.put(blob)) != blob) std::terminate();
    }
  };
  {
    const std::jthread other(work, 'a');
    work('b');
  }
  CHECK(store.size() == std::filesystem::file_size(store.file()));
}
