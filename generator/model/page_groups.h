#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "model/site.h"

namespace lamppost {

/// One file of the content, before it is known whether it has a place in the site.
template <typename Noun>
struct WrittenPage {
  Shared<Noun> noun;
  Body body;
};

/// A page in another language than the default.
template <typename Noun>
struct PageTranslation {
  Shared<Noun> noun;
  BodyId body = 0;
  std::size_t language = 0;  ///< index into `Settings::languages`
};

/// A page of the default language with its translations; the group's index is the page's id.
template <typename Noun>
struct PageGroup {
  Shared<Noun> noun;
  BodyId body = 0;
  std::vector<PageTranslation<Noun>> translations;  ///< in the settings' order
};

/// Everything that is written on the site's pages.
struct PageGroups {
  std::vector<PageGroup<Initiative>> initiatives;  ///< by slug, as all of them
  std::vector<PageGroup<Cluster>> clusters;
  std::vector<PageGroup<FreePage>> free_pages;
  std::vector<PageGroup<FreePage>> home;  ///< one or none
};

/// The index of a language in the settings.
[[nodiscard]] std::optional<std::size_t> language_index(const Settings& settings,
                                                        const std::string& code);

/// Why a translation has no place, if so; `page` is the default language's, or null.
[[nodiscard]] std::optional<Misfit::Reason> misfit_reason(const Settings& settings,
                                                          const Origin& translation,
                                                          const Origin* page);

/// Moves a body into the site.
[[nodiscard]] BodyId keep_body(Site& site, Body body);

/// Puts the files of one slug together, and takes them over: the first of the default language is
/// the page. What does not fit becomes a misfit.
template <typename Noun>
void group_one(std::span<WrittenPage<Noun>> files, PageRef::Kind kind, bool with_drafts, Site& site,
               std::vector<PageGroup<Noun>>& groups) {
  const auto is_default = [](const auto& file) { return file.noun->origin.language.empty(); };
  const auto page = std::find_if(files.begin(), files.end(), is_default);
  const Origin* origin = page == files.end() ? nullptr : &page->noun->origin;
  const bool left_out = origin != nullptr && page->noun->draft && !with_drafts;
  const PageRef ref = left_out ? PageRef{PageRef::Kind::draft, 0}
                               : PageRef{kind, static_cast<std::uint32_t>(groups.size())};
  PageGroup<Noun> group;
  for (auto file = files.begin(); file != files.end(); ++file) {
    const Origin& own = file->noun->origin;
    std::optional<Misfit::Reason> reason;
    if (file != page) {
      reason =
          is_default(*file) ? Misfit::Reason::same_page : misfit_reason(site.settings, own, origin);
    }
    if (reason) {
      const bool names_other = origin != nullptr && *reason == Misfit::Reason::same_page;
      site.misfits.push_back({*reason, own, names_other ? origin->file : ""});
      continue;
    }
    site.by_source.emplace(own.path, ref);
    if (left_out || file == page) continue;
    const std::size_t language = language_index(site.settings, own.language).value_or(0);
    group.translations.push_back(
        {std::move(file->noun), keep_body(site, std::move(file->body)), language});
  }
  if (origin == nullptr || left_out) return;
  std::sort(group.translations.begin(), group.translations.end(),
            [](const auto& a, const auto& b) { return a.language < b.language; });
  group.body = keep_body(site, std::move(page->body));
  group.noun = std::move(page->noun);
  groups.push_back(std::move(group));
}

/// Puts all files of one kind together, by slug. A draft is left out with its translations, but
/// known to be one.
template <typename Noun>
[[nodiscard]] std::vector<PageGroup<Noun>> group_pages(std::vector<WrittenPage<Noun>> files,
                                                       PageRef::Kind kind, bool with_drafts,
                                                       Site& site) {
  const auto key = [](const WrittenPage<Noun>& file) {
    return std::tie(file.noun->origin.slug, file.noun->origin.path);
  };
  const auto is_before = [&](const auto& a, const auto& b) { return key(a) < key(b); };
  // So they come, but where a page is a folder.
  if (!std::is_sorted(files.begin(), files.end(), is_before)) {
    std::sort(files.begin(), files.end(), is_before);
  }
  std::vector<PageGroup<Noun>> groups;
  groups.reserve(files.size());
  for (auto first = files.begin(); first != files.end();) {
    const auto last = std::find_if(first, files.end(), [&](const auto& file) {
      return file.noun->origin.slug != first->noun->origin.slug;
    });
    group_one<Noun>({first, last}, kind, with_drafts, site, groups);
    first = last;
  }
  return groups;
}

}  // namespace lamppost
