#include "check/addresses.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "diagnostics/suggest.h"
#include "model/address.h"

namespace lamppost {
namespace {

/// What in the content gave a page its address.
struct Source {
  std::string file;  ///< empty: nothing, lamppost itself
  Span where;
  bool has_place = true;
  std::string help;  ///< how it can be changed
};

std::string ascii_lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

Source source_of_page(const Origin& origin, Span where) {
  return {origin.file, where, true,
          "rename the file `" + origin.file + "`: its name makes the address"};
}

/// The alias that asks for a redirect.
Source source_of_redirect(const Edition& edition, const PagePlan& plan) {
  const bool is_cluster = plan.target_kind == PageKind::cluster;
  const Origin& origin = is_cluster ? edition.clusters[plan.subject].cluster->origin
                                    : edition.initiatives[plan.subject].initiative->origin;
  const auto& aliases = is_cluster ? edition.clusters[plan.subject].cluster->aliases
                                   : edition.initiatives[plan.subject].initiative->aliases;
  Source source{origin.file, {}, true, ""};
  for (const auto& alias : aliases) {
    if (alias.value != plan.address && alias.value + '/' != plan.address) continue;
    source.where = alias.where;
    source.help = "take `" + alias.value + "` out of `aliases`, or write another old address";
  }
  return source;
}

/// The first page that names a topic, at the topic.
Source source_of_topic(const Edition& edition, const PagePlan& plan) {
  const Term& term = edition.topics[plan.subject];
  const InitiativeId id = *std::min_element(term.initiatives.begin(), term.initiatives.end());
  const Initiative& initiative = edition.initiatives[id].initiative;
  Source source{initiative.origin.file,
                {},
                true,
                "topics that differ only in signs share an address: write them the same way, or "
                "give one another name"};
  for (const auto& topic : initiative.topics) {
    if (fold_case(topic.value) == term.code) source.where = topic.where;
  }
  return source;
}

Source source_of(const Site& site, const PagePlan& plan) {
  const Edition& edition = site.editions[plan.edition];
  switch (plan.kind) {
    case PageKind::cluster: {
      const Cluster& cluster = edition.clusters[plan.subject].cluster;
      return source_of_page(cluster.origin, cluster.title.where);
    }
    case PageKind::initiative: {
      const Initiative& initiative = edition.initiatives[plan.subject].initiative;
      return source_of_page(initiative.origin, initiative.title.where);
    }
    case PageKind::free_page: {
      const FreePage& page = edition.pages[plan.subject].page;
      return source_of_page(page.origin, page.title.where);
    }
    case PageKind::topic:
      return source_of_topic(edition, plan);
    case PageKind::redirect:
      return source_of_redirect(edition, plan);
    case PageKind::asset:
      return {site.assets[plan.subject].file, {}, false, "give the file another name"};
    default:
      return {};
  }
}

class AddressCheck {
  using Place = std::pair<std::string, Span>;  ///< a file and where in it

 public:
  AddressCheck(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics)
      : site_(site), plans_(plans), diagnostics_(diagnostics) {
    first_at_.reserve(plans.size());
  }

  void check(std::size_t index) {
    const auto [first, is_new] =
        first_at_.emplace(fold_case(output_path(plans_[index].address)), index);
    if (!is_new) complain(index, first->second);
  }

  /// A file can't lie in a folder that is a file itself: `/x.html` and `/x.html/y/`.
  void check_folders(std::size_t index) {
    const std::string path = fold_case(output_path(plans_[index].address));
    for (std::size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      const auto file = first_at_.find(path.substr(0, slash));
      if (file != first_at_.end()) complain(index, file->second);
    }
  }

 private:
  void complain(std::size_t later, std::size_t first) {
    Source at_fault = source_of(site_, plans_[later]);
    Source other = source_of(site_, plans_[first]);
    std::string taken = plans_[first].address;
    if (at_fault.file.empty()) {
      std::swap(at_fault, other);
      taken = plans_[later].address;
    }
    if (at_fault.file.empty()) return;
    // In another language the same two collide again, perhaps in another order.
    Place here{at_fault.file, at_fault.where};
    Place there{other.file, other.where};
    if (there < here) std::swap(here, there);
    if (!complained_.insert({here, there}).second) return;
    Diagnostic diagnostic;
    diagnostic.code = Code::duplicate_address;
    diagnostic.file = at_fault.file;
    diagnostic.where = at_fault.where;
    diagnostic.has_place = at_fault.has_place;
    diagnostic.message = "the address `" + taken + "` is already taken";
    diagnostic.help = at_fault.help;
    if (!other.file.empty()) {
      diagnostic.notes.push_back({"it is taken here", other.file, other.where});
    } else {
      diagnostic.notes.push_back({"lamppost itself makes a file there", "", {}});
    }
    diagnostics_.add(std::move(diagnostic));
  }

  const Site& site_;
  std::span<const PagePlan> plans_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::size_t> first_at_;  ///< looked up, never walked
  std::set<std::pair<Place, Place>> complained_;
};

/// What a free page's name already means, if anything.
std::optional<std::string> reserved_meaning(const Site& site, const std::string& slug) {
  for (const LanguageSettings& language : site.settings.languages) {
    if (ascii_lower(language.code) == slug) return "the pages in " + language.name;
  }
  const auto names = reserved_names();
  if (std::find(names.begin(), names.end(), slug) != names.end()) return "the site's own pages";
  // Every language, so that one can be added later. A code without a name is none.
  const std::string name = slug.size() == 2 ? Language("en").language_name(slug) : slug;
  if (name != slug) return "pages in " + name;
  return std::nullopt;
}

bool check_reserved(const Site& site, const LocalPage& local, Diagnostics& diagnostics) {
  const Origin& origin = local.page->origin;
  const auto meaning = reserved_meaning(site, origin.slug);
  if (!meaning) return false;
  Diagnostic diagnostic;
  diagnostic.code = Code::reserved_name;
  diagnostic.file = origin.file;
  diagnostic.has_place = false;
  diagnostic.message =
      "a page can't be called `" + origin.slug + "`: `/" + origin.slug + "/` is for " + *meaning;
  diagnostic.help = "rename the file, for example to `" + origin.slug + "-page.md`";
  diagnostics.add(std::move(diagnostic));
  return true;
}

}  // namespace

void check_addresses(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics) {
  std::set<FreePageId> reserved;
  const Edition& edition = site.editions.front();
  for (FreePageId id = 0; id < edition.pages.size(); ++id) {
    if (check_reserved(site, edition.pages[id], diagnostics)) reserved.insert(id);
  }
  AddressCheck addresses(site, plans, diagnostics);
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const bool is_reserved =
        plans[i].kind == PageKind::free_page && reserved.contains(plans[i].subject);
    if (!is_reserved) addresses.check(i);
  }
  // Only these have names that the content chooses freely.
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const bool is_free = plans[i].kind == PageKind::redirect || plans[i].kind == PageKind::asset;
    if (is_free) addresses.check_folders(i);
  }
}

}  // namespace lamppost
