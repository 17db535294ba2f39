#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/language_search.h"
#include "model/site.h"

namespace lamppost {

/// Where an initiative says a word; what is earlier counts more.
enum class WordPlace : std::uint8_t {
  title,
  topics,  ///< also countries, its cluster, EU-funded projects
  text,    ///< goal, summary, body, who takes part, documents, discussions
};
inline constexpr std::uint32_t word_places = 3;

/// An initiative that says a word, with the best place where it does: `id * 4 + place`.
using Posting = std::uint32_t;

/// A word with all who say it, by id.
struct SearchWord {
  std::string_view word;
  std::vector<Posting> postings;
};

/// What some of the initiatives say, in every edition. Each text is read once.
class SearchPart {
 public:
  /// Those from `first` up to and without `last`.
  SearchPart(const Site& site, InitiativeId first, InitiativeId last);
  ~SearchPart() = default;
  SearchPart(const SearchPart&) = delete;  // its words point into itself
  SearchPart& operator=(const SearchPart&) = delete;
  SearchPart(SearchPart&&) = default;
  SearchPart& operator=(SearchPart&&) = default;

 private:
  friend std::vector<SearchWord> joined_words(std::span<const SearchPart> parts,
                                              std::uint32_t edition);

  /// The words of one edition's initiative so far: what was noted is not noted at a worse place.
  struct Noting {
    std::uint32_t edition;
    InitiativeId id;
    std::uint32_t number;  ///< of all notings, from 1
  };

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void add(const Site& site, const Noting& noting);
  void add_topics(const Edition& edition, const LocalInitiative& local, const Noting& noting);
  void add_text(const Site& site, const LocalInitiative& local, const Noting& noting);
  void note_text(std::string_view text, WordPlace place, const Noting& noting);
  void note(std::uint32_t word, WordPlace place, const Noting& noting);
  [[nodiscard]] std::uint32_t id_of(std::string_view word);
  /// The words of a body, each once; of one initiative's bodies remembered.
  [[nodiscard]] const std::vector<std::uint32_t>& words_of_body(const Site& site, BodyId body);

  WordSplitter splitter_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
  std::vector<const std::string*> words_;  ///< by their ids in this part; they lie in `ids_`
  std::vector<std::uint32_t> noted_;       ///< by word, the number of the latest noting
  std::vector<std::uint32_t> read_;        ///< by word, the last body that was found to say it, + 1
  std::unordered_map<BodyId, std::vector<std::uint32_t>> bodies_;  ///< looked up, never walked
  std::vector<std::vector<std::vector<Posting>>> postings_;        ///< by edition, by word
};

/// All words of an edition, in the order of their bytes. They lie in the parts, which cover all
/// initiatives in their order.
[[nodiscard]] std::vector<SearchWord> joined_words(std::span<const SearchPart> parts,
                                                   std::uint32_t edition);

}  // namespace lamppost
