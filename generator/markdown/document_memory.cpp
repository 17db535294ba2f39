#include "markdown/document_memory.h"

#include <algorithm>
#include <cstring>

namespace lamppost {
namespace {

/// Before each piece: the pool wants to be told its size when it gets it back.
struct alignas(std::max_align_t) Header {
  std::size_t size;  ///< of the piece, without this
};

Header* header_of(void* piece) { return static_cast<Header*>(piece) - 1; }

}  // namespace

void* DocumentMemory::allocate(std::size_t size) {
  auto* const header = static_cast<Header*>(pool_.allocate(sizeof(Header) + size));
  header->size = size;
  return std::memset(header + 1, 0, size);
}

void* DocumentMemory::reallocate(void* old, std::size_t size) {
  void* const piece = allocate(size);
  if (old != nullptr) std::memcpy(piece, old, std::min(size, header_of(old)->size));
  free(old);
  return piece;
}

void DocumentMemory::free(void* piece) {
  if (piece == nullptr) return;
  Header* const header = header_of(piece);
  pool_.deallocate(header, sizeof(Header) + header->size);
}

}  // namespace lamppost
