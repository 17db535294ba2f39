#include "data/open_data.h"

#include <optional>
#include <span>
#include <string_view>

#include "data/absolute_urls.h"
#include "data/body_html.h"
#include "data/json_writer.h"
#include "model/address.h"

namespace lamppost {
namespace {

using OptionalDate = std::optional<Date>;

std::string_view slug_of(const Initiative& initiative) { return initiative.origin.slug; }
std::string_view slug_of(const Cluster& cluster) { return cluster.origin.slug; }
std::string_view slug_of(const FreePage& page) { return page.origin.slug; }

/// Writes the objects of one edition.
class Catalogue {
 public:
  Catalogue(const Site& site, const Edition& edition, std::string& out)
      : site_(site), edition_(edition), json_(out) {}

  void whole(Pieces& pieces) {
    json_.begin_object();
    head();
    // Each of them may name every initiative.
    const auto long_ones = [&](std::string_view name, const auto& items, const auto& write) {
      list(name, items, [&](const auto& item) {
        write(item);
        pieces.between_parts();
      });
    };
    long_ones("clusters", edition_.cluster_order, [&](ClusterId id) { cluster(id); });
    list("initiatives", edition_.order, [&](InitiativeId id) {
      json_.begin_value();
      pieces.part(edition_.initiatives[id].record_key, [&] { initiative(id); });
      json_.end_value();
    });
    list("pages", edition_.page_order, [&](FreePageId id) { free_page(id); });
    long_ones("topics", edition_.topics, [&](const Term& term) { topic(term); });
    long_ones("countries", edition_.countries, [&](const Term& term) { country(term); });
    json_.end_object();
  }

  void initiative(InitiativeId id) {
    json_.begin_object();
    initiative_members(id);
    json_.end_object();
  }

  void initiative_with_body(InitiativeId id, const BodyText& body) {
    json_.begin_object();
    initiative_members(id);
    json_.plain_key("body");
    json_.begin_object();
    json_.field("html", body.html.markup());
    json_.field("text", body.plain_text);
    json_.end_object();
    json_.end_object();
  }

 private:
  void head() {
    json_.field("$schema", absolute_url(site_.settings.base_url, "/catalogue.schema.json"));
    json_.field("version", std::uint64_t{catalogue_version});
    json_.field("title", edition_.texts.title);
    known("description", edition_.texts.description);
    json_.field("language", edition_.language.code());
    json_.field("url", home_url(site_, edition_));
    json_.plain_key("totals");
    json_.begin_object();
    json_.field("clusters", std::uint64_t{edition_.clusters.size()});
    json_.field("initiatives", std::uint64_t{edition_.initiatives.size()});
    figures(edition_.totals);
    json_.end_object();
  }

  void initiative_members(InitiativeId id) {
    const LocalInitiative& local = edition_.initiatives.at(id);
    const Initiative& from = local.initiative;
    json_.field("slug", slug_of(from));
    json_.field("url", initiative_url(site_, edition_, id));
    json_.field("language", local.language);
    texts("translations", local.translations);
    json_.field("title", from.title.value);
    known("cluster", local.cluster ? cluster_slug(*local.cluster) : std::string_view());
    list("also_in", local.also_in, [&](ClusterId cluster) { json_.text(cluster_slug(cluster)); });
    known("goal", from.goal);
    known("summary", local.summary);
    text_hash(local.body);
    json_.field("status", name_of(from.status));
    figures_with_entries(from);
    terms(local);
    known("start", from.start);
    known("end", from.end);
    known("updated", from.updated);
    known("reviewed", from.reviewed);
    rest(local);
  }

  void figures_with_entries(const Initiative& from) {
    figure("members", from.members, [&](const Member& entry) { member(entry); });
    figure("documents", from.documents,
           [&](const Document& entry) { document(entry, from.origin); });
    figure("projects", from.projects, [&](const Project& entry) { project(entry); });
    figure("discussions", from.discussions, [&](const Discussion& entry) { discussion(entry); });
  }

  void terms(const LocalInitiative& local) {
    list("topics", local.topics, [&](auto id) { json_.text(edition_.topics.at(id).name); });
    list("countries", local.countries,
         [&](auto id) { json_.text(edition_.countries.at(id).code); });
  }

