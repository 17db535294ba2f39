#include "data/open_data.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "data/absolute_urls.h"
#include "data/body_html.h"
#include "model/address.h"

namespace lamppost {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json date_or_null(const std::optional<Date>& date) {
  return date ? Json(iso_date(*date)) : Json(nullptr);
}

/// A whole number without the decimals that say nothing; what is no number is null.
Json number(double value) {
  constexpr double largest_exact = 9007199254740992.0;  // 2^53
  if (!std::isfinite(value)) return nullptr;
  if (std::trunc(value) == value && std::abs(value) <= largest_exact) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

Json json_from(const ValueMap& map);

Json json_from(const ValueList& list);

struct ValueToJson {
  Json operator()(bool flag) const { return flag; }
  Json operator()(std::int64_t integer) const { return integer; }
  Json operator()(double decimal) const { return number(decimal); }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const Date& date) const { return iso_date(date); }
  Json operator()(const ValueList& list) const { return json_from(list); }
  Json operator()(const ValueMap& map) const { return json_from(map); }
};

Json json_from(const ValueList& list) {
  Json array = Json::array();
  for (const Value& value : list) array.push_back(std::visit(ValueToJson(), value.data));
  return array;
}

Json json_from(const ValueMap& map) {
  Json object = Json::object();
  for (const Field& field : map) object[field.key] = std::visit(ValueToJson(), field.value.data);
  return object;
}

std::string bytes_of(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

template <typename Items, typename ToJson>
Json list_of(const Items& items, ToJson to_json) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(to_json(item));
  return array;
}

template <typename Entry, typename ToJson>
Json figure(const Figure<Entry>& figure, ToJson to_json) {
  return {{"count", figure.count}, {"entries", list_of(figure.entries, to_json)}};
}

Json member(const Member& member) {
  return {{"name", member.name},
          {"url", text_or_null(member.url)},
          {"country", text_or_null(member.country)},
          {"role", text_or_null(member.role)}};
}

Json project(const Project& project) {
  return {{"title", project.title},
          {"url", text_or_null(project.url)},
          {"cordis", text_or_null(project.cordis)},
          {"programme", text_or_null(project.programme)}};
}

Json discussion(const Discussion& discussion) {
  return {{"title", discussion.title},
          {"url", text_or_null(discussion.url)},
          {"date", date_or_null(discussion.date)},
          {"replies", discussion.replies}};
}

Json milestone(const Milestone& milestone) {
  return {{"date", iso_date(milestone.date)},
          {"title", milestone.title},
          {"value", milestone.value ? number(*milestone.value) : Json(nullptr)},
          {"url", text_or_null(milestone.url)}};
}

Json contact(const std::optional<Contact>& contact) {
  if (!contact) return nullptr;
  return {{"name", text_or_null(contact->name)},
          {"email", text_or_null(contact->email)},
          {"url", text_or_null(contact->url)}};
}

Json target(const std::optional<Target>& target) {
  if (!target) return nullptr;
  return {{"value", number(target->value)},
          {"unit", text_or_null(target->unit)},
          {"by", date_or_null(target->by)}};
}

Json figures(const Figures& figures) {
  return {{"members", figures.members},
          {"documents", figures.documents},
          {"projects", figures.projects},
          {"discussions", figures.discussions}};
}

std::string slug_of(const Initiative& initiative) { return initiative.origin.slug; }
std::string slug_of(const Cluster& cluster) { return cluster.origin.slug; }

/// Makes the objects of one edition.
class Catalogue {
 public:
  Catalogue(const Site& site, const Edition& edition) : site_(site), edition_(edition) {}

  [[nodiscard]] Json whole() const {
    Json totals = {{"clusters", edition_.clusters.size()},
                   {"initiatives", edition_.initiatives.size()}};
    totals.update(figures(edition_.totals));
    return {
        {"$schema", absolute_url(site_.settings.base_url, "/catalogue.schema.json")},
        {"version", catalogue_version},
        {"title", edition_.texts.title},
        {"description", text_or_null(edition_.texts.description)},
        {"language", edition_.language.code()},
        {"url", home_url(site_, edition_)},
        {"totals", std::move(totals)},
        {"clusters", list_of(edition_.cluster_order, [&](ClusterId id) { return cluster(id); })},
        {"initiatives", list_of(edition_.order, [&](InitiativeId id) { return initiative(id); })},
        {"topics", list_of(edition_.topics, [&](const Term& term) { return topic(term); })},
        {"countries",
         list_of(edition_.countries, [&](const Term& term) { return country(term); })}};
  }

