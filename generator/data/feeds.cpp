#include "data/feeds.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "data/absolute_urls.h"
#include "data/body_html.h"
#include "data/escape.h"
#include "model/address.h"
#include "model/phrases.h"

namespace lamppost {
namespace {

constexpr Date epoch{std::chrono::year{1970}, std::chrono::January, std::chrono::day{1}};

/// What an entry is dated by. There is no clock: of what the content says, the best there is.
Date last_date(const Initiative& initiative) {
  if (initiative.updated) return *initiative.updated;
  if (initiative.reviewed) return *initiative.reviewed;
  if (!initiative.milestones.empty()) {
    return std::ranges::max_element(initiative.milestones, {}, &Milestone::date)->date;
  }
  return initiative.start.value_or(epoch);
}

std::string date_time(Date date) { return iso_date(date) + "T00:00:00Z"; }

std::string element(std::string_view name, std::string_view text) {
  std::string xml = "<";
  xml.append(name).append(">").append(escape_markup(text));
  xml.append("</").append(name).append(">\n");
  return xml;
}

std::string link_element(std::string_view relation, std::string_view type, std::string_view url) {
  std::string xml = "<link rel=\"";
  xml.append(relation).append("\" type=\"").append(type).append("\" href=\"");
  xml.append(escape_markup(url)).append("\"/>\n");
  return xml;
}

std::string category(const std::string& term, const std::string& label) {
  return "<category term=\"" + escape_markup(term) + "\" label=\"" + escape_markup(label) +
         "\"/>\n";
}

/// What a feed lists and calls itself.
struct Channel {
  std::string title;
  std::string subtitle;
  std::string page_url;
  std::vector<InitiativeId> initiatives;
};

Channel channel_of(const Site& site, const Edition& edition, const PagePlan& plan) {
  if (plan.subject == PagePlan::no_subject) {
    return {edition.texts.title, edition.texts.description, home_url(site, edition), edition.order};
  }
  const LocalCluster& local = edition.clusters.at(plan.subject);
  Channel channel{local.cluster->title.value + " – " + edition.texts.title, local.summary,
                  cluster_url(site, edition, plan.subject), local.leads};
  channel.initiatives.insert(channel.initiatives.end(), local.lists.begin(), local.lists.end());
  return channel;
}

std::vector<InitiativeId> newest_first(const Edition& edition, std::vector<InitiativeId> ids,
                                       std::size_t most) {
  const auto date_of = [&](InitiativeId id) {
    return last_date(edition.initiatives.at(id).initiative);
  };
  std::ranges::sort(ids);  // of the same day: by slug
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::ranges::stable_sort(ids, std::ranges::greater{}, date_of);
  if (ids.size() > most) ids.resize(most);
  return ids;
}

std::string categories(const Edition& edition, const LocalInitiative& local) {
  std::string xml;
  if (local.cluster) {
    const Cluster& cluster = edition.clusters.at(*local.cluster).cluster;
    xml += category(cluster.origin.slug, cluster.title.value);
  }
  for (const std::uint32_t topic : local.topics) {
    xml += category(edition.topics.at(topic).slug, edition.topics.at(topic).name);
  }
  return xml;
}

/// What became of an initiative since a former catalogue; null where nothing did.
const Change* change_of(const Site& site, InitiativeId id) {
  if (!site.changes || !site.changes->by_initiative.at(id)) return nullptr;
  return &*site.changes->by_initiative.at(id);
}

/// The same in words: "Changed since 22 November 2026 – Main goal, Members".
std::string change_in_words(const Site& site, const Edition& edition, const Change& change) {
  const Phrases phrases(site.theme, edition.language);
  const std::string kind = change.is_new ? "new" : "changed";
  const std::optional<Date>& since = site.changes->since;
  std::string words =
      since ? phrases.text("changes.is_" + kind, {{"date", edition.language.date(*since)}})
            : phrases.text("changes.undated_" + kind);
  std::string_view before = " – ";
  for (const std::string& part : change.parts) {
    words.append(before).append(phrases.text("parts." + part));
    before = ", ";
  }
  return words;
}

std::string change_categories(const Site& site, const Edition& edition, const Change& change) {
  const Phrases phrases(site.theme, edition.language);
  const std::string scheme = absolute_url(site.settings.base_url, changes_address({}));
  const auto add = [&](std::string& xml, const std::string& term, const std::string& label) {
    xml += "<category scheme=\"" + escape_markup(scheme) + "\" term=\"" + escape_markup(term) +
           "\" label=\"" + escape_markup(label) + "\"/>\n";
  };
  std::string xml;
  const std::string kind = change.is_new ? "new" : "changed";
  add(xml, kind, phrases.text("changes.undated_" + kind));
  for (const std::string& part : change.parts) add(xml, part, phrases.text("parts." + part));
  return xml;
}

/// What stands before an entry's summary and its text: what has changed, in the edition's language.
struct Preface {
  std::string summary;  ///< none where the summary is in another language
  std::string markup;
  std::string categories;
};

Preface preface_of(const Site& site, const Edition& edition, InitiativeId id) {
  const Change* const change = change_of(site, id);
  if (change == nullptr) return {};
  const std::string words = change_in_words(site, edition, *change);
  const bool is_same = edition.initiatives.at(id).language == edition.language.code();
  const std::string lang = escape_markup(edition.language.code());
  return {is_same ? words : "",
          "<p lang=\"" + lang + "\"><strong>" + escape_markup(words) + "</strong></p>\n",
          change_categories(site, edition, *change)};
}

std::string summary_after(const std::string& preface, const std::string& summary) {
  if (preface.empty() || summary.empty()) return preface + summary;
  return preface + ". " + summary;
}

std::string entry(const Site& site, const PagePlan& plan, InitiativeId id) {
  const Edition& edition = site.editions.at(plan.edition);
  const LocalInitiative& local = edition.initiatives.at(id);
  const Initiative& initiative = local.initiative;
  const std::string url = initiative_url(site, edition, id);
  // The base is for what the body's own notes link to: `#fn-1`.
  std::string xml = "<entry xml:lang=\"" + escape_markup(local.language) + "\" xml:base=\"" +
                    escape_markup(url) + "\">\n";
  xml += element("id", url) + element("title", initiative.title.value);
  xml += element("updated", date_time(last_date(initiative)));
  xml += link_element("alternate", "text/html", url);
  const Preface preface = preface_of(site, edition, id);
  const std::string summary = summary_after(preface.summary, local.summary);
  if (!summary.empty()) xml += element("summary", summary);
  xml += categories(edition, local) + preface.categories;
  const Html body = absolute_body(site, plan.edition, initiative.origin, local.body, url).html;
  if (!body.empty()) {
    xml += "<content type=\"html\">";
    append_escaped_markup(xml, preface.markup);
    append_escaped_markup(xml, body.markup());
    xml += "</content>\n";
  }
  return xml + "</entry>\n";
}

}  // namespace

std::vector<BodyId> bodies_in_feed(const Site& site, const PagePlan& plan) {
  const Edition& edition = site.editions.at(plan.edition);
  std::vector<BodyId> bodies;
  const Channel channel = channel_of(site, edition, plan);
  for (const InitiativeId id :
       newest_first(edition, channel.initiatives, site.settings.feed_length)) {
    bodies.push_back(edition.initiatives.at(id).body);
  }
  return bodies;
}

void feed(const Site& site, const PagePlan& plan, Pieces& pieces) {
  const Edition& edition = site.editions.at(plan.edition);
  const Channel channel = channel_of(site, edition, plan);
  const std::vector<InitiativeId> ids =
      newest_first(edition, channel.initiatives, site.settings.feed_length);
  const std::string self = absolute_url(site.settings.base_url, plan.address);
  const Date updated =
      ids.empty() ? epoch : last_date(edition.initiatives.at(ids.front()).initiative);

  std::string& xml = pieces.end();
  xml += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  xml += R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang=")" +
         escape_markup(edition.language.code()) + "\">\n";
  xml += element("id", self) + element("title", channel.title);
  if (!channel.subtitle.empty()) xml += element("subtitle", channel.subtitle);
  xml += element("updated", date_time(updated));
  xml += "<author>\n" + element("name", edition.texts.title) + "</author>\n";
  xml += link_element("self", "application/atom+xml", self);
  xml += link_element("alternate", "text/html", channel.page_url);
  for (const InitiativeId id : ids) {
    xml += entry(site, plan, id);
    pieces.between_parts();
  }
  xml += "</feed>\n";
}

}  // namespace lamppost
