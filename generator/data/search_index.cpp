#include "data/search_index.h"

#include <algorithm>
#include <tuple>

namespace lamppost {

SearchPart::SearchPart(const Site& site, InitiativeId first, InitiativeId last)
    : postings_(site.editions.size()) {
  std::uint32_t number = 0;
  for (InitiativeId id = first; id < last; ++id) {
    bodies_.clear();
    for (std::uint32_t edition = 0; edition < site.editions.size(); ++edition) {
      add(site, {edition, id, ++number});
    }
  }
}

void SearchPart::add(const Site& site, const Noting& noting) {
  const Edition& edition = site.editions.at(noting.edition);
  const LocalInitiative& local = edition.initiatives.at(noting.id);
  note_text(local.initiative->title.value, WordPlace::title, noting);
  add_topics(edition, local, noting);
  add_text(site, local, noting);
}

void SearchPart::add_topics(const Edition& edition, const LocalInitiative& local,
                            const Noting& noting) {
  const auto note_terms = [&](const std::vector<std::uint32_t>& own,
                              const std::vector<Term>& terms) {
    for (const std::uint32_t term : own) note_text(terms[term].name, WordPlace::topics, noting);
  };
  note_terms(local.topics, edition.topics);
  note_terms(local.countries, edition.countries);
  note_terms(local.projects, edition.projects);
  for (const Project& project : local.initiative->projects.entries) {
    note_text(project.title, WordPlace::topics, noting);
  }
  if (local.cluster) {
    const Cluster& cluster = edition.clusters[*local.cluster].cluster;
    note_text(cluster.title.value, WordPlace::topics, noting);
  }
}

void SearchPart::add_text(const Site& site, const LocalInitiative& local, const Noting& noting) {
  const Initiative& initiative = local.initiative;
  const auto note_it = [&](std::string_view text) { note_text(text, WordPlace::text, noting); };
  note_it(initiative.goal);
  note_it(initiative.summary);
  for (const Member& member : initiative.members.entries) note_it(member.name);
  for (const Document& document : initiative.documents.entries) note_it(document.title);
  for (const Discussion& discussion : initiative.discussions.entries) note_it(discussion.title);
  for (const Milestone& milestone : initiative.milestones) note_it(milestone.title);
  for (const std::uint32_t word : words_of_body(site, local.body)) {
    note(word, WordPlace::text, noting);
  }
}

void SearchPart::note_text(std::string_view text, WordPlace place, const Noting& noting) {
  for (const std::string_view word : splitter_.split(text)) note(id_of(word), place, noting);
}

void SearchPart::note(std::uint32_t word, WordPlace place, const Noting& noting) {
  if (noted_[word] == noting.number) return;
  noted_[word] = noting.number;
  auto& of_edition = postings_[noting.edition];
  if (of_edition.size() <= word) of_edition.resize(words_.size());
  of_edition[word].push_back(noting.id * 4 + static_cast<Posting>(place));
}

std::uint32_t SearchPart::id_of(std::string_view word) {
  const auto found = ids_.find(word);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(words_.size());
  words_.push_back(&ids_.emplace(word, id).first->first);
  noted_.push_back(0);
  read_.push_back(0);
  return id;
}

const std::vector<std::uint32_t>& SearchPart::words_of_body(const Site& site, BodyId body) {
  const auto [place, is_new] = bodies_.try_emplace(body);
  if (is_new) {
    const BodyText text = site.text_of(site.bodies.at(body));
    for (const std::string_view word : splitter_.split(text.plain_text)) {
      const std::uint32_t id = id_of(word);
      if (read_[id] == body + 1) continue;
      read_[id] = body + 1;
      place->second.push_back(id);
    }
  }
  return place->second;
}

std::vector<SearchWord> joined_words(std::span<const SearchPart> parts, std::uint32_t edition) {
  struct Found {
    std::string_view word;
    std::size_t part;
    const std::vector<Posting>* postings;
  };
  std::vector<Found> all;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const auto& postings = parts[part].postings_.at(edition);
    for (std::size_t id = 0; id < postings.size(); ++id) {
      if (!postings[id].empty()) all.push_back({*parts[part].words_[id], part, &postings[id]});
    }
  }
  std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) {
    return std::tie(a.word, a.part) < std::tie(b.word, b.part);
  });
  std::vector<SearchWord> words;
  for (const Found& found : all) {
    if (words.empty() || words.back().word != found.word) words.push_back({found.word, {}});
    auto& postings = words.back().postings;
    postings.insert(postings.end(), found.postings->begin(), found.postings->end());
  }
  return words;
}

}  // namespace lamppost
