#include "markdown/document_memory.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace lamppost {
namespace {

constexpr std::size_t chunk_size = 256UL * 1024;

// Small pieces come in steps of 16 bytes, larger ones in powers of two.
constexpr std::size_t step = 16;
constexpr std::size_t steps = 32;

std::size_t size_class_of(std::size_t size) {
  if (size <= step * steps) return (size + step - 1) / step;
  return steps + static_cast<std::size_t>(std::bit_width((size - 1) / (step * steps)));
}

std::size_t size_of(std::size_t size_class) {
  if (size_class <= steps) return size_class * step;
  return step * steps << (size_class - steps);
}

}  // namespace

void* DocumentMemory::allocate(std::size_t size) {
  Header* const header = take(size_class_of(size));
  return std::memset(header + 1, 0, size);
}

void* DocumentMemory::reallocate(void* old, std::size_t size) {
  if (old == nullptr) return allocate(size);
  const std::size_t old_size = size_of((static_cast<Header*>(old) - 1)->size_class);
  if (size <= old_size) return old;
  Header* const header = take(size_class_of(size));
  std::memcpy(header + 1, old, old_size);
  free(old);
  return header + 1;
}

void DocumentMemory::free(void* piece) {
  if (piece == nullptr) return;
  Header* const header = static_cast<Header*>(piece) - 1;
  Header*& first = given_back_[header->size_class];
  header->next = first;
  first = header;
}

void DocumentMemory::clear() {
  given_back_.fill(nullptr);
  if (chunks_.empty()) return;
  chunks_.resize(1);
  free_begin_ = chunks_.front().get();
  free_end_ = free_begin_ + chunk_size;
}

DocumentMemory::Header* DocumentMemory::take(std::size_t size_class) {
  if (Header* const header = given_back_[size_class]) {
    given_back_[size_class] = header->next;
    return header;
  }
  return new (cut(sizeof(Header) + size_of(size_class))) Header{size_class, nullptr};
}

std::byte* DocumentMemory::cut(std::size_t size) {
  if (size > static_cast<std::size_t>(free_end_ - free_begin_)) {
    chunks_.emplace_back(new std::byte[std::max(size, chunk_size)]);
    if (size > chunk_size) return chunks_.back().get();
    free_begin_ = chunks_.back().get();
    free_end_ = free_begin_ + chunk_size;
  }
  std::byte* const piece = free_begin_;
  free_begin_ += size;
  return piece;
}

}  // namespace lamppost
