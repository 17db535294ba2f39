#include "data/search_files.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

#include "data/json_writer.h"
#include "data/search_lists.h"
#include "model/varint.h"

namespace lamppost {
namespace {

using Ids = std::vector<std::uint32_t>;

/// The key of an entry of the dictionary and its three lists, encoded.
struct SearchEntry {
  std::string key;
  std::string lists;

  /// About what it takes in a shard, where it shares some of its key with its neighbour.
  [[nodiscard]] std::size_t size() const { return key.size() / 2 + 2 + lists.size(); }
};

std::size_t bytes_of_letter(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

std::string lists_of(std::span<const Posting> postings) {
  std::array<Ids, word_places> lists;
  for (const Posting posting : postings) lists.at(posting % 4).push_back(posting / 4);
  std::string bytes;
  for (const Ids& list : lists) append_id_list(bytes, list);
  return bytes;
}

/// The lists of all words with the same beginning, each initiative at its best place.
std::string merged_lists(std::span<const SearchWord> words, std::size_t initiatives) {
  std::vector<std::uint8_t> best(initiatives, word_places);
  for (const SearchWord& word : words) {
    for (const Posting posting : word.postings) {
      std::uint8_t& place = best[posting / 4];
      place = std::min(place, static_cast<std::uint8_t>(posting % 4));
    }
  }
  std::vector<Posting> merged;
  for (std::uint32_t id = 0; id < initiatives; ++id) {
    if (best[id] < word_places) merged.push_back(id * 4 + best[id]);
  }
  return lists_of(merged);
}

/// The beginnings whose words lie in more than two shards: a reader who has typed so far finds them
/// as one entry.
class PrefixEntries {
 public:
  PrefixEntries(std::span<const SearchWord> words, std::span<const std::size_t> shards,
                std::size_t initiatives)
      : words_(words), initiatives_(initiatives) {
    for (std::size_t shard = 0; shard < shards.size(); ++shard) {
      const std::size_t end = shard + 1 < shards.size() ? shards[shard + 1] : words.size();
      shard_of_.resize(end, shard);
    }
  }

  std::vector<SearchEntry> take() {
    add(0, words_.size(), 0);
    return std::move(entries_);
  }

 private:
  /// Of words that have the same first `depth` bytes.
  void add(std::size_t first, std::size_t last, std::size_t depth) {
    constexpr std::size_t most_shards = 2;
    while (first < last) {
      const std::string_view word = words_[first].word;
      if (word.size() == depth) {
        ++first;
        continue;
      }
      const std::string_view prefix = word.substr(0, depth + bytes_of_letter(word[depth]));
      const std::size_t end = end_of(prefix, first, last);
      if (shard_of_[end - 1] - shard_of_[first] >= most_shards) {
        entries_.push_back({std::string(prefix_mark).append(prefix),
                            merged_lists(words_.subspan(first, end - first), initiatives_)});
        add(first, end, prefix.size());
      }
      first = end;
    }
  }

  [[nodiscard]] std::size_t end_of(std::string_view prefix, std::size_t first,
                                   std::size_t last) const {
    const auto begin = words_.begin();
    const auto end = std::partition_point(
        begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last),
        [&](const SearchWord& word) { return word.word.starts_with(prefix); });
    return static_cast<std::size_t>(end - begin);
  }

  std::span<const SearchWord> words_;
  std::size_t initiatives_;
  std::vector<std::size_t> shard_of_;  ///< by word
  std::vector<SearchEntry> entries_;
};

/// Who passes which filter, as entries of the dictionary.
std::vector<SearchEntry> filter_entries(const Edition& edition) {
  std::vector<SearchEntry> entries;
  const auto add = [&](std::string_view filter, std::string_view value, Ids ids) {
    std::sort(ids.begin(), ids.end());
    SearchEntry entry{std::string(filter_mark).append(filter).append(":").append(value), {}};
    append_id_list(entry.lists, ids);
    entry.lists.append(word_places - 1, '\0');
    entries.push_back(std::move(entry));
  };
  for (const LocalCluster& cluster : edition.clusters) {
    Ids ids = cluster.leads;
    ids.insert(ids.end(), cluster.lists.begin(), cluster.lists.end());
    add("cluster", cluster.cluster->origin.slug, std::move(ids));
  }
  for (const Term& topic : edition.topics) add("topic", topic.slug, topic.initiatives);
  for (const Term& country : edition.countries) add("country", country.slug, country.initiatives);
  for (const Status status : all_statuses) {
    Ids ids;
    for (InitiativeId id = 0; id < edition.initiatives.size(); ++id) {
      if (edition.initiatives[id].initiative->status == status) ids.push_back(id);
    }
    add("status", name_of(status), std::move(ids));
  }
  std::sort(entries.begin(), entries.end(),
            [](const SearchEntry& a, const SearchEntry& b) { return a.key < b.key; });
  return entries;
}

/// The shortest beginning of a key that is greater than the key before it.
std::string separator(std::string_view before, std::string_view key) {
  std::size_t size = 0;
  while (size < key.size() && before.substr(0, size) == key.substr(0, size)) {
    size += bytes_of_letter(key[size]);
  }
  return std::string(key.substr(0, size));
}

/// What the key shares with the one before it in the shard, the rest of it, the lists.
void append_entry(std::string& shard, std::string_view before, const SearchEntry& entry) {
  const auto differ =
      std::mismatch(entry.key.begin(), entry.key.end(), before.begin(), before.end());
  const auto shared = static_cast<std::size_t>(differ.first - entry.key.begin());
  append_varint(shard, shared);
  append_varint(shard, entry.key.size() - shared);
  shard.append(entry.key, shared).append(entry.lists);
}

/// The dictionary in shards, and what each begins with.
class Shards {
 public:
  /// Adds entries in order, on at most `count` shards.
  void add(std::span<const SearchEntry> entries, std::size_t count) {
    std::vector<std::size_t> sizes;
    for (const SearchEntry& entry : entries) sizes.push_back(entry.size());
    const std::vector<std::size_t> begins = even_runs(sizes, count);
    for (std::size_t run = 0; run < begins.size(); ++run) {
      const std::size_t end = run + 1 < begins.size() ? begins[run + 1] : entries.size();
      separators_.push_back(separator(last_key_, entries[begins[run]].key));
      std::string_view before;
      std::string& shard = bytes_.emplace_back();
      for (const SearchEntry& entry : entries.subspan(begins[run], end - begins[run])) {
        append_entry(shard, before, entry);
        before = entry.key;
      }
      last_key_ = before;
    }
  }

