#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace lamppost {

/// The memory of one document at a time. The parser asks for thousands of small pieces and gives
/// most of them back only at its end: here none of them costs more than a few steps, and all go
/// together. A piece that is given back waits for the next of its size, so a document does not take
/// more than it would elsewhere, but for what sizes are rounded up by.
/// Where there is no memory, it does as `operator new` does, which gets it.
class DocumentMemory {
 public:
  /// So many bytes, all zero.
  [[nodiscard]] void* allocate(std::size_t size);
  [[nodiscard]] void* reallocate(void* old, std::size_t size);
  void free(void* piece);

  /// Takes back everything.
  void clear();

 private:
  /// Before each piece.
  struct alignas(std::max_align_t) Header {
    std::size_t size_class;
    Header* next;  ///< that was given back, of this size
  };
  using Chunk = std::unique_ptr<std::byte[]>;

  [[nodiscard]] Header* take(std::size_t size_class);
  [[nodiscard]] std::byte* cut(std::size_t size);

  std::vector<Chunk> chunks_;  ///< the first is kept from document to document
  std::byte* free_begin_ = nullptr;
  std::byte* free_end_ = nullptr;
  std::array<Header*, 128> given_back_{};
};

}  // namespace lamppost
