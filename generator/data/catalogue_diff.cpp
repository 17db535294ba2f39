#include "data/catalogue_diff.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "data/changes_since.h"

namespace lamppost {
namespace {

/// A kind of page: what it is called, and where a catalogue has it.
struct PageList {
  std::string_view kind;
  FormerPages FormerCatalogue::*pages;
};

constexpr std::array<PageList, 3> page_lists = {{{"initiative", &FormerCatalogue::initiatives},
                                                 {"cluster", &FormerCatalogue::clusters},
                                                 {"page", &FormerCatalogue::pages}}};

/// An alias as the address it is served at.
std::string served_at(const std::string& alias) {
  const bool is_file = alias.ends_with(".html") || alias.ends_with(".htm");
  return is_file || alias.ends_with('/') ? alias : alias + '/';
}

/// Old addresses and the pages they lead to.
std::map<std::string, const FormerPage*> redirects_of(const FormerCatalogue& catalogue) {
  std::map<std::string, const FormerPage*> redirects;
  for (const PageList& list : page_lists) {
    for (const auto& [slug, page] : catalogue.*list.pages) {
      for (const std::string& alias : page.aliases) redirects.emplace(served_at(alias), &page);
    }
  }
  return redirects;
}

std::set<std::string> addresses_of(std::span<const FormerCatalogue> catalogues) {
  std::set<std::string> addresses;
  for (const FormerCatalogue& catalogue : catalogues) {
    addresses.insert(catalogue.address);
    for (const FormerPages* pages : {&catalogue.initiatives, &catalogue.clusters, &catalogue.pages,
                                     &catalogue.topics, &catalogue.countries}) {
      for (const auto& [slug, page] : *pages) addresses.insert(page.address);
    }
    for (const auto& [address, page] : redirects_of(catalogue)) addresses.insert(address);
  }
  addresses.erase("");
  return addresses;
}

std::string words_of(const FormerPage& page, std::string_view key) {
  const auto found = page.words.find(key);
  return found == page.words.end() ? "" : found->second;
}

/// The keys of a part that say something else; all of them where that can't be told in short.
std::vector<KeyChange> changes_of_part(std::string_view part, const FormerPage& before,
                                       const FormerPage& after) {
  if (part == "text") return {{"text", {}, {}}};
  std::vector<KeyChange> changes;
  const std::vector<std::string_view> keys = keys_of_part(part);
  for (const std::string_view key : keys) {
    KeyChange change{std::string(key), words_of(before, key), words_of(after, key)};
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  if (!changes.empty()) return changes;
  for (const std::string_view key : keys) changes.push_back({std::string(key), {}, {}});
  return changes;
}

std::vector<KeyChange> changed_keys(const FormerPage& before, const FormerPage& after) {
  std::vector<KeyChange> changes;
  for (const std::size_t part : different_parts(before.parts, after.parts)) {
    for (KeyChange& change : changes_of_part(compared_parts.at(part), before, after)) {
      changes.push_back(std::move(change));
    }
  }
  return changes;
}

/// Tells the pages of one language apart.
class Comparison {
 public:
  Comparison(const FormerCatalogue& before, const FormerCatalogue& after, bool is_default)
      : before_(before), after_(after), is_default_(is_default), redirects_(redirects_of(after)) {}

  [[nodiscard]] std::vector<PageChange> take() {
    for (const PageList& list : page_lists) compare(list);
    std::ranges::stable_sort(changes_, {}, &PageChange::fate);
    return std::move(changes_);
  }

 private:
  void compare(const PageList& list) {
    std::set<std::string_view> moved;  // slugs that pages had
    note_gone(list);
    for (const auto& [slug, page] : after_.*list.pages) {
      const auto same = (before_.*list.pages).find(slug);
      if (same != (before_.*list.pages).end()) {
        kept(list, same->second, page);
      } else if (const FormerPage* former = former_of(page)) {
        moved.insert(former->slug);
        add(list, PageFate::moved, page).former_address = former->address;
        changes_.back().keys = changed_keys(*former, page);
      } else {
        add(list, PageFate::added, page);
      }
    }
    for (const auto& [slug, page] : before_.*list.pages) {
      if ((after_.*list.pages).contains(slug) || moved.contains(slug)) continue;
      const auto redirect = redirects_.find(page.address);
      add(list, PageFate::removed, page).leads_to =
          redirect == redirects_.end() ? "" : redirect->second->address;
    }
    if (!is_default_) {
      std::erase_if(changes_, [](const PageChange& c) { return c.fate != PageFate::changed; });
    }
  }

  void kept(const PageList& list, const FormerPage& before, const FormerPage& after) {
    // What is not translated is told of its own language.
    if (!is_default_ && (after.language != after_.language || before.language != after.language)) {
      return;
    }
    std::vector<KeyChange> keys = changed_keys(before, after);
    if (!keys.empty()) add(list, PageFate::changed, after).keys = std::move(keys);
  }

  void note_gone(const PageList& list) {
    gone_.clear();
    for (const auto& [slug, page] : before_.*list.pages) {
      if (!(after_.*list.pages).contains(slug)) gone_.emplace(page.address, &page);
    }
  }

  /// The page that had the address which now leads to this one, if it is there no more.
  [[nodiscard]] const FormerPage* former_of(const FormerPage& page) const {
    for (const std::string& alias : page.aliases) {
      const auto found = gone_.find(served_at(alias));
      if (found != gone_.end()) return found->second;
    }
    return nullptr;
  }

  PageChange& add(const PageList& list, PageFate fate, const FormerPage& page) {
    PageChange change;
    change.fate = fate;
    change.kind = list.kind;
    change.language = after_.language;
    change.slug = page.slug;
    change.title = page.title;
    change.address = page.address;
    return changes_.emplace_back(std::move(change));
  }

  const FormerCatalogue& before_;
  const FormerCatalogue& after_;
  bool is_default_;
  std::map<std::string, const FormerPage*> redirects_;
  std::map<std::string_view, const FormerPage*> gone_;  ///< by address, of the list compared
  std::vector<PageChange> changes_;
};

/// Takes away what another language has told of the same page already, word by word.
void drop_told(std::vector<PageChange>& changes, std::span<const PageChange> told) {
  for (PageChange& change : changes) {
    const auto same = std::ranges::find_if(told, [&](const PageChange& other) {
      return other.kind == change.kind && other.slug == change.slug;
    });
    if (same == told.end()) continue;
    std::erase_if(change.keys, [&](const KeyChange& key) {
      const bool has_words = !key.before.empty() || !key.after.empty();
      return has_words && std::ranges::find(same->keys, key) != same->keys.end();
    });
  }
  std::erase_if(changes, [](const PageChange& change) { return change.keys.empty(); });
}

const FormerCatalogue* of_language(std::span<const FormerCatalogue> all, std::string_view code) {
  const auto found = std::ranges::find(all, code, &FormerCatalogue::language);
  return found == all.end() ? nullptr : &*found;
}

std::vector<TotalChange> changed_totals(const FormerCatalogue& before,
                                        const FormerCatalogue& after) {
  std::vector<TotalChange> changes;
  for (const std::string_view name :
       {"clusters", "initiatives", "members", "documents", "projects", "discussions"}) {
    const auto was = before.totals.find(name);
    const auto is = after.totals.find(name);
    if (was == before.totals.end() || is == after.totals.end()) continue;
    if (was->second != is->second) changes.push_back({std::string(name), was->second, is->second});
  }
  return changes;
}

}  // namespace

CatalogueDiff compare_catalogues(std::span<const FormerCatalogue> before,
                                 std::span<const FormerCatalogue> after) {
  CatalogueDiff diff;
  if (before.empty() || after.empty()) return diff;
  diff.totals = changed_totals(before.front(), after.front());
  std::size_t told = 0;  // in the default language
  for (const FormerCatalogue& now : after) {
    const bool is_default = &now == &after.front();
    const FormerCatalogue* was =
        is_default ? &before.front() : of_language(before.subspan(1), now.language);
    if (was == nullptr) continue;
    std::vector<PageChange> changes = Comparison(*was, now, is_default).take();
    if (is_default) {
      diff.pages = std::move(changes);
      told = diff.pages.size();
      continue;
    }
    drop_told(changes, std::span(diff.pages).first(told));
    std::ranges::move(changes, std::back_inserter(diff.pages));
  }
  std::ranges::set_difference(addresses_of(before), addresses_of(after),
                              std::back_inserter(diff.lost));
  return diff;
}

}  // namespace lamppost