  [[nodiscard]] const std::vector<std::string>& bytes() const { return bytes_; }
  [[nodiscard]] const std::vector<std::string>& separators() const { return separators_; }
  [[nodiscard]] std::vector<std::string> take_bytes() { return std::move(bytes_); }

 private:
  std::vector<std::string> bytes_;
  std::vector<std::string> separators_;
  std::string last_key_;
};

Shards shards_of(const Edition& edition, std::span<const SearchWord> words, std::size_t count) {
  const std::size_t for_prefixes = std::max<std::size_t>(1, count / 4);
  const std::size_t for_words = std::max<std::size_t>(1, count - for_prefixes);
  std::vector<SearchEntry> entries;
  std::vector<std::size_t> sizes;
  for (const SearchWord& word : words) {
    entries.push_back({std::string(word.word), lists_of(word.postings)});
    sizes.push_back(entries.back().size());
  }
  std::vector<SearchEntry> first = filter_entries(edition);
  PrefixEntries prefixes(words, even_runs(sizes, for_words), edition.initiatives.size());
  for (SearchEntry& entry : prefixes.take()) first.push_back(std::move(entry));
  Shards shards;
  shards.add(first, for_prefixes);
  shards.add(entries, for_words);
  return shards;
}

/// The places of all initiatives in one order, three bytes each, the lowest first.
void append_order(std::vector<std::string>& files, std::span<const InitiativeId> order) {
  std::vector<std::uint32_t> places(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;
  for (std::size_t id = 0; id < std::max<std::size_t>(1, places.size()); ++id) {
    if (id % SearchSizes::per_order_shard == 0) files.emplace_back();
    if (id == places.size()) break;
    for (unsigned shift = 0; shift < 24; shift += 8) {
      files.back() += static_cast<char>((places[id] >> shift) & 0xFFU);
    }
  }
}

std::vector<std::string> order_files(const Edition& edition) {
  std::vector<std::string> files;
  append_order(files, edition.by_title);
  const auto initiative = [&](InitiativeId id) -> const Initiative& {
    return edition.initiatives[id].initiative;
  };
  std::vector<InitiativeId> order = edition.by_title;
  std::stable_sort(order.begin(), order.end(), [&](InitiativeId a, InitiativeId b) {
    return initiative(a).updated > initiative(b).updated;
  });
  append_order(files, order);
  order = edition.by_title;
  std::stable_sort(order.begin(), order.end(), [&](InitiativeId a, InitiativeId b) {
    return initiative(a).members.count > initiative(b).members.count;
  });
  append_order(files, order);
  return files;
}

/// By ClusterId, the place among the clusters; its colour is by that too.
std::vector<std::int64_t> cluster_places(const Edition& edition) {
  std::vector<std::int64_t> places(edition.clusters.size());
  std::int64_t next = 0;
  for (const ClusterId id : edition.cluster_order) places[id] = next++;
  return places;
}

/// Of all that the files say, so that a browser does not take an old shard for a new one.
std::string version_of(const Edition& edition, const Shards& shards,
                       std::span<const std::string> orders) {
  PiecewiseHash hash;
  for (const std::string& shard : shards.bytes()) hash.add(shard);
  for (const std::string& order : orders) hash.add(order);
  for (const LocalInitiative& local : edition.initiatives) {
    hash.add(local.initiative->title.value);
    hash.add(local.initiative->origin.slug);
    hash.add(local.teaser);
    hash.add(local.language);
  }
  const Hash128 value = hash.value();
  return content_hash(std::to_string(value.high) + ' ' + std::to_string(value.low)).substr(0, 12);
}

std::string index_of(const Edition& edition, const Shards& shards,
                     std::span<const std::string> orders) {
  std::string bytes;
  JsonWriter json(bytes, JsonWriter::Style::in_script);
  const SearchSizes sizes = search_sizes(edition.initiatives.size());
  json.begin_object();
  json.field("version", version_of(edition, shards, orders));
  json.field("initiatives", edition.initiatives.size());
  json.field("per_title_shard", sizes.per_title_shard);
  json.field("per_order_shard", SearchSizes::per_order_shard);
  json.field("order_shards", sizes.order_shards);
  json.key("clusters");
  json.begin_array();
  for (const ClusterId id : edition.cluster_order) {
    const LocalCluster& cluster = edition.clusters[id];
    json.begin_array();
    json.text(cluster.cluster->title.value);
    if (cluster.language != edition.language.code()) json.text(cluster.language);
    json.end_array();
  }
  json.end_array();
  json.key("words");
  json.begin_array();
  for (const std::string& first : shards.separators()) json.text(first);
  json.end_array();
  json.end_object();
  return bytes + '\n';
}

void write_title(JsonWriter& json, const Edition& edition, const LocalInitiative& local,
                 std::span<const std::int64_t> places) {
  json.begin_array();
  json.text(local.initiative->title.value);
  json.text(local.initiative->origin.slug);
  json.integer(local.cluster ? places[*local.cluster] : -1);
  json.text(name_of(local.initiative->status));
  json.text(local.teaser);
  if (local.language != edition.language.code()) json.text(local.language);
  json.end_array();
}

}  // namespace

bool is_search_file(PageKind kind) {
  return kind == PageKind::search_index || kind == PageKind::search_words ||
         kind == PageKind::search_orders;
}

const std::string& SearchFiles::bytes_of(const PagePlan& plan) const {
  switch (plan.kind) {
    case PageKind::search_words:
      return words.at(plan.page_number - 1);
    case PageKind::search_orders:
      return orders.at(plan.page_number - 1);
    default:
      assert(plan.kind == PageKind::search_index);
      return index;
  }
}

SearchFiles search_files(const Site& site, std::uint32_t edition,
                         std::span<const SearchWord> words) {
  const Edition& shown = site.editions.at(edition);
  const SearchSizes sizes = search_sizes(shown.initiatives.size());
  Shards shards = shards_of(shown, words, sizes.words);
  SearchFiles files;
  files.orders = order_files(shown);
  files.index = index_of(shown, shards, files.orders);
  files.words = shards.take_bytes();
  files.words.resize(sizes.words);
  return files;
}

std::optional<Hash128> search_key(const Site& site, std::uint32_t edition) {
  const Edition& shown = site.editions.at(edition);
  Hash128 key = hash128(shown.language.code());
  const auto add = [&](const Hash128& part) { key = combined(key, part); };
  for (const LocalInitiative& local : shown.initiatives) {
    const Hash128& text = site.bodies.at(local.body).text_key;
    if (local.key == no_hash || text == no_hash) return std::nullopt;
    add(local.key);
    add(text);
    add(hash128(local.initiative->origin.slug));
    add(hash128(local.teaser));
  }
  for (const ClusterId id : shown.cluster_order) {
    add(hash128(shown.clusters[id].cluster->origin.slug));
    add(hash128(shown.clusters[id].cluster->title.value));
    add(hash128(shown.clusters[id].language));
  }
  for (const auto* terms : {&shown.topics, &shown.countries, &shown.projects}) {
    for (const Term& term : *terms) {
      add(hash128(term.slug));
      add(hash128(term.name));
    }
  }
  return key;
}

std::string search_titles(const Site& site, const PagePlan& plan) {
  const Edition& edition = site.editions.at(plan.edition);
  const std::vector<std::int64_t> places = cluster_places(edition);
  const std::size_t per_shard = search_sizes(edition.initiatives.size()).per_title_shard;
  const std::size_t first = per_shard * (plan.page_number - std::size_t{1});
  const std::size_t last = std::min(first + per_shard, edition.initiatives.size());
  std::string bytes;
  JsonWriter json(bytes, JsonWriter::Style::in_script);
  json.begin_array();
  for (std::size_t id = first; id < last; ++id) {
    write_title(json, edition, edition.initiatives[id], places);
  }
  json.end_array();
  return bytes + '\n';
}

}  // namespace lamppost
