#include "assemble/edition.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "assemble/kinship.h"
#include "assemble/order.h"
#include "assemble/taxonomy.h"
#include "assemble/translate.h"

namespace lamppost {
namespace {

/// Looked up, never walked. The texts are the pages' own.
using IdBySlug = std::unordered_map<std::string_view, std::uint32_t>;

template <typename Noun>
IdBySlug ids_by_slug(const std::vector<PageGroup<Noun>>& groups) {
  IdBySlug ids;
  ids.reserve(groups.size());
  for (const auto& group : groups) {
    ids.emplace(group.noun->origin.slug, static_cast<std::uint32_t>(ids.size()));
  }
  return ids;
}

std::optional<std::uint32_t> id_of(const IdBySlug& ids, const std::string& slug) {
  const auto found = ids.find(slug);
  return found == ids.end() ? std::nullopt : std::optional(found->second);
}

/// The ids of the slugs that exist, each once, `self` left out.
std::vector<std::uint32_t> ids_of(const IdBySlug& ids,
                                  const std::vector<Located<std::string>>& slugs,
                                  std::optional<std::uint32_t> self) {
  std::vector<std::uint32_t> result;
  for (const auto& slug : slugs) {
    const auto id = id_of(ids, slug.value);
    if (!id || id == self) continue;
    if (std::find(result.begin(), result.end(), *id) == result.end()) result.push_back(*id);
  }
  return result;
}

/// A page in one language: which words, which body, and in what languages there are others.
template <typename Noun>
struct Chosen {
  Shared<Noun> noun;
  BodyId body = 0;
  Hash128 key;  ///< as `LocalInitiative::key`
  std::string language;
  std::vector<std::string> translations;
  const Noun* translation =
      nullptr;  ///< what was said in this language, where it isn't the default
};

template <typename Noun>
Chosen<Noun> choose(const PageGroup<Noun>& group, const Site& site, std::size_t language) {
  const auto& languages = site.settings.languages;
  Chosen<Noun> chosen{group.noun,
                      group.body,
                      site.bodies[group.body].page_key,
                      languages.front().code,
                      {languages.front().code}};
  const auto add = [&](const Hash128& part) {
    if (chosen.key != no_hash) chosen.key = combined(chosen.key, part);
  };
  for (const auto& translation : group.translations) {
    chosen.translations.push_back(languages[translation.language].code);
    add(hash128(chosen.translations.back()));
    if (translation.language != language) continue;
    chosen.noun = translated(group.noun, translation.noun);
    chosen.language = languages[language].code;
    chosen.translation = &*translation.noun;
    add(site.bodies[translation.body].page_key);
    // A translation without a text of its own shows the page's.
    if (site.bodies[translation.body].has_text) chosen.body = translation.body;
  }
  return chosen;
}

/// The first text that is not empty.
template <typename... Texts>
std::string first_of(const Texts&... texts) {
  std::string result;
  ((result.empty() ? result = texts : result), ...);
  return result;
}

/// A page's first paragraph; in a translation only if it is in its language.
template <typename Noun>
std::string own_paragraph(const Chosen<Noun>& chosen, const PageGroup<Noun>& group,
                          const Site& site) {
  return chosen.body == group.body ? "" : site.bodies[chosen.body].first_paragraph;
}

/// Words of the page's own language go before a better-suited text in another.
std::string summary_of(const Chosen<Initiative>& chosen, const PageGroup<Initiative>& group,
                       const Site& site) {
  const Initiative& page = *chosen.noun;
  const std::string& paragraph = site.bodies[chosen.body].first_paragraph;
  if (chosen.translation == nullptr) return first_of(page.summary, page.goal, paragraph);
  return first_of(chosen.translation->summary, chosen.translation->goal,
                  own_paragraph(chosen, group, site), page.summary, page.goal, paragraph);
}

std::string summary_of(const Chosen<Cluster>& chosen, const PageGroup<Cluster>& group,
                       const Site& site) {
  const std::string& paragraph = site.bodies[chosen.body].first_paragraph;
  if (chosen.translation == nullptr) return first_of(chosen.noun->summary, paragraph);
  return first_of(chosen.translation->summary, own_paragraph(chosen, group, site),
                  chosen.noun->summary, paragraph);
}

LocalInitiative local_initiative(const PageGroup<Initiative>& group, const Relations& relations,
                                 const Site& site, std::size_t language) {
  Chosen<Initiative> chosen = choose(group, site, language);
  LocalInitiative local;
  local.summary = summary_of(chosen, group, site);
  local.teaser = teaser(local.summary, site.settings.teaser_length);
  local.initiative = std::move(chosen.noun);
  local.language = std::move(chosen.language);
  local.translations = std::move(chosen.translations);
  local.body = chosen.body;
  local.key = chosen.key;
  local.cluster = relations.cluster;
  local.also_in = relations.also_in;
  local.related = relations.related;
  local.named = relations.named;
  return local;
}

LocalCluster local_cluster(const PageGroup<Cluster>& group, const Site& site,
                           std::size_t language) {
  Chosen<Cluster> chosen = choose(group, site, language);
  LocalCluster local;
  local.summary = summary_of(chosen, group, site);
  local.cluster = std::move(chosen.noun);
  local.language = std::move(chosen.language);
  local.translations = std::move(chosen.translations);
  local.body = chosen.body;
  return local;
}

LocalPage local_page(const PageGroup<FreePage>& group, const Site& site, std::size_t language) {
  Chosen<FreePage> chosen = choose(group, site, language);
  return {std::move(chosen.noun), std::move(chosen.language), std::move(chosen.translations),
          chosen.body};
}

/// The home page needs no file; its title is the site's where it has none of its own.
LocalPage local_home(const Catalogue& catalogue, const Site& site, const Edition& edition,
                     std::size_t language) {
  LocalPage home;
  if (catalogue.pages.home.empty()) {
    home.language = edition.language.code();
    for (const auto& settings : site.settings.languages) home.translations.push_back(settings.code);
    home.body = static_cast<BodyId>(site.bodies.size() - 1);  // the empty one
  } else {
    home = local_page(catalogue.pages.home.front(), site, language);
  }
  if (home.page->title.value.empty()) {
    FreePage titled = home.page;
    titled.title.value = edition.texts.title;
    home.page = std::move(titled);
  }
  return home;
}

/// Gives clusters what they lead and list, in the initiatives' order.
void fill_clusters(Edition& edition, const std::vector<InitiativeId>& by_weight) {
  for (const InitiativeId id : by_weight) {
    LocalInitiative& local = edition.initiatives[id];
    edition.totals += figures_of(local.initiative);
    edition.last_update = std::max(edition.last_update, local.initiative->updated);
    if (local.cluster) {
      local.place = edition.clusters[*local.cluster].leads.size();
      edition.clusters[*local.cluster].leads.push_back(id);
      edition.clusters[*local.cluster].totals += figures_of(local.initiative);
    }
    for (const ClusterId cluster : local.also_in) edition.clusters[cluster].lists.push_back(id);
  }
}

/// Cluster by cluster; what is in none comes last.
std::vector<InitiativeId> home_order(const Edition& edition,
                                     const std::vector<InitiativeId>& by_weight) {
  std::vector<InitiativeId> order;
  for (const ClusterId cluster : edition.cluster_order) {
    const auto& leads = edition.clusters[cluster].leads;
    order.insert(order.end(), leads.begin(), leads.end());
  }
  std::copy_if(by_weight.begin(), by_weight.end(), std::back_inserter(order),
               [&](InitiativeId id) { return !edition.initiatives[id].cluster; });
  return order;
}

/// The list by title, letter by letter. Titles of one letter stand together but for signs that the
/// order passes over.
std::vector<Letter> letters_of(const Edition& edition) {
  LetterIndex index(edition.language);
  std::vector<Letter> letters;
  Letter others;
  std::unordered_map<std::string, std::size_t> places;
  for (const InitiativeId id : edition.by_title) {
    const std::string& label = index.letter_of(edition.initiatives[id].initiative->title.value);
    if (label.empty()) {
      others.initiatives.push_back(id);
      continue;
    }
    const auto [place, is_new] = places.emplace(label, letters.size());
    if (is_new) letters.push_back({label, {}});
    letters[place->second].initiatives.push_back(id);
  }
  if (!others.initiatives.empty()) letters.push_back(std::move(others));
  return letters;
}

/// Chooses what each initiative says, and where it goes in the orders.
std::vector<OrderPlace> add_initiatives(Edition& edition, const Catalogue& catalogue,
                                        const Site& site, std::size_t language,
                                        const ForEach& for_each) {
  const auto& groups = catalogue.pages.initiatives;
  std::vector<OrderPlace> places(groups.size());
  edition.initiatives.resize(groups.size());
  for_each(groups.size(), [&](std::size_t id) {
    LocalInitiative& local = edition.initiatives[id];
    local = local_initiative(groups[id], catalogue.relations[id], site, language);
    places[id] = {local.initiative->weight,
                  edition.language.sort_key(local.initiative->title.value)};
  });
  return places;
}

void put_in_order(Edition& edition, const std::vector<OrderPlace>& initiatives,
                  const Catalogue& catalogue, const std::string& default_language) {
  std::vector<OrderPlace> clusters;
  for (const auto& local : edition.clusters) {
    clusters.push_back(
        {local.cluster->weight, edition.language.sort_key(local.cluster->title.value)});
  }
  std::vector<OrderPlace> pages;
  for (const auto& local : edition.pages) {
    pages.push_back({local.page->weight, edition.language.sort_key(local.page->title.value)});
  }
  edition.cluster_order = ids_by_weight(clusters);
  edition.page_order = ids_by_weight(pages);
  const std::vector<InitiativeId> by_weight = ids_by_weight(initiatives);
  fill_clusters(edition, by_weight);
  edition.order = home_order(edition, by_weight);
  edition.by_title = ids_by_title(initiatives);
  edition.letters = letters_of(edition);
  std::vector<Term> topics = catalogue.topics;
  for (Term& term : topics) term.language = default_language;
  std::vector<Term> countries = catalogue.countries;
  for (Term& term : countries) {
    term.name = edition.language.country(term.code);
    term.language = edition.language.code();
  }
  std::vector<Term> projects = catalogue.projects;
  for (Term& term : projects) term.language = default_language;
  const auto& by_title = edition.by_title;
  edition.topics = in_order(std::move(topics), edition.language, by_title);
  edition.countries =
      in_order(std::move(countries), edition.language, by_title, &Language::country_sort_key);
  edition.projects = in_order(std::move(projects), edition.language, by_title);
}

/// Tells initiatives which of the terms they have.
void note_terms(Edition& edition, const std::vector<Term>& terms,
                std::vector<std::uint32_t> LocalInitiative::*own) {
  for (std::uint32_t term = 0; term < terms.size(); ++term) {
    for (const InitiativeId id : terms[term].initiatives) {
      (edition.initiatives[id].*own).push_back(term);
    }
  }
}

std::vector<Relations> relations_of(const PageGroups& pages) {
  const IdBySlug clusters = ids_by_slug(pages.clusters);
  const IdBySlug initiatives = ids_by_slug(pages.initiatives);
  std::vector<Relations> all;
  all.reserve(pages.initiatives.size());
  for (InitiativeId id = 0; id < pages.initiatives.size(); ++id) {
    const Initiative& initiative = *pages.initiatives[id].noun;
    Relations relations;
    relations.cluster = id_of(clusters, initiative.cluster.value);
    relations.also_in = ids_of(clusters, initiative.also_in, relations.cluster);
    relations.related = ids_of(initiatives, initiative.related, id);
    all.push_back(std::move(relations));
  }
  return all;
}

/// Adds to what each initiative names what is related to it besides.
void add_kin(Catalogue& catalogue) {
  Kinships known;
  for (Relations& relations : catalogue.relations) {
    known.clusters.push_back(relations.cluster);
    known.named.push_back(std::move(relations.related));
  }
  std::vector<std::vector<InitiativeId>> related =
      find_kin(known, {{catalogue.projects, project_kinship},
                       {catalogue.topics, topic_kinship},
                       {catalogue.countries, country_kinship}});
  for (std::size_t id = 0; id < related.size(); ++id) {
    catalogue.relations[id].named = known.named[id].size();
    catalogue.relations[id].related = std::move(related[id]);
  }
}

}  // namespace

Catalogue make_catalogue(PageGroups pages, const ForEach& for_each) {
  Catalogue catalogue;
  const std::array<std::function<void()>, 4> parts = {
      [&] { catalogue.relations = relations_of(pages); },
      [&] { catalogue.projects = merged_projects(pages.initiatives); },
      [&] { catalogue.topics = merged_topics(pages.initiatives); },
      [&] { catalogue.countries = merged_countries(pages.initiatives); },
  };
  for_each(parts.size(), [&](std::size_t part) { parts[part](); });
  add_kin(catalogue);
  catalogue.pages = std::move(pages);
  return catalogue;
}

Edition make_edition(const Catalogue& catalogue, const Site& site, std::size_t language,
                     const ForEach& for_each) {
  const LanguageSettings& settings = site.settings.languages[language];
  Edition edition;
  edition.language = Language(settings.code);
  edition.texts = settings;
  if (language != 0) edition.prefix = "/" + settings.code;
  const PageGroups& pages = catalogue.pages;
  edition.home = local_home(catalogue, site, edition, language);
  const std::vector<OrderPlace> places =
      add_initiatives(edition, catalogue, site, language, for_each);
  for (const auto& group : pages.clusters) {
    edition.clusters.push_back(local_cluster(group, site, language));
  }
  for (const auto& group : pages.free_pages) {
    edition.pages.push_back(local_page(group, site, language));
  }
  put_in_order(edition, places, catalogue, site.settings.languages.front().code);
  note_terms(edition, edition.topics, &LocalInitiative::topics);
  note_terms(edition, edition.countries, &LocalInitiative::countries);
  note_terms(edition, edition.projects, &LocalInitiative::projects);
  return edition;
}

}  // namespace lamppost
