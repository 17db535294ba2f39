#include "write/memory_files.h"

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace lamppost;
using lamppost::test::TemporaryFolder;

TEST_CASE("a file is replaced as a whole, and nothing is left beside it") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/memory";
  CHECK_FALSE(bytes_if_there(file));
  replace_file(file, "one");
  replace_file(file, std::string("two\0", 4));
  CHECK(bytes_if_there(file) == std::string("two\0", 4));
  CHECK_FALSE(folder.has("memory.new"));
  remove_file(file);
  remove_file(file);
  CHECK_FALSE(folder.has("memory"));
}

TEST_CASE("a file that can't be replaced is told with its path") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(replace_file(folder.path() + "/no/folder", "x"), MachineError);
  folder.write("taken/inside", "");
  CHECK_THROWS_AS(replace_file(folder.path() + "/taken", "x"), MachineError);
  CHECK_FALSE(folder.has("taken.new"));
}

TEST_CASE("the file system's time goes on") {
  const TemporaryFolder folder;
  folder.write("lock", "");
  const std::int64_t first = file_system_time(folder.path() + "/lock");
  CHECK(first > 1'700'000'000'000'000'000);
  CHECK(file_system_time(folder.path() + "/lock") >= first);
  CHECK_THROWS_AS(file_system_time(folder.path() + "/none"), MachineError);
}
