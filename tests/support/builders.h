#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "assemble/assemble.h"
#include "model/parsed_file.h"
#include "model/site.h"

/// Builders that make a site from values, without files:
///
///     site_of({cluster("light"), initiative("lamp").in("light").titled("Lamp")})
///
/// Every key and link gets a place of its own, as large as if it were written in a file, so that
/// tests can tell which one a diagnostic means.
namespace lamppost::test {

/// A body of one paragraph.
inline Body body_of(const std::string& text) {
  Body body;
  body.text = {Html("<p>" + text + "</p>\n"), text};
  body.has_text = true;
  body.first_paragraph = text;
  return body;
}

/// What pages of every kind have; `Self` is the builder that inherits it.
template <typename Noun, typename Self>
class PageBuilder {
 public:
  PageBuilder(std::string folder, std::string slug) : folder_(std::move(folder)) {
    noun_.origin.slug = std::move(slug);
    noun_.origin.front_matter = {4, 4};
    if (!noun_.origin.slug.empty()) titled("Title of " + noun_.origin.slug);
  }

  Self& titled(const std::string& title) {
    noun_.title = {title, given("title", title)};
    return self();
  }
  Self& summary(const std::string& text) {
    noun_.summary = text;
    given("summary", text);
    return self();
  }
  Self& weight(std::int64_t weight) {
    noun_.weight = weight;
    given("weight", weight);
    return self();
  }
  Self& draft() {
    noun_.draft = true;
    given("draft", true);
    return self();
  }
  Self& extra(const std::string& key, const std::string& text) {
    noun_.extra.push_back({key, {}, {text, {}}});
    return self();
  }

  /// A translation, which gives nothing but what follows.
  Self& in_language(const std::string& code) {
    noun_.origin.language = code;
    noun_.origin.given.clear();
    noun_.title = {};
    return self();
  }
  Self& as_bundle() {
    noun_.origin.is_bundle = true;
    return self();
  }

  Self& saying(const std::string& text) { return with(body_of(text)); }
  Self& with(Body body) {
    body_ = std::move(body);
    return self();
  }
  Self& heading(const std::string& id) {
    body_.headings.push_back({2, id, id});
    return self();
  }
  Self& linking(LinkKind kind, const std::string& target) {
    body_.links.push_back({kind, target, place_of(target.size()), 0});
    return self();
  }

  /// The noun by itself, as `parse` would give it.
  [[nodiscard]] Noun noun() const {
    Noun noun = noun_;
    const std::string ending = noun.origin.language.empty() ? "" : "." + noun.origin.language;
    const std::string stem = noun.origin.slug.empty() ? "_index" : noun.origin.slug;
    noun.origin.path = folder_ + stem + (noun.origin.is_bundle ? "/index" : "") + ending + ".md";
    noun.origin.file = "content/" + noun.origin.path;
    return noun;
  }

  operator ParsedFile() const { return {noun(), body_}; }  // NOLINT: written in lists of files

 protected:
  Self& self() { return static_cast<Self&>(*this); }

  /// Notes a key of the front matter; gives the place of its value.
  Span given(const std::string& key, decltype(Value::data) data) {
    const auto* text = std::get_if<std::string>(&data);
    const Span key_where = place_of(key.size());
    const Span where = place_of(text == nullptr ? 8 : text->size() + 2);
    noun_.origin.given.push_back({key, key_where, {std::move(data), where}});
    return where;
  }

  Self& picture(const std::string& src, const std::string& alt) {
    const Span where = place_of(src.size() + 2);
    given("image", ValueMap{{"src", {}, {src, where}}, {"alt", {}, {alt, {}}}});
    noun_.image = Image{{src, where}, alt};
    return self();
  }

  /// The next place of that size in the made-up file.
  Span place_of(std::size_t size) {
    const Span place{next_place_, next_place_ + static_cast<std::uint32_t>(size)};
    next_place_ = place.end + 3;
    return place;
  }

  /// The same for a list of texts; each has its own place.
  std::vector<Located<std::string>> given_list(const std::string& key,
                                               const std::vector<std::string>& texts) {
    ValueList list;
    std::vector<Located<std::string>> located;
    for (const std::string& text : texts) {
      const Span where = place_of(text.size() + 2);
      list.push_back({text, where});
      located.push_back({text, where});
    }
    given(key, std::move(list));
    return located;
  }

  Noun noun_;
  Body body_;

 private:
  std::string folder_;
  std::uint32_t next_place_ = 4;
};

class InitiativeBuilder : public PageBuilder<Initiative, InitiativeBuilder> {
 public:
  explicit InitiativeBuilder(const std::string& slug) : PageBuilder("initiatives/", slug) {}

