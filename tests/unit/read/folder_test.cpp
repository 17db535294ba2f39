#include "read/folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using lamppost::EntryKind;
using lamppost::MachineError;
using lamppost::test::TemporaryFolder;

TEST_CASE("a folder is listed in the order of bytes, with what each entry is") {
  const TemporaryFolder folder;
  folder.write("b", "12345");
  folder.write("a/x", "");
  folder.write("B", "");
  REQUIRE(::symlink("a", (folder.path() + "/link").c_str()) == 0);
  REQUIRE(::mkfifo((folder.path() + "/pipe").c_str(), 0600) == 0);
  const auto entries = lamppost::list_folder(folder.path());
  REQUIRE(entries.size() == 5);
  CHECK(entries[0].name == "B");
  CHECK(entries[1].name == "a");
  CHECK(entries[1].kind == EntryKind::folder);
  CHECK(entries[2].name == "b");
  CHECK(entries[2].kind == EntryKind::file);
  CHECK(entries[2].size == 5);
  CHECK(entries[2].modified > 1'600'000'000'000'000'000);
  CHECK(entries[3].kind == EntryKind::symbolic_link);
  CHECK(entries[4].kind == EntryKind::special);
}

TEST_CASE("a folder that is missing or none is the machine's failure") {
  const TemporaryFolder folder;
  folder.write("file", "");
  CHECK_THROWS_AS(lamppost::list_folder(folder.path() + "/none"), MachineError);
  CHECK_THROWS_AS(lamppost::list_folder(folder.path() + "/file"), MachineError);
  try {
    (void)lamppost::list_folder(folder.path() + "/none");
  } catch (const MachineError& error) {
    CHECK(error.path() == folder.path() + "/none");
    CHECK(std::string(error.what()).find("No such file or directory") != std::string::npos);
  }
}

TEST_CASE("bytes are read up to a bound") {
  const TemporaryFolder folder;
  folder.write("a", std::string(200000, 'x'));
  CHECK(lamppost::read_bytes(folder.path() + "/a", 1000000).size() == 200000);
  CHECK(lamppost::read_bytes(folder.path() + "/a", 70000).size() == 70000);
  CHECK(lamppost::read_bytes(folder.path() + "/a", 0).empty());
}

TEST_CASE("what can't be read is the machine's failure") {
  const TemporaryFolder folder;
  folder.write("a", "x");
  REQUIRE(::symlink("a", (folder.path() + "/link").c_str()) == 0);
  CHECK_THROWS_AS(lamppost::read_bytes(folder.path() + "/none", 9), MachineError);
  CHECK_THROWS_AS(lamppost::read_bytes(folder.path(), 9), MachineError);
  CHECK_THROWS_AS(lamppost::read_bytes(folder.path() + "/link", 9), MachineError);
}

TEST_CASE("names that are no text are shown by their bytes") {
  CHECK(lamppost::shown_name("énergie.md") == "énergie.md");
  CHECK(lamppost::shown_name("caf\xE9.md") == "caf\\xE9.md");
  CHECK(lamppost::shown_name("a\nb\x7F") == "a\\x0Ab\\x7F");
  CHECK_FALSE(lamppost::is_plain_name("a\nb"));
}

TEST_CASE("paths are joined by one slash") {
  CHECK(lamppost::below("a", "b") == "a/b");
  CHECK(lamppost::below("a/", "b") == "a/b");
  CHECK(lamppost::below("", "b") == "b");
}
