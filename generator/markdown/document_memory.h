#pragma once

#include <cstddef>
#include <memory_resource>

namespace lamppost {

/// The memory of one document at a time, in the shape of C's functions. The parser asks for
/// thousands of small pieces and gives most of them back only at its end: here none of them costs
/// more than a few steps, and all go together.
/// Where there is no memory, it does as `operator new` does, which gets it.
class DocumentMemory {
 public:
  /// So many bytes, all zero.
  [[nodiscard]] void* allocate(std::size_t size);
  [[nodiscard]] void* reallocate(void* old, std::size_t size);
  void free(void* piece);

  /// Takes back everything.
  void clear() { pool_.release(); }

 private:
  std::pmr::unsynchronized_pool_resource pool_;
};

}  // namespace lamppost