  InitiativeBuilder& in(const std::string& cluster) {
    noun_.cluster = {cluster, given("cluster", cluster)};
    return *this;
  }
  InitiativeBuilder& goal(const std::string& text) {
    noun_.goal = text;
    given("goal", text);
    return *this;
  }
  InitiativeBuilder& figures(std::uint64_t members, std::uint64_t documents, std::uint64_t projects,
                             std::uint64_t discussions) {
    noun_.members.count = members;
    noun_.documents.count = documents;
    noun_.projects.count = projects;
    noun_.discussions.count = discussions;
    return *this;
  }
  InitiativeBuilder& member(const Member& member) {
    noun_.members.entries.push_back(member);
    noun_.members.count = noun_.members.entries.size();
    return *this;
  }
  InitiativeBuilder& document(const std::string& title, const std::string& file = "") {
    Document document;
    document.title = title;
    if (!file.empty()) document.file = {file, place_of(file.size() + 2)};
    noun_.documents.entries.push_back(document);
    noun_.documents.count = noun_.documents.entries.size();
    return *this;
  }
  InitiativeBuilder& project(const Project& project) {
    noun_.projects.entries.push_back(project);
    noun_.projects.count = noun_.projects.entries.size();
    return *this;
  }
  InitiativeBuilder& topics(const std::vector<std::string>& topics) {
    noun_.topics = given_list("topics", topics);
    return *this;
  }
  InitiativeBuilder& countries(const std::vector<std::string>& codes) {
    noun_.countries = codes;
    given_list("countries", codes);
    return *this;
  }
  InitiativeBuilder& status(Status status) {
    noun_.status = status;
    given("status", std::string(name_of(status)));
    return *this;
  }
  InitiativeBuilder& updated(const std::string& date) {
    noun_.updated = date_from(date);
    given("updated", *noun_.updated);
    return *this;
  }
  InitiativeBuilder& website(const std::string& url) {
    noun_.website = url;
    given("website", url);
    return *this;
  }
  InitiativeBuilder& image(const std::string& src, const std::string& alt) {
    return picture(src, alt);
  }
  InitiativeBuilder& related(const std::vector<std::string>& slugs) {
    noun_.related = given_list("related", slugs);
    return *this;
  }
  InitiativeBuilder& also_in(const std::vector<std::string>& clusters) {
    noun_.also_in = given_list("also_in", clusters);
    return *this;
  }
  InitiativeBuilder& target(double value, const std::string& unit) {
    noun_.target = Target{value, unit, std::nullopt};
    return *this;
  }
  InitiativeBuilder& milestone(const std::string& date, const std::string& title) {
    noun_.milestones.push_back({date_from(date).value_or(Date{}), title, std::nullopt, ""});
    return *this;
  }
  InitiativeBuilder& aliases(const std::vector<std::string>& paths) {
    noun_.aliases = given_list("aliases", paths);
    return *this;
  }
};

class ClusterBuilder : public PageBuilder<Cluster, ClusterBuilder> {
 public:
  explicit ClusterBuilder(const std::string& slug) : PageBuilder("clusters/", slug) {}

  ClusterBuilder& aliases(const std::vector<std::string>& paths) {
    noun_.aliases = given_list("aliases", paths);
    return *this;
  }
  ClusterBuilder& image(const std::string& src, const std::string& alt) {
    return picture(src, alt);
  }
};

class FreePageBuilder : public PageBuilder<FreePage, FreePageBuilder> {
 public:
  explicit FreePageBuilder(const std::string& slug)
      : PageBuilder(slug.empty() ? "" : "pages/", slug) {}

  FreePageBuilder& in_menu() {
    noun_.menu = true;
    given("menu", true);
    return *this;
  }
};

class SettingsBuilder {
 public:
  SettingsBuilder() { settings_.languages = {{"en", "English", "", ""}}; }

  SettingsBuilder& titled(const std::string& title) {
    settings_.title = title;
    return *this;
  }
  SettingsBuilder& base_url(const std::string& url) {
    settings_.base_url = url;
    return *this;
  }
  SettingsBuilder& language(const std::string& code, const std::string& name = "") {
    settings_.languages.push_back({code, name, "", ""});
    return *this;
  }
  SettingsBuilder& per_page(std::size_t initiatives) {
    settings_.initiatives_per_page = initiatives;
    return *this;
  }
  SettingsBuilder& teaser_length(std::size_t characters) {
    settings_.teaser_length = characters;
    return *this;
  }

  operator ParsedFile() const { return {settings_, {}}; }  // NOLINT: written in lists of files

 private:
  Settings settings_;
};

inline InitiativeBuilder initiative(const std::string& slug) { return InitiativeBuilder(slug); }
inline ClusterBuilder cluster(const std::string& slug) { return ClusterBuilder(slug); }
inline FreePageBuilder free_page(const std::string& slug) { return FreePageBuilder(slug); }
inline FreePageBuilder home() { return FreePageBuilder(""); }
inline SettingsBuilder settings() { return {}; }

/// A file of a bundle: `initiatives/x/photo.jpg`.
inline Asset asset(const std::string& path, std::optional<PixelSize> pixels = std::nullopt) {
  return {"content/" + path, path, path, 1, 0, pixels};
}

inline Site site_of(std::vector<ParsedFile> files, std::vector<Asset> assets = {},
                    const Overrides& overrides = {}) {
  Site site = assemble(std::move(files), overrides);
  add_theme(site, Theme{}, std::move(assets));
  return site;
}

/// The id of the initiative of that slug; it is the same in every edition.
inline InitiativeId initiative_id(const Site& site, const std::string& slug) {
  const auto& all = site.editions.front().initiatives;
  const auto found = std::find_if(all.begin(), all.end(), [&](const LocalInitiative& local) {
    return local.initiative->origin.slug == slug;
  });
  return static_cast<InitiativeId>(found - all.begin());
}

/// An initiative as an edition shows it; throws where there is none.
inline const LocalInitiative& local_initiative(const Site& site, const std::string& slug,
                                               std::size_t edition = 0) {
  return site.editions.at(edition).initiatives.at(initiative_id(site, slug));
}

}  // namespace lamppost::test
