#include "data/json_ld.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "data/absolute_urls.h"
#include "data/json_writer.h"
#include "model/address.h"

namespace lamppost {
namespace {

/// Writes the markup of one page.
class Describer {
 public:
  Describer(const Site& site, const PagePlan& plan, std::string_view title,
            std::string_view description, std::string& out)
      : site_(site),
        plan_(plan),
        edition_(site.editions.at(plan.edition)),
        title_(title),
        description_(description),
        json_(out, JsonWriter::Style::in_script) {}

  void document() {
    json_.begin_object();
    json_.field("@context", "https://schema.org");
    json_.key("@graph");
    json_.begin_array();
    things();
    json_.end_array();
    json_.end_object();
  }

 private:
  /// A step of the way to a page, or an organization: a name and its URL.
  struct Named {
    std::string name;
    std::string url;
  };

  /// The things that the page is about.
  void things() {
    switch (plan_.kind) {
      case PageKind::home:
        website();
        return dataset();
      case PageKind::cluster:
        return cluster();
      case PageKind::initiative:
        return initiative();
      case PageKind::topic:
        return term(edition_.topics.at(plan_.subject));
      case PageKind::country:
        return term(edition_.countries.at(plan_.subject));
      case PageKind::project:
        return term(edition_.projects.at(plan_.subject));
      case PageKind::free_page:
        return free_page();
      case PageKind::open_data:
        made_page("WebPage", "catalogue");
        return dataset();
      case PageKind::search:
        return made_page("SearchResultsPage");
      case PageKind::a_to_z:
        return made_page("CollectionPage");
      default:
        return made_page("WebPage");
    }
  }

  [[nodiscard]] std::string home() const { return home_url(site_, edition_); }
  [[nodiscard]] std::string own_url() const { return absolute(plan_.address); }
  [[nodiscard]] std::string absolute(const std::string& address) const {
    return absolute_url(site_.settings.base_url, address);
  }

  void website() {
    begin("WebSite");
    json_.field("@id", home() + "#website");
    json_.field("url", home());
    json_.field("name", edition_.texts.title);
    known("description", edition_.texts.description);
    json_.field("inLanguage", edition_.language.code());
    json_.end_object();
  }

  void dataset() {
    begin("Dataset");
    json_.field("@id", home() + "#catalogue");
    json_.field("url", home());
    json_.field("name", edition_.texts.title);
    known("description", edition_.texts.description);
    json_.field("inLanguage", edition_.language.code());
    json_.key("isAccessibleForFree");
    json_.flag(true);
    known("dateModified", edition_.last_update);
    known("license", site_.settings.open_data.license);
    publisher();
    json_.key("distribution");
    json_.begin_array();
    download("application/json", absolute(edition_.prefix + "/catalogue.json"));
    download("text/csv", absolute(edition_.prefix + "/catalogue.csv"));
    json_.end_array();
    json_.end_object();
  }

  void publisher() {
    const OpenData& open_data = site_.settings.open_data;
    if (open_data.publisher.empty()) return;
    json_.key("publisher");
    begin("Organization");
    json_.field("name", open_data.publisher);
    known("url", open_data.publisher_url);
    json_.end_object();
  }

  void download(std::string_view format, std::string_view url) {
    begin("DataDownload");
    json_.field("encodingFormat", format);
    json_.field("contentUrl", url);
    json_.end_object();
  }

  /// Begins a page's object; who calls may add to it and ends it.
  void begin_page(std::string_view type, const Named& page, std::string_view description,
                  std::string_view language) {
    begin(type);
    json_.field("@id", page.url);
    json_.field("url", page.url);
    json_.field("name", page.name);
    known("description", description);
    json_.field("inLanguage", language);
    json_.key("isPartOf");
    reference(home() + "#website");
  }

  /// The part of a list that stands on this page of it.
  void item_list(std::span<const InitiativeId> ids) {
    const std::size_t per_page = std::max<std::size_t>(1, site_.settings.initiatives_per_page);
    const std::size_t begin_at = std::min(ids.size(), per_page * (plan_.page_number - 1));
    const std::size_t end = std::min(ids.size(), begin_at + per_page);
    json_.key("mainEntity");
    begin("ItemList");
    json_.key("numberOfItems");
    json_.count(ids.size());
    json_.key("itemListElement");
    json_.begin_array();
    for (std::size_t i = begin_at; i < end; ++i) {
      const std::string& title = edition_.initiatives.at(ids[i]).initiative->title.value;
      list_item(i + 1, {title, initiative_url(site_, edition_, ids[i])}, "url");
    }
    json_.end_array();
    json_.end_object();
  }

  /// A place in a list or a trail, counted from 1.
  void list_item(std::size_t position, const Named& item, std::string_view url_key) {
    begin("ListItem");
    json_.key("position");
    json_.count(position);
    json_.field("name", item.name);
    json_.field(url_key, item.url);
    json_.end_object();
  }

  /// The way from the home page to this one.
  void breadcrumbs(const std::vector<Named>& steps) {
    begin("BreadcrumbList");
    json_.key("itemListElement");
    json_.begin_array();
    std::size_t position = 1;
    list_item(position, {edition_.texts.title, home()}, "item");
    for (const Named& step : steps) list_item(++position, step, "item");
    json_.end_array();
    json_.end_object();
  }

