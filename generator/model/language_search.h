#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lamppost {

/// The words of a text as search compares them: runs of letters and digits without accents and
/// case (Unicode NFKD, marks left out, lower case, and a few letters that have no decomposition
/// spelled out: `ß` is `ss`). A reader's script does the same: tests/search/words.txt
/// holds both to it.
[[nodiscard]] std::vector<std::string> search_words(std::string_view text);

/// Splits many texts: what ICU said of a word is remembered. One for each thread.
class WordSplitter {
 public:
  /// `search_words`; valid until the next call.
  [[nodiscard]] std::span<const std::string_view> split(std::string_view text);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void add_run(std::size_t begin, std::size_t end, bool is_ascii, std::string_view text);

  std::string lower_;  ///< the text with its ASCII letters in lower case
  std::vector<std::string_view> words_;
  std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> remembered_;
};

}  // namespace lamppost
