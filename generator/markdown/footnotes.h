#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lamppost {

/// Which marks of a page lead to which footnote, and the ids by which they find each other:
/// `fn-2` the second footnote, `fnref-2` its first mark, `fnref-2-2` the next.
class Footnotes {
 public:
  /// Tells, before anything is written, that a mark of that footnote will be; numbers from 1.
  void expect_mark(std::size_t number);

  /// The id of the next mark of that footnote.
  [[nodiscard]] std::string next_mark(std::size_t number);

  /// Links from a footnote back to each of its marks. Their names need no translation.
  [[nodiscard]] std::string back_links(std::size_t number) const;

  [[nodiscard]] static std::string note_id(std::size_t number);

 private:
  std::vector<std::uint32_t> expected_;  ///< marks by number
  std::vector<std::uint32_t> written_;
};

}  // namespace lamppost