  void cluster() {
    const LocalCluster& local = edition_.clusters.at(plan_.subject);
    const std::string& title = local.cluster->title.value;
    const std::string first_page = cluster_url(site_, edition_, plan_.subject);
    const std::string url = plan_.page_number > 1 ? own_url() : first_page;
    begin_page("CollectionPage", {title, url}, local.summary, local.language);
    item_list(local.leads);
    json_.end_object();
    breadcrumbs({{title, first_page}});
  }

  void term(const Term& term) {
    begin_page("CollectionPage", {term.name, own_url()}, {}, edition_.language.code());
    item_list(term.initiatives);
    json_.end_object();
    breadcrumbs({{term.name, own_url()}});
  }

  void free_page() {
    const LocalPage& local = edition_.pages.at(plan_.subject);
    const std::string& title = local.page->title.value;
    begin_page("WebPage", {title, own_url()}, local.page->summary, local.language);
    json_.end_object();
    breadcrumbs({{title, own_url()}});
  }

  /// A page that nobody wrote; `about` names a thing of the home page.
  void made_page(std::string_view type, std::string_view about = {}) {
    const Named page{std::string(title_), own_url()};
    begin_page(type, page, description_, edition_.language.code());
    if (!about.empty()) {
      json_.key("mainEntity");
      reference(home() + "#" + std::string(about));
    }
    json_.end_object();
    breadcrumbs({page});
  }

  void initiative() {
    const LocalInitiative& local = edition_.initiatives.at(plan_.subject);
    const std::string& title = local.initiative->title.value;
    const std::string url = initiative_url(site_, edition_, plan_.subject);
    begin_page("WebPage", {title, url}, local.summary, local.language);
    known("dateModified", local.initiative->updated);
    json_.key("mainEntity");
    reference(url + "#initiative");
    json_.end_object();

    project(local, url);

    std::vector<Named> trail;
    if (local.cluster) trail.push_back(named(*local.cluster));
    trail.push_back({title, url});
    breadcrumbs(trail);
  }

  /// schema.org's Project is an organization with a goal: it begins and ends as one.
  void project(const LocalInitiative& local, const std::string& url) {
    const Initiative& from = local.initiative;
    begin("Project");
    json_.field("@id", url + "#initiative");
    json_.field("name", from.title.value);
    known("description", local.summary);
    known("slogan", from.goal);
    json_.field("url", url);
    known("sameAs", from.website);
    known("foundingDate", from.start);
    known("dissolutionDate", from.end);
    if (from.image) known("image", file_url(site_, from.origin, from.image->src.value));
    if (local.cluster) {
      json_.key("parentOrganization");
      organization(named(*local.cluster));
    }
    lists(local);
    if (from.contact) contact(*from.contact);
    json_.end_object();
  }

  void lists(const LocalInitiative& local) {
    list("member", local.initiative->members.entries, [&](const Member& member) {
      organization({member.name, member.url});
    });
    list("keywords", local.topics,
         [&](std::uint32_t id) { json_.text(edition_.topics.at(id).name); });
    list("areaServed", local.countries, [&](std::uint32_t id) {
      begin("Country");
      json_.field("name", edition_.countries.at(id).name);
      json_.end_object();
    });
  }

  void contact(const Contact& contact) {
    if (contact.name.empty() && contact.email.empty() && contact.url.empty()) return;
    json_.key("contactPoint");
    begin("ContactPoint");
    known("name", contact.name);
    known("email", contact.email);
    known("url", contact.url);
    json_.end_object();
  }

  void organization(const Named& named) {
    begin("Organization");
    json_.field("name", named.name);
    known("url", named.url);
    json_.end_object();
  }

  [[nodiscard]] Named named(ClusterId id) const {
    return {edition_.clusters.at(id).cluster->title.value, cluster_url(site_, edition_, id)};
  }

  void begin(std::string_view type) {
    json_.begin_object();
    json_.field("@type", type);
  }

  void reference(std::string_view id) {
    json_.begin_object();
    json_.field("@id", id);
    json_.end_object();
  }

  // What is not known is left out: schema.org has no word for "not given".

  void known(std::string_view name, std::string_view text) {
    if (!text.empty()) json_.field(name, text);
  }

  void known(std::string_view name, const std::optional<Date>& date) {
    if (date) json_.field(name, iso_date(*date));
  }

  template <typename Items, typename Write>
  void list(std::string_view name, const Items& items, const Write& write) {
    if (items.empty()) return;
    json_.key(name);
    json_.begin_array();
    for (const auto& item : items) write(item);
    json_.end_array();
  }

  const Site& site_;
  const PagePlan& plan_;
  const Edition& edition_;
  std::string_view title_;
  std::string_view description_;
  JsonWriter json_;
};

}  // namespace

std::string json_ld(const Site& site, const PagePlan& plan, std::string_view title,
                    std::string_view description) {
  if (!is_listed(plan.kind)) return {};
  std::string json;
  Describer(site, plan, title, description, json).document();
  return json;
}

}  // namespace lamppost