  void rest(const LocalInitiative& local) {
    const Initiative& from = local.initiative;
    known("website", from.website);
    contact(from.contact);
    image(from.image, from.origin);
    slugs("related", std::span(local.related).first(local.named));
    target(from.target);
    list("milestones", from.milestones, [&](const Milestone& entry) { milestone(entry); });
    list("aliases", from.aliases, [&](const auto& alias) { json_.text(alias.value); });
    weight(from.weight);
    json_.plain_key("draft");
    json_.flag(from.draft);
    json_.plain_key("extra");
    map(from.extra);
  }

  /// What is listed under a cluster carries only slugs: the initiatives stand once.
  void cluster(ClusterId id) {
    const LocalCluster& local = edition_.clusters.at(id);
    const Cluster& from = local.cluster;
    json_.begin_object();
    json_.field("slug", slug_of(from));
    json_.field("url", cluster_url(site_, edition_, id));
    json_.field("language", local.language);
    texts("translations", local.translations);
    json_.field("title", from.title.value);
    known("summary", local.summary);
    text_hash(local.body);
    image(from.image, from.origin);
    json_.plain_key("totals");
    json_.begin_object();
    figures(local.totals);
    json_.end_object();
    slugs("initiatives", local.leads);
    slugs("also_lists", local.lists);
    list("aliases", from.aliases, [&](const auto& alias) { json_.text(alias.value); });
    weight(from.weight);
    json_.plain_key("extra");
    map(from.extra);
    json_.end_object();
  }

  void free_page(FreePageId id) {
    const LocalPage& local = edition_.pages.at(id);
    const FreePage& from = local.page;
    json_.begin_object();
    json_.field("slug", slug_of(from));
    json_.field("url", absolute(free_page_address(edition_.prefix, slug_of(from))));
    json_.field("language", local.language);
    texts("translations", local.translations);
    json_.field("title", from.title.value);
    known("summary", from.summary);
    text_hash(local.body);
    json_.plain_key("menu");
    json_.flag(from.menu);
    weight(from.weight);
    json_.plain_key("extra");
    map(from.extra);
    json_.end_object();
  }

  void text_hash(BodyId body) {
    const Hash128& words = site_.bodies.at(body).words_key;
    known("text_hash", words == no_hash ? "" : hex_of(words));
  }

  void topic(const Term& term) {
    json_.begin_object();
    json_.field("slug", term.slug);
    json_.field("name", term.name);
    json_.field("url", absolute(topic_address(edition_.prefix, term.slug)));
    slugs("initiatives", term.initiatives);
    json_.end_object();
  }

  void country(const Term& term) {
    json_.begin_object();
    json_.field("code", term.code);
    json_.field("name", term.name);
    json_.field("url", absolute(country_address(edition_.prefix, term.slug)));
    slugs("initiatives", term.initiatives);
    json_.end_object();
  }

  void member(const Member& member) {
    json_.begin_object();
    json_.field("name", member.name);
    known("url", member.url);
    known("country", member.country);
    known("role", member.role);
    json_.end_object();
  }

  void document(const Document& document, const Origin& page) {
    json_.begin_object();
    json_.field("title", document.title);
    known("url", document.url);
    known("file", file_url(site_, page, document.file.value));
    known("date", document.date);
    known("language", document.language);
    json_.end_object();
  }

  void project(const Project& project) {
    json_.begin_object();
    json_.field("title", project.title);
    known("url", project.url);
    known("cordis", project.cordis);
    known("programme", project.programme);
    json_.end_object();
  }

  void discussion(const Discussion& discussion) {
    json_.begin_object();
    json_.field("title", discussion.title);
    known("url", discussion.url);
    known("date", discussion.date);
    json_.field("replies", discussion.replies);
    json_.end_object();
  }

  void milestone(const Milestone& milestone) {
    json_.begin_object();
    known("date", OptionalDate(milestone.date));
    json_.field("title", milestone.title);
    json_.plain_key("value");
    milestone.value ? json_.number(*milestone.value) : json_.null();
    known("url", milestone.url);
    json_.end_object();
  }

  void contact(const std::optional<Contact>& contact) {
    json_.plain_key("contact");
    if (!contact) return json_.null();
    json_.begin_object();
    known("name", contact->name);
    known("email", contact->email);
    known("url", contact->url);
    json_.end_object();
  }

