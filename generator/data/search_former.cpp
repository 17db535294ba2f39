#include "data/search_former.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

#include "data/search_lists.h"
#include "model/varint.h"

namespace lamppost {
namespace {

bool is_word(std::string_view key) {
  return !key.starts_with(filter_mark) && !key.starts_with(prefix_mark);
}

/// Brings postings in the order of the initiatives: two runs, each in order, the second from
/// `middle` on.
void merge_runs(std::vector<Posting>& postings, std::size_t middle) {
  std::inplace_merge(postings.begin(), postings.begin() + static_cast<std::ptrdiff_t>(middle),
                     postings.end());
}

/// Reads one shard entry by entry.
class ShardReader {
 public:
  ShardReader(std::string_view shard, std::size_t initiatives)
      : rest_(shard), initiatives_(initiatives) {}

  /// Adds the words; false where the bytes are none of a shard.
  bool read(FormerWords& found) {
    while (!rest_.empty()) {
      std::vector<Posting> postings;
      if (!take_key() || !take_lists(postings)) return false;
      if (!is_word(key_)) continue;
      if (!found.words.empty() && found.words.back().word >= key_) return false;
      found.words.push_back({found.keys.emplace_back(key_), std::move(postings)});
    }
    return true;
  }

 private:
  /// So much of the key before, and what follows.
  bool take_key() {
    std::uint64_t shared = 0;
    std::uint64_t size = 0;
    if (!take_varint(rest_, shared) || !take_varint(rest_, size)) return false;
    if (shared > key_.size() || size > rest_.size() || shared + size == 0) return false;
    key_.resize(shared);
    key_.append(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return true;
  }

  /// Each initiative is in one list at most.
  bool take_lists(std::vector<Posting>& postings) {
    for (std::uint32_t place = 0; place < word_places; ++place) {
      ids_.clear();
      if (!take_id_list(rest_, initiatives_, ids_)) return false;
      const std::size_t middle = postings.size();
      for (const std::uint32_t id : ids_) postings.push_back(id * 4 + place);
      merge_runs(postings, middle);
    }
    return true;
  }

  std::string_view rest_;
  std::size_t initiatives_;
  std::string key_;
  std::vector<std::uint32_t> ids_;
};

}  // namespace

std::optional<FormerWords> former_words(std::span<const std::string> shards,
                                        std::size_t initiatives) {
  FormerWords found;
  for (const std::string& shard : shards) {
    if (!ShardReader(shard, initiatives).read(found)) return std::nullopt;
  }
  return found;
}

std::vector<SearchWord> updated_words(std::vector<SearchWord> former,
                                      std::span<const InitiativeId> anew,
                                      std::vector<SearchWord> said) {
  const auto is_anew = [&](Posting posting) {
    return std::ranges::binary_search(anew, posting / 4);
  };
  for (SearchWord& word : former) std::erase_if(word.postings, is_anew);

  std::vector<SearchWord> all;
  all.reserve(former.size() + said.size());
  auto old = former.begin();
  for (SearchWord& word : said) {
    const auto next = std::find_if(
        old, former.end(), [&](const SearchWord& other) { return other.word >= word.word; });
    std::move(old, next, std::back_inserter(all));
    old = next;
    if (old != former.end() && old->word == word.word) {
      std::vector<Posting>& postings = all.emplace_back(std::move(*old++)).postings;
      const std::size_t middle = postings.size();
      postings.insert(postings.end(), word.postings.begin(), word.postings.end());
      merge_runs(postings, middle);
    } else {
      all.push_back(std::move(word));
    }
  }
  std::move(old, former.end(), std::back_inserter(all));
  std::erase_if(all, [](const SearchWord& word) { return word.postings.empty(); });
  return all;
}

}  // namespace lamppost
