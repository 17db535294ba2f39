#include "view/sample_site.h"

#include <chrono>
#include <utility>

#include "assemble/assemble.h"
#include "model/page_plan.h"

namespace lamppost {
namespace {

using namespace std::chrono_literals;

constexpr Date sample_date = 2026y / 11 / 22;
constexpr auto sample_url = "https://example.eu/";

Origin origin(const std::string& folder, const std::string& slug, const std::string& language) {
  Origin origin;
  origin.slug = slug;
  origin.language = language;
  origin.is_bundle = slug == "first";
  const std::string name = origin.is_bundle ? slug + "/index" : slug.empty() ? "_index" : slug;
  origin.path = folder + name + (language.empty() ? "" : "." + language) + ".md";
  origin.file = "content/" + origin.path;
  return origin;
}

Body body() {
  Body body;
  body.text.html = Html("<p>Sample</p>\n");
  body.has_text = true;
  body.text.plain_text = "Sample";
  body.first_paragraph = "Sample";
  return body;
}

ValueMap extra() { return {Field{"sample", {}, Value{std::string("Sample"), {}}}}; }

Image image() { return {{"photo.png", {}}, "Sample"}; }

template <typename Entry>
Figure<Entry> figure(Entry entry) {
  return {1, {std::move(entry)}};
}

void add_entries(Initiative& initiative) {
  initiative.members = figure(Member{"Sample", sample_url, "FR", "Sample"});
  initiative.documents = {2,
                          {Document{"Sample", sample_url, {}, sample_date, "fr"},
                           Document{"Sample", "", {"report.pdf", {}}, sample_date, "fr"}}};
  initiative.projects = figure(Project{"Sample", sample_url, "691895", "Sample"});
  initiative.discussions = figure(Discussion{"Sample", sample_url, sample_date, 2});
}

/// Uses every key that there is.
Initiative full_initiative(const std::string& slug, const std::string& cluster,
                           const std::string& other) {
  Initiative initiative;
  initiative.origin = origin("initiatives/", slug, "");
  initiative.title.value = "Sample";
  initiative.cluster.value = cluster;
  initiative.goal = "Sample";
  initiative.summary = "Sample";
  add_entries(initiative);
  initiative.topics = {{"Sample", {}}, {"Another", {}}};
  initiative.countries = {"FR", "DE"};
  if (slug == "fourth") initiative.status = Status::planned;
  initiative.start = initiative.end = sample_date;
  initiative.updated = initiative.reviewed = sample_date;
  initiative.website = sample_url;
  initiative.contact = Contact{"Sample", "sample@example.eu", sample_url};
  initiative.image = image();
  initiative.related = {{other, {}}, {"fourth", {}}};
  initiative.also_in = {{cluster == "second" ? "first" : "second", {}}};
  initiative.target = Target{100, "Sample", sample_date};
  initiative.milestones = {Milestone{2025y / 11 / 22, "Sample", 10.0, sample_url},
                           Milestone{sample_date, "Sample", 50.0, sample_url}};
  initiative.aliases = {{"/old/" + slug + "/", {}}};
  initiative.extra = extra();
  return initiative;
}

Cluster cluster(const std::string& slug) {
  Cluster cluster;
  cluster.origin = origin("clusters/", slug, "");
  cluster.title.value = "Sample";
  cluster.summary = "Sample";
  cluster.image = Image{{slug + ".png", {}}, "Sample"};
  cluster.extra = extra();
  return cluster;
}

FreePage free_page(const std::string& folder, const std::string& slug) {
  FreePage page;
  page.origin = origin(folder, slug, "");
  page.title.value = "Sample";
  page.summary = "Sample";
  page.menu = true;
  page.extra = extra();
  return page;
}

/// A translation says the words again, nothing else.
template <typename Noun>
Noun translated(const Noun& noun, const std::string& folder, const std::string& language) {
  Noun translation;
  translation.origin = origin(folder, noun.origin.slug, language);
  translation.title.value = noun.title.value;
  return translation;
}

Settings settings(const Site& site) {
  Settings settings = site.settings;
  settings.description = "Sample";
  settings.repository.url = "https://github.com/example/sample";
  settings.initiatives_per_page = 1;
  settings.extra = extra();
  for (LanguageSettings& language : settings.languages) language.description = "Sample";
  if (settings.languages.size() < 2) {
    const std::string code = settings.default_language == "fr" ? "en" : "fr";
    settings.languages.push_back({code, "Sample", "Sample", "Sample"});
  }
  return settings;
}

std::vector<Asset> assets() {
  std::vector<Asset> assets;
  for (const std::string path : {"clusters/first/photo.png", "initiatives/first/photo.png",
                                 "initiatives/first/report.pdf"}) {
    assets.push_back({"content/" + path, path, path, 1000, 0, PixelSize{1, 1}});
  }
  assets.push_back({"themes/sample/static/share.png", "static/share.png", "share.png", 1000, 0,
                    PixelSize{1, 1}});
  return assets;
}

Theme theme(const Site& site) {
  Theme theme;
  theme.strings = site.theme.strings;
  for (const PageKind kind : layout_kinds()) theme.layouts[std::string(layout_of(kind))];
  theme.styles = theme.scripts = {LinkedFile{"sample", "sha512-sample", "Sample"}};
  return theme;
}

/// By slug: first, fourth, second, third.
Changes changes() {
  Changes changes;
  changes.since = sample_date;
  changes.by_initiative = {Change{true, {}}, Change{true, {}}, Change{false, {"goal"}},
                           std::nullopt};
  changes.added = {0, 1};
  changes.changed = {2};
  changes.removed = {{"gone", "Sample"}};
  return changes;
}

}  // namespace

Site sample_site(const Site& site) {
  const Settings sample = settings(site);
  const std::string& language = sample.languages[1].code;
  const Initiative first = full_initiative("first", "first", "second");
  const Cluster first_cluster = cluster("first");
  std::vector<ParsedFile> files;
  const auto add = [&](auto noun) { files.push_back({std::move(noun), body()}); };
  add(sample);
  add(free_page("", ""));
  add(free_page("pages/", "about"));
  add(first_cluster);
  add(translated(first_cluster, "clusters/", language));
  add(cluster("second"));
  add(first);
  add(translated(first, "initiatives/", language));
  add(full_initiative("second", "first", "first"));
  add(full_initiative("third", "first", "second"));
  add(full_initiative("fourth", "second", "first"));
  Site made = assemble(std::move(files), Overrides{});
  add_theme(made, theme(site), assets());
  made.changes = changes();
  return made;
}

}  // namespace lamppost
