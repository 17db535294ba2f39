#include "data/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "data/absolute_urls.h"
#include "model/address.h"

namespace lamppost {
namespace {

using Json = nlohmann::ordered_json;

Json thing(const char* type) { return {{"@type", type}}; }

/// Sets what is known: schema.org has no word for "not given".
void set(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void set(Json& json, const char* name, const std::optional<Date>& date) {
  if (date) json[name] = iso_date(*date);
}

void set_list(Json& json, const char* name, Json list) {
  if (!list.empty()) json[name] = std::move(list);
}

Json organization(const std::string& name, const std::string& url) {
  Json json = thing("Organization");
  json["name"] = name;
  set(json, "url", url);
  return json;
}

Json download(const char* format, std::string url) {
  Json json = thing("DataDownload");
  json["encodingFormat"] = format;
  json["contentUrl"] = std::move(url);
  return json;
}

/// A place in a list or a trail, counted from 1.
Json list_item(std::size_t position, const std::string& name, const char* url_key,
               const std::string& url) {
  Json json = thing("ListItem");
  json["position"] = position;
  json["name"] = name;
  json[url_key] = url;
  return json;
}

/// Writes the markup of one page.
class Describer {
 public:
  Describer(const Site& site, const PagePlan& plan)
      : site_(site), plan_(plan), edition_(site.editions.at(plan.edition)) {}

  /// The things that the page is about; none for pages that stand for nothing.
  [[nodiscard]] std::vector<Json> things() const {
    switch (plan_.kind) {
      case PageKind::home:
        return {website(), dataset()};
      case PageKind::cluster:
        return cluster();
      case PageKind::initiative:
        return initiative();
      case PageKind::topic:
        return term(edition_.topics.at(plan_.subject));
      case PageKind::country:
        return term(edition_.countries.at(plan_.subject));
      case PageKind::free_page:
        return free_page();
      default:
        return {};
    }
  }

 private:
  [[nodiscard]] std::string home() const { return home_url(site_, edition_); }
  [[nodiscard]] std::string own_url() const { return absolute(plan_.address); }
  [[nodiscard]] std::string absolute(const std::string& address) const {
    return absolute_url(site_.settings.base_url, address);
  }

  [[nodiscard]] Json website() const {
    Json json = thing("WebSite");
    json["@id"] = home() + "#website";
    json["url"] = home();
    json["name"] = edition_.texts.title;
    set(json, "description", edition_.texts.description);
    json["inLanguage"] = edition_.language.code();
    return json;
  }

  [[nodiscard]] Json dataset() const {
    Json json = thing("Dataset");
    json["@id"] = home() + "#catalogue";
    json["url"] = home();
    json["name"] = edition_.texts.title;
    set(json, "description", edition_.texts.description);
    json["inLanguage"] = edition_.language.code();
    json["isAccessibleForFree"] = true;
    set(json, "dateModified", last_update());
    json["distribution"] = {
        download("application/json", absolute(edition_.prefix + "/catalogue.json")),
        download("text/csv", absolute(edition_.prefix + "/catalogue.csv"))};
    return json;
  }

  [[nodiscard]] std::optional<Date> last_update() const {
    std::optional<Date> last;
    for (const LocalInitiative& local : edition_.initiatives) {
      last = std::max(last, local.initiative.updated);
    }
    return last;
  }

  [[nodiscard]] Json page(const char* type, const std::string& url, const std::string& name,
                          const std::string& description, const std::string& language) const {
    Json json = thing(type);
    json["@id"] = url;
    json["url"] = url;
    json["name"] = name;
    set(json, "description", description);
    json["inLanguage"] = language;
    json["isPartOf"] = {{"@id", home() + "#website"}};
    return json;
  }

  /// The part of a list that stands on this page of it.
  [[nodiscard]] Json item_list(std::span<const InitiativeId> ids) const {
    const std::size_t per_page = std::max<std::size_t>(1, site_.settings.initiatives_per_page);
    const std::size_t begin = std::min(ids.size(), per_page * (plan_.page_number - 1));
    const std::size_t end = std::min(ids.size(), begin + per_page);
    Json items = Json::array();
    for (std::size_t i = begin; i < end; ++i) {
      const std::string& title = edition_.initiatives.at(ids[i]).initiative.title.value;
      items.push_back(list_item(i + 1, title, "url", initiative_url(site_, edition_, ids[i])));
    }
    Json json = thing("ItemList");
    json["numberOfItems"] = ids.size();
    json["itemListElement"] = std::move(items);
    return json;
  }

  /// The way from the home page to this one; each step a name and its URL.
  [[nodiscard]] Json breadcrumbs(
      const std::vector<std::pair<std::string, std::string>>& steps) const {
    Json json = thing("BreadcrumbList");
    Json items = Json::array();
    items.push_back(list_item(1, edition_.texts.title, "item", home()));
    for (const auto& [name, url] : steps) {
      items.push_back(list_item(items.size() + 1, name, "item", url));
    }
    json["itemListElement"] = std::move(items);
    return json;
  }

  [[nodiscard]] std::vector<Json> cluster() const {
    const LocalCluster& local = edition_.clusters.at(plan_.subject);
    const std::string& title = local.cluster.title.value;
    const std::string first_page = cluster_url(site_, edition_, plan_.subject);
    const std::string url = plan_.page_number > 1 ? own_url() : first_page;
    Json json = page("CollectionPage", url, title, local.summary, local.language);
    json["mainEntity"] = item_list(local.leads);
    return {std::move(json), breadcrumbs({{title, first_page}})};
  }

  [[nodiscard]] std::vector<Json> term(const Term& term) const {
    Json json = page("CollectionPage", own_url(), term.name, {}, edition_.language.code());
    json["mainEntity"] = item_list(term.initiatives);
    return {std::move(json), breadcrumbs({{term.name, own_url()}})};
  }

  [[nodiscard]] std::vector<Json> free_page() const {
    const LocalPage& local = edition_.pages.at(plan_.subject);
    const std::string& title = local.page.title.value;
    return {page("WebPage", own_url(), title, local.page.summary, local.language),
            breadcrumbs({{title, own_url()}})};
  }

  [[nodiscard]] std::vector<Json> initiative() const {
    const LocalInitiative& local = edition_.initiatives.at(plan_.subject);
    const std::string& title = local.initiative.title.value;
    const std::string url = initiative_url(site_, edition_, plan_.subject);
    Json web_page = page("WebPage", url, title, local.summary, local.language);
    set(web_page, "dateModified", local.initiative.updated);
    web_page["mainEntity"] = {{"@id", url + "#initiative"}};

    std::vector<std::pair<std::string, std::string>> trail;
    if (local.cluster) {
      trail.emplace_back(edition_.clusters.at(*local.cluster).cluster.title.value,
                         cluster_url(site_, edition_, *local.cluster));
    }
    trail.emplace_back(title, url);
    return {std::move(web_page), project(local, url), breadcrumbs(trail)};
  }

  /// schema.org's Project is an organization with a goal: it begins and ends as one.
  [[nodiscard]] Json project(const LocalInitiative& local, const std::string& url) const {
    const Initiative& from = local.initiative;
    Json json = thing("Project");
    json["@id"] = url + "#initiative";
    json["name"] = from.title.value;
    set(json, "description", local.summary);
    set(json, "slogan", from.goal);
    json["url"] = url;
    set(json, "sameAs", from.website);
    set(json, "foundingDate", from.start);
    set(json, "dissolutionDate", from.end);
    if (from.image) set(json, "image", file_url(site_, from.origin, from.image->src.value));
    if (local.cluster) {
      json["parentOrganization"] =
          organization(edition_.clusters.at(*local.cluster).cluster.title.value,
                       cluster_url(site_, edition_, *local.cluster));
    }
    add_lists(json, local);
    if (from.contact) add_contact(json, *from.contact);
    return json;
  }

  void add_lists(Json& json, const LocalInitiative& local) const {
    Json members = Json::array();
    for (const Member& member : local.initiative.members.entries) {
      members.push_back(organization(member.name, member.url));
    }
    set_list(json, "member", std::move(members));
    Json topics = Json::array();
    for (const std::uint32_t id : local.topics) topics.push_back(edition_.topics.at(id).name);
    set_list(json, "keywords", std::move(topics));
    Json countries = Json::array();
    for (const std::uint32_t id : local.countries) {
      Json country = thing("Country");
      country["name"] = edition_.countries.at(id).name;
      countries.push_back(std::move(country));
    }
    set_list(json, "areaServed", std::move(countries));
  }

  static void add_contact(Json& json, const Contact& contact) {
    Json point = thing("ContactPoint");
    set(point, "name", contact.name);
    set(point, "email", contact.email);
    set(point, "url", contact.url);
    if (point.size() > 1) json["contactPoint"] = std::move(point);
  }

  const Site& site_;
  const PagePlan& plan_;
  const Edition& edition_;
};

/// Neither `</script>` nor `<!--` can come up where there is no `<`. Outside its strings JSON has
/// none of these signs.
std::string safe_in_script(const std::string& json) {
  std::string safe;
  safe.reserve(json.size());
  for (const char c : json) {
    switch (c) {
      case '<':
        safe += "\\u003c";
        break;
      case '>':
        safe += "\\u003e";
        break;
      case '&':
        safe += "\\u0026";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

}  // namespace

std::string json_ld(const Site& site, const PagePlan& plan) {
  const std::vector<Json> things = Describer(site, plan).things();
  if (things.empty()) return {};
  const Json document = {{"@context", "https://schema.org"}, {"@graph", things}};
  return safe_in_script(document.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace lamppost