  void image(const std::optional<Image>& image, const Origin& page) {
    json_.plain_key("image");
    if (!image) return json_.null();
    json_.begin_object();
    known("src", file_url(site_, page, image->src.value));
    json_.field("alt", image->alt);
    json_.end_object();
  }

  void target(const std::optional<Target>& target) {
    json_.plain_key("target");
    if (!target) return json_.null();
    json_.begin_object();
    json_.plain_key("value");
    json_.number(target->value);
    known("unit", target->unit);
    known("by", target->by);
    json_.end_object();
  }

  void figures(const Figures& figures) {
    json_.field("members", figures.members);
    json_.field("documents", figures.documents);
    json_.field("projects", figures.projects);
    json_.field("discussions", figures.discussions);
  }

  template <typename Entry, typename Write>
  void figure(std::string_view name, const Figure<Entry>& figure, const Write& write) {
    json_.plain_key(name);
    json_.begin_object();
    json_.field("count", figure.count);
    list("entries", figure.entries, write);
    json_.end_object();
  }

  template <typename Items, typename Write>
  void list(std::string_view name, const Items& items, const Write& write) {
    json_.plain_key(name);
    json_.begin_array();
    for (const auto& item : items) write(item);
    json_.end_array();
  }

  void slugs(std::string_view name, std::span<const InitiativeId> ids) {
    list(name, ids, [&](InitiativeId id) {
      json_.plain_text(slug_of(edition_.initiatives.at(id).initiative));
    });
  }

  void texts(std::string_view name, const std::vector<std::string>& all) {
    list(name, all, [&](const std::string& text) { json_.text(text); });
  }

  void weight(const std::optional<std::int64_t>& weight) {
    json_.plain_key("weight");
    weight ? json_.integer(*weight) : json_.null();
  }

  void value(const Value& value) {
    if (const bool* flag = value.boolean()) return json_.flag(*flag);
    if (const std::int64_t* integer = value.integer()) return json_.integer(*integer);
    if (const double* decimal = value.decimal()) return json_.number(*decimal);
    if (const std::string* text = value.text()) return json_.text(*text);
    if (const Date* date = value.date()) return json_.date(*date);
    if (const ValueMap* inner = value.map()) return map(*inner);
    json_.begin_array();
    for (const Value& entry : *value.list()) this->value(entry);
    json_.end_array();
  }

  void map(const ValueMap& map) {
    json_.begin_object();
    for (const Field& field : map) {
      json_.key(field.key);
      value(field.value);
    }
    json_.end_object();
  }

  /// What the content may leave out.
  void known(std::string_view name, std::string_view text) {
    json_.plain_key(name);
    json_.text_or_null(text);
  }

  void known(std::string_view name, const OptionalDate& date) {
    json_.plain_key(name);
    json_.date_or_null(date);
  }

  [[nodiscard]] std::string_view cluster_slug(ClusterId id) const {
    return slug_of(edition_.clusters.at(id).cluster);
  }

  [[nodiscard]] std::string absolute(const std::string& address) const {
    return absolute_url(site_.settings.base_url, address);
  }

  const Site& site_;
  const Edition& edition_;
  JsonWriter json_;
};

}  // namespace

void catalogue_json(const Site& site, const PagePlan& plan, Pieces& pieces) {
  Catalogue(site, site.editions.at(plan.edition), pieces.end()).whole(pieces);
  pieces.end() += '\n';
}

std::string catalogue_entry(const Site& site, const Edition& edition, InitiativeId id) {
  std::string json;
  Catalogue(site, edition, json).initiative(id);
  return json;
}

std::string initiative_json(const Site& site, const PagePlan& plan) {
  const Edition& edition = site.editions.at(plan.edition);
  const LocalInitiative& local = edition.initiatives.at(plan.subject);
  const BodyText body = absolute_body(site, plan.edition, local.initiative->origin, local.body,
                                      initiative_url(site, edition, plan.subject));
  std::string json;
  json.reserve(2 * (body.html.markup().size() + body.plain_text.size()));
  Catalogue(site, edition, json).initiative_with_body(plan.subject, body);
  json += '\n';
  return json;
}

}  // namespace lamppost
