#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/asset.h"
#include "model/body.h"
#include "model/changes.h"
#include "model/cluster.h"
#include "model/content_hash.h"
#include "model/free_page.h"
#include "model/initiative.h"
#include "model/language.h"
#include "model/settings.h"
#include "model/shared.h"
#include "model/theme.h"

namespace lamppost {

/// Indexes into the vectors of an edition. The same initiative has the same id in every edition:
/// ids follow the slugs, the order in which things are shown is kept in lists of ids.
using InitiativeId = std::uint32_t;
using ClusterId = std::uint32_t;
using FreePageId = std::uint32_t;
/// Index into `Site::bodies`.
using BodyId = std::uint32_t;

/// The four figures of an initiative, or their sums.
struct Figures {
  std::uint64_t members = 0;
  std::uint64_t documents = 0;
  std::uint64_t projects = 0;
  std::uint64_t discussions = 0;

  friend bool operator==(const Figures&, const Figures&) = default;

  Figures& operator+=(const Figures& more) {
    members += more.members;
    documents += more.documents;
    projects += more.projects;
    discussions += more.discussions;
    return *this;
  }
};

[[nodiscard]] inline Figures figures_of(const Initiative& initiative) {
  return {initiative.members.count, initiative.documents.count, initiative.projects.count,
          initiative.discussions.count};
}

/// One initiative as an edition shows it: translation and default page joined, all that is derived.
struct LocalInitiative {
  Shared<Initiative> initiative;
  std::string language;  ///< of the words: the edition's, or the default where not translated
  std::vector<std::string>
      translations;  ///< every language it is written in, in the settings' order
  BodyId body = 0;
  /// Equal where its files say the same, but for the body's text and links, and where it is
  /// translated into the same languages; `no_hash` where that is not known.
  Hash128 key = no_hash;
  std::string summary;               ///< its summary, else its goal, else its first paragraph
  std::string teaser;                ///< the summary at the length cards show
  std::optional<ClusterId> cluster;  ///< empty where the content names none that exists
  std::size_t place = 0;             ///< among what that cluster leads
  std::vector<ClusterId> also_in;
  std::vector<InitiativeId> related;     ///< those that the page names, then kin (`find_kin`)
  std::size_t named = 0;                 ///< so many of them are named
  std::vector<std::uint32_t> topics;     ///< indexes into `Edition::topics`
  std::vector<std::uint32_t> countries;  ///< indexes into `Edition::countries`
  std::vector<std::uint32_t> projects;   ///< indexes into `Edition::projects`
  /// `record_key`, once `note_record_keys` has been called.
  Hash128 record_key = no_hash;
};

/// One cluster as an edition shows it.
struct LocalCluster {
  Shared<Cluster> cluster;
  std::string language;
  std::vector<std::string> translations;
  BodyId body = 0;
  std::string summary;              ///< its summary, else its first paragraph
  std::vector<InitiativeId> leads;  ///< by weight, then title
  std::vector<InitiativeId> lists;  ///< those that name it in `also_in`, same order
  Figures totals;                   ///< of what it leads
};

/// One free page, or the home page's introduction, as an edition shows it.
struct LocalPage {
  Shared<FreePage> page;
  std::string language;
  std::vector<std::string> translations;
  BodyId body = 0;
};

/// A topic, a country or an EU-funded project: a taxonomy term with what has it.
struct Term {
  std::string slug;  ///< of the address: `lighting`, `fr`, `691895`
  std::string code;  ///< a country's alpha-2 code; a topic's folded name; a project's grant number
  std::string name;  ///< as shown: the most frequent spelling; a country's name in the language
  std::string language;  ///< of the name: the default language's in every edition, but a country's
  std::vector<InitiativeId> initiatives;  ///< by title
  std::string programme{};                ///< a project's, as most who link to it name it
};

/// What stands under one letter of the list of all titles.
struct Letter {
  std::string label;  ///< `A`; empty: what begins with no letter of the alphabet
  std::vector<InitiativeId> initiatives;
};

/// One language's complete catalogue, sorted, translations already chosen.
struct Edition {
  Language language{"en"};
  LanguageSettings texts;  ///< the site's own words in this language
  std::string prefix;      ///< of its addresses: empty or `/fr`
  LocalPage home;
  std::vector<LocalInitiative> initiatives;  ///< by InitiativeId
  std::vector<LocalCluster> clusters;        ///< by ClusterId
  std::vector<LocalPage> pages;              ///< by FreePageId
  std::vector<ClusterId> cluster_order;      ///< by weight, then title
  std::vector<InitiativeId> order;           ///< as the home page lists them: cluster by cluster
  std::vector<FreePageId> page_order;        ///< by weight, then title
  std::vector<InitiativeId> by_title;        ///< every initiative
  std::vector<Letter> letters;               ///< the same, letter by letter; without one, last
  std::vector<Term> topics;                  ///< by name
  std::vector<Term> countries;               ///< by name
  std::vector<Term> projects;                ///< by name
  Figures totals;
  std::optional<Date> last_update;  ///< the latest `updated` of an initiative
};

/// A file of the content that has no place in the site; `check` says why.
struct Misfit {
  enum class Reason : std::uint8_t {
    no_default_page,   ///< a translation of a page that isn't there
    unknown_language,  ///< a translation into a language site.toml doesn't name
    same_page,         ///< `x.md` and `x/index.md`, or the default language named in a file's name
  };
  Reason reason{};
  Origin origin;
  std::string other;  ///< same_page: the file that was taken instead
};

/// Where a content file ended up, by its path below the content folder.
struct PageRef {
  enum class Kind : std::uint8_t { home, initiative, cluster, free_page, draft };
  Kind kind{};
  std::uint32_t id = 0;
};

/// The whole catalogue.
struct Site {
  Settings settings;
  Theme theme;
  std::vector<Body> bodies;
  /// The text of one of the bodies. Whoever keeps the texts elsewhere puts a function of their own
  /// here; safe to call from several threads.
  std::function<BodyText(const Body&)> text_of = [](const Body& body) { return body.text; };
  /// Equal where settings, theme and options are equal; `no_hash` where that is not known.
  Hash128 frame_key = no_hash;
  /// By BodyId, for a binary search: the ids that links can point to, in order. A number below
  /// `headings.size()` is a heading, one from there on an entry of `other_ids`.
  std::vector<std::vector<std::uint32_t>> anchor_order;
  std::vector<Edition> editions;  ///< the default language first; never empty
  std::vector<Asset> assets;      ///< by output path
  std::vector<Misfit> misfits;
  std::optional<Changes> changes;  ///< where a former catalogue was given
  /// Looked up, never walked. Translations lead to the same page as the default file.
  std::unordered_map<std::string, PageRef> by_source;
  std::unordered_map<std::string, std::uint32_t> asset_by_path;  ///< bundle files, by `Asset::path`
};

}  // namespace lamppost
