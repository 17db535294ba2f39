#include "model/page_plan.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "model/address.h"

namespace lamppost {
namespace {

/// The kinds that have a layout: the first of all, in the order of the enumeration.
constexpr std::array<std::pair<PageKind, std::string_view>, 17> layouts = {{
    {PageKind::home, "home"},
    {PageKind::cluster, "cluster"},
    {PageKind::initiative, "initiative"},
    {PageKind::topic, "topic"},
    {PageKind::country, "country"},
    {PageKind::free_page, "free_page"},
    {PageKind::not_found, "not_found"},
    {PageKind::redirect, "redirect"},
    {PageKind::a_to_z, "a_to_z"},
    {PageKind::search, "search"},
    {PageKind::statistics, "statistics"},
    {PageKind::changes, "changes"},
    {PageKind::project, "project"},
    {PageKind::compare, "compare"},
    {PageKind::open_data, "open_data"},
    {PageKind::contribute, "contribute"},
    {PageKind::embed, "embed"},
}};

std::uint32_t share_of(std::size_t count, std::size_t per_share) {
  return static_cast<std::uint32_t>(std::max<std::size_t>((count + per_share - 1) / per_share, 1));
}

/// Adds the plans of one edition, or of the whole site, to those there are.
class Planner {
 public:
  Planner(const Site& site, std::uint32_t edition, std::vector<PagePlan>& plans)
      : site_(site), edition_(edition), plans_(plans) {}

  void add(std::string address, PageKind kind, std::uint32_t subject = PagePlan::no_subject) {
    PagePlan plan;
    plan.address = std::move(address);
    plan.kind = kind;
    plan.edition = edition_;
    plan.subject = subject;
    plans_.push_back(std::move(plan));
  }

  /// A list, on as many pages as it takes.
  void add_list(const std::string& address, PageKind kind, std::size_t count,
                std::uint32_t subject = PagePlan::no_subject) {
    const std::uint32_t pages = share_of(count, site_.settings.initiatives_per_page);
    for (std::uint32_t page = 1; page <= pages; ++page) {
      add(list_page_address(address, page), kind, subject);
      plans_.back().page_number = page;
      plans_.back().page_count = pages;
    }
  }

  /// Files that are numbered from 1.
  void add_shards(const std::string& address, const std::string& ending, PageKind kind,
                  std::uint32_t count) {
    for (std::uint32_t shard = 1; shard <= count; ++shard) {
      std::string numbered = address;
      add(numbered.append(std::to_string(shard)).append(ending), kind);
      plans_.back().page_number = shard;
      plans_.back().page_count = count;
    }
  }

  /// A sitemap, or one of its parts.
  void add_sitemap(const std::string& address, PageKind kind, std::uint32_t part,
                   std::uint32_t count) {
    add(address, kind);
    plans_.back().page_number = part;
    plans_.back().page_count = count;
  }

  /// Old addresses of a page lead to it in the default language.
  void add_redirects(const std::vector<Located<std::string>>& aliases, const std::string& target,
                     PageKind target_kind, std::uint32_t subject) {
    std::set<std::string> addresses;
    for (const auto& alias : aliases) {
      const bool is_file = alias.value.ends_with(".html") || alias.value.ends_with(".htm");
      const bool is_complete = is_file || alias.value.ends_with('/');
      const std::string address = is_complete ? alias.value : alias.value + '/';
      if (!addresses.insert(address).second) continue;
      add(address, PageKind::redirect, subject);
      plans_.back().target = target;
      plans_.back().target_kind = target_kind;
    }
  }