  [[nodiscard]] Json initiative(InitiativeId id) const {
    const LocalInitiative& local = edition_.initiatives.at(id);
    const Initiative& from = local.initiative;
    Json json = {{"slug", slug_of(from)},
                 {"url", initiative_url(site_, edition_, id)},
                 {"language", local.language},
                 {"translations", local.translations},
                 {"title", from.title.value},
                 {"cluster", local.cluster ? Json(cluster_slug(*local.cluster)) : Json(nullptr)},
                 {"also_in", list_of(local.also_in, [&](ClusterId c) { return cluster_slug(c); })},
                 {"goal", text_or_null(from.goal)},
                 {"summary", text_or_null(local.summary)},
                 {"status", name_of(from.status)}};
    add_figures(json, from);
    add_terms(json, local);
    for (const auto& [name, date] :
         {std::pair{"start", from.start}, std::pair{"end", from.end},
          std::pair{"updated", from.updated}, std::pair{"reviewed", from.reviewed}}) {
      json[name] = date_or_null(date);
    }
    add_rest(json, local);
    return json;
  }

 private:
  void add_figures(Json& json, const Initiative& from) const {
    json["members"] = figure(from.members, member);
    json["documents"] =
        figure(from.documents, [&](const Document& entry) { return document(entry, from.origin); });
    json["projects"] = figure(from.projects, project);
    json["discussions"] = figure(from.discussions, discussion);
  }

  void add_terms(Json& json, const LocalInitiative& local) const {
    json["topics"] =
        list_of(local.topics, [&](std::uint32_t id) { return edition_.topics.at(id).name; });
    json["countries"] =
        list_of(local.countries, [&](std::uint32_t id) { return edition_.countries.at(id).code; });
  }

  void add_rest(Json& json, const LocalInitiative& local) const {
    const Initiative& from = local.initiative;
    json["website"] = text_or_null(from.website);
    json["contact"] = contact(from.contact);
    json["image"] = image(from.image, from.origin);
    json["related"] = list_of(local.related, [&](InitiativeId id) {
      return slug_of(edition_.initiatives.at(id).initiative);
    });
    json["target"] = target(from.target);
    json["milestones"] = list_of(from.milestones, milestone);
    json["aliases"] =
        list_of(from.aliases, [](const Located<std::string>& alias) { return alias.value; });
    json["weight"] = from.weight ? Json(*from.weight) : Json(nullptr);
    json["draft"] = from.draft;
    json["extra"] = json_from(from.extra);
  }

  /// What is listed under a cluster carries only slugs: the initiatives stand once.
  [[nodiscard]] Json cluster(ClusterId id) const {
    const LocalCluster& local = edition_.clusters.at(id);
    const Cluster& from = local.cluster;
    return {{"slug", slug_of(from)},
            {"url", cluster_url(site_, edition_, id)},
            {"language", local.language},
            {"translations", local.translations},
            {"title", from.title.value},
            {"summary", text_or_null(local.summary)},
            {"image", image(from.image, from.origin)},
            {"totals", figures(local.totals)},
            {"initiatives", slugs(local.leads)},
            {"also_lists", slugs(local.lists)},
            {"weight", from.weight ? Json(*from.weight) : Json(nullptr)},
            {"extra", json_from(from.extra)}};
  }

  [[nodiscard]] Json topic(const Term& term) const {
    return {
        {"slug", term.slug},
        {"name", term.name},
        {"url", absolute_url(site_.settings.base_url, topic_address(edition_.prefix, term.slug))},
        {"initiatives", slugs(term.initiatives)}};
  }

  [[nodiscard]] Json country(const Term& term) const {
    return {
        {"code", term.code},
        {"name", term.name},
        {"url", absolute_url(site_.settings.base_url, country_address(edition_.prefix, term.slug))},
        {"initiatives", slugs(term.initiatives)}};
  }

  [[nodiscard]] Json document(const Document& document, const Origin& page) const {
    return {{"title", document.title},
            {"url", text_or_null(document.url)},
            {"file", text_or_null(file_url(site_, page, document.file.value))},
            {"date", date_or_null(document.date)},
            {"language", text_or_null(document.language)}};
  }

  [[nodiscard]] Json image(const std::optional<Image>& image, const Origin& page) const {
    if (!image) return nullptr;
    return {{"src", text_or_null(file_url(site_, page, image->src.value))}, {"alt", image->alt}};
  }

  [[nodiscard]] Json slugs(const std::vector<InitiativeId>& ids) const {
    return list_of(
        ids, [&](InitiativeId id) { return slug_of(edition_.initiatives.at(id).initiative); });
  }

  [[nodiscard]] std::string cluster_slug(ClusterId id) const {
    return slug_of(edition_.clusters.at(id).cluster);
  }

  const Site& site_;
  const Edition& edition_;
};

}  // namespace

std::string catalogue_json(const Site& site, const PagePlan& plan) {
  return bytes_of(Catalogue(site, site.editions.at(plan.edition)).whole());
}

std::string initiative_json(const Site& site, const PagePlan& plan) {
  const Edition& edition = site.editions.at(plan.edition);
  const LocalInitiative& local = edition.initiatives.at(plan.subject);
  Json json = Catalogue(site, edition).initiative(plan.subject);
  const Html body = absolute_body_html(site, plan.edition, local.initiative.origin, local.body,
                                       initiative_url(site, edition, plan.subject));
  json["body"] = {{"html", body.markup()}, {"text", site.bodies.at(local.body).plain_text}};
  return bytes_of(json);
}

}  // namespace lamppost
