#include "write/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "write_support.h"

namespace lamppost::test {
namespace {

bool is_open_number(int number) { return ::fcntl(number, F_GETFD) >= 0; }

}  // namespace

TEST_CASE("a descriptor is closed once, by its last owner") {
  const TemporaryFolder folder;
  folder.write("file", "bytes");
  int number = -1;
  {
    Descriptor first = open_to_read(folder.path() + "/file");
    number = first.number();
    Descriptor second(std::move(first));
    CHECK_FALSE(first.is_open());  // NOLINT: what is moved from is asked on purpose
    first = std::move(second);
    CHECK(is_open_number(number));
  }
  CHECK_FALSE(is_open_number(number));
}

TEST_CASE("closing tells what the system says") {
  Descriptor none(12345);  // no such number
  CHECK(none.close_now() == EBADF);
  CHECK_FALSE(none.is_open());
}

TEST_CASE("what can't be opened, read or written is told with its path") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(open_to_read(folder.path() + "/none"), MachineError);
  const Descriptor a_folder = open_to_read(folder.path());
  char byte = 0;
  CHECK(failure_of([&] { (void)read_some(a_folder, &byte, 1, "the folder"); }) ==
        "the folder: Is a directory");
  CHECK(failure_of([&] { write_all(a_folder, "x", "the folder"); }) ==
        "the folder: Bad file descriptor");
}

TEST_CASE("a full disk is the machine's failure, with the path") {
  const Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
  REQUIRE(full.is_open());
  CHECK(failure_of([&] { write_all(full, "x", "page.html"); }) ==
        "page.html: No space left on device");
}

TEST_CASE("a number that was given away is not closed") {
  int number = -1;
  {
    Descriptor null(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    number = null.release();
    CHECK_FALSE(null.is_open());
  }
  CHECK(::close(number) == 0);
}

}  // namespace lamppost::test
