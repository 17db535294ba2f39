#include "markdown/document_memory.h"

#include <cstdint>
#include <cstring>
#include <set>
#include <string_view>

#include "support/catch.h"

using lamppost::DocumentMemory;

namespace {

std::string_view bytes_at(const void* piece, std::size_t size) {
  return {static_cast<const char*>(piece), size};
}

}  // namespace

TEST_CASE("pieces of any size are zero, aligned and apart") {
  DocumentMemory memory;
  std::set<std::uintptr_t> begins;
  for (const std::size_t size : {0U, 1U, 16U, 17U, 512U, 513U, 100'000U, 262'144U, 5'000'000U}) {
    auto* const piece = static_cast<char*>(memory.allocate(size));
    const auto begin = reinterpret_cast<std::uintptr_t>(piece);
    CHECK(begin % alignof(std::max_align_t) == 0);
    CHECK(bytes_at(piece, size).find_first_not_of('\0') == std::string_view::npos);
    CHECK(begins.insert(begin).second);
    std::memset(piece, 'x', size);  // what follows must be zero all the same
  }
}

TEST_CASE("a piece that was given back is given out again, zero") {
  DocumentMemory memory;
  void* const piece = memory.allocate(100);
  std::memset(piece, 'x', 100);
  memory.free(piece);
  memory.free(nullptr);
  CHECK(memory.allocate(101) == piece);  // of the same size class
  CHECK(bytes_at(piece, 101).find_first_not_of('\0') == std::string_view::npos);
  CHECK(memory.allocate(100) != piece);
}

TEST_CASE("a piece that grows or shrinks keeps its bytes") {
  DocumentMemory memory;
  void* piece = memory.reallocate(nullptr, 3);
  std::memcpy(piece, "abc", 3);
  piece = memory.reallocate(piece, 2);
  CHECK(bytes_at(piece, 2) == "ab");
  piece = memory.reallocate(piece, 3);
  std::memcpy(piece, "abc", 3);
  for (std::size_t size = 20; size < 10'000'000; size *= 3) {
    piece = memory.reallocate(piece, size);
    CHECK(bytes_at(piece, 3) == "abc");
  }
}

TEST_CASE("after all is taken back there is memory for the next document") {
  DocumentMemory memory;
  for (int document = 0; document < 3; ++document) {
    for (int i = 0; i < 10'000; ++i) {
      void* const piece = memory.allocate(100);
      CHECK(bytes_at(piece, 100).find_first_not_of('\0') == std::string_view::npos);
      std::memset(piece, 'x', 100);
    }
    memory.clear();
  }
}
