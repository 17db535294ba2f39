#include "data/feeds.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "data/absolute_urls.h"
#include "data/body_html.h"
#include "data/escape.h"
#include "model/address.h"

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
  return xml.append("</").append(name).append(">\n");
}

std::string link_element(std::string_view relation, std::string_view type, std::string_view url) {
  std::string xml = "<link rel=\"";
  xml.append(relation).append("\" type=\"").append(type).append("\" href=\"");
  return xml.append(escape_markup(url)).append("\"/>\n");
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
  if (!local.summary.empty()) xml += element("summary", local.summary);
  xml += categories(edition, local);
  const Html body = absolute_body(site, plan.edition, initiative.origin, local.body, url).html;
  if (!body.empty()) {
    xml += "<content type=\"html\">";
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

void feed(const Site& site, const PagePlan& plan, const PieceTaker& take) {
  const Edition& edition = site.editions.at(plan.edition);
  const Channel channel = channel_of(site, edition, plan);
  const std::vector<InitiativeId> ids =
      newest_first(edition, channel.initiatives, site.settings.feed_length);
  const std::string self = absolute_url(site.settings.base_url, plan.address);
  const Date updated =
      ids.empty() ? epoch : last_date(edition.initiatives.at(ids.front()).initiative);

  Pieces pieces(take);
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
  pieces.pass_on();
}

}  // namespace lamppost
