#include "view/reuse_views.h"

#include <algorithm>
#include <string>
#include <utility>

#include "data/escape.h"
#include "data/open_data.h"
#include "model/address.h"
#include "view/card_views.h"
#include "view/frame_views.h"

namespace lamppost {
namespace {

/// A file for re-users; `key` is that of the words that say what it holds.
View file_view(const PageScope& scope, const std::string& address, const std::string& type,
               const std::string& key) {
  return View::Map{{"name", address.substr(1)},
                   {"href", scope.link(address)},
                   {"type", type},
                   {"content", scope.words.text("open_data." + key)}};
}

View::List file_views(const PageScope& scope) {
  const Edition& edition = scope.edition;
  const std::string& prefix = edition.prefix;
  const std::string json = "application/json";
  View::List files{file_view(scope, prefix + "/catalogue.json", json, "catalogue_json"),
                   file_view(scope, prefix + "/catalogue.csv", "text/csv", "catalogue_csv"),
                   file_view(scope, "/catalogue.schema.json", "application/schema+json", "schema")};
  if (!edition.order.empty()) {
    const Initiative& first = edition.initiatives.at(edition.order.front()).initiative;
    const std::string page = initiative_address(prefix, first.origin.slug);
    files.push_back(file_view(scope, page + "index.json", json, "initiative_json"));
  }
  files.push_back(file_view(scope, prefix + "/feed.xml", "application/atom+xml", "feed"));
  files.push_back(file_view(scope, "/dcat.jsonld", "application/ld+json", "dcat"));
  files.push_back(file_view(scope, "/sitemap.xml", "application/xml", "sitemap"));
  return files;
}

/// Two programs that every system has or can have.
std::string example_command(const PageScope& scope) {
  const std::string url =
      absolute_url(scope.site.settings.base_url, scope.edition.prefix + "/catalogue.json");
  return "curl --silent '" + url + "' |\n  jq --raw-output '.initiatives[]" +
         R"( | select(.status == "active") | .title')";
}

View::List embed_views(const PageScope& scope) {
  View::List list;
  if (!offers(scope.site, PageKind::embed)) return list;
  for (const ClusterId id : scope.edition.cluster_order) {
    const Cluster& cluster = scope.edition.clusters.at(id).cluster;
    const std::string& title = cluster.title.value;
    View view(
        View::Map{{"cluster", cluster_link(scope, id)},
                  {"label", scope.words.text("open_data.snippet", {{"name", title}})},
                  {"href", scope.link(embed_address(scope.edition.prefix, cluster.origin.slug))},
                  {"code", embed_code(scope, id)}});
    list.push_back(std::move(view));
  }
  return list;
}

}  // namespace

std::string embed_code(const PageScope& scope, ClusterId id) {
  const Cluster& cluster = scope.edition.clusters.at(id).cluster;
  const std::string url = absolute_url(scope.site.settings.base_url,
                                       embed_address(scope.edition.prefix, cluster.origin.slug));
  return "<iframe src=\"" + escape_markup(url) + "\" title=\"" +
         escape_markup(cluster.title.value) +
         "\" width=\"800\" height=\"600\" style=\"max-width: 100%; border: 0\" "
         "loading=\"lazy\"></iframe>";
}

View open_data_view(const PageScope& scope) {
  View view = frame_view(scope, only_subject(scope));
  view.set("files", file_views(scope));
  view.set("version", std::to_string(catalogue_version));
  view.set("command", example_command(scope));
  view.set("dcat", scope.link("/dcat.jsonld"));
  set_list<"embeds">(view, embed_views(scope));
  return view;
}

View embed_view(const PageScope& scope) {
  const ClusterId id = scope.plan.subject;
  const LocalCluster& local = scope.edition.clusters.at(id);
  PageSubject subject = made_subject(scope, local.cluster->title.value);
  subject.description = local.summary;
  subject.title_language = local.language;
  View view = frame_view(scope, subject);
  view.set("cluster", cluster_link(scope, id));
  view.set("total", figure_view(scope, "initiatives", local.leads.size()));
  const std::size_t shown = std::min(local.leads.size(), scope.site.settings.initiatives_per_page);
  set_list<"cards">(view, card_views(scope, std::span(local.leads).first(shown)));
  view.set("source", scope.words.text("embed.source", {{"site", scope.edition.texts.title}}));
  return view;
}

}  // namespace lamppost
