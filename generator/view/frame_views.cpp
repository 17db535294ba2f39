#include "view/frame_views.h"

#include <algorithm>

#include "contribute/taken_names.h"
#include "data/json_ld.h"
#include "model/address.h"
#include "model/resolve.h"
#include "view/card_views.h"
#include "view/extra_views.h"
#include "view/filter_views.h"
#include "view/repository_links.h"

namespace lamppost {
namespace {

constexpr std::string_view generator_name = "lamppost";

/// Whether a page's own entry in the menu is marked.
bool is_in_menu(PageKind kind) { return kind == PageKind::home || kind == PageKind::free_page; }

/// Whether its own entry in the list of clusters is.
bool is_among_clusters(PageKind kind) { return kind == PageKind::cluster; }

/// The address of the same page in another edition; a page that has none there leads home.
std::string address_in(const PageScope& scope, const Edition& other) {
  if (!is_listed(scope.plan.kind)) return home_address(other.prefix);
  return other.prefix + scope.plan.address.substr(scope.edition.prefix.size());
}

std::string absolute(const PageScope& scope, std::string_view address) {
  return absolute_url(scope.site.settings.base_url, address);
}

/// The one URL that stands for the page: of an untranslated page that of the edition it is
/// written for, of a redirect where it leads.
std::string canonical(const PageScope& scope, const PageSubject& subject) {
  if (scope.plan.kind == PageKind::not_found || scope.plan.kind == PageKind::embed) return {};
  if (scope.plan.kind == PageKind::redirect) return absolute(scope, scope.plan.target);
  return absolute(scope, address_in(scope, scope.edition_in(subject.language)));
}

/// The edition's only page of a kind; `false` where the theme has no layout for it.
View link_where_offered(const PageScope& scope, PageKind kind,
                        std::string (*address)(std::string_view prefix)) {
  if (!offers(scope.site, kind)) return false;
  return scope.link(address(scope.edition.prefix));
}

View site_view(const PageScope& scope) {
  const std::string& prefix = scope.edition.prefix;
  return View::Map{
      {"title", scope.edition.texts.title},
      {"description", optional_text(scope.edition.texts.description)},
      {"base", scope.base},
      {"href", scope.link(home_address(prefix))},
      {"url", absolute(scope, home_address(prefix))},
      {"feed", scope.link(prefix + "/feed.xml")},
      {"changes", link_where_offered(scope, PageKind::changes, changes_address)},
      {"catalogue_json", scope.link(prefix + "/catalogue.json")},
      {"catalogue_csv", scope.link(prefix + "/catalogue.csv")},
      {"compare", link_where_offered(scope, PageKind::compare, compare_address)},
      {"search", link_where_offered(scope, PageKind::search, search_address)},
      {"a_to_z", link_where_offered(scope, PageKind::a_to_z, a_to_z_address)},
      {"statistics", link_where_offered(scope, PageKind::statistics, statistics_address)},
      {"contribute", link_where_offered(scope, PageKind::contribute, contribute_address)},
      {"open_data", link_where_offered(scope, PageKind::open_data, open_data_address)},
      {"extra", extra_view(scope.site.settings.extra)}};
}

/// What stands in the browser's tab: the page's title, its number in a list, the site's title.
std::string head_title(const PageScope& scope, const PageSubject& subject) {
  const std::string& site_title = scope.edition.texts.title;
  std::string title = subject.title;
  if (scope.plan.page_number > 1) {
    const std::string number = scope.edition.language.number(std::uint64_t{scope.plan.page_number});
    title = scope.words.text("titles.numbered", {{"page", title}, {"n", number}});
  }
  if (title == site_title) return title;
  return scope.words.text("titles.page", {{"page", title}, {"site", site_title}});
}

/// The name of the flag that says of a page whether it is of a kind, and that name below `page`.
struct KindFlag {
  PageKind kind;
  Name own;
  Name whole;
};

std::vector<KindFlag> make_kind_flags() {
  std::vector<KindFlag> flags;
  for (const PageKind kind : layout_kinds()) {
    const std::string name = "is_" + std::string(layout_of(kind));
    flags.push_back({kind, Name::kept(name), Name::kept("page." + name)});
  }
  return flags;
}

const std::vector<KindFlag>& kind_flags() {
  static const std::vector<KindFlag> flags = make_kind_flags();
  return flags;
}

View page_view(const PageScope& scope, const PageSubject& subject) {
  View view(
      View::Map{{"title", head_title(scope, subject)},
                {"description", optional_text(subject.description)},
                {"canonical", optional_text(canonical(scope, subject))},
                {"kind", layout_of(scope.plan.kind)},
                {"number", scope.edition.language.number(std::uint64_t{scope.plan.page_number})},
                {"edit", optional_text(edit_link(scope.site.settings.repository, subject.origin))},
                {"report", optional_text(report_link(scope.site.settings.repository, subject.title,
                                                     absolute(scope, scope.plan.address)))}});
  for (const KindFlag& flag : kind_flags()) view.set(flag.own, scope.plan.kind == flag.kind);
  return view;
}

View edition_view(const Edition& edition) {
  return View::Map{{"lang", edition.language.code()},
                   {"dir", edition.language.direction()},
                   {"name", edition.texts.name}};
}

/// For search engines: only languages the page is really written in, and none where it is one.
View::List alternates(const PageScope& scope, const PageSubject& subject) {
  View::List list;
  for (const Edition& edition : scope.site.editions) {
    const auto& languages = subject.translations;
    if (std::find(languages.begin(), languages.end(), edition.language.code()) == languages.end()) {
      continue;
    }
    list.push_back(View::Map{{"lang", edition.language.code()},
                             {"href", absolute(scope, address_in(scope, edition))}});
  }
  if (list.size() < 2 || !is_listed(scope.plan.kind)) return {};
  list.push_back(
      View::Map{{"lang", "x-default"},
                {"href", absolute(scope, address_in(scope, scope.site.editions.front()))}});
  return list;
}

/// More languages than these would fill a phone's screen: a theme folds them away.
constexpr std::size_t most_languages_shown = 4;

/// The feed of what the page lists, in an edition: the cluster's on its pages, else the edition's.
std::string feed_address(const PageScope& scope, const Edition& edition) {
  if (scope.plan.kind != PageKind::cluster) return edition.prefix + "/feed.xml";
  const std::string& slug = edition.clusters.at(scope.plan.subject).cluster->origin.slug;
  return cluster_address(edition.prefix, slug) + "feed.xml";
}

/// For readers: the same page in every edition, translated or not.
View::List languages(const PageScope& scope, const PageSubject& subject) {
  View::List list;
  if (scope.site.editions.size() < 2) return list;
  for (const Edition& edition : scope.site.editions) {
    const std::string& code = edition.language.code();
    const auto& written = subject.translations;
    list.push_back(View::Map{
        {"lang", code},
        {"dir", edition.language.direction()},
        {"name", edition.texts.name},
        {"href", scope.link(address_in(scope, edition))},
        {"feed", scope.link(feed_address(scope, edition))},
        {"is_current", &edition == &scope.edition},
        {"is_translated", std::find(written.begin(), written.end(), code) != written.end()}});
  }
  return list;
}

View::List menu(const PageScope& scope) {
  const Edition& edition = scope.edition;
  View::List list{menu_entry(scope, scope.words.text("menu.home"), home_address(edition.prefix),
                             edition.language.code())};
  for (const FreePageId id : edition.page_order) {
    const LocalPage& local = edition.pages.at(id);
    if (!local.page->menu) continue;
    list.push_back(menu_entry(scope, local.page->title.value,
                              free_page_address(edition.prefix, local.page->origin.slug),
                              local.language));
  }
  return list;
}

const std::string& title_language(const PageSubject& subject) {
  return subject.title_language.empty() ? subject.language : subject.title_language;
}

View::List breadcrumbs(const PageScope& scope, const PageSubject& subject) {
  if (scope.plan.kind == PageKind::home || !is_listed(scope.plan.kind)) return {};
  View::List list{menu_entry(scope, scope.words.text("menu.home"),
                             home_address(scope.edition.prefix), scope.edition.language.code())};
  list.insert(list.end(), subject.trail.begin(), subject.trail.end());
  list.push_back(menu_entry(scope, subject.title, scope.plan.address, title_language(subject)));
  return list;
}

/// The styles or scripts that pages of a kind refer to.
View::List linked_files(const PageScope& scope, const std::vector<LinkedFile>& files,
                        PageKind kind) {
  View::List list;
  for (const LinkedFile& file : files) {
    if (!is_linked_from(file, layout_of(kind))) continue;
    list.push_back(
        View::Map{{"href", scope.link("/" + file.output_path)}, {"integrity", file.integrity}});
  }
  return list;
}

/// A picture where a page is shared: its URL has to be absolute.
View share_view(const PageScope& scope, const Asset& asset, const std::string& alt) {
  View view(
      View::Map{{"url", absolute(scope, "/" + asset.output_path)}, {"alt", optional_text(alt)}});
  const auto& pixels = asset.pixels;
  view.set("width", pixels ? View(std::to_string(pixels->width)) : View(false));
  view.set("height", pixels ? View(std::to_string(pixels->height)) : View(false));
  return view;
}

/// The theme's picture for pages that have none of their own: its `static/share.png`.
View theme_share_image(const PageScope& scope) {
  const auto& assets = scope.site.assets;
  const auto found = std::find_if(assets.begin(), assets.end(), [](const Asset& asset) {
    return asset.output_path == "share.png";
  });
  return found == assets.end() ? View(false) : share_view(scope, *found, scope.edition.texts.title);
}

/// The picture that stands for the page where it is shared.
View share_image(const PageScope& scope, const PageSubject& subject) {
  const bool has_own =
      subject.image != nullptr && subject.image->has_value() && subject.origin != nullptr;
  const Asset* asset =
      has_own ? find_beside(scope.site, *subject.origin, (*subject.image)->src.value) : nullptr;
  if (asset != nullptr) return share_view(scope, *asset, (*subject.image)->alt);
  return scope.shared != nullptr ? scope.shared->share_image : theme_share_image(scope);
}

View open_graph(const PageScope& scope, const PageSubject& subject) {
  const bool is_article =
      scope.plan.kind == PageKind::initiative || scope.plan.kind == PageKind::free_page;
  return View::Map{{"type", is_article ? "article" : "website"},
                   {"title", subject.title},
                   {"description", optional_text(subject.description)},
                   {"url", optional_text(canonical(scope, subject))},
                   {"image", share_image(scope, subject)}};
}

/// Says that the page is shown in another language than the edition's.
View notice(const PageScope& scope, const PageSubject& subject) {
  const Language& language = scope.edition.language;
  if (subject.language.empty() || subject.language == language.code()) return false;
  return scope.words.text("notice.untranslated",
                          {{"language", language.language_in_text(language.code())},
                           {"written", language.language_in_text(subject.language)}});
}

Hash128 frame_key(const Site& site, const EditionViews& views) {
  if (site.frame_key == no_hash) return no_hash;
  Hash128 key = site.frame_key;
  for (const View* view : {&views.words, &views.site, &views.edition, &views.menu, &views.clusters,
                           &views.styles, &views.share_image}) {
    key = combined(key, view->hash());
  }
  for (const View& scripts : views.scripts) key = combined(key, scripts.hash());
  for (const View& country : views.countries) key = combined(key, country.hash());
  return key;
}

}  // namespace

PageSubject made_subject(const PageScope& scope, std::string title) {
  PageSubject subject;
  subject.title = std::move(title);
  subject.language = scope.edition.language.code();
  for (const Edition& edition : scope.site.editions) {
    subject.translations.push_back(edition.language.code());
  }
  return subject;
}

PageSubject only_subject(const PageScope& scope) {
  const std::string layout(layout_of(scope.plan.kind));
  PageSubject subject = made_subject(scope, scope.words.text(layout + ".title"));
  subject.description = scope.words.text("descriptions." + layout);
  return subject;
}

View menu_entry(const PageScope& scope, const std::string& label, const std::string& address,
                const std::string& language) {
  View view(View::Map{{"label", label},
                      {"href", scope.link(address)},
                      {"is_current", address == scope.plan.address}});
  set_language(view, scope, language);
  return view;
}

View frame_view(const PageScope& scope, const PageSubject& subject) {
  const EditionViews* shared = scope.shared;
  View view(View::Map{
      {"generator", generator_name},
      {"site", shared != nullptr ? shared->site : site_view(scope)},
      {"page", page_view(scope, subject)},
      {"edition", shared != nullptr ? shared->edition : edition_view(scope.edition)},
      {"title", subject.title},
      {"notice", notice(scope, subject)},
      {"open_graph", open_graph(scope, subject)},
      {"json_ld",
       optional_html(Html(json_ld(scope.site, scope.plan, subject.title, subject.description)))},
      {"t", shared != nullptr ? shared->words : scope.words.all()}});
  set_language(view, scope, title_language(subject));
  set_list<"alternates">(view, alternates(scope, subject));
  set_list<"languages">(view, languages(scope, subject));
  view.set("has_many_languages", scope.site.editions.size() > most_languages_shown);
  const PageKind kind = scope.plan.kind;
  set_list_view<"menu">(view,
                        shared == nullptr || is_in_menu(kind) ? View(menu(scope)) : shared->menu);
  set_list_view<"clusters">(view, shared == nullptr || is_among_clusters(kind)
                                      ? View(cluster_links(scope, scope.edition.cluster_order))
                                      : shared->clusters);
  set_list<"breadcrumbs">(view, breadcrumbs(scope, subject));
  const Theme& theme = scope.site.theme;
  set_list_view<"styles">(
      view, shared != nullptr ? shared->styles : linked_files(scope, theme.styles, kind));
  set_list_view<"scripts">(view, shared != nullptr
                                     ? shared->scripts.at(static_cast<std::size_t>(kind))
                                     : linked_files(scope, theme.scripts, kind));
  return view;
}

View frame_of_all(const EditionViews& shared, PageKind kind) {
  View view(View::Map{{"generator", generator_name},
                      {"site", shared.site},
                      {"edition", shared.edition},
                      {"t", shared.words},
                      {"page.kind", layout_of(kind)}});
  for (const KindFlag& flag : kind_flags()) view.set(flag.whole, flag.kind == kind);
  if (!is_in_menu(kind)) set_list_view<"menu">(view, shared.menu);
  if (!is_among_clusters(kind)) set_list_view<"clusters">(view, shared.clusters);
  set_list_view<"styles">(view, shared.styles);
  set_list_view<"scripts">(view, shared.scripts.at(static_cast<std::size_t>(kind)));
  return view;
}

bool is_of_every_page(std::string_view name) {
  return name == "t" || name == "site" || name == "edition";
}

EditionViews edition_views(const Site& site, std::uint32_t edition) {
  const PagePlan plan = no_page(edition);
  const PageScope scope(site, plan);
  EditionViews views;
  views.words = View::shared(scope.words.all());
  views.site = View::shared(site_view(scope));
  views.edition = View::shared(edition_view(scope.edition));
  views.menu = View::shared(menu(scope));
  views.clusters = View::shared(cluster_links(scope, scope.edition.cluster_order));
  views.styles = View::shared(linked_files(scope, site.theme.styles, plan.kind));
  for (const PageKind kind : layout_kinds()) {
    views.scripts.push_back(View::shared(linked_files(scope, site.theme.scripts, kind)));
  }
  views.share_image = View::shared(theme_share_image(scope));
  add_parts_of_cards(views, scope);
  views.frame_key = frame_key(site, views);
  return views;
}

void add_what_few_show(EditionViews& views, const Site& site, std::uint32_t edition) {
  views.filters = filters_of_long_lists(site, edition);
  if (edition == 0 && offers(site, PageKind::contribute)) {
    views.taken_names = std::make_shared<const TakenNames>(site);
  }
}

}  // namespace lamppost