 private:
  const Site& site_;
  std::uint32_t edition_;
  std::vector<PagePlan>& plans_;
};

void add_terms(Planner& planner, const Edition& edition, PageKind kind,
               const std::vector<Term>& terms,
               std::string (*address)(std::string_view prefix, std::string_view slug)) {
  for (std::uint32_t id = 0; id < terms.size(); ++id) {
    planner.add_list(address(edition.prefix, terms[id].slug), kind, terms[id].initiatives.size(),
                     id);
  }
}

void add_pages(Planner& planner, const Edition& edition) {
  const std::string& prefix = edition.prefix;
  planner.add_list(home_address(prefix), PageKind::home, edition.order.size());
  for (ClusterId id = 0; id < edition.clusters.size(); ++id) {
    const LocalCluster& local = edition.clusters[id];
    planner.add_list(cluster_address(prefix, local.cluster->origin.slug), PageKind::cluster,
                     local.leads.size() + local.lists.size(), id);
  }
  for (InitiativeId id = 0; id < edition.initiatives.size(); ++id) {
    const std::string& slug = edition.initiatives[id].initiative->origin.slug;
    planner.add(initiative_address(prefix, slug), PageKind::initiative, id);
  }
  add_terms(planner, edition, PageKind::topic, edition.topics, topic_address);
  add_terms(planner, edition, PageKind::country, edition.countries, country_address);
  for (FreePageId id = 0; id < edition.pages.size(); ++id) {
    const std::string& slug = edition.pages[id].page->origin.slug;
    planner.add(free_page_address(prefix, slug), PageKind::free_page, id);
  }
  planner.add(prefix + "/404.html", PageKind::not_found);
}

/// What was added, then what was changed; without a former catalogue one page is enough.
std::size_t changes_listed(const std::optional<Changes>& changes) {
  return changes ? changes->added.size() + changes->changed.size() : 0;
}

/// Pages that a theme may do without.
void add_optional_pages(Planner& planner, const Site& site, const Edition& edition) {
  const std::string& prefix = edition.prefix;
  const auto add_where_offered = [&](PageKind kind, const std::string& address) {
    if (offers(site, kind)) planner.add(address, kind);
  };
  add_where_offered(PageKind::compare, compare_address(prefix));
  if (offers(site, PageKind::project)) {
    add_terms(planner, edition, PageKind::project, edition.projects, project_address);
  }
  if (offers(site, PageKind::changes)) {
    planner.add_list(changes_address(prefix), PageKind::changes, changes_listed(site.changes));
  }
  if (offers(site, PageKind::a_to_z)) {
    planner.add_list(a_to_z_address(prefix), PageKind::a_to_z, edition.by_title.size());
  }
  add_where_offered(PageKind::search, search_address(prefix));
  add_where_offered(PageKind::statistics, statistics_address(prefix));
  add_where_offered(PageKind::open_data, open_data_address(prefix));
  add_where_offered(PageKind::contribute, contribute_address(prefix));
  if (!offers(site, PageKind::embed)) return;
  for (ClusterId id = 0; id < edition.clusters.size(); ++id) {
    const std::string& slug = edition.clusters[id].cluster->origin.slug;
    planner.add(embed_address(prefix, slug), PageKind::embed, id);
  }
}

void add_data(Planner& planner, const Edition& edition) {
  planner.add(edition.prefix + "/feed.xml", PageKind::feed);
  for (ClusterId id = 0; id < edition.clusters.size(); ++id) {
    const std::string& slug = edition.clusters[id].cluster->origin.slug;
    planner.add(cluster_address(edition.prefix, slug) + "feed.xml", PageKind::feed, id);
  }
  planner.add(edition.prefix + "/catalogue.json", PageKind::catalogue_json);
  planner.add(edition.prefix + "/catalogue.csv", PageKind::catalogue_csv);
  for (InitiativeId id = 0; id < edition.initiatives.size(); ++id) {
    const std::string& slug = edition.initiatives[id].initiative->origin.slug;
    planner.add(initiative_address(edition.prefix, slug) + "index.json", PageKind::initiative_json,
                id);
  }
}

/// The files that the search page loads.
void add_search(Planner& planner, const Edition& edition) {
  const std::string folder = search_address(edition.prefix);
  const SearchSizes sizes = search_sizes(edition.initiatives.size());
  planner.add(folder + "index.json", PageKind::search_index);
  planner.add_shards(folder + "words-", ".bin", PageKind::search_words, sizes.words);
  planner.add_shards(folder + "titles-", ".json", PageKind::search_titles, sizes.titles);
  planner.add_shards(folder + "orders-", ".bin", PageKind::search_orders,
                     SearchSizes::orders * sizes.order_shards);
}

/// The files that the form for proposals loads. They are the same in every language.
void add_proposals(Planner& planner, const Edition& edition) {
  const std::string folder = contribute_address("");
  planner.add(folder + "rules.json", PageKind::proposal_rules);
  planner.add_shards(folder + "names-", ".json", PageKind::proposal_names,
                     proposal_name_shards(edition.initiatives.size()));
}

void add_all_redirects(Planner& planner, const Edition& edition) {
  for (InitiativeId id = 0; id < edition.initiatives.size(); ++id) {
    const Initiative& initiative = edition.initiatives[id].initiative;
    planner.add_redirects(initiative.aliases,
                          initiative_address(edition.prefix, initiative.origin.slug),
                          PageKind::initiative, id);
  }
  for (ClusterId id = 0; id < edition.clusters.size(); ++id) {
    const Cluster& cluster = edition.clusters[id].cluster;
    planner.add_redirects(cluster.aliases, cluster_address(edition.prefix, cluster.origin.slug),
                          PageKind::cluster, id);
  }
}

void add_files(Planner& planner, const Site& site) {
  for (std::uint32_t i = 0; i < site.assets.size(); ++i) {
    planner.add('/' + site.assets[i].output_path, PageKind::asset, i);
  }
  for (std::uint32_t i = 0; i < site.theme.styles.size(); ++i) {
    planner.add('/' + site.theme.styles[i].output_path, PageKind::style, i);
  }
  for (std::uint32_t i = 0; i < site.theme.scripts.size(); ++i) {
    planner.add('/' + site.theme.scripts[i].output_path, PageKind::script, i);
  }
}

/// The bytes of an absolute address in XML, where `&` and `'` take up to six.
std::size_t bytes_in_xml(const std::string& url) {
  const auto is_escaped = [](char c) { return c == '&' || c == '\''; };
  return url.size() +
         5 * static_cast<std::size_t>(std::count_if(url.begin(), url.end(), is_escaped));
}

/// At least the bytes that the entry of any page takes: its address for itself, once more for each
/// language and for the default, each with its markup.
std::size_t bytes_of_entry(const Site& site, const std::vector<PagePlan>& plans) {
  std::size_t longest = 0;
  for (const PagePlan& plan : plans) {
    if (!is_listed(plan.kind)) continue;
    longest = std::max(longest, bytes_in_xml(absolute_url(site.settings.base_url, plan.address)));
  }
  constexpr std::size_t markup = 128;
  return (longest + markup) * (site.editions.size() + 2);
}

/// How many sitemaps it takes.
std::uint32_t sitemap_count(const Site& site, const std::vector<PagePlan>& plans,
                            const SitemapLimits& limits) {
  const auto listed = static_cast<std::size_t>(std::count_if(
      plans.begin(), plans.end(), [](const PagePlan& plan) { return is_listed(plan.kind); }));
  constexpr std::size_t frame = 1024;
  const std::size_t room = limits.bytes > frame ? limits.bytes - frame : 1;
  const std::size_t most = std::min(limits.addresses, room / bytes_of_entry(site, plans));
  return share_of(listed, std::max<std::size_t>(most, 1));
}

void add_sitemaps(Planner& planner, std::uint32_t count) {
  planner.add_sitemap("/sitemap.xml", PageKind::sitemap, 1, count);
  for (std::uint32_t part = 1; count > 1 && part <= count; ++part) {
    planner.add_sitemap("/sitemap-" + std::to_string(part) + ".xml", PageKind::sitemap_part, part,
                        count);
  }
}

/// Each initiative has a page and its data, and there are lists of them.
std::size_t about_how_many(const Edition& edition) {
  constexpr std::size_t others = 1000;
  return edition.initiatives.size() * 9 / 4 + others;
}

}  // namespace

std::string_view layout_of(PageKind kind) {
  const auto place = static_cast<std::size_t>(kind);
  return place < layouts.size() ? layouts.at(place).second : std::string_view();
}

bool is_listed(PageKind kind) {
  return !layout_of(kind).empty() && kind != PageKind::not_found && kind != PageKind::redirect &&
         kind != PageKind::embed;
}

std::span<const PageKind> layout_kinds() {
  static constexpr auto kinds = [] {
    std::array<PageKind, layouts.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all.at(i) = layouts.at(i).first;
    return all;
  }();
  return kinds;
}

bool is_optional(PageKind kind) { return kind > PageKind::redirect && !layout_of(kind).empty(); }

bool offers(const Site& site, PageKind kind) {
  return !is_optional(kind) || site.theme.layouts.contains(std::string(layout_of(kind)));
}

SearchSizes search_sizes(std::size_t initiatives) {
  // A small catalogue has small files, so that a first search loads little; a large one has fewer.
  constexpr std::size_t small = 5000;
  const bool is_small = initiatives <= small;
  SearchSizes sizes;
  sizes.words = share_of(initiatives, is_small ? 16 : 32) + 1;
  sizes.per_title_shard = is_small ? 8 : 16;
  sizes.titles = share_of(initiatives, sizes.per_title_shard);
  sizes.order_shards = share_of(initiatives, SearchSizes::per_order_shard);
  return sizes;
}

std::uint32_t proposal_name_shards(std::size_t initiatives) {
  constexpr std::size_t per_shard = 256;
  return share_of(initiatives, per_shard);
}

std::vector<PagePlan> plan_pages(const Site& site, const SitemapLimits& limits) {
  std::vector<PagePlan> plans;
  plans.reserve(site.editions.size() * about_how_many(site.editions.front()));
  for (std::uint32_t i = 0; i < site.editions.size(); ++i) {
    Planner planner(site, i, plans);
    add_pages(planner, site.editions[i]);
    add_optional_pages(planner, site, site.editions[i]);
    add_data(planner, site.editions[i]);
    if (offers(site, PageKind::search)) add_search(planner, site.editions[i]);
  }
  Planner planner(site, 0, plans);
  planner.add("/catalogue.schema.json", PageKind::catalogue_schema);
  planner.add("/schema/initiative.json", PageKind::front_matter_schema);
  if (offers(site, PageKind::contribute)) add_proposals(planner, site.editions.front());
  planner.add("/dcat.jsonld", PageKind::dcat);
  add_sitemaps(planner, sitemap_count(site, plans, limits));
  planner.add("/robots.txt", PageKind::robots);
  add_all_redirects(planner, site.editions.front());
  add_files(planner, site);
  return plans;
}

}  // namespace lamppost
