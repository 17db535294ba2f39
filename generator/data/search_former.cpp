#include "data/search_former.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

#include "data/search_lists.h"

namespace lamppost {
namespace {

/// What stands in front of keys that are no words is less than any letter or digit.
constexpr char last_mark = '\x02';

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
      if (key_.front() <= last_mark && key_.front() > 0) continue;
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
      const auto middle = static_cast<std::ptrdiff_t>(postings.size());
      for (const std::uint32_t id : ids_) postings.push_back(id * 4 + place);
      std::inplace_merge(postings.begin(), postings.begin() + middle, postings.end());
    }
    return true;
  }

  std::string_view rest_;
  std::size_t initiatives_;
  std::string key_;
  std::vector<std::uint32_t> ids_;
};

/// Both lists, in the order of the initiatives.
void add_postings(std::vector<Posting>& all, std::span<const Posting> more) {
  const auto middle = static_cast<std::ptrdiff_t>(all.size());
  all.insert(all.end(), more.begin(), more.end());
  std::inplace_merge(all.begin(), all.begin() + middle, all.end());
}

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
      all.push_back(std::move(*old++));
      add_postings(all.back().postings, word.postings);
    } else {
      all.push_back(std::move(word));
    }
  }
  std::move(old, former.end(), std::back_inserter(all));
  std::erase_if(all, [](const SearchWord& word) { return word.postings.empty(); });
  return all;
}

}  // namespace lamppost
